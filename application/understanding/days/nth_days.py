"""Reads days counted within a month: "the second Tuesday of March", "el último viernes del mes"."""

import calendar
import datetime as dt
from collections.abc import Iterator

from application.understanding.days import dates
from application.understanding.days.almanac import Almanac, DayFound
from application.understanding.days.dates import MONTHS, WEEK, first_of_month
from application.understanding.days.steps import periods_ahead, skip
from application.understanding.reading import DayRange
from application.understanding.text.pieces import Piece, Row

_SATURDAY = 5
_NOUNS = ("weekday", "weekend", "week", "unit_days", "fortnight")
_HALF = 15  # days
_MOST_WEEKS = 9
_MOST = 31
_LAST = -1
_A_DAY = dt.timedelta(days=1)
_YEAR_DIGITS = 4
_FIRST_YEAR = 2000


def nth_day(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "the first Monday of next month", "el último día de mayo", "la 2da semana de abril"."""
    nth, place = _nth(row, skip(row, at, "the", "on"))
    several = row.at(place).number("number") if row.at(place + 1).has("week", "unit_days") else None
    if nth in {1, _LAST} and several is not None:
        return _several(row, (at, place + 1), (nth, several), almanac)
    noun = row.at(place)
    if nth is None or not noun.has(*_NOUNS):
        return None
    month = place + 1 + row.at(place + 1).has("part")  # "the first Monday morning of June"
    firsts, end = _months(row, month, almanac.today)
    if not end and noun.has("fortnight") and row.at(at).has("ordinal", "number", "last_of"):
        first = first_of_month(almanac.today, 0)
        firsts, end = iter((first, first_of_month(almanac.today, 1))), place + 1
    year = skip(row, month, "of", "the", "this")
    if not end and nth == _LAST and row.at(year).has("year_word"):
        firsts, end = iter((almanac.today.replace(month=MONTHS, day=1),)), year + 1
    days = (_within(first, noun, nth) for first in firsts)
    coming = next((span for span in days if span and span.last >= almanac.today), None)
    if not end:
        return None
    if coming is None:
        return DayFound(first=at, last=end, why="day within a month")
    if noun.has("weekend", "week", "fortnight"):
        span = DayRange(first=max(coming.first, almanac.today), last=coming.last)
        return DayFound(
            first=at, last=end, why="days within a month", span=span, inferred=noun.has("week")
        )
    return DayFound(first=at, last=end, why="day within a month", days=(coming.first,))


def _several(
    row: Row, place: tuple[int, int], said: tuple[int, int], almanac: Almanac
) -> DayFound | None:
    """As in "the first two weeks of March", "los últimos tres días del mes"."""
    at, noun = place
    nth, count = said
    length = count * (row.at(noun).number("unit_days") or 1)
    firsts, end = _months(row, noun + 1, almanac.today)
    for first in firsts if end and 0 < length <= _MOST else ():
        after = first_of_month(first, 1)
        start = first if nth == 1 else after - length * _A_DAY
        last = min(start + (length - 1) * _A_DAY, after - _A_DAY)
        if last >= almanac.today:
            span = DayRange(first=max(start, almanac.today), last=last)
            return DayFound(first=at, last=end, why="days within a month", span=span, inferred=True)
    return None


def weekday_ahead(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "dentro de dos lunes", "in two Mondays"."""
    count, weekday = row.at(at + 1).number("number"), row.at(at + 2).number("weekday")
    if not row.at(at).has("in") or count is None or weekday is None or count > _MOST_WEEKS:
        return None
    day = dates.coming(almanac.today + _A_DAY, weekday) + (count - 1) * WEEK
    return DayFound(first=at, last=at + 3, why="count", days=(day,), inferred=True)


def _nth(row: Row, at: int) -> tuple[int | None, int]:
    """Which one ("second", "2nd", "last"), and where that ends."""
    piece, after = row.at(at), row.at(at + 1)
    if piece.has("last_of", "last"):
        return _LAST, at + 1
    if piece.has("number") and after.has("th") and after.glued:
        return piece.number("number"), at + 2
    return piece.number("ordinal") or piece.number("nth"), at + 1


def _months(row: Row, at: int, today: dt.date) -> tuple[Iterator[dt.date], int]:
    """The first days of the months that may be meant, and where the month ends; 0 if none is said."""
    if not row.at(at).has("of", "in"):
        return iter(()), 0
    place = skip(row, at, "of", "in", "the", "this", "next", "coming", "every")
    piece, said = row.at(place), row.between(at, place)
    if piece.has("month"):
        first = first_of_month(today, ((piece.number("month") or 0) - today.month) % MONTHS)
        year = row.at(place + 1 + row.at(place + 1).has("of"))
        if year.digits == _YEAR_DIGITS or (year.number("number") or 0) >= _FIRST_YEAR:
            first = first.replace(year=min(year.number("number") or 1, dt.MAXYEAR - 1))
            return iter((first,)), place + 2 + row.at(place + 1).has("of")
        return iter((first, first.replace(year=first.year + 1))), place + 1
    if not piece.has("month_word"):
        return iter(()), 0
    end = place + 1 + row.at(place + 1).has("coming", "next", "this")
    ahead, named = periods_ahead((*said, *row.between(place, end)))
    following = () if named else (first_of_month(today, ahead + 1),)
    return iter((first_of_month(today, ahead), *following)), end


def _within(first: dt.date, noun: Piece, nth: int) -> DayRange | None:
    """The nth such day, weekend or week of the month that begins with `first`."""
    length = calendar.monthrange(first.year, first.month)[1]
    if noun.has("weekday", "weekend"):
        weekday = noun.number("weekday") if noun.has("weekday") else _SATURDAY
        day = _nth_weekday(first, weekday or 0, nth)
        last = _A_DAY if noun.has("weekend") else dt.timedelta(0)
        return None if day is None else DayRange(first=day, last=day + last)
    if noun.has("fortnight"):
        later = nth in {_LAST, 2}
        last_day = length if later else _HALF
        return DayRange(
            first=first.replace(day=_HALF + 1 if later else 1), last=first.replace(day=last_day)
        )
    if noun.has("week"):
        start = length - 6 if nth == _LAST else 1 + 7 * (nth - 1)
        found = dates.existing(first.year, first.month, start)
        last_day = min(start + 6, length)
        return None if found is None else DayRange(first=found, last=found.replace(day=last_day))
    day = dates.existing(first.year, first.month, length + 1 + nth if nth < 0 else nth)
    return None if day is None or nth > _MOST else DayRange(first=day, last=day)


def _nth_weekday(first: dt.date, weekday: int, nth: int) -> dt.date | None:
    days = [dates.coming(first, weekday) + n * WEEK for n in range(5)]
    inside = [day for day in days if day.month == first.month]
    if nth < 0:
        return inside[nth]
    return inside[nth - 1] if nth <= len(inside) else None
