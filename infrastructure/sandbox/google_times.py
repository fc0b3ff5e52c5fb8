"""Instants and event times as the Calendar API reads and writes them."""

import datetime as dt
import re
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

from infrastructure.sandbox.google_error import invalid
from infrastructure.sandbox.loose_json import JsonObject, text_at

Edge = Literal["start", "end"]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATE_TIME = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?(?P<offset>[Zz]|[+-]\d{2}:\d{2})?"
)


def parse_instant(text: str) -> dt.datetime:
    """Return the instant of an RFC 3339 text with its offset. Raises `GoogleError` 400."""
    found = _DATE_TIME.fullmatch(text)
    if found is None or found["offset"] is None:
        raise invalid("Bad Request", "badRequest")
    return _from_iso(text)


def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone of an IANA region name; none for `EST`, `GMT+2` and whatever else."""
    known = name == "UTC" or ("/" in name and name in available_timezones())
    return ZoneInfo(name) if known else None


def normalised(time: JsonObject, edge: Edge, zone: ZoneInfo) -> JsonObject:
    """Return an event's start or end as the calendar shows it, in its own zone.

    Raises `GoogleError` 400 for what the Calendar API would refuse.
    """
    date, date_time = text_at(time, "date"), text_at(time, "dateTime")
    if date and date_time:
        raise invalid(f"Invalid {edge} time.")
    if date:
        if not _DATE.fullmatch(date):
            raise invalid("Bad Request", "badRequest")
        _from_iso(date)
        return {"date": date}
    if not date_time:
        raise invalid(f"Missing {edge} time.", "required")
    own_zone = _own_zone(time, edge)
    instant = _resolved(date_time, edge, own_zone)
    shown = instant.astimezone(zone).isoformat(timespec="seconds")
    return {"dateTime": shown, "timeZone": own_zone.key if own_zone else zone.key}


def instant_of(time: object, zone: ZoneInfo) -> dt.datetime:
    """Return the instant of a normalised start or end; a date begins at its local midnight."""
    if date_time := text_at(time, "dateTime"):
        return dt.datetime.fromisoformat(date_time)
    return dt.datetime.fromisoformat(text_at(time, "date")).replace(tzinfo=zone)


def utc_text(instant: dt.datetime) -> str:
    """Return an instant as the API writes its own: UTC with milliseconds."""
    text = instant.astimezone(dt.UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def _own_zone(time: JsonObject, edge: Edge) -> ZoneInfo | None:
    name = text_at(time, "timeZone")
    if not name:
        return None
    zone = zone_named(name)
    if zone is None:
        raise invalid(f"Invalid time zone definition for {edge} time.")
    return zone


def _resolved(text: str, edge: Edge, zone: ZoneInfo | None) -> dt.datetime:
    found = _DATE_TIME.fullmatch(text)
    if found is None:
        raise invalid("Bad Request", "badRequest")
    if found["offset"] is not None:
        return _from_iso(text)
    if zone is None:
        raise invalid(f"Missing time zone definition for {edge} time.", "required")
    # A wall time that spring skips becomes the one an hour later, as Google shifts it.
    return _from_iso(text).replace(tzinfo=zone).astimezone(dt.UTC)


def _from_iso(text: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(text.upper())
    except ValueError as wrong:
        raise invalid("Bad Request", "badRequest") from wrong
