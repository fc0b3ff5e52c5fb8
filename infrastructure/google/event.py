"""An appointment as a Google Calendar event ("Events" resource of Calendar API v3)."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from application.ports import CalendarEntry
from infrastructure.shortening import shortened
from infrastructure.tolerant_json import as_object, as_text

APP = "barbershop"
_SUMMARY, _DESCRIPTION = 1024, 8192

Event = dict[str, object]


def event_of(entry: CalendarEntry) -> Event:
    """The event as wished for; it blocks its time, and it is marked as ours."""
    return {
        "id": entry.event_id,
        "status": "confirmed",
        "transparency": "opaque",
        "summary": shortened(entry.summary, _SUMMARY),
        "description": shortened(entry.description, _DESCRIPTION),
        "location": shortened(entry.location, _SUMMARY),
        "start": _moment(entry.start, entry.timezone),
        "end": _moment(entry.end, entry.timezone),
        "extendedProperties": {"private": {"app": APP, "appointmentId": entry.appointment_id}},
    }


def merged(found: Mapping[str, object], wished: Event) -> Event:
    """What was found, with all that we wish; what barbers added (a colour, guests) stays."""
    private = {**_properties(found, "private"), **_properties(wished, "private")}
    properties = {**as_object(found.get("extendedProperties")), "private": private}
    return {**found, **wished, "extendedProperties": properties}


def is_ours(found: Mapping[str, object], appointment_id: str) -> bool:
    """Whether the event is that appointment's; a deleted event may have lost its properties."""
    private = _properties(found, "private")
    if not private:
        return found.get("status") == "cancelled"
    return private.get("app") == APP and private.get("appointmentId") == appointment_id


def is_deleted(found: Mapping[str, object]) -> bool:
    """Whether somebody deleted the event; Google keeps it under its id."""
    return found.get("status") == "cancelled"


def etag_of(found: Mapping[str, object]) -> str:
    """The version of the event, quotes included; empty where none is told."""
    return as_text(found.get("etag"))


def _moment(instant: datetime, timezone: str) -> dict[str, str]:
    """The instant with its offset, so that no clock change makes it ambiguous, and its zone."""
    local = instant.astimezone(ZoneInfo(timezone))
    return {"dateTime": local.isoformat(timespec="seconds"), "timeZone": timezone}


def _properties(event: Mapping[str, object], scope: str) -> dict[str, object]:
    return as_object(as_object(event.get("extendedProperties")).get(scope))
