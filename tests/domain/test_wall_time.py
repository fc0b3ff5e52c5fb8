"""Wall-clock time, and the instants that it means where DST skips or repeats it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.interval import Interval
from domain.wall_time import instant, instant_or_next, local_day, local_minute, span

MADRID = ZoneInfo("Europe/Madrid")
HAVANA = ZoneInfo("America/Havana")
NUUK = ZoneInfo("America/Nuuk")
APIA = ZoneInfo("Pacific/Apia")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")

SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)
SKIPPED_DAY = date(2011, 12, 30)


def utc(*parts: int) -> datetime:
    year, month, day, hour, minute = parts
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def test_a_plain_minute_is_one_instant() -> None:
    assert instant(date(2026, 7, 1), 9 * 60, MADRID) == utc(2026, 7, 1, 7, 0)


def test_minute_1440_is_the_next_midnight() -> None:
    assert instant(date(2026, 7, 1), 1440, MADRID) == instant(date(2026, 7, 2), 0, MADRID)


@pytest.mark.parametrize("minute", [120, 150, 179])
def test_a_skipped_minute_is_no_instant(minute: int) -> None:
    assert instant(SPRING, minute, MADRID) is None
    assert instant_or_next(SPRING, minute, MADRID) == utc(2027, 3, 28, 1, 0)


def test_the_minutes_around_a_gap_are_instants() -> None:
    assert instant(SPRING, 119, MADRID) == utc(2027, 3, 28, 0, 59)
    assert instant(SPRING, 180, MADRID) == utc(2027, 3, 28, 1, 0)


def test_a_repeated_minute_means_its_first_occurrence() -> None:
    assert instant(AUTUMN, 150, MADRID) == utc(2026, 10, 25, 0, 30)


def test_the_second_occurrence_of_a_minute_is_no_minute() -> None:
    assert local_minute(utc(2026, 10, 25, 0, 30), MADRID) == 150
    assert local_minute(utc(2026, 10, 25, 1, 30), MADRID) is None
    assert local_minute(utc(2026, 10, 25, 2, 0), MADRID) == 180


def test_between_minutes_there_is_no_minute() -> None:
    noon = utc(2026, 7, 1, 10, 0)

    assert local_minute(noon + timedelta(seconds=1), MADRID) is None
    assert local_minute(noon + timedelta(microseconds=1), MADRID) is None


def test_a_span_over_a_gap_is_an_hour_shorter() -> None:
    assert span(SPRING, 60, 240, MADRID) == Interval(
        start=utc(2027, 3, 28, 0, 0), end=utc(2027, 3, 28, 2, 0)
    )


def test_a_span_inside_a_gap_is_nothing() -> None:
    assert span(SPRING, 125, 175, MADRID) is None


def test_a_span_that_begins_or_ends_in_a_gap_stops_at_it() -> None:
    gap = utc(2027, 3, 28, 1, 0)

    assert span(SPRING, 60, 150, MADRID) == Interval(start=utc(2027, 3, 28, 0, 0), end=gap)
    assert span(SPRING, 150, 240, MADRID) == Interval(start=gap, end=utc(2027, 3, 28, 2, 0))


def test_a_day_with_a_repeated_hour_has_twenty_five() -> None:
    whole = span(AUTUMN, 0, 1440, MADRID)

    assert whole is not None
    assert whole.length == timedelta(hours=25)


def test_a_day_without_midnight_begins_after_it() -> None:
    day = date(2027, 3, 14)

    assert instant(day, 0, HAVANA) is None
    assert span(day, 0, 1440, HAVANA) == Interval(
        start=utc(2027, 3, 14, 5, 0), end=utc(2027, 3, 15, 4, 0)
    )


def test_a_day_whose_last_hour_is_skipped_ends_before_it() -> None:
    day = date(2027, 3, 27)
    midnight = instant(date(2027, 3, 28), 0, NUUK)

    assert instant(day, 23 * 60 + 30, NUUK) is None
    assert span(day, 22 * 60, 1440, NUUK) == span(day, 22 * 60, 23 * 60 + 30, NUUK)
    assert instant_or_next(day, 23 * 60, NUUK) == midnight


def test_a_day_that_the_calendar_skips_has_no_time() -> None:
    assert instant(SKIPPED_DAY, 12 * 60, APIA) is None
    assert span(SKIPPED_DAY, 0, 1440, APIA) is None
    assert span(SKIPPED_DAY, 9 * 60, 19 * 60, APIA) is None


def test_the_day_before_a_skipped_day_ends_where_the_day_after_it_begins() -> None:
    before, after = (span(date(2011, 12, day), 0, 1440, APIA) for day in (29, 31))

    assert before is not None
    assert before.end == utc(2011, 12, 30, 10, 0)
    assert after == Interval(start=utc(2011, 12, 30, 10, 0), end=utc(2011, 12, 31, 10, 0))


def test_half_an_hour_can_be_skipped_or_repeated() -> None:
    assert instant(date(2026, 10, 4), 135, LORD_HOWE) is None
    assert instant(date(2026, 10, 4), 150, LORD_HOWE) == utc(2026, 10, 3, 15, 30)
    assert local_minute(utc(2027, 4, 3, 15, 0), LORD_HOWE) is None


def test_the_day_is_the_one_on_the_wall() -> None:
    assert local_day(utc(2026, 7, 1, 22, 30), MADRID) == date(2026, 7, 2)
