"""Wall-clock time of a place, and the instants that it means across DST changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.interval import Interval

MINUTES_OF_DAY = 24 * 60


def instant(day: date, minute: int, zone: ZoneInfo) -> datetime | None:
    """The instant (UTC) of that minute after midnight; `None` where DST skips it.

    A minute that DST repeats means its first occurrence. Minute 1440 is the next midnight.
    """
    at = _first_occurrence(day, minute, zone)
    return at if _shows(at, day, minute, zone) else None


def instant_or_next(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The instant of that minute, or the first one after the gap where DST skips it."""
    at = instant(day, minute, zone)
    while at is None:
        minute += 1
        at = instant(day, minute, zone)
    return at


def span(day: date, start: int, end: int, zone: ZoneInfo) -> Interval | None:
    """The instants between two minutes of a day; `None` where nothing remains of them."""
    first, last = instant_or_next(day, start, zone), instant_or_next(day, end, zone)
    return Interval(start=first, end=last) if first < last else None


def local_day(at: datetime, zone: ZoneInfo) -> date:
    """The day that the calendar on the wall shows at that instant."""
    return at.astimezone(zone).date()


def local_minute(at: datetime, zone: ZoneInfo) -> int | None:
    """The minute after midnight that the wall shows; `None` between minutes or repeated."""
    local = at.astimezone(zone)
    if local.fold or local.second or local.microsecond:
        return None
    return local.hour * 60 + local.minute


def _first_occurrence(day: date, minute: int, zone: ZoneInfo) -> datetime:
    days, rest = divmod(minute, MINUTES_OF_DAY)
    wall = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60), tzinfo=zone)
    return wall.astimezone(UTC)


def _shows(at: datetime, day: date, minute: int, zone: ZoneInfo) -> bool:
    days, rest = divmod(minute, MINUTES_OF_DAY)
    local = at.astimezone(zone)
    wanted = (day + timedelta(days=days), rest // 60, rest % 60)
    return (local.date(), local.hour, local.minute) == wanted
