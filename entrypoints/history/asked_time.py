"""The time that somebody asks about, as a clock on the wall shows it or as an instant."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from domain.wall_time import instant, instant_or_next
from entrypoints.history.event_choice import NotUnderstood, instant_of


class AskedTime(msgspec.Struct, frozen=True, kw_only=True):
    """The start that is meant: `None` where the clocks skip it, the first of two if `ambiguous`.

    `next` is the first instant after the gap where they skip it.
    """

    words: str
    start: datetime | None
    ambiguous: bool = False
    next: datetime | None = None


def asked_time(words: str, zone: ZoneInfo) -> AskedTime:
    """A time with its day; without an offset it is that zone's. Raises `NotUnderstood`."""
    try:
        wall = datetime.fromisoformat(words)
    except ValueError as error:
        raise NotUnderstood("a time is written 2026-11-26 17:00, or has an offset") from error
    if ":" not in words and "T" not in words:
        raise NotUnderstood("a time is a day and the time of day, such as 2026-11-26 17:00")
    if wall.tzinfo is not None:
        return AskedTime(words=words, start=instant_of(words, zone, end_of_day=False))
    minute = wall.hour * 60 + wall.minute
    start = instant(wall.date(), minute, zone)
    if start is None:
        return AskedTime(words=words, start=None, next=instant_or_next(wall.date(), minute, zone))
    seconds = timedelta(seconds=wall.second, microseconds=wall.microsecond)
    return AskedTime(words=words, start=start + seconds, ambiguous=_is_repeated(wall, zone))


def _is_repeated(wall: datetime, zone: ZoneInfo) -> bool:
    shown = wall.replace(tzinfo=zone)
    return shown.utcoffset() != shown.replace(fold=1).utcoffset()
