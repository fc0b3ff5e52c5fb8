"""A barber's calendar at the emulator, followed into the log of a counter."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from application.follow_calendar import FollowCalendar
from application.read_availability import ReadAvailability
from application.recording import Recording
from application.update_calendar import UpdateCalendar
from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from domain.calendar_entry import CalendarDriftSettled
from domain.shop import Shop
from infrastructure.calendar_rounds import RedisCalendarRounds
from infrastructure.google.calendar import GoogleCalendar
from infrastructure.google.connection import GoogleConnection, token_credentials
from infrastructure.google.reader import GoogleCalendarReader
from infrastructure.redis.clients import connect_async
from tests.application.counter import DEMO, Counter, changed
from tests.sandbox.running import LUIS, PERSON, RunningSandbox

F = TypeVar("F", bound="Followed")

EFFECTIVE = (AppointmentBooked, AppointmentMoved, AppointmentCancelled, CalendarDriftSettled)


def shop_with_calendar(calendar_id: str = LUIS) -> Shop:
    """The demo shop, whose Luis has that calendar."""
    barbers = tuple(
        msgspec.structs.replace(one, calendar_id=calendar_id) if one.id == "luis" else one
        for one in DEMO.barbers
    )
    return changed(DEMO, barbers=barbers)


class Followed:
    """Luis' calendar: what he enters there, and what the shop makes of it."""

    def __init__(
        self,
        counter: Counter,
        sandbox: RunningSandbox,
        connection: GoogleConnection,
        rounds: RedisCalendarRounds,
        calendar_id: str,
    ) -> None:
        self.counter = counter
        self.rounds = rounds
        self.calendar_id = calendar_id
        self.sandbox = sandbox
        recording = Recording(store=counter.store, clock=counter.clock, actor="calendar")
        self._following = partial(
            FollowCalendar,
            store=counter.store,
            reader=GoogleCalendarReader(connection),
            rounds=rounds,
            recording=recording,
            clock=counter.clock,
        )
        self.follow = self._following(shops=counter.by_id)
        self.update = UpdateCalendar(
            store=counter.store,
            calendar=GoogleCalendar(connection),
            recording=recording,
            shops=counter.by_id,
        )
        self._availability = ReadAvailability(
            store=counter.store,
            clock=counter.clock,
            identities=counter.identities,
            shops=counter.by_id,
        )

    def is_shared_with(self, shop: Shop) -> None:
        """Have it followed for that shop as well, and first."""
        self.follow = self._following(shops={shop.id: shop, **self.counter.by_id})

    async def sync(self) -> None:
        """Follow it once, as a worker does."""
        taken = await self.rounds.hold(self.calendar_id)
        assert taken is not None
        try:
            await self.follow(taken)
        finally:
            await self.rounds.end(taken, again=None)

    async def shown(self) -> None:
        """Bring the calendar to what the log says, as a worker does."""
        for one in await self.counter.log():
            if isinstance(one.event, EFFECTIVE):
                await self.update(one.position)

    async def offers(self, start: datetime, barber: str = "luis") -> bool:
        """Whether a haircut with that barber could be booked for then."""
        found = await self._availability(
            shop_id="demo", services=("haircut",), barber=barber, first=start, last=start
        )
        return bool(found.openings)

    def enters(self, start: datetime, end: datetime, **more: object) -> str:
        """Somebody enters an event; its id."""
        times = {"start": {"dateTime": start.isoformat()}, "end": {"dateTime": end.isoformat()}}
        return self.writes(summary="Lunch", **times, **more)

    def writes(self, **fields: object) -> str:
        """Somebody enters an event with those fields; its id."""
        return str(self._call("POST", "", fields)["id"])

    def moves(self, event_id: str, start: datetime, end: datetime) -> None:
        """Somebody drags an event to another time."""
        times = {"start": {"dateTime": start.isoformat()}, "end": {"dateTime": end.isoformat()}}
        self._call("PATCH", f"/{event_id}", times)

    def changes(self, event_id: str, **fields: object) -> None:
        """Somebody changes an event."""
        self._call("PATCH", f"/{event_id}", fields)

    def deletes(self, event_id: str) -> None:
        """Somebody deletes an event."""
        path = self._path(f"/{event_id}")
        assert self.sandbox.http.delete(path, headers=PERSON).status_code == 204

    def events(self) -> list[dict[str, object]]:
        """What stands in the calendar."""
        found: list[dict[str, object]] = self._call("GET", "", None)["items"]  # type: ignore[assignment]
        return found

    def event(self, event_id: str) -> dict[str, object]:
        """One event as it stands, deleted or not."""
        return self._call("GET", f"/{event_id}", None)

    def reads(self) -> list[str]:
        """The queries by which the calendar was listed, the first one first."""
        asked = self.sandbox.http.get("/sandbox/requests?service=google").json()
        listed = [one for one in asked if one["method"] == "GET" and "singleEvents" in one["query"]]
        return [one["query"] for one in reversed(listed)]

    def _call(self, method: str, path: str, body: Mapping[str, object] | None) -> dict[str, object]:
        answer = self.sandbox.http.request(method, self._path(path), headers=PERSON, json=body)
        assert answer.status_code == 200, answer.text
        document: dict[str, object] = answer.json()
        return document

    def _path(self, path: str) -> str:
        return f"/sandbox/google/calendar/v3/calendars/{self.calendar_id}/events{path}"


@asynccontextmanager
async def followed(sandbox: RunningSandbox, socket: Path, kind: type[F]) -> AsyncIterator[F]:
    """A counter whose Luis has a calendar at the emulator."""
    counter = Counter(shop=shop_with_calendar(LUIS))
    connection = GoogleConnection(
        token_credentials("sandbox"),
        api_url=f"{sandbox.url}/sandbox/google/calendar/v3/",
        timeout=timedelta(seconds=20),
    )
    client = connect_async(f"unix://{socket}")
    rounds = RedisCalendarRounds(client)
    try:
        yield kind(counter, sandbox, connection, rounds, LUIS)
    finally:
        await client.aclose()
        await connection.close()
        counter.close()
