"""Decides which half of the day a clock time means, by the hours that the shop is open."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from application.understanding.reading import Context, TimeRange
from application.understanding.times.clock_endings import HALF_PAST, Clock

_EARLY, _LATE = dt.time(6), dt.time(23)  # no barber works outside these
_MIDNIGHT = dt.time(0)


class Resolved(msgspec.Struct, frozen=True):
    """The likeliest time, the others that remain, and whether the opening hours decided."""

    time: dt.time
    others: tuple[dt.time, ...] = ()
    by_hours: bool = False


def resolve(clock: Clock, context: Context, day: dt.date | None) -> Resolved:
    """The time meant on the day; on any day if it is not known."""
    options = tuple(dict.fromkeys(clock.options))
    if len(options) == 1:
        return Resolved(options[0])
    offered = _only(options, {offer.time for offer in context.offered})
    if offered is not None and context.asked == "offer":
        return Resolved(offered)
    possible = [option for option in options if is_open(option, context, day)]
    if day == context.today:
        possible = [option for option in possible if option > context.now] or possible
    if clock.worded == HALF_PAST and possible and options[0] not in possible:
        return Resolved(options[0], tuple(possible), by_hours=True)
    if not possible:
        possible = [option for option in options if _EARLY <= option < _LATE] or list(options)
        if day == context.today:
            possible = [option for option in possible if option > context.now] or possible
        return Resolved(possible[0], tuple(possible[1:]), by_hours=True)
    return Resolved(possible[0], tuple(possible[1:]), by_hours=True)


def _only(options: Iterable[dt.time], offered: set[dt.time]) -> dt.time | None:
    matching = [option for option in options if option in offered]
    return matching[0] if len(matching) == 1 else None


def is_open(time: dt.time, context: Context, day: dt.date | None) -> bool:
    """Whether the shop is open at the time; while its hours are unknown, at any likely time."""
    if not context.hours:
        return _EARLY <= time < _LATE
    return any(
        span.start <= time and (time < span.end or span.end == _MIDNIGHT)
        for span in context.hours
        if day is None or span.weekday == day.weekday()
    )


def resolve_range(
    start: Clock | None, end: Clock | None, context: Context, day: dt.date | None
) -> TimeRange:
    """The range between two clock times, each in the half of the day that makes sense of it."""
    if start is not None and end is not None:
        return _closed(start, end, context, day)
    if start is not None:
        return TimeRange(start=resolve(start, context, day).time, end=None)
    return TimeRange(start=None, end=_until(end, context, day) if end is not None else None)


def _closed(start: Clock, end: Clock, context: Context, day: dt.date | None) -> TimeRange:
    pairs = [(a, b) for a in start.options for b in end.options if a < b]
    if not pairs:
        return TimeRange(start=resolve(start, context, day).time, end=None)
    told = min(len(start.options), len(end.options)) == 1  # "de 9 a 11 de la noche"
    working = pairs if told else [pair for pair in pairs if is_open(pair[0], context, day)] or pairs
    first, last = min(working, key=lambda pair: _minutes(pair[1]) - _minutes(pair[0]))
    return TimeRange(start=first, end=last)


def _until(end: Clock, context: Context, day: dt.date | None) -> dt.time:
    """The end of "before 6", which leaves some of the day open."""
    opening = min((span.start for span in context.hours if _on(span.weekday, day)), default=_EARLY)
    meant = end.options[: len(end.options) // 2] if end.worded == HALF_PAST else end.options
    closing = [option for option in meant if option > opening]
    return min(closing, default=end.options[0])


def _on(weekday: int, day: dt.date | None) -> bool:
    return day is None or weekday == day.weekday()


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute
