"""The log of everything that was decided."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

import msgspec

from application.events import Erased, Event
from application.ports.outages import Unavailable


class NewerEvent(Unavailable):
    """The log holds an event of a newer release: until this one is updated it reads no further."""

    def __init__(self, *, position: int, stream: str, version: int, topic: str) -> None:
        super().__init__(f"an update: the log holds {topic} at {position}")
        self.position = position
        self.stream = stream
        self.version = version
        self.topic = topic


class Conflict(Exception):
    """A stream has moved on since it was read: load again and decide again."""


class Stamp(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """When, by whom and why events are recorded.

    `cause` names what led to them (a message's turn, an earlier event's position as `event:17`);
    `correlation` is the same for everything that one customer's message set off; `policy` is the
    version of the shop's settings that the decision went by, empty where none mattered.
    """

    at: datetime
    actor: str
    cause: str
    correlation: str
    policy: str = ""


class Recorded(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An event as it stands in the log; `position` is its place there, from 1.

    Positions have gaps only where history was removed.
    """

    position: int
    stream: str
    version: int
    stamp: Stamp
    event: Event | Erased


class Append(msgspec.Struct, frozen=True, kw_only=True):
    """Events for one stream, which must still be at version `expected` (0: it is new)."""

    stream: str
    expected: int
    events: tuple[Event, ...]


class EventStore(Protocol):
    """The log of everything that was decided.

    Reading raises `NewerEvent` where a newer release wrote, and changes nothing.
    """

    async def load(self, streams: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        """The events of each stream in order; empty for one that is new. Raises `Unavailable`."""
        ...

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        """Record all of it or nothing, and tell the position of the last event.

        Raises `Conflict` where a stream is not at its expected version, and `Unavailable`, after
        which it is unknown whether the events stand: load and compare.
        """
        ...

    async def after(
        self, position: int, *, limit: int = 100, wait: timedelta = timedelta(0)
    ) -> tuple[Recorded, ...]:
        """Events after that position in order; waits for one to come. Raises `Unavailable`."""
        ...

    async def at(self, position: int) -> Recorded:
        """The event at that position. Raises `KeyError` and `Unavailable`."""
        ...
