"""Two days wished, each with a time of its own."""

import datetime as dt

import pytest

from application.understanding.reading import DayWish, Language, TimeRange
from application.understanding.rules import read
from tests.understanding.shop import WEDNESDAY, context

TOMORROW = WEDNESDAY + dt.timedelta(days=1)
FRIDAY = WEDNESDAY + dt.timedelta(days=2)
MORNING = TimeRange(start=dt.time(8), end=dt.time(12))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("tomorrow morning or failing that friday at 5", "en"),
        ("mañana por la mañana o si no el viernes a las 5", "es"),
    ],
)
def test_each_of_two_days_has_its_own_time(text: str, language: Language) -> None:
    reading = read(text, context(language))

    assert reading.day_wishes == (
        DayWish(day=TOMORROW, times=MORNING),
        DayWish(day=FRIDAY, time=dt.time(17)),
    )
    assert reading.other_days == (FRIDAY,)
    assert (reading.time, reading.times) == (None, MORNING)


def test_a_time_before_each_day_is_that_day_s() -> None:
    reading = read("at 4 tomorrow or at 10 on friday", context("en"))

    assert reading.day_wishes == (
        DayWish(day=TOMORROW, time=dt.time(16)),
        DayWish(day=FRIDAY, time=dt.time(10)),
    )


@pytest.mark.parametrize("text", ["friday or saturday after 3", "friday 4 or 5", "friday at 4"])
def test_a_time_of_all_the_days_is_no_day_s_own(text: str) -> None:
    reading = read(text, context("en"))

    assert reading.day_wishes == ()
