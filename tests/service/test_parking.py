"""A message that makes the worker fail five times: its own conversation waits, and nobody else's."""

from collections.abc import Iterator
from datetime import datetime

import msgspec
import pytest
from dependency_injector import providers

from application.fallback_interpreter import RuleInterpreter
from application.ports import Asker
from application.understanding.reading import Context, Reading
from domain.conversation import Line, MessageReceived, PersonCalled
from entrypoints.container import Container
from entrypoints.settings import Settings
from infrastructure.sandbox.clock import SandboxClock
from tests.application.counter import text
from tests.sandbox.running import eventually
from tests.service.parts import Outside, Rack, RunningService, recorded
from tests.service.process import NOW, free_port
from tests.service.staff import Staff

ANA, LEO, EVA = "15550109051", "15550109052", "15550109053"
POISON, HOURS = "boom", "What time do you open?"
SORRY = text("sorry")
PATIENCE = 20.0  # seconds, of which five tries take up to eight


class FaultyInterpreter:
    """Reads by the rules, and breaks over one word until it is mended."""

    def __init__(self) -> None:
        self.is_mended = False
        self._rules = RuleInterpreter()

    async def read(
        self, text: str, context: Context, lines: tuple[Line, ...], *, asker: Asker
    ) -> Reading:
        if POISON in text and not self.is_mended:
            raise ZeroDivisionError
        return await self._rules.read(text, context, lines, asker=asker)


@pytest.fixture
def interpreter() -> FaultyInterpreter:
    return FaultyInterpreter()


@pytest.fixture(autouse=True)
def service(
    rack: Rack, settings: Settings, outside: Outside, interpreter: FaultyInterpreter
) -> Iterator[RunningService]:
    base = f"http://127.0.0.1:{outside.port}/sandbox"
    calling = msgspec.structs.replace(
        settings,
        whatsapp_api_url=f"{base}/graph",
        google_calendar_api_url=f"http://127.0.0.1:{free_port()}/",
    )
    SandboxClock(settings.data_dir / "clock", "America/New_York").set(datetime.fromisoformat(NOW))

    def break_it(container: Container) -> None:
        container.interpreter.override(providers.Object(interpreter))

    running = RunningService(calling, rack.redis.url, change=break_it)
    running.start()
    yield running
    running.close()


def parked(outside: Outside, staff: Staff, phone: str = ANA) -> str:
    """Let a message of that customer park its conversation, and tell the dead letter's id."""
    outside.say(phone, POISON)
    (found,) = eventually(lambda: staff.listed("--queue", "inbox"), within=PATIENCE)
    return str(found["id"])


def heard(outside: Outside, phone: str, count: int) -> list[str]:
    """The answers, once there are so many."""
    return eventually(
        lambda: found if len(found := outside.heard(phone)) >= count else [], within=PATIENCE
    )


def test_the_customer_gets_one_apology_and_others_are_answered(
    rack: Rack, settings: Settings, outside: Outside, staff: Staff
) -> None:
    letter = parked(outside, staff)
    outside.say(ANA, HOURS)
    outside.say(LEO, HOURS)

    (of_leo,) = heard(outside, LEO, 1)

    (shown,) = staff.listed()
    assert (shown["id"], shown["kind"], shown["attempts"]) == (letter, "parked", 5)
    assert shown["why"] == "fault:ZeroDivisionError"
    assert "Opening hours:" in of_leo
    assert [SORRY in one for one in heard(outside, ANA, 1)] == [True]
    assert [one.why for one in recorded(rack, settings, PersonCalled)] == ["parked"]


def test_after_a_retry_all_messages_are_answered_in_order(
    rack: Rack,
    settings: Settings,
    outside: Outside,
    staff: Staff,
    interpreter: FaultyInterpreter,
) -> None:
    letter = parked(outside, staff)
    heard(outside, ANA, 1)
    outside.say(ANA, HOURS)
    interpreter.is_mended = True

    staff.does("retry", letter)

    _, answer = heard(outside, ANA, 2)
    assert "Opening hours:" in answer
    assert [one.text for one in recorded(rack, settings, MessageReceived)] == [POISON, HOURS]
    assert staff.listed() == []


def test_after_a_drop_the_conversation_goes_on_without_the_message(
    rack: Rack, settings: Settings, outside: Outside, staff: Staff
) -> None:
    letter = parked(outside, staff)
    heard(outside, ANA, 1)
    outside.say(ANA, HOURS)

    staff.does("drop", letter, "--yes")

    _, answer = heard(outside, ANA, 2)
    assert "Opening hours:" in answer
    assert [one.text for one in recorded(rack, settings, MessageReceived)] == [HOURS]
    assert staff.listed() == []


def test_a_message_that_fails_again_after_a_retry_parks_again_without_a_second_apology(
    outside: Outside, staff: Staff
) -> None:
    letter = parked(outside, staff)
    heard(outside, ANA, 1)

    staff.does("retry", letter)

    (again,) = eventually(lambda: staff.listed("--queue", "inbox"), within=PATIENCE)
    assert again["id"] != letter
    outside.say(EVA, HOURS)
    heard(outside, EVA, 1)
    assert len(outside.heard(ANA)) == 1


def test_of_texts_that_are_taken_together_only_the_one_at_fault_parks(
    rack: Rack, settings: Settings, outside: Outside, staff: Staff
) -> None:
    outside.say(ANA, HOURS)
    parked(outside, staff)

    assert [one.text for one in recorded(rack, settings, MessageReceived)] == [HOURS]
    assert "Opening hours:" in heard(outside, ANA, 2)[0]
