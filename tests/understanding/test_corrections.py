"""What is corrected or refused does not stand beside what is wished."""

import datetime as dt

import pytest

from application.understanding.rules import read
from tests.understanding.shop import context

THURSDAY, FRIDAY, SATURDAY = (dt.date(2025, 11, day) for day in (13, 14, 15))


@pytest.mark.parametrize(
    "text",
    [
        "no, not friday, saturday",
        "friday, no wait, saturday",
        "no el viernes sino el sábado",
        "el viernes no, el savado",
        "not firday, saturday",
    ],
)
def test_the_day_that_corrects_is_the_day(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.day, reading.other_days) == (SATURDAY, ())


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow at 4, sorry i meant 5",
        "tomorrow at 4, no, at 5",
        "mañana a las 4, perdón, a las 5",
        "mañana no a las 4 sino a las 5",
    ],
)
def test_the_time_that_corrects_is_the_time(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.day, reading.time, reading.other_times) == (THURSDAY, dt.time(17), ())


@pytest.mark.parametrize("text", ["tomorrow at 1730", "1730 tomorrow", "mañana 1730"])
def test_four_figures_beside_a_day_are_a_time(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.day, reading.time) == (THURSDAY, dt.time(17, 30))


@pytest.mark.parametrize("text", ["friday 2025", "el viernes 2026"])
def test_a_year_beside_a_day_is_no_time(text: str) -> None:
    reading = read(text, context("en"))

    assert reading.time is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("a las 12 de la mañana", dt.time(12)),
        ("a las 12:30 de la mañana", dt.time(12, 30)),
        ("a las doce de la mañana", dt.time(12)),
        ("a las 12 de la noche", dt.time(0)),
        ("como a las 4 y media mañana", dt.time(16, 30)),
    ],
)
def test_twelve_and_half_past_are_read_as_spoken(text: str, time: dt.time) -> None:
    reading = read(text, context("es"))

    assert (reading.time, reading.other_times) == (time, ())


@pytest.mark.parametrize(("text", "people"), [("somos 2", 2), ("party of three", 3)])
def test_a_number_of_people_alone_is_a_wish_to_book(text: str, people: int) -> None:
    reading = read(text, context("es"))

    assert (reading.intents, reading.people) == (("book",), people)
