"""Wall-clock rules of a week: when a shop is open and when a barber works."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

import msgspec

from domain.interval import Interval
from domain.wall_time import MINUTES_OF_DAY, span


class ClockRange(msgspec.Struct, frozen=True, order=True):
    """From `start` to `end` on one day, in minutes after midnight; 1440 is the next midnight."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= MINUTES_OF_DAY:
            raise ValueError("a range of the clock starts before it ends, within one day")


class WeekRule(msgspec.Struct, frozen=True, kw_only=True):
    """Ranges per weekday (0 is Monday) and, winning over them, per date (empty: none that day)."""

    weekly: Mapping[int, tuple[ClockRange, ...]] = {}
    dates: Mapping[date, tuple[ClockRange, ...]] = {}

    def ranges(self, day: date) -> tuple[ClockRange, ...]:
        """The ranges that hold on that day."""
        return self.dates.get(day, self.weekly.get(day.weekday(), ()))

    def spans(self, day: date, zone: ZoneInfo) -> tuple[Interval, ...]:
        """The instants of those ranges; what DST swallows whole is absent."""
        found = (span(day, one.start, one.end, zone) for one in self.ranges(day))
        return tuple(one for one in found if one is not None)
