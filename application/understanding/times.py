"""Reads the times of day that a message names: clock times, ranges and parts of the day."""

import datetime as dt
from collections.abc import Callable, Iterator

import msgspec

from application.understanding.clock_endings import Clock
from application.understanding.clocks import clock_at
from application.understanding.pieces import Piece, Row
from application.understanding.reading import Context

_FAR = 2880  # minutes: "in 5000 minutes" is not about an appointment
_DAY = 24 * 60
_HOUR_DIGITS = 2
_SIGNS = 2  # such as ", for" between a day and its hour
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


class Ground(msgspec.Struct, frozen=True):
    """What lies around the times: the days named, and the pieces that mean something else."""

    context: Context
    taken: frozenset[int]  # pieces that days were read from
    day_ends: frozenset[int]
    blocked: frozenset[int]  # tokens
    leaving: bool = False  # "from 2 to 5" moves an appointment


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
    if not row.at(place).marks:
        return None
    for rule in _RULES:
        found = rule(row, place, ground)
        if found is not None and not ground.taken & set(range(found.first, found.last)):
            return found
    return None


def _between(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "between 4 and 6", "from 2 to 4", "de 2 a 4"."""
    if not row.at(at).has("between", "from"):
        return None
    if ground.leaving and not row.at(at).has("between"):
        return None
    start = clock_at(row, at + 1) or (clock_at(row, at) if row.at(at).has("at") else None)
    if start is None:
        return None
    if row.at(start.last).has("at") and not (start.strong or row.at(at).has("at")):
        return None
    joins = ("and", "to") if row.at(at).has("between") else ("to",)
    end = _after_join(row, start.last, *joins)
    if end is None and row.at(at).has("between"):
        return _between_hours(row, at)
    return None if end is None else _range(at, start, end)


def _between_hours(row: Row, at: int) -> TimeFound | None:
    """As in "entre las 5 y 10 pm", where "5 y 10" could be ten past five."""
    for place in range(at + 1, min(at + _REACH, len(row))):
        if row.at(place).has("and"):
            start = clock_at(Row(row.pieces[:place], row.words), at + 1)
            end = clock_at(row, place + 1)
            return _range(at, start, end) if start is not None and end is not None else None
    return None


def _after_join(row: Row, place: int, *joins: str) -> Clock | None:
    if not (row.at(place).has(*joins) or row.at(place).text == "-"):
        return None
    joined = clock_at(row, place) if row.at(place).has("at") else None
    return joined or clock_at(row, place + 1)


def _range(at: int, start: Clock, end: Clock) -> TimeFound:
    return TimeFound(first=at, last=end.last, why="range", start=start, end=end)


def _joined(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "2-4pm", "9:30 to 11"."""
    start = clock_at(row, at)
    if start is None or row.at(start.last).has("at"):
        return None
    if ground.leaving and row.at(start.last).has("to"):
        return None
    end = _after_join(row, start.last, "to")
    if end is None:
        return None
    sure = start.strong or end.strong or _expected(row, start, ground)
    return _range(at, start, end) if sure else None


def _expected(row: Row, clock: Clock, ground: Ground) -> bool:
    """Whether a bare number is an hour here: the hour was asked, or a day stands before it."""
    if ground.context.asked == "time":
        return True
    if row.at(clock.first).digits > _HOUR_DIGITS or _counts_unknown(row, clock):
        return False
    if row.at(clock.first - 1).has("or") and _hourly(row.at(clock.first - 2)):
        return True
    place = clock.first
    for _ in range(_SIGNS):
        place -= row.at(place - 1).text == "," or row.at(place - 1).has("for")
    return place in ground.day_ends


def _hourly(piece: Piece) -> bool:
    return piece.has("number", "am", "pm", "oclock", "fraction")


def _counts_unknown(row: Row, clock: Clock) -> bool:
    """Whether the number counts something, as in "for 12 nights"."""
    after = row.at(clock.last)
    return row.at(clock.first - 1).has("for") and after.text.isalpha() and not after.marks


def _bounded(row: Row, at: int, _: Ground) -> TimeFound | None:
    """As in "after 5", "before 12", "hasta las 6"."""
    piece = row.at(at)
    if not piece.has("after", "before", "by"):
        return None
    clock = clock_at(row, at + 1)
    if clock is None or (piece.has("after") and row.at(clock.last).has("unit_minutes")):
        return None
    last = clock.last
    if piece.has("after"):
        return TimeFound(first=at, last=last, why="after", start=clock)
    return TimeFound(first=at, last=last, why="before", end=clock)


def _moment(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "in 2 hours", "en media hora"."""
    if not row.at(at).has("in"):
        return None
    minutes, last = _minutes(row, at + 1)
    now = ground.context.now.hour * 60 + ground.context.now.minute
    if minutes is None or minutes > _FAR:
        return None
    ahead, minute = divmod(now + minutes, _DAY)
    then = Moment(days=ahead, time=dt.time(minute // 60, minute % 60))
    return TimeFound(first=at, last=last, why="count", moment=then)


def _minutes(row: Row, at: int) -> tuple[int | None, int]:
    if row.at(at).has("half_hour"):
        return 30, at + 1
    count = row.at(at).number("number") or row.at(at).number("single")
    unit = row.at(at + 1).number("unit_minutes")
    return (None, at) if count is None or unit is None else (count * unit, at + 2)


def _clock(row: Row, at: int, ground: Ground) -> TimeFound | None:
    clock = clock_at(row, at)
    if clock is None or not (clock.strong or _expected(row, clock, ground)):
        return None
    if row.at(clock.last).has("onwards"):
        return TimeFound(first=at, last=clock.last + 1, why="after", start=clock)
    if row.at(clock.last).has("or_earlier"):
        return TimeFound(first=at, last=clock.last + 1, why="before", end=clock)
    return TimeFound(first=at, last=clock.last, why=clock.worded, clock=clock)


def _part(row: Row, at: int, _: Ground) -> TimeFound | None:
    part = row.at(at).name("part")
    return None if part is None else TimeFound(first=at, last=at + 1, why="part", part=part)


def _earliest(row: Row, at: int, _: Ground) -> TimeFound | None:
    if not row.at(at).has("earliest", "any_time"):
        return None
    why = "earliest" if row.at(at).has("earliest") else "any time"
    return TimeFound(first=at, last=at + 1, why=why, earliest=True)


_RULES: tuple[Rule, ...] = (_between, _bounded, _moment, _joined, _clock, _part, _earliest)
