"""Reads the times of day that a message names: clock times, ranges and parts of the day."""

import datetime as dt
from collections.abc import Callable, Iterator

import msgspec

from application.understanding.bare_hours import Ground, counts_unknown, expected
from application.understanding.clock_endings import Clock
from application.understanding.clocks import clock_at
from application.understanding.impossible import impossible_clock
from application.understanding.pieces import Row
from application.understanding.words import words_of

NO_SUCH_TIME = "no such time"
_FAR = 2880  # minutes: "in 5000 minutes" is not about an appointment
_HOUR = 60
_QUARTER = 15
_HALF_IN_TENTHS = 5
_DAY = 24 * _HOUR
_REACH = 5  # pieces from "between" to its "and"


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A time so many days from today."""

    days: int
    time: dt.time


class TimeFound(msgspec.Struct, frozen=True, kw_only=True):
    """A time said at one place: a clock time, a range between two, a part, or a moment."""

    first: int  # pieces, half-open
    last: int
    why: str
    clock: Clock | None = None
    start: Clock | None = None
    end: Clock | None = None
    part: str | None = None
    moment: Moment | None = None
    earliest: bool = False

    @property
    def ranged(self) -> bool:
        """Whether a range between clock times is said."""
        return self.start is not None or self.end is not None


Rule = Callable[[Row, int, Ground], TimeFound | None]


def times_in(row: Row, ground: Ground) -> Iterator[TimeFound]:
    """Every time named, in order."""
    place = 0
    while place < len(row):
        found = None if row.at(place).first in ground.blocked else _time_at(row, place, ground)
        if found is not None:
            yield found
        place = found.last if found is not None else place + 1


def _time_at(row: Row, place: int, ground: Ground) -> TimeFound | None:
    if place in ground.taken:
        return _part(row, place, ground)
    if _STARTS.isdisjoint(row.at(place).marks):
        return None
    for rule in _RULES:
        found = rule(row, place, ground)
        if found is None:
            continue
        if rule is _interrupted or not ground.taken & set(range(found.first, found.last)):
            return found
    return None


def _between(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "between 4 and 6", "from 2 to 4", "de 2 a 4"."""
    if not row.at(at).has("between", "from"):
        return None
    if ground.leaving and not row.at(at).has("between"):
        return None
    return _split_at(row, at) or _joined_hours(row, at)


