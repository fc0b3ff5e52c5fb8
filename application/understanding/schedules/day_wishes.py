"""Reads days of which each has a time of its own: "tomorrow morning or Friday evening"."""

import datetime as dt
from collections.abc import Sequence

from application.understanding.days.almanac import Almanac, DayFound
from application.understanding.reading import DayWish
from application.understanding.text.pieces import Row
from application.understanding.times import opening
from application.understanding.times.clocks import in_half
from application.understanding.times.found_times import TimeFound

_MANY = 2


def day_wishes(
    days: Sequence[DayFound], times: Sequence[TimeFound], row: Row, almanac: Almanac
) -> tuple[DayWish, ...]:
    """The days with their times, in the order said; empty unless each has its own and an "or" parts them."""
    if len(days) < _MANY or len(times) < _MANY or not all(len(found.days) == 1 for found in days):
        return ()
    if not any(piece.has("or") for piece in row.between(days[0].first, days[-1].first)):
        return ()
    shares = _parted_by_or(days, times, row) or _shared_out(days, times)
    wishes = [_wish(day.days[0], own, almanac) for day, own in zip(days, shares, strict=True)]
    told = tuple(wish for wish in wishes if wish is not None)
    return told if len({wish.day for wish in told}) == len(days) else ()


def _parted_by_or(
    days: Sequence[DayFound], times: Sequence[TimeFound], row: Row
) -> list[list[TimeFound]]:
    """The times of each day, where an "or" stands between each two days; empty elsewhere."""
    breaks = [place for place, piece in enumerate(row.pieces) if piece.has("or")]
    shares: list[list[TimeFound]] = []
    start = -1
    for day, after in zip(days, (*days[1:], None), strict=True):
        end = len(row) if after is None else _first(breaks, day.last, after.first)
        if end is None:
            return []
        shares.append([one for one in times if start <= one.first < end])
        start = end
    return shares


def _first(places: Sequence[int], start: int, end: int) -> int | None:
    return next((place for place in places if start <= place < end), None)


def _shared_out(days: Sequence[DayFound], times: Sequence[TimeFound]) -> list[list[TimeFound]]:
    """The times of each day: those behind it, or those before it where a time comes first."""
    leading = times[0].first < days[0].first
    ends = [*(day.first for day in days), 1 << 30]
    spans = [
        (-1 if leading and not place else ends[place - leading], ends[place + 1 - leading])
        for place in range(len(days))
    ]
    return [[one for one in times if start <= one.first < end] for start, end in spans]


def _wish(day: dt.date, times: list[TimeFound], almanac: Almanac) -> DayWish | None:
    clocks = [found.clock for found in times if found.clock is not None]
    ranges = [found for found in times if found.ranged]
    parts = [found.part for found in times if found.part is not None]
    if len(clocks) + len(ranges) > 1 or len(parts) > 1 or not times:
        return None
    context = almanac.context
    if clocks:
        clock = in_half(clocks[0], parts[0]) if parts else clocks[0]
        return DayWish(day=day, time=opening.resolve(clock, context, day).time)
    if ranges:
        start, end = ranges[0].start, ranges[0].end
        return DayWish(day=day, times=opening.resolve_range(start, end, context, day))
    return DayWish(day=day, times=almanac.lexicon.part(parts[0])) if parts else None
