"""Replies on their way to a WhatsApp that fails: each comes once, or is listed for a person."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec
import pytest

from domain.conversation import ReplyDoubted, ReplyProgressed, ReplySent
from entrypoints.settings import Settings
from infrastructure.sandbox.clock import SandboxClock
from tests.sandbox.faulting import SEND
from tests.sandbox.running import eventually
from tests.service.parts import Outside, Rack, RunningService, recorded
from tests.service.process import NOW, free_port
from tests.service.staff import Staff

ANA = "15550109071"
HOURS, HELLO = "What time do you open?", "hello"
CUT: dict[str, object] = {"service": "graph", "when": SEND, "cut": "after"}
NO_STATUS: dict[str, object] = {"service": "webhooks", "when": "statuses", "deliver": "never"}
FAILED_LATER: dict[str, object] = {
    "service": "webhooks",
    "when": "statuses */sent",
    "deliver": "failed",
    "times": 1,
}
PATIENCE = 20.0


@pytest.fixture(autouse=True)
def service(rack: Rack, settings: Settings, outside: Outside) -> Iterator[RunningService]:
    calling = msgspec.structs.replace(
        settings,
        whatsapp_api_url=f"http://127.0.0.1:{outside.port}/sandbox/graph",
        google_calendar_api_url=f"http://127.0.0.1:{free_port()}/",
        longest_doubt=timedelta(seconds=2),
    )
    SandboxClock(settings.data_dir / "clock", "America/New_York").set(datetime.fromisoformat(NOW))
    running = RunningService(calling, rack.redis.url)
    running.start()
    yield running
    running.close()


def faults(outside: Outside, *standing: dict[str, object]) -> None:
    answer = outside.http.put("/sandbox/faults", json=standing)
    assert answer.status_code == 200, answer.text


def heard(outside: Outside, count: int) -> list[str]:
    """The answers, once there are so many."""
    return eventually(
        lambda: found if len(found := outside.heard(ANA)) >= count else [], within=PATIENCE
    )


def test_a_reply_whose_answer_was_lost_comes_once_and_its_status_tells(
    rack: Rack, settings: Settings, outside: Outside, staff: Staff
) -> None:
    faults(outside, CUT)
    outside.say(ANA, HELLO)
    heard(outside, 1)
    faults(outside)

    outside.say(ANA, HOURS)

    first, second = heard(outside, 2)
    assert (HOURS in first, "Opening hours:" in second) == (False, True)
    assert recorded(rack, settings, ReplyDoubted) == []
    told = eventually(lambda: recorded(rack, settings, ReplyProgressed))
    sent = eventually(lambda: recorded(rack, settings, ReplySent))
    assert len({one.reply_id for one in told} | {one.reply_id for one in sent}) == 2
    assert staff.listed() == []


def test_a_reply_whose_status_is_lost_too_is_listed_as_in_doubt_and_comes_once(
    outside: Outside, service: RunningService, staff: Staff
) -> None:
    faults(outside, CUT, NO_STATUS)
    outside.say(ANA, HELLO)
    heard(outside, 1)

    (letter,) = eventually(staff.listed, within=PATIENCE)

    assert (letter["queue"], letter["why"]) == ("outbox", "in doubt")
    assert service.readiness()[1]["dead_letters"] == {"outbox": 1}
    assert len(outside.heard(ANA)) == 1


def test_what_is_in_doubt_is_sent_again_when_a_person_says_so(
    outside: Outside, staff: Staff
) -> None:
    faults(outside, CUT, NO_STATUS)
    outside.say(ANA, HELLO)
    (letter,) = eventually(staff.listed, within=PATIENCE)
    faults(outside)

    staff.does("retry", str(letter["id"]))

    first, second = heard(outside, 2)
    assert first == second
    assert staff.listed() == []


def test_later_replies_go_on_past_one_that_is_in_doubt(outside: Outside, staff: Staff) -> None:
    faults(outside, CUT, NO_STATUS)
    outside.say(ANA, HELLO)
    eventually(staff.listed, within=PATIENCE)
    faults(outside)

    outside.say(ANA, HOURS)

    assert "Opening hours:" in heard(outside, 2)[1]


def test_a_token_that_is_refused_pauses_the_number_and_health_tells(
    outside: Outside, service: RunningService, staff: Staff
) -> None:
    faults(outside, {"service": "graph", "when": SEND, "status": 401})
    outside.say(ANA, HELLO)

    paused = eventually(lambda: service.readiness()[1]["paused"], within=PATIENCE)

    assert paused == {"105000000000002": 190}
    assert service.readiness()[0] == 200
    assert staff.listed() == []
    assert outside.heard(ANA) == []


def test_a_number_that_was_mended_sends_at_once_when_staff_let_it_try(
    outside: Outside, service: RunningService, staff: Staff
) -> None:
    faults(outside, {"service": "graph", "when": SEND, "status": 401})
    outside.say(ANA, HELLO)
    eventually(lambda: service.readiness()[1]["paused"], within=PATIENCE)
    faults(outside)

    staff.does("resume", "105000000000002")

    assert len(heard(outside, 1)) == 1
    assert service.readiness()[1]["paused"] == {}


def test_a_number_that_was_mended_sends_at_once_after_a_start(
    outside: Outside, service: RunningService
) -> None:
    faults(outside, {"service": "graph", "when": SEND, "status": 401})
    outside.say(ANA, HELLO)
    eventually(lambda: service.readiness()[1]["paused"], within=PATIENCE)
    service.stop()
    faults(outside)

    service.start()

    assert len(heard(outside, 1)) == 1


def test_a_payment_that_is_told_missing_later_pauses_the_number(
    outside: Outside, service: RunningService, staff: Staff
) -> None:
    faults(outside, FAILED_LATER | {"code": 131042})

    outside.say(ANA, HELLO)

    paused = eventually(lambda: service.readiness()[1]["paused"], within=PATIENCE)
    assert paused == {"105000000000002": 131042}
    assert staff.listed() == []


def test_a_reply_that_is_told_later_as_refused_waits_for_a_person_who_sends_it_again(
    outside: Outside, staff: Staff
) -> None:
    faults(outside, FAILED_LATER | {"code": 131009})
    outside.say(ANA, HELLO)
    (letter,) = eventually(staff.listed, within=PATIENCE)
    faults(outside)

    staff.does("retry", str(letter["id"]))

    first, second = heard(outside, 2)
    assert (letter["queue"], letter["why"]) == ("outbox", "refused:131009")
    assert first == second
    assert staff.listed() == []


def test_a_reply_that_must_wait_comes_after_that_time(outside: Outside, staff: Staff) -> None:
    faults(
        outside,
        {
            "service": "graph",
            "when": SEND,
            "status": 429,
            "headers": {"Retry-After": 1},
            "times": 1,
        },
    )

    outside.say(ANA, HELLO)

    heard(outside, 1)
    assert staff.listed() == []
