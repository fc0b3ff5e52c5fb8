"""Event resources: what may be written, what is refused, and how one becomes the next."""

import base64
import datetime as dt
import re
import secrets
from zoneinfo import ZoneInfo

from infrastructure.sandbox.google_error import empty_range, invalid
from infrastructure.sandbox.google_times import instant_of, normalised, utc_text
from infrastructure.sandbox.loose_json import JsonObject, object_in, objects_in, text_at
from infrastructure.sandbox.recurrence import rule_of

WRITABLE = (
    "status", "summary", "description", "location", "colorId", "start", "end", "recurrence",
    "transparency", "visibility", "attendees", "extendedProperties", "reminders", "source",
    "eventType", "guestsCanInviteOthers", "guestsCanModify", "guestsCanSeeOtherGuests",
    "anyoneCanAddSelf", "conferenceData", "attachments", "sequence", "eventLabelId",
)  # fmt: skip
DEFAULTS = {"transparency": "opaque", "visibility": "default"}
PLACES = ("workingLocation", "birthday")
ACCOUNT = "bot@shop-sandbox.iam.gserviceaccount.com"


def event_id(body: JsonObject) -> str:
    """Return the id that the body chooses, or a fresh one. Raises `GoogleError` 400."""
    chosen = body.get("id")
    if chosen is None:
        return base64.b32hexencode(secrets.token_bytes(16)).decode().lower().rstrip("=")
    if not (isinstance(chosen, str) and re.fullmatch(r"[a-v0-9]{5,1024}", chosen)):
        raise invalid("Invalid resource id value.")
    if body.get("iCalUID"):
        raise invalid("Cannot supply both an id and an iCalUID.")
    return chosen


def created(body: JsonObject, *, calendar_id: str, zone: ZoneInfo, now: dt.datetime) -> JsonObject:
    """Return a new event, still without its etag. Raises `GoogleError`."""
    chosen = event_id(body)
    own: JsonObject = {
        "kind": "calendar#event",
        "id": chosen,
        "created": utc_text(now),
        "creator": {"email": ACCOUNT},
        "organizer": {"email": calendar_id, "self": True},
        "iCalUID": text_at(body, "iCalUID") or f"{chosen}@google.com",
        "htmlLink": f"https://www.google.com/calendar/event?eid={_eid(chosen, calendar_id)}",
        "sequence": 0,
    }
    return _finished({**own, **_writable(body)}, zone, now)


def replaced(event: JsonObject, body: JsonObject, zone: ZoneInfo, now: dt.datetime) -> JsonObject:
    """Return the event after an update: what the body omits is cleared. Raises `GoogleError`."""
    kept = {name: value for name, value in event.items() if name not in WRITABLE}
    sequence = event.get("sequence", 0)
    return _revised(event, {**kept, "sequence": sequence, **_writable(body)}, zone, now)


def patched(event: JsonObject, body: JsonObject, zone: ZoneInfo, now: dt.datetime) -> JsonObject:
    """Return the event after a patch: objects merge, arrays replace, null clears."""
    return _revised(event, _merged(event, _writable(body)), zone, now)


def cancelled(event: JsonObject, now: dt.datetime) -> JsonObject:
    """Return the tombstone of a deleted event; its id stays taken."""
    return {**event, "status": "cancelled", "updated": utc_text(now)}


def is_cancelled(event: JsonObject) -> bool:
    """Whether the event has been deleted."""
    return event.get("status") == "cancelled"


def takes_time(event: JsonObject) -> bool:
    """Whether the event blocks its time: not what is shown as free, declined, or a mere place."""
    marked_free = event.get("transparency") == "transparent"
    guests = objects_in(event.get("attendees"))
    declined = any(one.get("self") and one.get("responseStatus") == "declined" for one in guests)
    return not (marked_free or declined or event.get("eventType") in PLACES)


def with_guests(event: JsonObject, calendar_id: str) -> JsonObject:
    """Return the event with the calendar's own copy of the invitation marked as such."""
    guests = [
        {**one, "self": True} if one.get("email") == calendar_id else one
        for one in objects_in(event.get("attendees"))
    ]
    return {**event, "attendees": guests} if guests else event


def shown_in(event: JsonObject, zone: ZoneInfo) -> JsonObject:
    """Return the event with its times in another zone."""
    edges = {
        edge: {**object_in(event[edge]), **normalised(object_in(event[edge]), edge, zone)}
        for edge in ("start", "end")
        if text_at(event, edge, "dateTime")
    }
    return {**event, **edges}


def _revised(before: JsonObject, after: JsonObject, zone: ZoneInfo, now: dt.datetime) -> JsonObject:
    event = _finished(after, zone, now)
    lowered = _sequence(event) < _sequence(before)
    if lowered:
        raise invalid("Invalid sequence value. The specified sequence number is below the current.")
    if any(before.get(edge) != event.get(edge) for edge in ("start", "end")):
        event["sequence"] = max(_sequence(event), _sequence(before) + 1)
    return event


def _finished(event: JsonObject, zone: ZoneInfo, now: dt.datetime) -> JsonObject:
    start = normalised(object_in(event.get("start")), "start", zone)
    end = normalised(object_in(event.get("end")), "end", zone)
    if start.keys() != end.keys():
        raise invalid("Start and end times must either both be date or both be dateTime.")
    if instant_of(end, zone) <= instant_of(start, zone):
        raise empty_range()
    _check_properties(event)
    rule_of(event)
    times: JsonObject = {"start": start, "end": end, "updated": utc_text(now)}
    full = {"status": "confirmed", "eventType": "default", "reminders": {"useDefault": True}}
    return {
        name: value
        for name, value in {**full, **event, **times}.items()
        if value is not None and DEFAULTS.get(name) != value
    }


def _check_properties(event: JsonObject) -> None:
    properties = object_in(event.get("extendedProperties"))
    for kind in ("private", "shared"):
        for name, value in object_in(properties.get(kind)).items():
            if not isinstance(value, str) or len(name) > 44 or len(value) > 1024:  # noqa: PLR2004
                raise invalid("Invalid extended property.")


def _writable(body: JsonObject) -> JsonObject:
    return {name: body[name] for name in WRITABLE if name in body}


def _merged(old: JsonObject, new: JsonObject) -> JsonObject:
    merged = {name: value for name, value in old.items() if name not in new}
    for name, value in new.items():
        if isinstance(value, dict):
            merged[name] = _merged(object_in(old.get(name)), value)
        elif value is not None:
            merged[name] = value
    return merged


def _sequence(event: JsonObject) -> int:
    sequence = event.get("sequence")
    return sequence if isinstance(sequence, int) else 0


def _eid(chosen: str, calendar_id: str) -> str:
    return base64.urlsafe_b64encode(f"{chosen} {calendar_id}".encode()).decode().rstrip("=")
