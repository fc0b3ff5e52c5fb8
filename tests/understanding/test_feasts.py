"""The feasts that move with Easter."""

import datetime as dt

import pytest

from application.understanding.days.feasts import easter
from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize(
    "day",
    [
        dt.date(2000, 4, 23),
        dt.date(2008, 3, 23),
        dt.date(2011, 4, 24),
        dt.date(2025, 4, 20),
        dt.date(2026, 4, 5),
        dt.date(2027, 3, 28),
        dt.date(2038, 4, 25),
    ],
)
def test_easter_is_where_the_calendars_have_it(day: dt.date) -> None:
    found = easter(day.year)

    assert found == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("easter monday", dt.date(2026, 4, 6)),
        ("el lunes de pascua", dt.date(2026, 4, 6)),
        ("el jueves santo", dt.date(2026, 4, 2)),
    ],
)
def test_a_feast_is_its_next_date(text: str, day: dt.date) -> None:
    reading = read(text, context("es"))

    assert reading.day == day


@pytest.mark.parametrize("text", ["after the bank holiday weekend", "después del puente"])
def test_a_weekend_that_differs_by_place_is_not_guessed(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.day, reading.days) == (None, None)
