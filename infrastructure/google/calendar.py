"""The barbers' calendars, over Google Calendar API v3."""

import asyncio
from collections import defaultdict
from functools import partial
from typing import Any

from googleapiclient.errors import HttpError

from application.ports import CalendarEntry, CalendarRefused, EntryDeleted, Unavailable
from infrastructure.google.connection import GoogleConnection
from infrastructure.google.errors import SERVICE, reason_of
from infrastructure.google.event import (
    Event,
    etag_of,
    event_of,
    is_deleted,
    is_ours,
    merged,
)

_LOOKS = 3
_EXISTS, _CHANGED = 409, 412
_GONE = ((404, "notFound"), (410, "deleted"))


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
            await self._connection.run(partial(self._remove, calendar_id, event_id))

    async def close(self) -> None:
        """Close the connection."""
        await self._connection.close()

    def _put(self, entry: CalendarEntry, standing: str | None) -> str:
        wished = event_of(entry)
        if standing is None:
            insert = self._events().insert(calendarId=entry.calendar_id, body=wished)
            etag = self._written(insert, unless=_EXISTS)
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
        return self._written(patch, unless=_CHANGED)

    def _changed(self, entry: CalendarEntry, wished: Event, *, revives: bool) -> str | None:
        """Look at the event that has the id and change it; `None` if it changed meanwhile."""
        place = {"calendarId": entry.calendar_id, "eventId": entry.event_id}
        found = self._connection.document(self._events().get(**place))
        if not is_ours(found, entry.appointment_id):
            raise CalendarRefused("id_taken")
        if is_deleted(found) and not revives:
            raise EntryDeleted
        update = self._events().update(**place, body=merged(found, wished))
        update.headers["If-Match"] = etag_of(found) or "*"
        return self._written(update, unless=_CHANGED)

    def _remove(self, calendar_id: str, event_id: str) -> None:
        """By reason: a proxy's 404 tells nothing of the event."""
        delete = self._events().delete(calendarId=calendar_id, eventId=event_id)
        try:
            answer = self._connection.answer(delete)
        except HttpError as error:
            if (int(error.resp.status), reason_of(error)) not in _GONE:
                raise
        else:
            if answer:
                raise Unavailable(SERVICE)

    def _written(self, request: Any, *, unless: int) -> str | None:  # noqa: ANN401 - see `service`
        """Write an event and tell its etag; `None` if the answer has that status."""
        try:
            return etag_of(self._connection.document(request))
        except HttpError as error:
            if int(error.resp.status) == unless:
                return None
            raise

    def _events(self) -> Any:  # noqa: ANN401 - see `service`
        return self._connection.service().events()
