"""Reads times counted from now: "in 2 hours", "within the hour", "this time tomorrow"."""

import datetime as dt

from application.understanding.days.steps import skip
from application.understanding.text.pieces import Row
from application.understanding.times.bare_hours import Ground
from application.understanding.times.clock_endings import Clock
from application.understanding.times.clocks import clock_at
from application.understanding.times.found_times import Moment, TimeFound

_NOW = {"now", "ahora", "ya"}
_FAR = 2880  # minutes: "in 5000 minutes" is not about an appointment
_HOUR = 60
_QUARTER = 15
_FEWEST = 5  # minutes, in "an hour and 15"
_HALF_IN_TENTHS = 5
_AFTER_A_COUNT = ("unit_minutes", "and", "fraction", "half_hour", "from_now")
_DAY = 24 * _HOUR


def in_so_long(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "in 2 hours", "en media hora"."""
    after = row.at(at + 1)
    if not (row.at(at).has("in") or after.has(*_AFTER_A_COUNT) or after.text == "."):
        return None
    start = at + row.at(at).has("in")
    minutes, last = minutes_at(row, start + row.at(start).has("perhaps", "approximate"))
    if row.at(last).has("shift", "before", "after"):
        return None  # "come in an hour earlier than that"
    if not row.at(at).has("in"):
        minutes = minutes if row.at(last).has("from_now") else None
        last += 1
    then = _from_now(minutes, ground)
    return None if then is None else TimeFound(first=at, last=last, why="count", moment=then)


def within_so_long(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "within the hour", "in the next two hours", "en la próxima media hora"."""
    if not row.at(at).has("within"):
        return None
    start = skip(row, at + 1, "the", "next", "at_one")
    minutes, last = minutes_at(row, start)
    if minutes is None and row.at(start).number("unit_minutes") == _HOUR:
        minutes, last = _HOUR, start + 1
    told = row.at(at).number("within_minutes")
    minutes, last = (minutes, last) if told is None else (told, at + 1)
    now, until = _from_now(0, ground), _from_now(minutes, ground)
    if now is None or until is None:
        return None
    return TimeFound(first=at, last=last, why="count", moment=now, until=until)


def at_this_hour(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "this time tomorrow", beside the day alone: "not at this time" says nothing of when."""
    beside = {at - 1, at + 1} & ground.taken
    if not row.at(at).has("this_time") or not beside:
        return None
    now = ground.context.now.replace(second=0, microsecond=0)
    clock = Clock(first=at, last=at + 1, options=(now,), approximate=True)
    return TimeFound(first=at, last=at + 1, why="this time", clock=clock)


def until_then(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "between now and 2", "from now till 4", "de aquí a las 2"."""
    here = row.at(at).has("between", "from") and row.at(at + 1).text in _NOW
    if row.at(at).has("from_here"):
        end = clock_at(row, at)
    elif here and row.at(at + 2).has("and", "to", "by"):
        end = clock_at(row, at + 2 + (not row.at(at + 2).has("at")))
    else:
        return None
    if end is None:
        return None
    now = ground.context.now.replace(second=0, microsecond=0)
    start = Clock(first=at, last=at + 1, options=(now,))
    return TimeFound(first=at, last=end.last, why="range", start=start, end=end)


def _from_now(minutes: int | None, ground: Ground) -> Moment | None:
    if minutes is None or minutes > _FAR:
        return None
    now = ground.context.now.hour * _HOUR + ground.context.now.minute
    ahead, minute = divmod(now + minutes, _DAY)
    return Moment(days=ahead, time=dt.time(minute // _HOUR, minute % _HOUR))


def minutes_at(row: Row, at: int) -> tuple[int | None, int]:
    """How long the count there is, in minutes, and where it ends: "2 hours", "an hour and a half"."""
    if row.at(at).has("half_hour"):
        return row.at(at).number("half_hour"), at + 1
    if row.at(at + 1).text == "." and row.at(at + 2).number("number") == _HALF_IN_TENTHS:
        return _and_a_half_in_figures(row, at)
    piece = row.at(at)
    count = piece.number("number") or piece.number("single") or piece.number("couple")
    counted = count is not None
    half = _and_a_half(row, at + 1) if counted else at
    if half > at + 1 and row.at(half).number("unit_minutes") == _HOUR:
        return (count or 0) * _HOUR + _HOUR // 2, half + 1  # "4 and a half hours"
    short = row.at(at - 1).has("in") and row.at(at + 1).text == "h"  # "in 1h"
    unit = _HOUR if short else row.at(at + counted).number("unit_minutes")
    end = at + counted + 1
    if unit is None or not (counted or row.at(end).has("and")):
        return None, at
    rest, last = _rest_of_an_hour(row, end) if unit == _HOUR else (0, end)
    return (count or 1) * unit + rest, last


def _rest_of_an_hour(row: Row, end: int) -> tuple[int, int]:
    """The minutes of "and a half", "and a quarter" or "and 15" behind an hour, and where they end."""
    half = _and_a_half(row, end)
    if half > end or not row.at(end).has("and"):
        return (_HOUR // 2 if half > end else 0), half
    quarter = end + 1 + row.at(end + 1).has("single")
    if row.at(quarter).number("fraction") == _QUARTER:
        return _QUARTER, quarter + 1
    minutes = row.at(end + 1).number("number") or 0
    if _FEWEST <= minutes < _HOUR:
        return minutes, end + 2 + row.at(end + 2).has("unit_minutes")
    return 0, end


def _and_a_half_in_figures(row: Row, at: int) -> tuple[int | None, int]:
    """As in "2.5 hours"."""
    count, unit = row.at(at).number("number"), row.at(at + 3).number("unit_minutes")
    if count is None or unit != _HOUR or not row.at(at + 1).glued:
        return None, at
    return count * _HOUR + _HOUR // 2, at + 4


def _and_a_half(row: Row, at: int) -> int:
    """Where "and a half" ends; the place itself if it is not said."""
    if not row.at(at).has("and"):
        return at
    half = at + 1 + row.at(at + 1).has("single")
    return half + 1 if row.at(half).number("fraction") == _HOUR // 2 else at
