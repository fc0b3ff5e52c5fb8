"""What the log says of its own removals: they are announced in it before they happen."""

from collections.abc import Collection, Iterator, Sequence
from typing import cast

import msgspec
import redis
from eventsourcing.persistence import Notification

from application.ports import Append, Clock, Conflict, EventStore, Stamp, Unavailable
from domain.retention import STREAM, ConversationsRemoved, Run
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import InMemoryKeyVault
from infrastructure.history.ended_conversations import Ended, ended_of
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.pieces import pieces
from infrastructure.history.stream_removal import runs_of
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis_recorders.entries import notification

PAGE = 100  # runs that are looked for in one round trip
FEW = 20  # announcements that are read at once: of 100 conversations each
ATTEMPTS = 20


class Pending(msgspec.Struct, frozen=True):
    """Conversations that were announced and still stand, and all positions that were announced."""

    conversations: tuple[Ended, ...]
    positions: frozenset[int]


class Announcements:
    """Appends announcements, and finds what an interruption left of the last ones."""

    def __init__(
        self, client: redis.Redis, *, store: EventStore, clock: Clock, keys: PartitionKeys
    ) -> None:
        self._client = client
        self._store = store
        self._clock = clock
        self._keys = keys
        self._index = keys.partition.stream(STREAM)
        self._codec = EventCodec(InMemoryKeyVault())  # they are not personal and need no key
        self._version = 0

    async def announce(self, batch: Sequence[Ended]) -> None:
        """Say that these go, with all their events. Raises what the store raises."""
        positions = sorted(position for one in batch for position in one.positions)
        event = ConversationsRemoved(
            runs=tuple(runs_of(positions)),
            conversations=len(batch),
            silent_since=max(one.silent_since for one in batch),
        )
        cause = f"retention:{positions[0]}"
        stamp = Stamp(at=self._clock.now(), actor="retention", cause=cause, correlation=cause)
        for _ in range(ATTEMPTS):
            append = Append(stream=STREAM, expected=self._version, events=(event,))
            try:
                await self._store.append([append], stamp)
            except Conflict:
                self._version = self._newest_version()
                continue
            self._version += 1
            return
        raise Unavailable("log")

    async def pending(self) -> Pending:
        """What was announced and still stands.

        An announcement is looked at only if all later ones left something: whoever announces has
        seen to it that what was announced before is gone.
        """
        conversations: dict[str, Ended] = {}
        positions: set[int] = set()
        self._version = self._newest_version()
        for announced in self._newest_first():
            standing = self._standing(announced.runs)
            if not standing:
                break
            histories = await self._store.load(sorted(standing))
            conversations |= {found[0].stream: ended_of(found) for found in histories if found}
            positions.update(at for run in announced.runs for at in range(run.first, run.last + 1))
        return Pending(tuple(conversations.values()), frozenset(positions))

    def _newest_version(self) -> int:
        with outages_as_unavailable():
            newest = self._client.zrange(self._index, -1, -1, withscores=True)
        return int(newest[0][1]) if newest else 0

    def _newest_first(self) -> Iterator[ConversationsRemoved]:
        """What was announced, a page at a time; what comes meanwhile is not seen."""
        left = self._newest_version()
        while left > 0:
            page = self._announced(max(1, left - FEW + 1), left)
            for one in reversed(self._codec.recorded(page)):
                yield cast("ConversationsRemoved", one.event)
            left -= FEW

    def _announced(self, first: int, last: int) -> list[Notification]:
        with outages_as_unavailable():
            found = self._client.zrange(self._index, first, last, byscore=True)
        positions = [int(one) for one in cast("list[bytes]", found)]
        runs = [Run(first=one, last=one) for one in positions]
        return [
            notification(STREAM, int(fields[b"v"]), fields[b"t"].decode(), fields[b"s"], position)
            for position, entries in zip(positions, self._entries(runs), strict=True)
            for _, fields in entries
        ]

    def _standing(self, runs: Collection[Run]) -> set[str]:
        """The streams of those events at these positions that are in the log."""
        return {
            fields[b"o"].decode()
            for page in pieces(runs, PAGE)
            for entries in self._entries(page)
            for _, fields in entries
        }

    def _entries(self, runs: Sequence[Run]) -> Iterator[list[tuple[bytes, dict[bytes, bytes]]]]:
        with outages_as_unavailable(), self._client.pipeline(transaction=False) as pipeline:
            for run in runs:
                pipeline.xrange(self._keys.partition.log, f"{run.first}-0", f"{run.last}-0")
            yield from pipeline.execute()
