"""Times told by the moment of reading, and by what somebody has to do then."""

import datetime as dt

import pytest

from application.understanding.reading import Language, TimeRange
from application.understanding.rules import read
from tests.understanding.shop import MORNING, WEDNESDAY, context

WEEK = dt.timedelta(days=7)


def _later(minutes: int) -> dt.time:
    return (dt.datetime.combine(WEDNESDAY, MORNING) + dt.timedelta(minutes=minutes)).time()


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [
        ("within the hour", "en", 60),
        ("in the next two hours", "en", 120),
        ("en la próxima media hora", "es", 30),
    ],
)
def test_within_so_long_is_a_range_from_now(text: str, language: Language, minutes: int) -> None:
    reading = read(text, context(language))

    assert reading.day == WEDNESDAY
    assert reading.times == TimeRange(start=MORNING, end=_later(minutes))


@pytest.mark.parametrize(
    ("text", "language"), [("between now and 2", "en"), ("de aquí a las 2", "es")]
)
def test_from_now_until_an_hour_is_a_range(text: str, language: Language) -> None:
    reading = read(text, context(language))

    assert reading.times == TimeRange(start=MORNING, end=dt.time(14))


@pytest.mark.parametrize(
    ("text", "language"),
    [("this time next week", "en"), ("la semana que viene a esta misma hora", "es")],
)
def test_this_time_of_another_week_is_the_same_day_of_it(text: str, language: Language) -> None:
    reading = read(text, context(language))

    assert reading.day == WEDNESDAY + WEEK
    assert reading.days is None


def test_not_at_this_time_names_no_time() -> None:
    reading = read("not at this time", context("en"))

    assert (reading.day, reading.time) == (None, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("i work 9 to 5, monday to friday", "en"),
        ("trabajo de lunes a viernes de 9 a 6", "es"),
    ],
)
def test_the_hours_of_work_are_no_wish(text: str, language: Language) -> None:
    reading = read(text, context(language))

    assert (reading.days, reading.time, reading.times) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "language", "time"),
    [
        ("my train gets in at 2 so say 3 on friday", "en", dt.time(15)),
        ("mi tren llega a las 2 así que a las 3 el viernes", "es", dt.time(15)),
        ("i start work at 10 so 9 would be good", "en", dt.time(9)),
    ],
)
def test_what_follows_from_a_reason_is_the_wish(
    text: str, language: Language, time: dt.time
) -> None:
    reading = read(text, context(language))

    assert reading.time == time
    assert reading.other_times == ()


def test_what_a_day_is_for_is_not_the_wish() -> None:
    reading = read("can i come friday so i look good on saturday", context("en"))

    assert reading.day == WEDNESDAY + dt.timedelta(days=2)


@pytest.mark.parametrize(
    ("text", "language", "times"),
    [
        ("before i pick up the kids at 3", "en", TimeRange(start=None, end=dt.time(15))),
        ("antes de recoger a los niños a las 3", "es", TimeRange(start=None, end=dt.time(15))),
        ("i'm busy until 3", "en", TimeRange(start=dt.time(15), end=None)),
        ("estoy liado hasta las 3", "es", TimeRange(start=dt.time(15), end=None)),
        ("i start at 10 on friday, so before that", "en", TimeRange(start=None, end=dt.time(10))),
    ],
)
def test_what_somebody_has_to_do_bounds_the_wish(
    text: str, language: Language, times: TimeRange
) -> None:
    reading = read(text, context(language))

    assert (reading.time, reading.times) == (None, times)
