"""The barbers' calendars, over Google Calendar API v3."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from googleapiclient.errors import HttpError

from application.ports import CalendarEntry, CalendarRefused, EntryDeleted, Unavailable
from infrastructure.google.connection import GoogleConnection
from infrastructure.google.errors import SERVICE, answers, reason_of
from infrastructure.google.event import (
    Event,
    etag_of,
    event_of,
    is_deleted,
    is_ours,
    merged,
)
from infrastructure.google.removal import DELETED, NOT_FOUND, remove_event

_LOOKS = 3
_CONFLICT, _PRECONDITION_FAILED = 409, 412


class GoogleCalendar:
    """Writes each appointment as one event under an id of our own.

    One calendar is written to by one call at a time: Google slows rapid writes to the same one.
    """

    def __init__(self, connection: GoogleConnection) -> None:
        self._connection = connection
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def put(self, entry: CalendarEntry, *, standing: str | None = None) -> str:
        """See `Calendar.put`."""
        async with self._turns[entry.calendar_id]:
            return await self._connection.run(partial(self._put, entry, standing))

    async def remove(self, calendar_id: str, event_id: str) -> None:
        """See `Calendar.remove`."""
        async with self._turns[calendar_id]:
            await self._connection.run(
                partial(remove_event, self._connection, calendar_id, event_id)
            )

    async def close(self) -> None:
        """Close the connection."""
        await self._connection.close()

    def _put(self, entry: CalendarEntry, standing: str | None) -> str:
        wished = event_of(entry)
        if standing is None:
            insert = self._events().insert(calendarId=entry.calendar_id, body=wished)
            etag = self._written(insert, unless=_exists)
        else:
            etag = self._patched(entry, wished, standing)
        for _ in range(_LOOKS):
            if etag is not None:
                return etag
            etag = self._changed(entry, wished, revives=standing is None)
        if etag is None:
            raise Unavailable(SERVICE)
        return etag

    def _patched(self, entry: CalendarEntry, wished: Event, etag: str) -> str | None:
        """Change the event as we left it; `None` if somebody changed it since."""
        if not etag:
            return None
        place = {"calendarId": entry.calendar_id, "eventId": entry.event_id}
        patch = self._events().patch(**place, body=wished)
        patch.headers["If-Match"] = etag
        return self._written(patch, unless=_changed)

    def _changed(self, entry: CalendarEntry, wished: Event, *, revives: bool) -> str | None:
        """Look at the event that has the id and change it; `None` if it changed meanwhile."""
        place = {"calendarId": entry.calendar_id, "eventId": entry.event_id}
        found = self._found(place, may_be_missing=not revives)
        if not is_ours(found, entry.appointment_id):
            raise CalendarRefused("id_taken")
        if is_deleted(found) and not revives:
            raise EntryDeleted
        update = self._events().update(**place, body=merged(found, wished))
        update.headers["If-Match"] = etag_of(found) or "*"
        return self._written(update, unless=_changed)

    def _found(self, place: dict[str, str], *, may_be_missing: bool) -> Mapping[str, object]:
        """The event. What Google has just told of, and does not find now, it will find later."""
        try:
            return self._connection.document(self._events().get(**place))
        except HttpError as error:
            if answers(error, NOT_FOUND) and not may_be_missing:
                raise Unavailable(SERVICE) from error
            raise

    def _written(self, request: Any, *, unless: Callable[[HttpError], bool]) -> str | None:  # noqa: ANN401 - see `service`
        """Write an event and tell its etag; `None` if it is refused in that way."""
        try:
            return etag_of(self._connection.document(request))
        except HttpError as error:
            if unless(error):
                return None
            raise

    def _events(self) -> Any:  # noqa: ANN401 - see `service`
        return self._connection.service().events()


def _exists(error: HttpError) -> bool:
    """Whether the id is taken; a proxy's 409 tells nothing, and a conflict of calls passes."""
    return int(error.resp.status) == _CONFLICT and reason_of(error) not in ("", "conflict")


def _changed(error: HttpError) -> bool:
    """Whether the event is no longer as we left it."""
    status = int(error.resp.status)
    return (status == _PRECONDITION_FAILED and bool(reason_of(error))) or answers(error, DELETED)