def _interrupted(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "between 2:00 tomorrow and 4:00", around a day."""
    if not row.at(at).has("between", "from"):
        return None
    start = clock_at(row, at + 1)
    if start is None or start.last not in ground.taken:
        return None
    place = start.last
    while place in ground.taken:
        place += 1
    end = _after_join(row, place, "and", "to", "by")
    return None if end is None or end.last in ground.taken else _range(at, start, end)


def _split_at(row: Row, at: int) -> TimeFound | None:
    return None if row.at(at).has("between") else _split(row, at, "to")


def _joined_hours(row: Row, at: int) -> TimeFound | None:
    start = clock_at(row, at + 1) or (clock_at(row, at) if row.at(at).has("at") else None)
    if start is None:
        return None
    if row.at(start.last).has("at") and not (start.strong or row.at(at).has("at")):
        return None
    joins = ("and", "to") if row.at(at).has("between") else ("to",)
    end = _after_join(row, start.last, *joins)
    if end is None and row.at(at).has("between"):
        return _split(row, at, "and")
    return None if end is None else _range(at, start, end)


def _split(row: Row, at: int, join: str) -> TimeFound | None:
    """As in "entre las 5 y 10 pm" and "from ten to eleven", where the join could tell minutes."""
    for place in range(at + 2, min(at + _REACH, len(row))):
        if row.at(place).has(join):
            start = clock_at(Row(row.pieces[:place], row.words), at + 1)
            end = _after_join(row, place, join)
            whole = start is not None and start.last == place and end is not None
            return _range(at, start, end) if whole and start and end else None
    return None


def _after_join(row: Row, place: int, *joins: str) -> Clock | None:
    if not (row.at(place).has(*joins) or row.at(place).text == "-"):
        return None
    place += row.at(place).text == row.at(place + 1).text == "-"  # "3:00 -- 3:20"
    joined = clock_at(row, place) if row.at(place).has("at") else None
    return joined or clock_at(row, place + 1)


def _range(at: int, start: Clock, end: Clock) -> TimeFound:
    return TimeFound(first=at, last=end.last, why="range", start=start, end=end)


def _clocked(row: Row, at: int, ground: Ground) -> TimeFound | None:
    clock = clock_at(row, at)
    if clock is None or _both(row, clock, ground):
        return None
    stretch = _joined(row, clock, ground)
    if stretch is not None and not ground.taken & set(range(at, stretch.last)):
        return stretch
    return _clock(row, clock, ground)


def _both(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "las dos", where the service was asked."""
    bare = clock.last == clock.first + 2 and row.at(clock.first).text == "las"
    return bare and ground.context.asked == "service" and not row.at(clock.first + 1).digits


def _joined(row: Row, start: Clock, ground: Ground) -> TimeFound | None:
    """As in "2-4pm", "9:30 to 11"."""
    if row.at(start.last).has("at"):
        return None
    if ground.leaving and row.at(start.last).has("to"):
        return None
    end = _after_join(row, start.last, "to")
    if end is None:
        return None
    sure = start.strong or end.strong or expected(row, start, ground)
    sure = sure or _after_any_day(row, start.first, ground) or row.at(start.first).has("perhaps")
    sure = sure or (row.at(start.last).has("to") and _nothing_else(row, start.first, end.last))
    return _range(start.first, start, end) if sure else None


def _after_any_day(row: Row, place: int, ground: Ground) -> bool:
    """As in "Jan 3, 10-12"."""
    return place - (row.at(place - 1).text == ",") - 1 in ground.taken


def _nothing_else(row: Row, first: int, last: int) -> bool:
    """Whether the message is no more than "2 to 4", and perhaps "please"."""
    others = (*row.between(0, first), *row.between(last, len(row)))
    return all(piece.has("polite") or not piece.text.isalnum() for piece in others)


def _bounded(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "after 5", "before 12", "hasta las 6"."""
    piece = row.at(at)
    if not piece.has("after", "before", "by", "leaves"):
        return None
    clock = clock_at(row, at + 1)
    passing = piece.text == "by" and row.at(at + 1).has("at")  # "come by at 3"
    passing |= piece.text == "before" and row.at(at - 1).has("day_word")  # "the day before, at 3"
    if clock is not None and not clock.strong:
        passing |= counts_unknown(row, clock, ground)
    if passing or clock is None or (piece.has("after") and row.at(clock.last).has("unit_minutes")):
        return None
    last = clock.last
    if piece.has("after", "leaves"):
        return TimeFound(first=at, last=last, why="after", start=clock)
    return TimeFound(first=at, last=last, why="before", end=clock)


def _moment(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "in 2 hours", "en media hora"."""
    start = at + row.at(at).has("in")
    minutes, last = _minutes(row, start + row.at(start).has("perhaps", "approximate"))
    if not row.at(at).has("in"):
        minutes = minutes if row.at(last).has("from_now") else None
        last += 1
    now = ground.context.now.hour * 60 + ground.context.now.minute
    if minutes is None or minutes > _FAR:
        return None
    ahead, minute = divmod(now + minutes, _DAY)
    then = Moment(days=ahead, time=dt.time(minute // 60, minute % 60))
    return TimeFound(first=at, last=last, why="count", moment=then)


def _minutes(row: Row, at: int) -> tuple[int | None, int]:
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
    half = _and_a_half(row, end) if unit == _HOUR else end
    quarter = end + 1 + row.at(end + 1).has("single")
    if unit == _HOUR and row.at(end).has("and") and row.at(quarter).number("fraction") == _QUARTER:
        return (count or 1) * unit + _QUARTER, quarter + 1
    return (count or 1) * unit + (_HOUR // 2 if half > end else 0), half


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


def _clock(row: Row, clock: Clock, ground: Ground) -> TimeFound | None:
    at = clock.first
    goes_on = row.at(clock.last + 1).has("number")  # "10 to 11 or after 4"
    bounded = (not goes_on and row.at(clock.last).has("onwards", "or_earlier")) or _and_on(
        row, clock, ground
    )
    if not (clock.strong or bounded or expected(row, clock, ground)):
        return None
    if _from(row, clock, ground):
        return TimeFound(first=at, last=clock.last, why="after", start=clock)
    if (row.at(clock.last).has("onwards") and not goes_on) or _and_on(row, clock, ground):
        return TimeFound(first=at, last=clock.last + 1, why="after", start=clock)
    if row.at(clock.last).has("or_earlier") and not goes_on:
        return TimeFound(first=at, last=clock.last + 1, why="before", end=clock)
    return TimeFound(first=at, last=clock.last, why=clock.worded, clock=clock)


def _and_on(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "from 5 on", but not "from 5 on Friday"."""
    led = row.at(clock.first - 1)
    if not led.has("from") or ground.leaving:
        return False
    ends = row.at(clock.last).has("on") and clock.last + 1 not in ground.taken
    return ends and clock.last not in ground.taken


def _from(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "Saturday from noon", and no "from 2 to 5" of an appointment that moves."""
    led = row.at(clock.first - 1)
    ends = not row.at(clock.last).text.isalnum() or row.at(clock.last).has("polite", "onwards")
    return led.has("from_day") and led.has("from") and ends and not ground.leaving


def _part(row: Row, at: int, ground: Ground) -> TimeFound | None:
    part = row.at(at).name("part") or _half_day(row, at, ground)
    return None if part is None else TimeFound(first=at, last=at + 1, why="part", part=part)


def _half_day(row: Row, at: int, ground: Ground) -> str | None:
    """As in "Thursday am", where no hour stands before it."""
    piece, after = row.at(at), row.at(at + 1)
    if at - 1 not in ground.taken or after.text.isalnum() or piece.has("part"):
        return None
    return "morning" if piece.has("am") else ("afternoon" if piece.has("pm") else None)


def _earliest(row: Row, at: int, _: Ground) -> TimeFound | None:
    if not row.at(at).has("earliest", "any_time"):
        return None
    why = "earliest" if row.at(at).has("earliest") else "any time"
    return TimeFound(first=at, last=at + 1, why=why, earliest=True)


def _no_such(row: Row, at: int, _: Ground) -> TimeFound | None:
    end = impossible_clock(row, at)
    return None if end is None else TimeFound(first=at, last=end, why=NO_SUCH_TIME)


# A rule is tried only where one of these begins: most words begin no time.
_STARTS = words_of(
    "number single half_hour at at_one approximate perhaps noon fraction halfway between from after before by leaves "
    "in part earliest any_time am pm "
)
_RULES: tuple[Rule, ...] = (
    _no_such,
    _interrupted,
    _between,
    _bounded,
    _moment,
    _clocked,
    _part,
    _earliest,
)
