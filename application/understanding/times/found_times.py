"""What is found of the times of day: a clock time, a range, a part of the day, or a moment."""

import datetime as dt

import msgspec

from application.understanding.times.clock_endings import Clock


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
    until: Moment | None = None  # the end of what begins with the moment
    earliest: bool = False

    @property
    def ranged(self) -> bool:
        """Whether a range between clock times is said."""
        return self.start is not None or self.end is not None
