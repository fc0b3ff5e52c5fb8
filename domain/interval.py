"""Half-open spans between two instants."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec


class Interval(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """From `start` (included) to `end` (excluded); both are aware instants."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("an interval lies between aware instants")
        if self.end <= self.start:
            raise ValueError("an interval ends after it starts")

    @property
    def length(self) -> timedelta:
        """The time between start and end."""
        return self.end - self.start

    def overlaps(self, other: "Interval") -> bool:
        """Whether both share any time; touching ends share none."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Interval") -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def widened(self, before: timedelta, after: timedelta) -> "Interval":
        """The interval with its buffers."""
        return Interval(start=self.start - before, end=self.end + after)


def subtract(spans: Iterable[Interval], holes: Iterable[Interval]) -> tuple[Interval, ...]:
    """What remains of the spans outside every hole, in order."""
    remaining = sorted(spans)
    for hole in sorted(holes):
        remaining = [rest for span in remaining for rest in _without(span, hole)]
    return tuple(remaining)


def intersect(left: Iterable[Interval], right: Iterable[Interval]) -> tuple[Interval, ...]:
    """The time that lies in both, in order."""
    others = tuple(right)
    return tuple(
        Interval(start=max(one.start, other.start), end=min(one.end, other.end))
        for one in sorted(left)
        for other in sorted(others)
        if one.overlaps(other)
    )


def _without(span: Interval, hole: Interval) -> tuple[Interval, ...]:
    if not span.overlaps(hole):
        return (span,)
    before = (span.start, min(span.end, hole.start))
    after = (max(span.start, hole.end), span.end)
    return tuple(Interval(start=a, end=b) for a, b in (before, after) if a < b)
