"""Spans of time, parted at midnight."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.interval import Interval
from domain.local_days import parts

NEW_YORK = ZoneInfo("America/New_York")
FIRST, LAST = date(2026, 10, 1), date(2026, 12, 1)
DAY = timedelta(days=1)


def local(month: int, day: int, hour: int = 0) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=NEW_YORK).astimezone(UTC)


def interval(start: datetime, end: datetime) -> Interval:
    return Interval(start=start, end=end)


def test_what_lies_in_one_day_is_whole() -> None:
    lunch = interval(local(11, 24, 13), local(11, 24, 14))

    assert parts(lunch, NEW_YORK, FIRST, LAST) == {date(2026, 11, 24): lunch}


def test_what_crosses_midnights_is_parted_there() -> None:
    trip = interval(local(11, 24, 20), local(11, 26, 9))

    assert parts(trip, NEW_YORK, FIRST, LAST) == {
        date(2026, 11, 24): interval(local(11, 24, 20), local(11, 25)),
        date(2026, 11, 25): interval(local(11, 25), local(11, 26)),
        date(2026, 11, 26): interval(local(11, 26), local(11, 26, 9)),
    }


def test_what_ends_at_midnight_takes_nothing_of_the_next_day() -> None:
    day = interval(local(11, 24), local(11, 25))

    assert parts(day, NEW_YORK, FIRST, LAST) == {date(2026, 11, 24): day}


def test_the_day_on_which_the_clocks_go_back_has_25_hours() -> None:
    found = parts(interval(local(10, 31), local(11, 3)), NEW_YORK, FIRST, LAST)

    assert [one.length for one in found.values()] == [DAY, timedelta(hours=25), DAY]


def test_days_outside_are_left_out() -> None:
    long = interval(local(9, 1), local(12, 31))

    found = parts(long, NEW_YORK, FIRST, LAST)

    assert (min(found), max(found), len(found)) == (FIRST, LAST, 62)
    assert parts(interval(local(12, 2), local(12, 3)), NEW_YORK, FIRST, LAST) == {}
