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
