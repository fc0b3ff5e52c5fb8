"""What a person does in Google Calendar without asking the shop: block, move and delete."""

import datetime as dt
from zoneinfo import ZoneInfo

import msgspec

from domain.shop import Barber, Shop
from domain.wall_time import instant_or_next
from entrypoints.sandbox_page.calendars import calendar_of
from infrastructure.sandbox.exchange import Call
from infrastructure.sandbox.google_store import GoogleStore
from infrastructure.sandbox.google_times import instant_of
from infrastructure.sandbox.google_write import GoogleWrite
from infrastructure.sandbox.loose_json import JsonObject

HOUR = dt.timedelta(hours=1)
TITLE = "Busy"


class HandEdits:
    """Writes into the barbers' calendars past the service. An unknown event is a `GoogleError`."""

    def __init__(self, store: GoogleStore, write: GoogleWrite) -> None:
        self._store = store
        self._write = write

    async def block(self, shop: Shop, barber: Barber, day: dt.date, minute: int) -> None:
        """Fill an hour of that day, from so many minutes after midnight on."""
        start = instant_or_next(day, minute, shop.zone)
        await self._write.insert(
            calendar_of(shop, barber), _call({"summary": TITLE, **_times(start, start + HOUR)})
        )

    async def move(self, shop: Shop, barber: Barber, event_id: str, by: dt.timedelta) -> None:
        """Move an event and keep its length."""
        calendar = calendar_of(shop, barber)
        stored = await self._store.find(calendar, event_id)
        zone = ZoneInfo(calendar.timezone)
        moved = (
            {}
            if stored is None
            else _times(*(instant_of(stored.event[edge], zone) + by for edge in ("start", "end")))
        )
        await self._write.patch(calendar, event_id, _call(moved))

    async def delete(self, shop: Shop, barber: Barber, event_id: str) -> None:
        """Delete an event."""
        await self._write.delete(calendar_of(shop, barber), event_id, _call({}))


def _times(start: dt.datetime, end: dt.datetime) -> JsonObject:
    return {"start": {"dateTime": start.isoformat()}, "end": {"dateTime": end.isoformat()}}


def _call(body: JsonObject) -> Call:
    return Call(
        service="google",
        method="",
        path=(),
        query=(),
        headers={},
        body=msgspec.json.encode(body),
        mount="",
    )
