"""Holidays, and days told by another one beside them."""

import datetime as dt

import pytest

from application.understanding.reading import Language
from application.understanding.rules import read
from tests.understanding.shop import WEDNESDAY, context

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("christmas eve", dt.date(2025, 12, 24)),
        ("on new year's eve please", dt.date(2025, 12, 31)),
        ("en nochebuena", dt.date(2025, 12, 24)),
        ("valentines day", dt.date(2026, 2, 14)),
        ("san valentín", dt.date(2026, 2, 14)),
    ],
)
def test_a_holiday_is_its_next_date(text: str, day: dt.date) -> None:
    reading = read(text, context("en"))

    assert reading.day == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("my wedding is on the 21st, can i come the day before?", dt.date(2025, 11, 20)),
        ("not tomorrow, the day after", WEDNESDAY + 2 * DAY),
        ("a couple of days after tomorrow", WEDNESDAY + 3 * DAY),
        ("two fridays from now", dt.date(2025, 11, 21)),
        ("friday fortnight", dt.date(2025, 11, 28)),
        ("tomorrow week", WEDNESDAY + 8 * DAY),
    ],
)
def test_a_day_is_told_by_the_one_beside_it(text: str, day: dt.date) -> None:
    reading = read(text, context("en"))

    assert (reading.day, reading.other_days) == (day, ())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("within the next 3 days", WEDNESDAY, WEDNESDAY + 3 * DAY),
        ("i need a cut before my wedding on the 20th", WEDNESDAY, dt.date(2025, 11, 19)),
        ("thurs-sat", WEDNESDAY + DAY, WEDNESDAY + 3 * DAY),
        ("10th-12th", dt.date(2025, 12, 10), dt.date(2025, 12, 12)),
        ("12/20-12/24", dt.date(2025, 12, 20), dt.date(2025, 12, 24)),
        ("dec 2025", dt.date(2025, 12, 1), dt.date(2025, 12, 31)),
    ],
)
def test_days_are_told_by_their_ends(text: str, first: dt.date, last: dt.date) -> None:
    reading = read(text, context("en"))

    assert reading.days is not None
    assert (reading.days.first, reading.days.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("friday or saturday next week", dt.date(2025, 11, 21)),
        ("next week friday or saturday", dt.date(2025, 11, 21)),
    ],
)
def test_two_weekdays_share_the_week_that_is_named(text: str, day: dt.date) -> None:
    reading = read(text, context("en"))

    assert (reading.day, reading.other_days) == (day, (day + DAY,))


@pytest.mark.parametrize(
    "text",
    [
        "the 12 apostles",
        "the second floor please",
        "my 2nd visit here",
        "the barber on 5th street",
        "i sat down for a minute",
        "mon ami is french",
        "this is the 3rd time",
        "a 2 day trip",
    ],
)
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.day, reading.days) == (None, None)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("friday 4 or 5 in the afternoon", (dt.time(16), dt.time(17))),
        ("friday 5 or 6pm", (dt.time(17), dt.time(18))),
        ("friday 3ish or saturday morning", (dt.time(15),)),
    ],
)
def test_a_part_of_the_day_holds_for_its_own_times_only(
    text: str, times: tuple[dt.time, ...]
) -> None:
    reading = read(text, context("en"))

    assert (reading.time, *reading.other_times) == times


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("for 2 tonight at 6", dt.time(18)),
        ("a cut for 3 this afternoon at 5", dt.time(17)),
        ("can I come in for 5 this afternoon", dt.time(17)),
    ],
)
def test_the_people_before_a_part_of_the_day_are_no_hour(text: str, time: dt.time) -> None:
    reading = read(text, context("en"))

    assert (reading.time, reading.other_times) == (time, ())


@pytest.mark.parametrize(
    ("text", "time", "lang"),
    [
        ("I finish work at 5, can you do 5:30?", dt.time(17, 30), "en"),
        ("friday i'm off work at 2 so 2.30 works", dt.time(14, 30), "en"),
        ("my son finishes school at 3, can we come at 3:30", dt.time(15, 30), "en"),
        ("salgo de currar a las 5, puede ser 5 y media?", dt.time(17, 30), "es"),
    ],
)
def test_the_end_of_work_is_not_the_time_wished(text: str, time: dt.time, lang: Language) -> None:
    reading = read(text, context(lang))

    assert (reading.time, reading.other_times) == (time, ())


def test_the_first_thing_is_no_first_of_the_month() -> None:
    reading = read("1st thing monday", context("en"))

    assert (reading.day, reading.other_days) == (WEDNESDAY + 5 * DAY, ())


def test_a_time_left_out_of_all_is_not_wished() -> None:
    reading = read("anytime but 1pm", context("en"))

    assert reading.time is None
