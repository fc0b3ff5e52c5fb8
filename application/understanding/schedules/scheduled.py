"""What is read of the days and times of a message, while and after it is put together."""

import datetime as dt

import msgspec

from application.understanding.reading import DayRange, DayWish, Inferred, Reading, TimeRange


class Schedule(msgspec.Struct, kw_only=True):
    """The day and time slots of a reading."""

    day: dt.date | None = None
    days: DayRange | None = None
    days_refused: tuple[dt.date, ...] = ()
    time: dt.time | None = None
    times: TimeRange | None = None
    other_days: tuple[dt.date, ...] = ()
    other_times: tuple[dt.time, ...] = ()
    day_wishes: tuple[DayWish, ...] = ()
    either_days: tuple[dt.date, ...] = ()
    either_times: tuple[dt.time, ...] = ()
    old_day: dt.date | None = None
    old_time: dt.time | None = None
    earliest: bool = False
    no_such_day: tuple[int, int] | None = None  # pieces, half-open
    no_such_time: tuple[int, int] | None = None
    refused_any: bool = False  # a day or a time is named that is not wanted
    inferred: set[Inferred] = msgspec.field(default_factory=set)
    wished_from: int = 0  # the piece at which the wished day stands
    places: list[tuple[int, int, str, str]] = msgspec.field(default_factory=list)

    @property
    def settled(self) -> bool:
        """Whether more is said than "now" or "as soon as possible"."""
        return self.day is not None or self.days is not None or self.timed or self.refusing

    @property
    def refusing(self) -> bool:
        """Whether only days are refused."""
        return bool(self.days_refused)

    @property
    def timed(self) -> bool:
        """Whether a time of day is said."""
        return self.time is not None or self.times is not None

    @property
    def impossible(self) -> bool:
        """Whether a day or a time is said that does not exist."""
        return self.no_such_day is not None or self.no_such_time is not None

    @property
    def said(self) -> bool:
        """Whether any day or time is said."""
        return bool(self.places or self.impossible)

    def holds(self, place: int) -> bool:
        """Whether a day or a time was read from the piece."""
        return any(first <= place < last for first, last, *_ in self.places)

    def reading(self) -> Reading:
        """A reading with these slots only."""
        return Reading(
            day=self.day,
            days=self.days,
            days_refused=self.days_refused,
            time=self.time,
            times=self.times,
            other_days=self.other_days,
            other_times=self.other_times,
            day_wishes=self.day_wishes,
            either_days=self.either_days,
            either_times=self.either_times,
            old_day=self.old_day,
            old_time=self.old_time,
            earliest=self.earliest,
        )
