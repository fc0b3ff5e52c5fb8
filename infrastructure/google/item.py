"""An event of Google's as a calendar item ("Events" resource of Calendar API v3)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from application.ports import CalendarItem
from domain.interval import Interval
from domain.wall_time import instant_or_next
from infrastructure.google.event import is_deleted
from infrastructure.tolerant_json import as_list, as_object, as_text

_PLACES = frozenset({"workingLocation", "birthday"})  # event types that take no time


def item_of(found: Mapping[str, object], zone: ZoneInfo) -> CalendarItem | None:
    """The item; `None` for what has no id or no readable time. All-day events are the zone's."""
    event_id = as_text(found.get("id"))
    series = as_text(found.get("recurringEventId"))
    if not event_id:
        return None
    if is_deleted(found):
        return CalendarItem(event_id=event_id, time=None)
    time = _time(found, zone)
    if time is None:
        return None
    return CalendarItem(event_id=event_id, time=time, busy=_is_busy(found), series=series)


def _is_busy(found: Mapping[str, object]) -> bool:
    """As freeBusy counts: not what is shown as free, nor what the barber has declined."""
    free = found.get("transparency") == "transparent" or found.get("eventType") in _PLACES
    guests = (as_object(one) for one in as_list(found.get("attendees")))
    declined = any(one.get("self") and one.get("responseStatus") == "declined" for one in guests)
    return not (free or declined)


def _time(found: Mapping[str, object], zone: ZoneInfo) -> Interval | None:
    try:
        start = _instant(as_object(found.get("start")), zone)
        end = _instant(as_object(found.get("end")), zone)
        return Interval(start=start, end=end)
    except ValueError:
        return None


def _instant(edge: Mapping[str, object], zone: ZoneInfo) -> datetime:
    """Raises `ValueError` for what is no moment with its offset, nor a date."""
    if day := as_text(edge.get("date")):
        return instant_or_next(date.fromisoformat(day), 0, zone)
    moment = datetime.fromisoformat(as_text(edge.get("dateTime")))
    if moment.tzinfo is None:
        raise ValueError("a moment without its offset")
    return moment.astimezone(UTC)
