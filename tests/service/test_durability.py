"""A Redis that does not keep what it acknowledges is refused, or warned of."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from entrypoints.durability import durability_problems, require_no_eviction, require_whole
from entrypoints.setting_sources import SettingProblems
from entrypoints.settings import Settings
from infrastructure.history.backup import RestoreUnderWay
from infrastructure.redis.clients import connect
from tests.persistence.redis_server import RedisServer
from tests.service.parts import settings_of


@pytest.fixture
def server() -> Iterator[RedisServer]:
    with tempfile.TemporaryDirectory(prefix="d-") as folder:
        started = RedisServer(Path(folder))
        started.start()
        yield started
        started.kill()


@pytest.fixture
def settings(tmp_path: Path, server: RedisServer) -> Settings:
    return msgspec.structs.replace(settings_of(tmp_path), redis_url=server.url)


def configure(settings: Settings, name: str, value: str) -> None:
    client = connect(settings.redis_url or "")
    client.config_set(name, value)
    client.close()


def test_a_redis_that_keeps_everything_is_fine(settings: Settings) -> None:
    assert durability_problems(settings) == ()


def test_a_redis_that_throws_data_away_stops_the_start(settings: Settings) -> None:
    configure(settings, "maxmemory-policy", "allkeys-lru")

    with pytest.raises(SettingProblems) as refused:
        require_no_eviction(settings)

    assert [one.setting for one in refused.value.problems] == ["REDIS_URL"]


def test_a_redis_that_may_lose_a_second_is_warned_of(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    configure(settings, "appendfsync", "everysec")

    require_no_eviction(settings)

    assert "appendfsync is everysec" in caplog.text


def test_a_redis_that_does_not_answer_yet_is_waited_for(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    away = msgspec.structs.replace(settings, redis_url="unix:///nowhere/redis.sock")

    require_no_eviction(away)

    assert "does not answer yet" in caplog.text


def test_a_redis_with_half_a_backup_in_it_stops_the_start(settings: Settings) -> None:
    with connect(settings.redis_url or "") as client:
        client.set("{barbershop:0}:restoring", "a file")

    with pytest.raises(RestoreUnderWay):
        require_whole(settings, settings.redis_url or "")


def test_a_whole_redis_and_one_that_is_away_may_be_started_on(settings: Settings) -> None:
    require_whole(settings, settings.redis_url or "")
    require_whole(settings, "unix:///nowhere/s")
