"""Spans of time, parted at the midnights of a place."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.interval import Interval
from domain.wall_time import MINUTES_OF_DAY, local_day, span


def parts(whole: Interval, zone: ZoneInfo, first: date, last: date) -> Mapping[date, Interval]:
    """What of the span lies in each local day from `first` to `last`, both included."""
    return dict(_parts(whole, zone, first, last))


def _parts(
    whole: Interval, zone: ZoneInfo, first: date, last: date
) -> Iterator[tuple[date, Interval]]:
    day = max(first, local_day(whole.start, zone))
    last = min(last, local_day(whole.end, zone))
    while day <= last:
        midnights = span(day, 0, MINUTES_OF_DAY, zone)
        if midnights is not None and midnights.overlaps(whole):
            start, end = max(midnights.start, whole.start), min(midnights.end, whole.end)
            yield day, Interval(start=start, end=end)
        day += timedelta(days=1)
