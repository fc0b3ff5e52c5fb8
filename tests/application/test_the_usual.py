"""Who was here before finds what they mostly had first in the list."""

from datetime import timedelta

import pytest

from application.fallback_interpreter import RuleInterpreter
from tests.application.counter import DEMO, Counter, Writer, changed

A_DAY = timedelta(days=1)


@pytest.fixture
async def been_here(counter: Counter, ana: Writer) -> None:
    await ana.says("Book a haircut with Luis tomorrow at 2pm")
    counter.clock.forward(2 * A_DAY)


@pytest.mark.usefixtures("been_here")
async def test_the_usual_is_one_tap(counter: Counter, ana: Writer) -> None:
    await ana.says("book tomorrow at 4pm")
    row = ana.shown("The usual")
    assert (ana.titles[0], row.description) == ("The usual", "Haircut with Luis")

    said = await ana.taps("The usual")

    assert "I'm holding *Thursday 26 November, 4:00 pm* with Luis" in said
    await ana.taps("Confirm")
    assert [one.barber_id for one in await counter.booked()] == ["luis", "luis"]


@pytest.mark.usefixtures("been_here")
async def test_another_barber_who_was_asked_for_stays(ana: Writer) -> None:
    await ana.says("book something with Marco tomorrow at 4pm")

    assert "with Marco" in await ana.taps("The usual")


async def test_a_visit_that_lies_ahead_is_no_habit_yet(ana: Writer) -> None:
    await ana.says("Book a haircut with Luis tomorrow at 2pm")

    await ana.says("book friday at 4pm")

    assert ana.titles[0] == "Haircut"


@pytest.mark.usefixtures("been_here")
async def test_what_was_had_more_often_is_the_usual(counter: Counter, ana: Writer) -> None:
    for day in range(2):
        await ana.says(f"Book a shave with Marco tomorrow at {day + 2}pm")
        counter.clock.forward(2 * A_DAY)

    await ana.says("book tomorrow at 4pm")

    assert ana.shown("The usual").description == "Shave with Marco"


@pytest.mark.usefixtures("been_here")
async def test_what_the_shop_has_no_more_is_not_offered(counter: Counter, ana: Writer) -> None:
    kept = tuple(one for one in DEMO.barbers if one.id != "luis")
    counter.shop = changed(DEMO, barbers=kept)
    counter.answer = counter.answering(RuleInterpreter())

    await ana.says("book tomorrow at 4pm")

    assert ana.titles[0] == "Haircut"
