"""A calendar that was last read too long ago is read before a time is confirmed."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from application.answer_messages import AnswerMessages
from application.fallback_interpreter import RuleInterpreter
from application.fresh_calendars import BUDGET, FreshCalendars
from domain.calendar_entry import CalendarConflictFound, CalendarUnread
from tests.application.counter import Writer, at
from tests.application.followed import Followed, followed
from tests.sandbox.faulting import switch_on
from tests.sandbox.running import RunningSandbox

ASKED = "Book haircut with Luis tomorrow at 2pm"
SHORT = timedelta(seconds=0.4)


@pytest.fixture
async def luis(silent_sandbox: RunningSandbox, empty_redis: Path) -> AsyncIterator[Followed]:
    async with followed(silent_sandbox, empty_redis, Followed) as made:
        answer_within(made, timedelta(seconds=20))
        yield made


def answer_within(luis: Followed, budget: timedelta) -> None:
    """Have the shop answer with so much time to read a calendar."""
    counter = luis.counter
    counter.answer = AnswerMessages(
        store=counter.store,
        interpreter=RuleInterpreter(),
        clock=counter.clock,
        identities=counter.identities,
        shops=counter.by_number,
        freshness=FreshCalendars(
            follow_calendar=luis.follow, rounds=luis.rounds, clock=counter.clock, budget=budget
        ),
    )


@pytest.fixture
def ana(luis: Followed) -> Writer:
    return luis.counter.customer()


async def test_a_calendar_that_was_never_read_is_read_before_a_booking(
    luis: Followed, ana: Writer
) -> None:
    luis.enters(at("14:00"), at("15:00"))

    said = await ana.says(ASKED)

    assert await luis.counter.booked() == ()
    assert "Luis is busy" in said


async def test_a_calendar_that_was_read_within_five_minutes_is_not_read_again(
    luis: Followed, ana: Writer
) -> None:
    await luis.sync()
    luis.counter.clock.forward(timedelta(minutes=5))

    await ana.says(ASKED)

    assert len(await luis.counter.booked()) == 1
    assert len(luis.reads()) == 1


async def test_a_calendar_that_is_stale_is_read_before_a_held_time_is_confirmed(
    luis: Followed, ana: Writer
) -> None:
    await luis.sync()
    await ana.says("Book haircut with Luis tomorrow")
    await ana.says("2pm")
    luis.enters(at("14:00"), at("15:00"))
    luis.counter.clock.forward(timedelta(minutes=6))

    await ana.taps("Confirm")

    assert await luis.counter.booked() == ()


async def test_a_move_reads_the_calendar_of_the_new_time(luis: Followed, ana: Writer) -> None:
    await ana.says(ASKED)
    await ana.says("move my appointment to tomorrow at 4pm")
    luis.enters(at("16:00"), at("17:00"))
    luis.counter.clock.forward(timedelta(minutes=6))

    await ana.taps("Confirm")

    assert await luis.counter.moved() == ()


@pytest.mark.parametrize("fault", [{"delay_ms": 3000}, {"status": 503}, {"status": 404}])
async def test_a_booking_survives_a_calendar_that_cannot_be_read_and_that_is_recorded(
    luis: Followed, ana: Writer, fault: dict[str, object]
) -> None:
    switch_on(luis.sandbox, {"service": "google", **fault})
    answer_within(luis, SHORT)

    await ana.says(ASKED)

    switch_on(luis.sandbox)
    assert len(await luis.counter.booked()) == 1
    assert await luis.counter.events(CalendarUnread) == (
        CalendarUnread(calendar_id=luis.calendar_id),
    )


async def test_a_booking_does_not_wait_for_ever_for_somebody_who_reads_the_calendar(
    luis: Followed, ana: Writer
) -> None:
    await luis.rounds.hold(luis.calendar_id)
    answer_within(luis, SHORT)

    await ana.says(ASKED)

    assert len(await luis.counter.booked()) == 1
    assert len(await luis.counter.events(CalendarUnread)) == 1


async def test_an_appointment_confirmed_unread_gets_its_conflict_once_the_calendar_is_read(
    luis: Followed, ana: Writer
) -> None:
    luis.enters(at("14:00"), at("15:00"))
    switch_on(luis.sandbox, {"service": "google", "status": 503})
    await ana.says(ASKED)
    switch_on(luis.sandbox)

    await luis.sync()

    assert len(await luis.counter.events(CalendarConflictFound)) == 1
    assert not await luis.offers(at("14:30"))


def test_a_confirmation_waits_two_seconds_for_a_calendar() -> None:
    assert timedelta(seconds=2) == BUDGET
