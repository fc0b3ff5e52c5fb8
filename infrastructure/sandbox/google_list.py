"""Listing events: time bounds, filters, order, pages and sync tokens."""

import base64
import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import msgspec

from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.exchange import Answer, Call
from infrastructure.sandbox.google_error import (
    GoogleError,
    empty_range,
    full_sync_required,
    invalid,
)
from infrastructure.sandbox.google_event import is_cancelled, shown_in
from infrastructure.sandbox.google_store import GoogleStore
from infrastructure.sandbox.google_times import (
    instant_of,
    parse_instant,
    utc_text,
    zone_named,
)
from infrastructure.sandbox.loose_json import JsonObject, inside, text_at
from infrastructure.sandbox.recurrence import occurrences
from infrastructure.sandbox.settings import SandboxCalendar

NOT_WITH_SYNC_TOKEN = (
    "iCalUID", "orderBy", "privateExtendedProperty", "q", "sharedExtendedProperty", "timeMin",
    "timeMax", "updatedMin",
)  # fmt: skip


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What a sync or page token remembers."""

    kind: str
    revision: int
    since: int | None = None
    after: tuple[str, str] | None = None
    time_min: str | None = None
    time_max: str | None = None


class GoogleList:
    """`events.list`. Raises `GoogleError`."""

    def __init__(self, store: GoogleStore, clock: SandboxClock) -> None:
        self._store = store
        self._clock = clock

    async def __call__(self, calendar: SandboxCalendar, call: Call) -> Answer:
        """Return one page; the last one carries the sync token."""
        _check_parameters(call)
        mark = await self._mark(calendar, call)
        zone = _zone(calendar, call)
        candidates = await self._candidates(calendar, mark)
        events = [
            event
            for candidate in candidates
            if _wanted(candidate, call, mark, zone)
            for event in _instances(candidate, call, mark, zone)
        ]
        order = _order(call.parameter("orderBy"), zone)
        events.sort(key=order)
        if mark.after is not None:
            events = [event for event in events if order(event) > mark.after]
        size = _page_size(call)
        page = events[:size]
        return Answer.json(
            {
                "kind": "calendar#events",
                "etag": f'"p{mark.revision}"',
                "summary": calendar.summary,
                "description": "",
                "updated": utc_text(self._clock.now()),
                "timeZone": zone.key,
                "accessRole": calendar.access_role,
                "defaultReminders": [],
                **_next(mark, order(page[-1]) if len(events) > size else None),
                "items": [_item(event, zone) for event in page],
            }
        )

    async def _mark(self, calendar: SandboxCalendar, call: Call) -> Mark:
        if page_token := call.parameter("pageToken"):
            return _token(page_token, "page") or _refuse("Invalid page token value.")
        revision = await self._store.revision(calendar)
        if sync_token := call.parameter("syncToken"):
            known = _token(sync_token, "sync")
            if known is None or known.revision > revision:
                raise full_sync_required()
            return msgspec.structs.replace(
                known, kind="page", since=known.revision, revision=revision
            )
        return Mark(
            kind="page",
            revision=revision,
            time_min=call.parameter("timeMin"),
            time_max=call.parameter("timeMax"),
        )

    async def _candidates(self, calendar: SandboxCalendar, mark: Mark) -> list[JsonObject]:
        if mark.since is not None:
            return await self._store.changed_since(calendar, mark.since)
        after = parse_instant(mark.time_min) if mark.time_min else None
        before = parse_instant(mark.time_max) if mark.time_max else None
        if after and before and before <= after:
            raise empty_range("parameter timeMax")
        return await self._store.between(calendar, after, before)


def _check_parameters(call: Call) -> None:
    order = call.parameter("orderBy")
    if order not in (None, "startTime", "updated"):
        raise invalid("Invalid value for: orderBy")
    if order == "startTime" and call.parameter("singleEvents") != "true":
        message = "The requested ordering is not available for the particular query."
        raise GoogleError(400, "badRequest", message, at="parameter orderBy")
    if call.parameter("syncToken"):
        forbidden = [name for name in NOT_WITH_SYNC_TOKEN if call.parameter(name) is not None]
        if forbidden or call.parameter("showDeleted") == "false":
            message = "Sync token cannot be used with other query restrictions."
            raise GoogleError(400, "invalid", message, at="parameter syncToken")


def _wanted(event: JsonObject, call: Call, mark: Mark, zone: ZoneInfo) -> bool:
    if mark.since is not None:
        return is_cancelled(event) or _in_bounds(event, mark, zone)
    changed_min = call.parameter("updatedMin")
    if changed_min:
        updated = dt.datetime.fromisoformat(text_at(event, "updated"))
        if updated < parse_instant(changed_min):
            return False
    if is_cancelled(event) and call.parameter("showDeleted") != "true" and not changed_min:
        return False
    return (
        _has_properties(event, call)
        and call.parameter("iCalUID") in (None, event.get("iCalUID"))
        and _speaks_of(event, call.parameter("q"))
    )


def _instances(event: JsonObject, call: Call, mark: Mark, zone: ZoneInfo) -> list[JsonObject]:
    if call.parameter("singleEvents") != "true" or is_cancelled(event):
        return [event]
    after = parse_instant(mark.time_min) if mark.time_min else None
    before = parse_instant(mark.time_max) if mark.time_max else None
    return occurrences(event, zone, (after, before))


def _in_bounds(event: JsonObject, mark: Mark, zone: ZoneInfo) -> bool:
    ends, starts = instant_of(event["end"], zone), instant_of(event["start"], zone)
    return not (
        (mark.time_min and not event.get("recurrence") and ends <= parse_instant(mark.time_min))
        or (mark.time_max and starts >= parse_instant(mark.time_max))
    )


def _has_properties(event: JsonObject, call: Call) -> bool:
    return all(
        inside(event, "extendedProperties", kind, name) == value
        for kind in ("private", "shared")
        for wanted in call.parameters(f"{kind}ExtendedProperty")
        for name, _, value in (wanted.partition("="),)
    )


def _speaks_of(event: JsonObject, words: str | None) -> bool:
    said = " ".join(text_at(event, name) for name in ("summary", "description", "location"))
    return not words or words.casefold() in said.casefold()


def _order(by: str | None, zone: ZoneInfo) -> Callable[[JsonObject], tuple[str, str]]:
    def key(event: JsonObject) -> tuple[str, str]:
        match by:
            case "startTime":
                first = instant_of(event["start"], zone).astimezone(dt.UTC).isoformat()
            case "updated":
                first = text_at(event, "updated")
            case _:
                first = ""
        return first, text_at(event, "id")

    return key


def _item(event: JsonObject, zone: ZoneInfo) -> JsonObject:
    # Of deleted events only the id is guaranteed; who relies on more shall notice here.
    if is_cancelled(event):
        return {name: event[name] for name in ("kind", "etag", "id", "status")}
    return shown_in(event, zone)


def _zone(calendar: SandboxCalendar, call: Call) -> ZoneInfo:
    asked = call.parameter("timeZone")
    zone = zone_named(asked or calendar.timezone)
    return zone or _refuse_zone()


def _page_size(call: Call) -> int:
    asked = call.parameter("maxResults") or "250"
    if not asked.isdecimal() or int(asked) < 1:
        raise invalid("Invalid value for: maxResults")
    return min(int(asked), 2500)


def _next(mark: Mark, after: tuple[str, str] | None) -> JsonObject:
    if after is not None:
        return {"nextPageToken": _written(msgspec.structs.replace(mark, after=after))}
    done = msgspec.structs.replace(mark, kind="sync", since=None, after=None)
    return {"nextSyncToken": _written(done)}


def _written(mark: Mark) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(mark)).decode()


def _token(text: str, kind: str) -> Mark | None:
    try:
        mark = msgspec.json.decode(base64.urlsafe_b64decode(text), type=Mark)
    except (ValueError, msgspec.DecodeError):
        return None
    return mark if mark.kind == kind else None


def _refuse(message: str) -> Mark:
    raise invalid(message)


def _refuse_zone() -> ZoneInfo:
    raise invalid("Invalid time zone definition.")
