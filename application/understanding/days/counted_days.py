"""Reads days that are counted, and whole weeks: "in 3 days", "la semana que viene"."""

import datetime as dt

import msgspec

from application.understanding.days import dates
from application.understanding.days.almanac import Almanac, DayFound, Rule
from application.understanding.days.holidays import holiday
from application.understanding.days.month_days import day_and_month, month_and_day
from application.understanding.days.steps import (
    has,
    periods_ahead,
    refused_for_the_next,
    skip,
    trailing,
)
from application.understanding.days.weekdays import day_near_today, named_weekday
from application.understanding.reading import DayRange
from application.understanding.text.pieces import Piece, Row

_SPANISH_WEEKS = {8: 1, 15: 2}  # days as said, and the weeks that they are
_ROUNDED = {"quince", "quinse"}  # "en quince días" is in two weeks to most
_A_DAY = dt.timedelta(days=1)
_HALF = 15  # days
_FAR = 400  # "in 500 days" is not about an appointment


_BASES: tuple[Rule, ...] = (day_near_today, named_weekday, holiday, day_and_month, month_and_day)


def past_day(row: Row, at: int, _: Almanac) -> DayFound | None:
    """A day gone by, which is no wish: "last Friday", "hace dos días"."""
    start = skip(row, at, "the", "on")
    length = _length_of_past(row.at(start), row.at(start + 1), row.at(start + 2))
    return DayFound(first=at, last=start + length, why="past") if length else None


def _length_of_past(piece: Piece, after: Piece, third: Piece) -> int:
    """How many pieces name something past: "yesterday", "last week", "hace tres días"."""
    if piece.has("past"):
        return 1
    spans = ("weekday", "week", "month_word", "weekend")
    if (piece.has("last") and after.has(*spans)) or (piece.has(*spans) and after.has("last")):
        return 2
    counted = piece.has("number", "single") and after.has("unit_days", "unit_months")
    if (counted and third.has("ago")) or (
        piece.has("ago_before") and after.has("number", "single")
    ):
        return 3
    return 0


