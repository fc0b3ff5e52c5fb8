"""Reads weekdays and the days around today: "next Friday", "pasado mañana"."""

import datetime as dt

import msgspec

from application.understanding.days import dates
from application.understanding.days.almanac import Almanac, DayFound
from application.understanding.days.steps import (
    counted,
    day_number,
    has,
    refused_for_the_next,
    skip,
    trailing,
)
from application.understanding.reading import Context
from application.understanding.text.pieces import Piece, Row

_HOURS = 12
_WEEKS = {8: 1, 15: 2}  # days as said in Spanish, and the weeks that they are
_HALVES = {"am", "pm", "a", "p"}
_CLOSE = 2  # days: "next Monday" said on Saturday may be either


def named_weekday(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "next Friday", "viernes que viene", "Friday week"."""
    start = skip(row, at, "this", "next", "coming", "the", "on")
    weekday = row.at(start).number("weekday")
    if weekday is None:
        return None
    before = row.between(at, start)
    end = start + 1
    if not refused_for_the_next(row, at):
        end = trailing(row, end, "next", "coming", "after_next")
    if row.at(start).text == "sun" and row.at(start - 1).text == "the":
        return None  # it shines
    later, ends = _weeks_later(row, end, weekday, almanac.today)
    if later is not None:
        return DayFound(first=at, last=ends, why="weekday", days=(later,), inferred=True)
    week = row.at(end).has("week") and not row.at(end + 1).has("next", "after_next")
    said = (*before, *row.between(start + 1, end))
    end += week
    dated = None if week else _numbered(row, end, weekday, almanac)
    if dated is not None:
        return msgspec.structs.replace(dated, first=at)
    if row.at(at - 1).has("ordinal") and row.at(end).has("of"):
        return DayFound(first=at, last=end, why="weekday of a month")
    days, inferred = _weekdays(weekday, said, almanac, week=week)
    return DayFound(
        first=at, last=end, why="weekday", days=days, weekday=weekday, inferred=inferred
    )


def _weeks_later(row: Row, end: int, weekday: int, today: dt.date) -> tuple[dt.date | None, int]:
    """The day of "Friday fortnight", "el viernes en ocho", "el viernes de la otra"; where it ends."""
    weeks, eight = _in_eight(row, end)
    if weeks:
        return dates.coming(today, weekday) + weeks * dates.WEEK, eight
    if _of_the_other(row, end):
        return dates.week_of(today, 1).first + dt.timedelta(days=weekday), end + 2
    return None, end


def _of_the_other(row: Row, at: int) -> bool:
    """As in "el viernes de la otra", which leaves out the word for a week."""
    ends = not row.at(at + 2).text.isalnum() or row.at(at + 2).has("at", "part", "polite")
    return row.at(at).has("of") and row.at(at + 1).has("next") and ends


def _in_eight(row: Row, at: int) -> tuple[int, int]:
    """How many weeks "en ocho", "en quince días" or "fortnight" are, and where that ends."""
    if row.at(at).has("fortnight"):
        return 2, at + 1
    if not row.at(at).has("in") or not _weeks(row, at):
        return 0, at
    return _weeks(row, at), at + 2 + row.at(at + 2).has("unit_days")


def _weeks(row: Row, at: int) -> int:
    return _WEEKS.get(row.at(at + 1).number("number") or 0, 0)


def _numbered(row: Row, at: int, weekday: int, almanac: Almanac) -> DayFound | None:
    """A number after a weekday ("Friday 7"): a date if the 7th is a Friday; else nothing, it may be an hour."""
    number, end = day_number(row, at)
    dated = row.at(end).text in {"/", "."} and row.at(end).glued  # "fri 3/13"
    if dated and row.at(end + 1).digits > 0:
        return None
    ranged = row.at(end).text == "-" and row.at(end + 1).digits > 0  # "thurs 9-11am"
    ranged |= row.at(end).has("minutes_to") and row.at(end + 1).has("number")
    ranged |= row.at(end).has("or") and row.at(end + 1).has("number")  # "Friday 4 or 5"
    ranged |= row.at(end).digits == len("30") and row.at(end + 1).text in _HALVES  # "Mon 9 30 am"
    spanned = row.at(end).has("to") and row.at(end + 1).has(
        "weekday"
    )  # "del viernes 30 al lunes 3"
    if number is None or ranged or not (spanned or _ends(row, end)):
        return None
    date_like = row.at(end).has("at") or number > _HOURS
    hour = _offered(weekday, number, almanac.context)
    day = dates.next_of_month(almanac.today, number)
    ends = row.at(end).has("at") or not row.at(end).text.isalnum()
    falling = day is not None and day.weekday() == weekday and ends  # "el viernes dos"
    if hour or not (row.at(at).digits or date_like or falling) or row.at(at).has("single"):
        return None
    if day is None or (day.weekday() != weekday and not date_like):
        return None
    soon = dates.coming(almanac.today, weekday)
    days = tuple(dict.fromkeys((*_falling_on(weekday, number, almanac), day, soon)))
    timed = row.at(end).has("at") or _closed_at(weekday, number, almanac.context)
    if day.weekday() == weekday and timed:
        days = (day,)  # "jueves 20 a las 2", "sábado 22": the number is no hour
    return DayFound(first=at, last=end, why="weekday and date", days=days, weekday=weekday)


def _closed_at(weekday: int, hour: int, context: Context) -> bool:
    """Whether the shop is closed on that weekday at that hour, in both halves of the day."""
    spans = [span for span in context.hours if span.weekday == weekday]
    halves = (hour, hour + _HOURS)
    open_then = any(
        span.start.hour <= half < (span.end.hour or 2 * _HOURS) for span in spans for half in halves
    )
    return bool(context.hours) and not open_then


def _offered(weekday: int, hour: int, context: Context) -> bool:
    """Whether a time on the screen is on that weekday at that hour: "Thursday 11" picks it."""
    return any(
        (one.day.weekday(), one.time.hour % _HOURS, one.time.minute) == (weekday, hour % _HOURS, 0)
        for one in context.offered
    )


def _ends(row: Row, at: int) -> bool:
    return not (counted(row, at) or _goes_on(row, at))


def _goes_on(row: Row, at: int) -> bool:
    """Whether a month or another day follows: "Friday 7 March", but not "viernes 19 de 10 a 12"."""
    hours = row.at(at).has("from") and row.at(at + 1).digits > 0 and not row.at(at + 2).has("month")
    return row.at(at).has("of", "month", "the") and not hours


def _falling_on(weekday: int, number: int, almanac: Almanac) -> tuple[dt.date, ...]:
    """The first day with the number that falls on the weekday."""
    days = (dates.next_of_month(almanac.today, number, ahead) for ahead in range(dates.MONTHS))
    return tuple(day for day in days if day is not None and day.weekday() == weekday)[:1]


def _weekdays(
    weekday: int, said: tuple[Piece, ...], almanac: Almanac, *, week: bool
) -> tuple[tuple[dt.date, ...], bool]:
    today = almanac.today
    soon = dates.coming(today, weekday)
    later = soon + dates.WEEK
    if week:
        return (later,), True
    if has(said, "after_next"):
        return (later, later + dates.WEEK), False
    if has(said, "next"):
        return _next(soon, almanac), False
    if has(said, "coming"):
        return (later if soon == today else soon,), False
    if soon > today or has(said, "this"):
        return (soon,), False
    return ((soon, later) if _still_open(almanac.context) else (later,)), False


def _next(soon: dt.date, almanac: Almanac) -> tuple[dt.date, ...]:
    """Both readings of "next Friday", unless they are one."""
    today, later = almanac.today, soon + dates.WEEK
    if soon == today:
        return (later,)
    in_next_week = soon > dates.week_of(today, 0).last
    if in_next_week and (soon - today).days > _CLOSE:
        return (soon,)
    return (soon, later) if in_next_week or almanac.lexicon.words.next_is_coming else (later, soon)


def _still_open(context: Context) -> bool:
    """Whether an appointment today is still thinkable; also where the hours are not known."""
    midnight = dt.time(0)
    ends = [span.end for span in context.hours if span.weekday == context.today.weekday()]
    return not context.hours or any(end == midnight or end > context.now for end in ends)


def day_near_today(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "today", "mañana", "the day after tomorrow"."""
    offset = row.at(at).number("offset")
    if almanac.context.asked == "day" and row.at(at).has("offset_asked"):
        named = row.at(at).has("barber") or row.at(at - 1).has("with")
        offset = None if named else 1  # "tom"
    if row.at(at).has("now") and row.at(at + 1).has("at", "approximate", "part"):
        offset = 0  # "ahora a las 5"
    if offset is None or (row.at(at).text == "2 day" and row.at(at - 1).has("single")):
        return None
    day = almanac.today + dt.timedelta(days=offset)
    if row.at(at + 1).has("week") and offset and not row.at(at + 2).has("next", "coming"):
        later = day + dates.WEEK  # "tomorrow week"
        return DayFound(first=at, last=at + 2, why="count", days=(later,), inferred=True)
    weeks, eight = _in_eight(row, at + 1)
    if weeks and row.at(at - 1).has("of", "from"):
        later = day + weeks * dates.WEEK  # "de mañana en ocho"
        return DayFound(first=at, last=eight, why="count", days=(later,), inferred=True)
    return DayFound(first=at, last=at + 1, why="relative day", days=(day,))
