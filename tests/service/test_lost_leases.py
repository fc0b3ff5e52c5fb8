"""A worker that dies or hangs loses what it holds to another, and lands nothing late."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.conversation import MessageReceived, ReplyComposed
from entrypoints.settings import Settings
from tests.sandbox.running import eventually
from tests.service.parts import Rack, RunningService, recorded
from tests.service.roles import Role
from tests.service.silence import Silence
from tests.service.webhooks import body, change, text

RIDDLE = body([change(text("wamid.L1", "15550109041", "qwrtz plmk vbnh?"))])
TAKEOVER = 15.0  # seconds


@pytest.fixture
def model() -> Iterator[Silence]:
    """A model that is asked what the rules do not understand, and never answers."""
    silence = Silence()
    yield silence
    silence.close()


@pytest.fixture
def thinking(told: dict[str, str], model: Silence, tmp_path: Path) -> Iterator[Role]:
    """A worker that asks the model."""
    asking = {**told, "XAI_API_URL": f"{model.url}/v1", "XAI_API_KEY": "key"}
    worker = Role("worker", asking, tmp_path / "thinking")
    yield worker
    worker.close()


@pytest.fixture
def other(told: dict[str, str], tmp_path: Path) -> Iterator[Role]:
    """A worker that asks nobody; it begins once the first one is at work."""
    worker = Role("worker", told, tmp_path / "other")
    yield worker
    worker.close()


@pytest.fixture
def seized(
    web: RunningService, thinking: Role, model: Silence, request: pytest.FixtureRequest
) -> float:
    """When the worker that holds the message was stopped or killed, in the middle of its turn."""
    assert web.post(RIDDLE).status_code == 200
    model.called()
    thinking.signal(request.param)
    return time.monotonic()


@pytest.mark.parametrize("seized", [signal.SIGSTOP, signal.SIGKILL], indirect=True)
@pytest.mark.usefixtures("web")
def test_another_worker_takes_over_in_time(
    rack: Rack, settings: Settings, seized: float, other: Role
) -> None:
    eventually(lambda: recorded(rack, settings, ReplyComposed), within=TAKEOVER + 5)

    assert time.monotonic() - seized < TAKEOVER
    assert "lost" not in other.output


@pytest.mark.parametrize("seized", [signal.SIGSTOP], indirect=True)
@pytest.mark.usefixtures("web", "seized", "other")
def test_a_worker_that_goes_on_too_late_changes_nothing(
    rack: Rack, settings: Settings, thinking: Role
) -> None:
    eventually(lambda: recorded(rack, settings, ReplyComposed), within=TAKEOVER + 5)

    thinking.signal(signal.SIGCONT)

    eventually(lambda: "a lease of inbox was lost" in thinking.output, within=20)
    assert len(recorded(rack, settings, MessageReceived)) == 1
    assert len(recorded(rack, settings, ReplyComposed)) == 1