def counted_day(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "in 3 days", "3 days from now", "a week from Friday"."""
    start = at + row.at(at).has("in")
    weekday = row.at(start + 1).number("weekday")
    if weekday is not None and row.at(start + 2).has("from_now"):
        return _weekdays_on(row, (at, start), weekday, almanac)
    start += start > at and row.at(start).has("approximate", "perhaps")
    days, end = _length(row, start, almanac)
    before = row.at(end).has("before") and not row.at(end + 1).text.isalnum()
    if days is None or before:  # "come in a couple of days before"
        return None if before else _from_today(row, at, almanac)
    end += row.at(end).text == "'"  # "2 weeks' time"
    from_now = row.at(end).has("from_now")
    if from_now or start > at:
        return _after(row, (at, end + from_now), almanac.today, days)
    joined = row.at(end).has("from_day", "on")
    joined |= row.at(at - 1).text == "a" and row.at(end).has("of")  # "a cuatro días de hoy"
    if not joined and not row.at(end - 1).has("week", "fortnight"):
        return None
    read = (rule(row, end + joined, almanac) for rule in _BASES)
    base = next((found for found in read if found is not None), None)
    if base is None or not base.days:
        return None
    return _after(row, (at, base.last), base.days[0], days)


def week_on(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "week on Friday", with no "a" before it."""
    if row.at(at - 1).text.isalnum() or not row.at(at + 1).has("on"):
        return None
    base = named_weekday(row, at + 2, almanac)
    if base is None or not base.days:
        return None
    return _after(row, (at, base.last), base.days[0], dates.WEEK.days)


def _weekdays_on(
    row: Row, place: tuple[int, int], weekday: int, almanac: Almanac
) -> DayFound | None:
    """As in "two Fridays from now"."""
    at, start = place
    count = row.at(start).number("number") or row.at(start).number("single")
    if count is None or count > dates.MONTHS:
        return None
    day = dates.coming(almanac.today + _A_DAY, weekday) + (count - 1) * dates.WEEK
    return DayFound(first=at, last=start + 3, why="count", days=(day,), inferred=True)


def coming_days(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "within the next 3 days", "en los próximos días"."""
    numbered = row.at(at + 1).has("number") and not row.at(at - 1).has("number")
    if not (row.at(at).has("within") or (row.at(at).has("next") and numbered)):
        return None
    days, end = _length(row, at + 1, almanac)
    if days is None and row.at(at).has("within") and row.at(at + 1).has("fortnight"):
        days, end = 14, at + 2
    if days is None:
        return None
    span = DayRange(first=almanac.today, last=almanac.today + dt.timedelta(days=days))
    return DayFound(first=at, last=end, why="span", span=span, inferred=True)


def _from_today(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "de hoy en ocho", which is a week, and "de hoy en quince", which is two."""
    weeks = _SPANISH_WEEKS.get(row.at(at + 1).number("number") or 0)
    if row.at(at).text != "de hoy en" or weeks is None:
        return None
    day = almanac.today + weeks * dates.WEEK
    return DayFound(first=at, last=at + 2, why="count", days=(day,), inferred=True)


def _after(row: Row, place: tuple[int, int], base: dt.date, days: int) -> DayFound:
    said = row.between(*place)
    weekly = any(piece.has("week", "fortnight") for piece in said)
    day = base + dt.timedelta(days=days)
    others = (day - _A_DAY,) if any(piece.text in _ROUNDED for piece in said) else ()
    return DayFound(
        first=place[0], last=place[1], why="count", days=(day, *others), inferred=weekly
    )


def _length(row: Row, at: int, almanac: Almanac) -> tuple[int | None, int]:
    piece, unit = row.at(at), row.at(at + 1)
    count = piece.number("number") or piece.number("single") or piece.number("couple")
    if count is None or count > _FAR or not unit.has("unit_days", "unit_months", "fortnight"):
        return None, at
    if unit.has("fortnight"):
        return 14 * count, at + 2
    if unit.has("unit_months"):
        later = dates.months_later(almanac.today, min(count, _FAR))
        return (later - almanac.today).days, at + 2
    return count * (unit.number("unit_days") or 1), at + 2


def span_of_days(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "this week", "early next month", "el finde que viene"."""
    start = skip(
        row, at, "early", "mid", "late_in", "shift", "the", "on", "this", "next", "coming", "of"
    )
    noun = row.at(start)
    if noun.has("month") and has(row.between(at, start), "early", "mid", "late_in"):
        return _part_of_month(row, (at, start), almanac)
    several = noun.has("weekend") and row.at(at - 1).has("number")  # "two weekends from now"
    if several or not noun.has("week", "weekend", "month_word"):
        return None
    end = start + 1
    end += row.at(end).has("of") and row.at(end + 1).has("after_next")
    if not refused_for_the_next(row, at):
        end = trailing(row, end, "this", "next", "coming", "after_next")
    said = row.between(at, end)
    ahead, named = periods_ahead(said)
    after = _after_this(row, end) if noun.has("week", "weekend") else end
    if after > end:
        ahead, named, end = 1, True, after
    if noun.has("weekend") and row.at(end).has("of") and row.at(end + 1).has("week"):
        after = trailing(row, end + 2, "this", "next", "coming", "after_next")
        ahead, _ = periods_ahead(row.between(end, after))  # "el finde de la semana que viene"
        named, end = True, after
    if not named and not noun.has("weekend") and not has(said, "early", "mid", "late_in"):
        return None
    if named and (row.at(at - 1).has("this_time") or row.at(end).has("this_time")):
        return _same_day(noun, ahead, DayFound(first=at, last=end, why="same day"), almanac.today)
    if noun.has("month_word") and has(said, "early", "mid", "late_in"):
        return _third_of_month(ahead, DayFound(first=at, last=end, why="span"), said, almanac.today)
    return _whole(noun, ahead, DayFound(first=at, last=end, why="span"), said, almanac.today)


def third_of_this_month(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "a mediados", of this month or of the next one."""
    if not row.at(at).has("of_month"):
        return None
    found = DayFound(first=at, last=at + 1, why="span")
    return _third_of_month(0, found, row.between(at, at + 1), almanac.today)


def _after_this(row: Row, at: int) -> int:
    """Where "after" and "after this one" end; the place itself if they are not said."""
    if row.at(at).text != "after":
        return at
    end = at + 1 + row.at(at + 1).has("this")
    end += end > at + 1 and row.at(end).has("one")
    return end if end > at + 1 or not row.at(end).text.isalnum() else at


def _same_day(noun: Piece, ahead: int, found: DayFound, today: dt.date) -> DayFound:
    """As in "this time next week"."""
    monthly = noun.has("month_word")
    day = dates.months_later(today, ahead) if monthly else today + ahead * dates.WEEK
    return msgspec.structs.replace(found, days=(day,), inferred=True)


def _whole(
    noun: Piece, ahead: int, found: DayFound, said: tuple[Piece, ...], today: dt.date
) -> DayFound | None:
    """The whole week, weekend or month, or the part of it that is said."""
    span = _part_of(_span(noun, ahead, today), said)
    if span is None:
        return None
    return msgspec.structs.replace(found, span=span, inferred=noun.has("weekend") and ahead > 0)


def _part_of_month(row: Row, place: tuple[int, int], almanac: Almanac) -> DayFound | None:
    """As in "early April", "a mediados de julio": the next such ten days or so."""
    at, start = place
    today, said = almanac.today, row.between(at, start)
    ahead = ((row.at(start).number("month") or 0) - today.month) % dates.MONTHS
    for months in (ahead, ahead + dates.MONTHS):
        span = _third(dates.first_of_month(today, months), said)
        if span.last >= today:
            span = DayRange(first=max(span.first, today), last=span.last)
            return DayFound(first=at, last=start + 1, why="span", span=span)
    return None


def _third_of_month(
    ahead: int, found: DayFound, said: tuple[Piece, ...], today: dt.date
) -> DayFound:
    """As in "a principios de mes", which is the next month's once this month's is over."""
    span = _third(dates.first_of_month(today, ahead), said)
    if span.last < today:
        span = _third(dates.first_of_month(today, ahead + 1), said)
    span = DayRange(first=max(span.first, today), last=span.last)
    return msgspec.structs.replace(found, span=span)


def _third(first: dt.date, said: tuple[Piece, ...]) -> DayRange:
    ten = dt.timedelta(days=10)
    if has(said, "halved"):
        middle = first.replace(day=_HALF)
        end = dates.first_of_month(first, 1) - _A_DAY
        early = has(said, "early")
        return (
            DayRange(first=first, last=middle)
            if early
            else DayRange(first=middle + _A_DAY, last=end)
        )
    if has(said, "early"):
        return DayRange(first=first, last=first + ten - _A_DAY)
    if has(said, "mid"):
        return DayRange(first=first + ten, last=first + 2 * ten - _A_DAY)
    return DayRange(first=first + 2 * ten, last=dates.first_of_month(first, 1) - _A_DAY)


def _span(noun: Piece, ahead: int, today: dt.date) -> DayRange:
    if noun.has("weekend"):
        return dates.weekend_of(today, ahead)
    return dates.month_from(today, ahead) if noun.has("month_word") else dates.week_of(today, ahead)


def _part_of(span: DayRange, said: tuple[Piece, ...]) -> DayRange | None:
    third = (span.last - span.first) // 3
    first, last = span.first, span.last
    if has(said, "early"):
        last = first + third
    elif has(said, "late_in", "shift"):
        first = last - third - dt.timedelta(days=1)
    elif has(said, "mid"):
        first, last = first + third, last - third
    return DayRange(first=max(first, span.first), last=last) if first <= last else None
