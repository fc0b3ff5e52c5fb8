"""SIGTERM ends the service in time, whatever hangs, and nothing that was in hand is lost."""

import asyncio
import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from application.ports import Append
from domain.conversation import MessageReceived, ReplyComposed
from entrypoints.settings import Settings
from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from tests.application.counter import STAMP
from tests.cli.recorded import BOOKED
from tests.mailboxes.server_owner import server_of
from tests.persistence.opened_log import opened_log
from tests.sandbox.running import eventually
from tests.service.parts import Outside, Rack, RunningService, recorded
from tests.service.process import START, Service
from tests.service.roles import Role
from tests.service.silence import Silence
from tests.service.webhooks import body, change, text

LONGEST_STOP = 9.0  # seconds, of the ten that are promised
LATER = 25.0  # seconds: what was leased comes to another after ten
PHONE = "15550109051"
RIDDLE = body([change(text("wamid.E1", PHONE, "qwrtz plmk vbnh?"))])


def alive(rack: Rack) -> bool:
    """Whether a worker's pulse is there."""
    with connect(rack.redis.url) as client:
        return bool(client.exists("{barbershop:0}:pulse"))


@pytest.mark.parametrize("role", ["worker", "run"])
def test_a_redis_that_hangs_delays_no_end(
    rack: Rack, told: dict[str, str], tmp_path: Path, role: str
) -> None:
    service = Role(role, told, tmp_path / "output")
    eventually(lambda: alive(rack), within=START)
    rack.redis.signal(signal.SIGSTOP)
    begun = time.monotonic()

    service.signal(signal.SIGTERM)

    code, took = service.ended(), time.monotonic() - begun
    rack.redis.signal(signal.SIGCONT)
    service.close()
    assert (code, "Traceback" in service.output) == (0, False)
    assert took < LONGEST_STOP


def test_a_redis_of_our_own_that_hangs_delays_no_end(own_service: Service) -> None:
    own_service.start()
    server = server_of(f"unix://{EmbeddedRedis(own_service.data).socket_path}")
    os.kill(server, signal.SIGSTOP)
    begun = time.monotonic()

    code = own_service.terminate()

    took = time.monotonic() - begun
    os.kill(server, signal.SIGCONT)
    assert code == 0
    assert took < LONGEST_STOP


@pytest.fixture
def silence() -> Iterator[Silence]:
    silence = Silence()
    yield silence
    silence.close()


def test_a_google_that_hangs_delays_no_end_and_its_letter_stays(
    rack: Rack, settings: Settings, told: dict[str, str], silence: Silence, tmp_path: Path
) -> None:
    key = Path(told["GOOGLE_SERVICE_ACCOUNT_FILE"])
    key.write_text(json.dumps({**json.loads(key.read_text()), "token_uri": f"{silence.url}/token"}))
    book(rack, settings)
    service = Role("worker", told, tmp_path / "output")
    silence.called()
    begun = time.monotonic()

    service.signal(signal.SIGTERM)

    code, took = service.ended(), time.monotonic() - begun
    service.close()
    with connect(rack.redis.url) as client:
        left = list(client.scan_iter(match="{barbershop:0}:mail:calendar:*"))
    assert code == 0
    assert took < LONGEST_STOP
    assert left == [f"{{barbershop:0}}:mail:calendar:appointment:{BOOKED.appointment_id}".encode()]


@pytest.fixture
def sending(told: dict[str, str], settings: Settings, outside: Outside) -> dict[str, str]:
    """The environment of a worker whose messages arrive."""
    return {
        **told,
        "WHATSAPP_API_URL": f"http://127.0.0.1:{outside.port}/sandbox/graph",
        "WHATSAPP_ACCESS_TOKEN": settings.whatsapp_access_token,
    }


@pytest.fixture
def holding(
    rack: Rack, web: RunningService, sending: dict[str, str], silence: Silence
) -> Iterator[Role]:
    """A worker in the middle of a turn: it has asked a model that says nothing."""
    asking = {**sending, "XAI_API_URL": f"{silence.url}/v1", "XAI_API_KEY": "key"}
    worker = Role("worker", asking, rack.folder / "holding")
    assert web.post(RIDDLE).is_success
    silence.called()
    yield worker
    worker.close()


def test_what_was_in_hand_while_redis_hung_is_answered_once_after_the_next_start(
    rack: Rack,
    settings: Settings,
    sending: dict[str, str],
    outside: Outside,
    silence: Silence,
    holding: Role,
) -> None:
    rack.redis.signal(signal.SIGSTOP)
    silence.close()  # so that the turn goes on without the model, to a log that hangs
    begun = time.monotonic()

    holding.signal(signal.SIGTERM)

    code, took = holding.ended(), time.monotonic() - begun
    rack.redis.signal(signal.SIGCONT)
    after = Role("worker", sending, rack.folder / "after")
    eventually(lambda: outside.heard(PHONE), within=LATER)
    eventually(lambda: not unanswered(rack), within=LATER)
    after.close()
    assert (code, "Traceback" in holding.output) == (0, False)
    assert took < LONGEST_STOP
    assert len(recorded(rack, settings, MessageReceived)) == 1
    assert len(recorded(rack, settings, ReplyComposed)) == 1
    assert len(outside.heard(PHONE)) == 1


def unanswered(rack: Rack) -> list[bytes]:
    """The mailboxes of customers that hold letters."""
    with connect(rack.redis.url) as client:
        return list(client.scan_iter(match="{barbershop:0}:mail:inbox:*"))


def book(rack: Rack, settings: Settings) -> None:
    """Record an appointment, which calls for a calendar entry."""
    stream = f"appointment:{BOOKED.appointment_id}"
    append = Append(stream=stream, expected=0, events=(BOOKED,))
    with opened_log(rack.redis.url, settings.master_key) as log:
        asyncio.run(log.append([append], STAMP))
