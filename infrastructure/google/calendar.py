"""The barbers' calendars, over Google Calendar API v3.

The client library is synchronous and its connections belong to one thread each; calls run in a
few threads of their own. Nothing is repeated by the library on purpose, and what its transport
repeats by itself (a request whose connection was dropped) our own event ids make harmless.
"""

import asyncio
import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from http.client import HTTPException
from pathlib import Path
from typing import Any

import httplib2
from google.auth.credentials import Credentials
from google.auth.exceptions import GoogleAuthError
from google.oauth2 import credentials as user_credentials
from google.oauth2 import service_account
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError

from application.ports import CalendarEntry, CalendarRefused, Unavailable
from infrastructure.google.errors import SERVICE, answered, not_authorised
from infrastructure.google.event import Event, event_of, is_ours, merged

SCOPES = (
    "https://www.googleapis.com/auth/calendar.events",
    "https://www.googleapis.com/auth/calendar.freebusy",  # not part of `calendar.events`
)
API_URL = "https://www.googleapis.com/calendar/v3/"
_THREADS = 4
_LOOKS = 3
_BROKEN = (
    OSError,
    HTTPException,
    httplib2.HttpLib2Error,
    json.JSONDecodeError,
    UnicodeDecodeError,
)
_NOT_FOUND, _EXISTS, _GONE, _CHANGED = 404, 409, 410, 412


def service_account_credentials(key_file: Path) -> Credentials:
    """The credentials of a service account's key file."""
    return service_account.Credentials.from_service_account_file(  # type: ignore[no-any-return, no-untyped-call]
        str(key_file), scopes=SCOPES
    )


def token_credentials(token: str) -> Credentials:
    """A token that is never refreshed, for the sandbox."""
    return user_credentials.Credentials(token=token)  # type: ignore[no-untyped-call]


class GoogleCalendar:
    """Writes each appointment as one event under an id of our own.

    `api_url` is the whole base, `calendar/v3/` included. `timeout` holds for connecting and for
    each wait on the socket.
    """

    def __init__(
        self,
        credentials: Credentials,
        *,
        api_url: str = API_URL,
        timeout: timedelta = timedelta(seconds=10),
    ) -> None:
        self._credentials = credentials
        self._api_url = api_url
        self._timeout = timeout.total_seconds()
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="google-calendar")
        self._own = threading.local()
        self._connections: list[httplib2.Http] = []

    async def put(self, entry: CalendarEntry) -> None:
        """Bring the entry to exactly this state. Raises `Unavailable`, `CalendarRefused`."""
        await self._in_a_thread(partial(self._put, entry, event_of(entry)))

    async def remove(self, calendar_id: str, event_id: str) -> None:
        """Take the entry out; fine if it is gone. Raises `Unavailable`, `CalendarRefused`."""
        await self._in_a_thread(partial(self._remove, calendar_id, event_id))

    async def close(self) -> None:
        """Wait for what is under way and close all connections."""
        await asyncio.to_thread(self._threads.shutdown)
        for connection in self._connections:
            connection.close()

    async def _in_a_thread(self, call: Callable[[], None]) -> None:
        await asyncio.get_running_loop().run_in_executor(self._threads, _translated, call)

    def _put(self, entry: CalendarEntry, wished: Event) -> None:
        insert = self._events().insert(calendarId=entry.calendar_id, body=wished)
        if _written(insert, unless=_EXISTS):
            return
        for _ in range(_LOOKS):
            if self._changed(entry, wished):
                return
        raise Unavailable(SERVICE)

    def _changed(self, entry: CalendarEntry, wished: Event) -> bool:
        """Change the event that has the id; `False` if somebody else changed it meanwhile."""
        place = {"calendarId": entry.calendar_id, "eventId": entry.event_id}
        found = self._events().get(**place).execute()
        if not isinstance(found, dict):
            raise Unavailable(SERVICE)
        if not is_ours(found, entry.appointment_id):
            raise CalendarRefused("id_taken")
        update = self._events().update(**place, body=merged(found, wished))
        update.headers["If-Match"] = str(found.get("etag", "*"))
        return _written(update, unless=_CHANGED)

    def _remove(self, calendar_id: str, event_id: str) -> None:
        delete = self._events().delete(calendarId=calendar_id, eventId=event_id)
        try:
            answer = delete.execute(num_retries=0)
        except HttpError as error:
            if int(error.resp.status) not in (_NOT_FOUND, _GONE):
                raise
        else:
            _expect_nothing(answer)

    def _events(self) -> Any:  # noqa: ANN401 - the library makes its classes at run time
        """The events of this thread's own service."""
        if not hasattr(self._own, "events"):
            connection = httplib2.Http(timeout=self._timeout)
            self._connections.append(connection)
            service = build(
                "calendar",
                "v3",
                http=AuthorizedHttp(self._credentials, http=connection),
                client_options={"api_endpoint": self._api_url},
                static_discovery=True,
                cache_discovery=False,
            )
            self._own.events = service.events()
        return self._own.events


def _written(request: Any, *, unless: int) -> bool:  # noqa: ANN401 - see `_events`
    """Write an event; `False` if the answer has that status.

    The library hands out a text where a proxy answered with a page of its own.
    """
    try:
        answer = request.execute(num_retries=0)
    except HttpError as error:
        if int(error.resp.status) == unless:
            return False
        raise
    if not isinstance(answer, dict):
        raise Unavailable(SERVICE)
    return True


def _expect_nothing(answer: object) -> None:
    if answer:
        raise Unavailable(SERVICE)


def _translated(call: Callable[[], None]) -> None:
    """Make the call and say in our own words why it failed."""
    try:
        call()
    except HttpError as error:
        raise answered(error) from error
    except GoogleAuthError as error:
        raise not_authorised(error) from error
    except _BROKEN as error:
        raise Unavailable(SERVICE) from error
