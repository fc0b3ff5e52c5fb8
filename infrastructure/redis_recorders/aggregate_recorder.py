"""Events of aggregates apart from any log, such as snapshots."""

from collections.abc import Iterator, Sequence
from typing import Any, cast
from uuid import UUID

import msgspec
import redis
from eventsourcing.persistence import AggregateRecorder, IntegrityError, StoredEvent

from infrastructure.redis.line import Argument
from infrastructure.redis.link import Link
from infrastructure.redis.scripts import LuaScript, shipped
from infrastructure.redis_recorders.partition import Partition
from infrastructure.redis_recorders.recorder import RedisRecorder

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(tuple[int, str, bytes]).decode


class RedisAggregateRecorder(RedisRecorder, AggregateRecorder):
    """Keeps events of one purpose by originator and version, in any order and with gaps.

    They have no notification ids. Each purpose is by itself, the log's events too.
    """

    def __init__(
        self, client: redis.Redis | Link, partition: Partition | None = None, *, purpose: str
    ) -> None:
        super().__init__(client, partition)
        self._purpose = purpose
        self._insert = LuaScript(shipped("insert_apart"))

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        **_: Any,  # noqa: ANN401 - the library's signature
    ) -> None:
        """Keep all of them, or raise `IntegrityError` and keep none: a version stands already."""
        if not stored_events:
            return
        keys = list(dict.fromkeys(self._key(one.originator_id) for one in stored_events))
        places = {key: place for place, key in enumerate(keys, start=1)}
        if self._run(self._insert, keys, list(self._arguments(stored_events, places))) == 0:
            raise IntegrityError(keys)

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """The events of an originator with those versions, in their order or backwards."""
        lowest, highest = ("-inf" if gt is None else f"({gt}", "+inf" if lte is None else str(lte))
        command, bounds = (
            ("ZREVRANGEBYSCORE", (highest, lowest))
            if desc
            else ("ZRANGEBYSCORE", (lowest, highest))
        )
        most = -1 if limit is None else limit
        found = self._command(command, self._key(originator_id), *bounds, "LIMIT", 0, most)
        return [StoredEvent(originator_id, *_decode(one)) for one in cast("list[bytes]", found)]

    def _key(self, originator_id: UUID | str) -> str:
        return self._keys.aggregate(self._purpose, originator_id)

    def _arguments(
        self, events: Sequence[StoredEvent], places: dict[str, int]
    ) -> Iterator[Argument]:
        for event in events:
            yield places[self._key(event.originator_id)]
            yield event.originator_version
            yield _encode((event.originator_version, event.topic, event.state))
