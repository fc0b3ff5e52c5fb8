"""The newest events of the log, kept at hand for the page."""

import asyncio
from collections import deque
from collections.abc import Sequence

import msgspec

from application.ports import EventStore, NewerEvent, Recorded, Relay
from infrastructure.event_store.codec import UnreadableEvent

KEPT = 500
PAGE = 200
UNREADABLE = (NewerEvent, UnreadableEvent)


class Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """An event that cannot be read with this release, or at all."""

    position: int
    why: str


Entry = Recorded | Sealed


class EventsFeed:
    """Follows the log whenever it is asked; it begins a little before the log's end."""

    def __init__(self, store: EventStore, relay: Relay) -> None:
        self._store = store
        self._relay = relay
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._position: int | None = None
        self._alone = asyncio.Lock()

    async def newest(self) -> Sequence[Entry]:
        """What was recorded last, newest first. Raises `Unavailable`."""
        async with self._alone:
            await self._catch_up()
            return tuple(reversed(self._entries))

    async def at(self, position: int) -> Entry:
        """The event at that position. Raises `KeyError` and `Unavailable`."""
        try:
            return await self._store.at(position)
        except UNREADABLE as sealed:
            return Sealed(position=position, why=type(sealed).__name__)

    async def _catch_up(self) -> None:
        if self._position is None:
            self._position = max(0, await self._relay.position() - KEPT)
        while page := await self._after(self._position):
            self._entries.extend(page)
            self._position = page[-1].position

    async def _after(self, position: int) -> Sequence[Entry]:
        try:
            return await self._store.after(position, limit=PAGE)
        except UNREADABLE:
            return [await self.at(position + 1)]  # one by one past what cannot be read
