"""A question in the middle of a confirmation is answered, and the confirmation stays in reach."""

import datetime as dt

import pytest

from domain.conversation import PersonCalled
from domain.diary import TimeHeld
from tests.application.counter import Counter, Writer, at, text

HOLDING = ("Confirm", "Other time", "Not now")


@pytest.fixture(autouse=True)
async def held(ana: Writer) -> str:
    return await ana.says("haircut with marco tomorrow at 3")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("can I pay by card?", text("about.payment", owner="Sam")),
        ("do you take walk-ins?", text("about.walk_ins")),
        ("how much is a shave?", "Shave: $20, 30 min."),
        ("how much is it?", "Haircut: $25, 30 min."),
        ("what time do you open?", "Opening hours:"),
        ("where are you?", "We're at 118 West 72nd Street, New York, NY 10023."),
        ("thanks", text("thanks")),
        ("blorp zanahoria", text("unknown")),
        ("hello", "I'm holding"),
    ],
)
async def test_the_answer_stands_above_what_is_held_which_a_tap_still_books(
    counter: Counter, ana: Writer, asked: str, answer: str
) -> None:
    said = await ana.says(asked)

    assert answer in said
    assert said.count("I'm holding *Tuesday 24 November, 3:00 pm* with Marco") == 1
    assert ana.titles == HOLDING
    await ana.taps("Confirm")
    assert [one.start for one in await counter.booked()] == [at("15:00")]
    assert len(await counter.events(TimeHeld)) == 1


async def test_a_yes_after_the_answer_books_too(counter: Counter, ana: Writer) -> None:
    await ana.says("can I pay by card?")
    await ana.says("and what time do you close?")

    await ana.says("ok, confirm")

    assert [one.start for one in await counter.booked()] == [at("15:00")]


async def test_where_the_hold_has_ended_the_question_alone_is_answered(
    counter: Counter, ana: Writer
) -> None:
    counter.clock.forward(dt.timedelta(minutes=11))

    said = await ana.says("can I pay by card?")

    assert said == text("about.payment", owner="Sam")


async def test_after_other_times_were_asked_for_nothing_old_is_brought_back(ana: Writer) -> None:
    await ana.taps("Other time")

    said = await ana.says("can I pay by card?")

    assert said == text("about.payment", owner="Sam")


async def test_three_misses_call_a_person_in_a_confirmation_too(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("blorp")
    await ana.says("blorp blorp")

    await ana.says("blorp blorp blorp")

    assert len(await counter.events(PersonCalled)) == 1


async def test_a_question_in_the_middle_of_a_cancellation_leaves_it_in_reach(
    counter: Counter, ana: Writer
) -> None:
    await ana.taps("Confirm")
    await ana.says("cancel my appointment")

    said = await ana.says("where are you?")

    assert said.startswith("We're at 118 West 72nd Street")
    assert ana.titles == ("Cancel it", "Move it", "Keep it")
    await ana.says("yes")
    assert len(await counter.cancelled()) == 1
