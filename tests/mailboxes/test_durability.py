from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from application.ports import Unavailable
from infrastructure.redis.clients import connect
from infrastructure.redis.durability import DurabilityWarning, check_durability
from infrastructure.redis.embedded import EmbeddedRedis


@pytest.fixture
def server(short_folder: Path) -> Iterator[redis.Redis]:
    with connect(EmbeddedRedis(short_folder).start()) as client:
        yield client


def test_a_redis_that_may_lose_writes_is_warned_about(server: redis.Redis) -> None:
    server.config_set("appendfsync", "everysec")
    server.config_set("maxmemory-policy", "allkeys-lru")

    warnings = check_durability(server)

    assert warnings == (
        DurabilityWarning(setting="maxmemory-policy", found="allkeys-lru", wanted="noeviction"),
        DurabilityWarning(setting="appendfsync", found="everysec", wanted="always"),
    )


def test_a_redis_that_forbids_config_is_asked_otherwise(server: redis.Redis) -> None:
    server.config_set("maxmemory-policy", "allkeys-lru")
    server.config_set("appendonly", "no")
    server.acl_setuser("default", commands=["-config"], enabled=True)

    warnings = check_durability(server)

    assert warnings == (
        DurabilityWarning(setting="maxmemory-policy", found="allkeys-lru", wanted="noeviction"),
        DurabilityWarning(setting="appendonly", found="no", wanted="yes"),
        DurabilityWarning(setting="appendfsync", found=None, wanted="always"),
        DurabilityWarning(setting="aof-load-truncated", found=None, wanted="no"),
    )


def test_a_redis_out_of_reach_is_unavailable() -> None:
    with connect("unix:///nowhere/redis.sock") as client, pytest.raises(Unavailable):
        check_durability(client)
