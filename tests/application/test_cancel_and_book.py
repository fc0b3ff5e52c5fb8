"""Cancelling one visit and booking another instead, in one message."""

import datetime as dt

import pytest

from domain.appointment import AppointmentMoved
from tests.application.counter import Counter, Writer, at

FRIDAY = dt.date(2026, 11, 27)
HOLDING = ("Confirm", "Other time", "Not now")


@pytest.fixture(autouse=True)
async def booked(ana: Writer) -> str:
    return await ana.says("Book a haircut with Ana tomorrow at 2pm")


async def test_another_service_is_held_once_the_old_visit_is_cancelled(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("cancel tomorrow's haircut and book a shave on friday at 4pm instead")
    assert ana.titles == ("Cancel it", "Move it", "Keep it")
    assert await counter.cancelled() == ()

    said = await ana.taps("Cancel it")

    assert "Cancelled" in said
    assert "I'm holding *Friday 27 November, 4:00 pm*" in said
    assert "Shave, 30 min" in said
    assert (len(await counter.cancelled()), ana.titles) == (1, HOLDING)
    await ana.taps("Confirm")
    assert [(one.start, one.services) for one in await counter.booked()][1:] == [
        (at("16:00", FRIDAY), ("shave",))
    ]


async def test_the_same_service_is_moved(counter: Counter, ana: Writer) -> None:
    await ana.says("cancel tomorrow's haircut and book a haircut on friday at 4pm instead")
    await ana.taps("Confirm")

    assert [one.start for one in await counter.events(AppointmentMoved)] == [at("16:00", FRIDAY)]
    assert await counter.cancelled() == ()


async def test_a_visit_that_is_cancelled_for_nothing_else_ends_the_talk(ana: Writer) -> None:
    await ana.says("how much is a shave?")
    await ana.says("cancel my appointment")

    await ana.taps("Cancel it")

    assert ana.titles == ("Book", "My appointments", "Talk to a person")
