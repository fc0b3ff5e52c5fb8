"""A time picks its row; a day or a barber alone asks for more of that day or barber."""

import datetime as dt

import pytest

from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize("text", ["friday", "el viernes", "el biernes mejor", "on friday pls"])
def test_a_day_alone_narrows_to_that_day(text: str) -> None:
    reading = read(text, context("en", "offer"))

    assert (reading.intents, reading.choice) == (("book",), None)
    assert reading.day == dt.date(2025, 11, 14)


@pytest.mark.parametrize("text", ["luis", "with luis", "con Luis"])
def test_a_barber_alone_narrows_to_that_barber(text: str) -> None:
    reading = read(text, context("en", "offer"))

    assert (reading.intents, reading.choice, reading.barber) == (("book",), None, "luis")


@pytest.mark.parametrize(
    "text", ["the friday one", "la del viernes", "the one with luis", "la de luis", "friday 5:30"]
)
def test_the_row_that_is_pointed_at_is_picked(text: str) -> None:
    reading = read(text, context("en", "offer"))

    assert (reading.intents, reading.choice) == (("choose",), 2)


@pytest.mark.parametrize(
    "text", ["with anyone but luis friday at 11", "cualquiera menos Luis el viernes"]
)
def test_anyone_but_somebody_does_not_take_the_first_row(text: str) -> None:
    reading = read(text, context("en", "offer"))

    assert (reading.intents, reading.choice) == (("book",), None)
    assert reading.barbers_refused == ("luis",)


@pytest.mark.parametrize(
    ("text", "choice"), [("y media", 2), ("la de y media", 2), ("menos veinte mejor", None)]
)
def test_the_minutes_alone_pick_the_only_time_that_has_them(text: str, choice: int | None) -> None:
    reading = read(text, context("es", "offer"))

    assert reading.choice == choice


@pytest.mark.parametrize(
    ("text", "choice"),
    [("11", 0), ("11 pls", 0), ("315", 1), ("the friday", 2), ("Friday it is", 2)],
)
def test_an_hour_or_the_day_of_one_row_picks_it(text: str, choice: int) -> None:
    reading = read(text, context("en", "offer"))

    assert (reading.intents, reading.choice) == (("choose",), choice)


def test_a_question_after_an_hour_on_the_screen_is_about_that_hour_and_no_date() -> None:
    reading = read("is the 11 still there", context("en", "offer"))

    assert (reading.intents, reading.day, reading.time) == (("availability",), None, dt.time(11))


@pytest.mark.parametrize("text", ["none of them any good", "cant do any of them"])
def test_what_refuses_every_row_picks_none(text: str) -> None:
    assert read(text, context("en", "offer")).choice is None
