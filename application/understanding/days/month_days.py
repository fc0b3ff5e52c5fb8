"""Reads days with the name of their month: "3 December", "del 3 al 5 de marzo"."""

import datetime as dt

from application.understanding.days import dates
from application.understanding.days.almanac import Almanac, DayFound
from application.understanding.days.impossible import NO_SUCH_DAY, never
from application.understanding.days.numeric_days import YEAR_DIGITS, rolled
from application.understanding.days.steps import (
    clockish,
    day_number,
    has,
    periods_ahead,
    range_end,
    skip,
)
from application.understanding.reading import DayRange
from application.understanding.text.pieces import Row

_SEPARATORS = {"-", "/"}  # "20-Jul-2026"
_FIRST_YEAR, _LAST_YEAR = 1900, 2200  # "May 1st 1130" is a time
_FIRST_SPOKEN_YEAR = 2000  # "dos mil veintisiete", "twenty twenty-seven"


def day_and_month(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "3 December", "del 3 al 5 de marzo"."""
    start = skip(row, at, "the", "on", "from", "of", "between")
    first, place = day_number(row, start)
    if first is None:
        return None
    last_day, place = range_end(row, place, first, spread=has(row.between(at, start), "between"))
    place += row.at(place).text in _SEPARATORS and row.at(place + 1).glued
    place = skip(row, place, "of", "the")
    month = row.at(place).number("month")
    if month is None:
        return None
    return _dated(row, (at, place + 1), (month, first, last_day), almanac)


def month_and_day(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "December 3rd", "July 13 to 15"."""
    month = row.at(at).number("month")
    if month is None:
        return None
    comma = row.at(at + 1).text in {",", ".", *_SEPARATORS}
    first, place = day_number(row, skip(row, at + 1 + comma, "the"), dated=True)
    if first is None or (row.at(at).has("weekday") and row.at(skip(row, place, "of")).has("month")):
        return None  # "mar 8 dic" is a Tuesday
    last_day, place = range_end(row, place, first)
    return _dated(row, (at, place), (month, first, last_day), almanac)


def _dated(
    row: Row, place: tuple[int, int], said: tuple[int, int, int], almanac: Almanac
) -> DayFound | None:
    month, first_day, last_day = said
    year, end = _year(row, place[1])
    today = almanac.today
    if year is None:
        year, end = _relative_year(row, place[1], today)
    first = _in_month(today, year, month, first_day)
    last = _in_month(today, year, month, last_day)
    if last_day != first_day and first and last and first <= last:
        span = DayRange(first=first, last=last)
        return DayFound(first=place[0], last=end, why="dates", span=span)
    if any(never(month, day) or _missing(year, month, day) for day in (first_day, last_day)):
        return DayFound(first=place[0], last=end, why=NO_SUCH_DAY)
    days = () if first is None or last_day != first_day else (first,)
    inferred = year is None and rolled(days, today)
    return DayFound(first=place[0], last=end, why="date", days=days, inferred=inferred)


def _missing(year: int | None, month: int, day: int) -> bool:
    """Whether that very year has no such day."""
    return year is not None and dates.existing(year, month, day) is None


def _relative_year(row: Row, place: int, today: dt.date) -> tuple[int | None, int]:
    """As in "del año que viene", "of next year"."""
    start = skip(row, place, "of", "the", "next", "coming", "this")
    if not row.at(start).has("year_word"):
        return None, place
    end = start + 1 + row.at(start + 1).has("coming", "next")
    ahead, named = periods_ahead(row.between(place, end))
    return (today.year + ahead, end) if named else (None, place)


def _in_month(today: dt.date, year: int | None, month: int, day: int) -> dt.date | None:
    if year is None:
        return dates.next_on(today, month, day)
    return dates.in_year(today, year, month, day)


def _year(row: Row, place: int) -> tuple[int | None, int]:
    parted = row.at(place).text in {",", *_SEPARATORS}
    after = place + (row.at(place).has("of") or parted)
    spoken = (row.at(after).number("number") or 0) >= _FIRST_SPOKEN_YEAR and not row.at(
        after
    ).digits
    timed = clockish(row, after + 1) and not row.at(after + 1).has("part")
    written = row.at(after).digits == YEAR_DIGITS
    written &= _FIRST_YEAR <= (row.at(after).number("number") or 0) < _LAST_YEAR
    if (written or spoken) and not timed:
        return row.at(after).number("number"), after + 1
    return None, place


def whole_month(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "in December"."""
    dated = _of_a_year(row, at, almanac)
    if dated is not None:
        return dated
    month = row.at(at + 1).number("month")
    counted = row.at(at).has("of") and row.at(at - 1).has(
        "unit_days", "weekday"
    )  # "qué días de octubre"
    if not (counted or row.at(at).has("in", "this", "next", "for")) or month is None:
        return None
    if month_and_day(row, at + 1, almanac) is not None:
        return None
    if row.at(at + 1).has("verb") and not row.at(at).has("in"):
        return None
    ahead = (month - almanac.today.month) % dates.MONTHS
    span = dates.month_from(almanac.today, ahead)
    return DayFound(first=at, last=at + 2, why="month", span=span)


def _of_a_year(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "Dec 2026"."""
    month, today = row.at(at).number("month"), almanac.today
    year, end = _year(row, at + 1)
    if month is None or year is None:
        return None
    ahead = (year - today.year) * dates.MONTHS + month - today.month
    if not 0 <= ahead < 2 * dates.MONTHS:
        return None
    span = dates.month_from(today, ahead)
    return DayFound(first=at, last=end, why="month", span=span)
