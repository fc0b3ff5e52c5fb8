"""The container: every part of the service can be made."""

from pathlib import Path

import msgspec
import pytest

from entrypoints.container import Container
from entrypoints.settings import Settings
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.system_clock import SystemClock
from tests.service.parts import settings_of

NOWHERE = "unix:///nowhere/redis.sock"  # nothing is connected to while the parts are made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_of(tmp_path)


@pytest.fixture
def container(settings: Settings) -> Container:
    return Container(settings=settings, redis_url=NOWHERE)


@pytest.mark.parametrize("name", sorted(Container.providers))
def test_every_part_can_be_made(container: Container, name: str) -> None:
    made = container.providers[name]()

    assert made is not None


@pytest.mark.parametrize("name", sorted(set(Container.providers) - {"settings", "redis_url"}))
def test_every_part_is_made_once(container: Container, name: str) -> None:
    assert container.providers[name]() is container.providers[name]()


def test_nothing_can_be_made_without_settings() -> None:
    with pytest.raises(Exception, match="settings"):
        Container(redis_url=NOWHERE).answer_messages()


def test_only_a_sandbox_has_a_clock_that_moves(settings: Settings) -> None:
    real = msgspec.structs.replace(settings, sandbox=False)

    clocks = [Container(settings=one, redis_url=NOWHERE).clock() for one in (settings, real)]

    assert [type(clock) for clock in clocks] == [SandboxClock, SystemClock]


def test_without_a_key_the_rules_read_alone(settings: Settings) -> None:
    keyless = msgspec.structs.replace(settings, xai_api_key=None)

    with_key = Container(settings=settings, redis_url=NOWHERE).interpreter()
    without = Container(settings=keyless, redis_url=NOWHERE).interpreter()

    assert (type(with_key).__name__, type(without).__name__) == (
        "FallbackInterpreter",
        "RuleInterpreter",
    )
