"""Whose calendar's turn it is, in Redis beside the mailboxes.

Places and leases are of machine time. All of it can be lost: calendars are then read as a whole.
The keys, with the partition's hash tag: `calendars:due` (a sorted set by ms), `calendars:lease:…`
and `calendars:bookmarks` (a hash).
"""

import secrets
from collections.abc import Sequence
from datetime import timedelta

import msgspec
from redis.asyncio import Redis

from application.ports import Bookmark, Round
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis.lengths import milliseconds
from infrastructure.redis.scripts import shipped

LEASE = timedelta(seconds=60)


class RedisCalendarRounds:
    """The client gives bytes (`connect_async`)."""

    def __init__(self, client: Redis, *, partition: str = "barbershop:0") -> None:
        self._client = client
        self._due = f"{{{partition}}}:calendars:due"
        self._lease = f"{{{partition}}}:calendars:lease:"
        self._bookmarks = f"{{{partition}}}:calendars:bookmarks"
        self._enrol = client.register_script(shipped("calendar_enrol"))
        self._take = client.register_script(shipped("calendar_take"))
        self._end = client.register_script(shipped("calendar_end"))
        self._keep = client.register_script(shipped("calendar_keep"))

    async def enrol(self, calendar_ids: Sequence[str]) -> None:
        """See `CalendarRounds.enrol`."""
        with outages_as_unavailable():
            await self._enrol(keys=[self._due], args=list(calendar_ids))

    async def hurry(self, calendar_id: str) -> None:
        """See `CalendarRounds.hurry`."""
        with outages_as_unavailable():
            await self._client.zadd(self._due, {calendar_id: 0}, xx=True)

    async def take(self) -> Round | None:
        """See `CalendarRounds.take`."""
        lease = secrets.token_hex(8)
        with outages_as_unavailable():
            found = await self._take(
                keys=[self._due], args=[self._lease, lease, milliseconds(LEASE)]
            )
        return Round(calendar_id=found.decode(), lease=lease) if found else None

    async def hold(self, calendar_id: str) -> Round | None:
        """See `CalendarRounds.hold`."""
        lease = secrets.token_hex(8)
        with outages_as_unavailable():
            held = await self._client.set(
                f"{self._lease}{calendar_id}", lease, nx=True, px=milliseconds(LEASE)
            )
        return Round(calendar_id=calendar_id, lease=lease) if held else None

    async def end(self, taken: Round, *, again: timedelta | None) -> None:
        """See `CalendarRounds.end`; nothing where the lease was lost."""
        wait = -1 if again is None else milliseconds(again)
        keys = [self._due, f"{self._lease}{taken.calendar_id}"]
        with outages_as_unavailable():
            await self._end(keys=keys, args=[taken.calendar_id, taken.lease, wait])

    async def bookmark(self, calendar_id: str) -> Bookmark | None:
        """See `CalendarRounds.bookmark`."""
        with outages_as_unavailable():
            raw = await self._client.hget(self._bookmarks, calendar_id)
        try:
            return msgspec.json.decode(raw, type=Bookmark) if raw else None
        except msgspec.DecodeError:
            return None

    async def keep(self, taken: Round, bookmark: Bookmark) -> bool:
        """See `CalendarRounds.keep`."""
        keys = [self._bookmarks, f"{self._lease}{taken.calendar_id}"]
        body = msgspec.json.encode(bookmark)
        with outages_as_unavailable():
            kept = await self._keep(keys=keys, args=[taken.calendar_id, taken.lease, body])
        return bool(kept)
