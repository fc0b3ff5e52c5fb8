"""Writing events: insert, update, patch and delete. Times that overlap are never refused."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.exchange import Answer, Call
from infrastructure.sandbox.google_error import (
    already_deleted,
    changed_meanwhile,
    duplicate,
    invalid,
    no_invitations,
    no_writer,
    not_found,
)
from infrastructure.sandbox.google_event import (
    cancelled,
    created,
    is_cancelled,
    patched,
    replaced,
    with_guests,
)
from infrastructure.sandbox.google_store import GoogleStore
from infrastructure.sandbox.loose_json import JsonObject, decoded_object
from infrastructure.sandbox.settings import PERSON, SandboxCalendar

Change = Callable[[JsonObject, JsonObject, ZoneInfo, dt.datetime], JsonObject]


class GoogleWrite:
    """The writing calls on one calendar's events. All raise `GoogleError`.

    Whoever bears the token of a `person` may invite others, which a service account may not.
    """

    def __init__(self, store: GoogleStore, clock: SandboxClock, *, person: str = PERSON) -> None:
        self._store = store
        self._clock = clock
        self._person = person

    async def insert(self, calendar: SandboxCalendar, call: Call) -> Answer:
        """Create an event; an id that is or was in use is refused."""
        _require_writer(calendar)
        zone = ZoneInfo(calendar.timezone)
        event = created(_body(call), calendar_id=calendar.id, zone=zone, now=self._clock.now())
        event = await self._stamped(self._with_guests(event, {}, calendar, call))
        if not await self._store.write(calendar, event, over=None):
            raise duplicate()
        return Answer.json(event)

    async def update(self, calendar: SandboxCalendar, event_id: str, call: Call) -> Answer:
        """Replace an event wholly."""
        return await self._change(calendar, event_id, call, replaced)

    async def patch(self, calendar: SandboxCalendar, event_id: str, call: Call) -> Answer:
        """Change some fields of an event."""
        return await self._change(calendar, event_id, call, patched)

    async def delete(self, calendar: SandboxCalendar, event_id: str, call: Call) -> Answer:
        """Leave a tombstone, which answers 410 the second time."""
        _require_writer(calendar)
        while True:
            stored = await self._store.find(calendar, event_id)
            if stored is None:
                raise not_found()
            if is_cancelled(stored.event):
                raise already_deleted()
            _require_match(call, stored.event)
            gone = await self._stamped(cancelled(stored.event, self._clock.now()))
            if await self._store.write(calendar, gone, over=stored):
                return Answer(status=204)

    async def _change(
        self, calendar: SandboxCalendar, event_id: str, call: Call, change: Change
    ) -> Answer:
        _require_writer(calendar)
        body = _body(call)
        while True:
            stored = await self._store.find(calendar, event_id)
            if stored is None:
                raise not_found()
            _require_match(call, stored.event)
            zone = ZoneInfo(calendar.timezone)
            event = change(stored.event, body, zone, self._clock.now())
            event = await self._stamped(self._with_guests(event, stored.event, calendar, call))
            if await self._store.write(calendar, event, over=stored):
                return Answer.json(event)

    def _with_guests(
        self, event: JsonObject, before: JsonObject, calendar: SandboxCalendar, call: Call
    ) -> JsonObject:
        finished = with_guests(event, calendar.id)
        is_changed = finished.get("attendees") != before.get("attendees")
        if finished.get("attendees") and is_changed and call.bearer != self._person:
            raise no_invitations()
        return finished

    async def _stamped(self, event: JsonObject) -> JsonObject:
        return {**event, "etag": await self._store.fresh_etag()}


def _require_writer(calendar: SandboxCalendar) -> None:
    if calendar.access_role not in ("writer", "owner", "writerWithoutPrivateAccess"):
        raise no_writer()


def _require_match(call: Call, event: JsonObject) -> None:
    wanted = call.headers.get("if-match")
    if wanted not in (None, "*", event["etag"]):
        raise changed_meanwhile()


def _body(call: Call) -> JsonObject:
    body = decoded_object(call.body)
    if body is None:
        raise invalid("Parse Error", "parseError")
    return body
