"""The emulator of Google Calendar, on a port of its own, with faults."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import redis

from chaos.own_redis import own_folder, own_redis
from chaos.races.wishes import SHOP
from infrastructure.redis.clients import connect
from infrastructure.sandbox.settings import SandboxCalendar
from tests.sandbox.running import BEARER, RunningSandbox

CALENDARS = tuple(
    SandboxCalendar(id=one.calendar_id, summary=one.name, timezone=SHOP.timezone)
    for one in SHOP.barbers
)

Standing = tuple[str, str, datetime]  # the calendar, the event's id, and when it starts


class EmulatedGoogle:
    """What stands in the barbers' calendars, and what goes wrong on the way there."""

    def __init__(self, sandbox: RunningSandbox, client: redis.Redis, redis_url: str) -> None:
        self.redis_url = redis_url
        self.url = f"{sandbox.url}/sandbox/google/calendar/v3/"
        self.clock = sandbox.clock
        self._http = sandbox.http
        self._client = client

    def is_new(self) -> None:
        """Forget everything."""
        self._client.flushall()

    def fails(self, faults: Sequence[dict[str, object]]) -> None:
        """Have these faults from now on, and no others."""
        self._http.put("/sandbox/faults", json=faults).raise_for_status()

    def standing(self) -> list[Standing]:
        """Every event that stands in a barber's calendar. It is called when nothing goes wrong."""
        return sorted(one for calendar in CALENDARS for one in self._in(calendar.id))

    def enters(self, calendar_id: str, event_id: str, start: datetime, end: datetime) -> None:
        """Somebody enters an event."""
        self._edit("POST", calendar_id, json={"id": event_id, **_times(start, end)})

    def moves(self, calendar_id: str, event_id: str, start: datetime, end: datetime) -> None:
        """Somebody drags an event to another time."""
        self._edit("PATCH", f"{calendar_id}/{event_id}", json=_times(start, end))

    def deletes(self, calendar_id: str, event_id: str) -> None:
        """Somebody deletes an event."""
        self._edit("DELETE", f"{calendar_id}/{event_id}")

    def _edit(self, method: str, event: str, json: object = None) -> None:
        calendar_id, _, event_id = event.partition("/")
        path = f"{self.url}calendars/{calendar_id}/events/{event_id}".removesuffix("/")
        self._http.request(method, path, json=json, headers=BEARER).raise_for_status()

    def _in(self, calendar_id: str) -> Iterator[Standing]:
        path = f"{self.url}calendars/{calendar_id}/events"
        answer = self._http.get(path, headers=BEARER)
        for one in answer.raise_for_status().json()["items"]:
            yield calendar_id, one["id"], datetime.fromisoformat(one["start"]["dateTime"])


def _times(start: datetime, end: datetime) -> dict[str, object]:
    return {"start": {"dateTime": start.isoformat()}, "end": {"dateTime": end.isoformat()}}


@contextmanager
def emulated_google() -> Iterator[EmulatedGoogle]:
    """The emulator while it runs, over a Redis of its own."""
    with own_folder() as folder, own_redis(durable=False) as server:
        socket = Path(server.url.removeprefix("unix://"))
        sandbox = RunningSandbox(
            socket_path=socket, clock_path=folder / "clock", delivers=False, calendars=CALENDARS
        )
        sandbox.start()
        try:
            with connect(server.url) as client:
                yield EmulatedGoogle(sandbox, client, server.url)
        finally:
            sandbox.stop()
