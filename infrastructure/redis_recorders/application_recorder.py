"""The log of one application: events by notification id, and by originator and version."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, cast
from uuid import UUID

import redis
from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    Notification,
    StoredEvent,
)

from infrastructure.redis.line import Argument
from infrastructure.redis.link import Link
from infrastructure.redis.scripts import LuaScript, shipped
from infrastructure.redis_recorders import entries, packed
from infrastructure.redis_recorders.entries import Entry, StoredEntry
from infrastructure.redis_recorders.partition import Partition
from infrastructure.redis_recorders.recorder import OriginatorIdType, RedisRecorder
from infrastructure.redis_recorders.subscription import RedisSubscription

PAGE = 500  # entries: about a millisecond of the server's time


class RedisApplicationRecorder(RedisRecorder, ApplicationRecorder):
    """The recorder of one application's log.

    Notification ids begin at 1, without gaps. Versions of an originator begin at 0 or 1, without
    gaps. Originator ids come back as `originator_id_type`.
    """

    def __init__(
        self,
        client: redis.Redis | Link,
        partition: Partition | None = None,
        *,
        originator_id_type: OriginatorIdType = str,
    ) -> None:
        super().__init__(client, partition, originator_id_type=originator_id_type)
        self._append = LuaScript(shipped("append"))
        self._read_streams = LuaScript(shipped("read_streams"))

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        **kwargs: Any,  # noqa: ANN401 - the library's signature
    ) -> Sequence[int]:
        """Record all of them, or raise `IntegrityError` and record none; their notification ids."""
        if not stored_events:
            return []
        places: dict[str, int] = {}  # of the originators, the first is 1
        rows: list[Argument] = []
        for event in stored_events:
            place = places.setdefault(str(event.originator_id), len(places) + 1)
            rows += (place, event.originator_version, event.topic, event.state)
        keys = [self._keys.log, self._keys.head, *map(self._keys.stream, places)]
        first = self._record(keys, [*places, *rows], **kwargs)
        if first == 0:
            raise IntegrityError(list(places))
        return list(range(first, first + len(stored_events)))

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
        bounds = ("-inf" if gt is None else f"({gt}", "+inf" if lte is None else str(lte))
        order, most = "desc" if desc else "asc", -1 if limit is None else limit
        (found,) = self._read([originator_id], *bounds, order, most)
        return [
            StoredEvent(one.originator_id, one.originator_version, one.topic, one.state)
            for one in found
        ]

    def select_streams(self, originator_ids: Sequence[str]) -> Sequence[Sequence[Notification]]:
        """All events of each originator, as they stood at one moment, in one round trip."""
        return self._read(originator_ids, "-inf", "+inf", "asc", -1) if originator_ids else []

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """At most `limit` notifications of those topics (none given: of all), in order."""
        first = (start or 0) + (not inclusive_of_start)
        if not topics:
            pages = self._pages(first, stop, limit)
            return [one for page in pages for one in self._notifications(page)]
        everything = (one for page in self._pages(first, stop) for one in self._notifications(page))
        return list(islice((one for one in everything if one.topic in topics), max(limit, 0)))

    def select_entries(
        self, start: int, limit: int, stop: int | None = None
    ) -> Sequence[StoredEntry]:
        """The same as `select_notifications`, for readers that need none of the library's type."""
        pages = self._pages(start, stop, limit)
        return [one for page in pages for one in entries.stored_entries(page)]

    def max_notification_id(self) -> int | None:
        """The last notification id that was given; `None` before the first."""
        head = cast("bytes | None", self._command("GET", self._keys.head))
        return None if head is None else int(head)

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> RedisSubscription:
        """Notifications after `gt`, those to come included. It keeps a connection of its own."""
        listener = self._listener()
        return RedisSubscription(self, listener, self._keys.log, gt=gt, topics=topics)

    def _record(self, keys: list[str], arguments: list[Argument], **_: object) -> int:
        """The first notification id; 0 where a version is not the next one."""
        return cast("int", self._run(self._append, keys, arguments))

    def _read(
        self, originator_ids: Sequence[UUID | str], *arguments: Argument
    ) -> list[list[Notification]]:
        keys = [self._keys.log, *map(self._keys.stream, originator_ids)]
        reply = cast("bytes", self._run(self._read_streams, keys, arguments))
        streams = zip(originator_ids, packed.streams(reply), strict=True)
        return [
            [packed.notification(originator_id, row) for row in rows]
            for originator_id, rows in streams
        ]

    def _notifications(self, page: Sequence[Entry]) -> list[Notification]:
        return entries.notifications(page, self._originator_id_type)

    def _pages(
        self, first: int, stop: int | None, limit: int | None = None
    ) -> Iterator[Sequence[Entry]]:
        """At most `limit` entries (none given: all), in order."""
        last = "+" if stop is None else f"{max(stop, 0)}-0"
        start, left = f"{max(first, 1)}-0", limit
        while left is None or left > 0:
            size = PAGE if left is None else min(PAGE, left)
            reply = self._command("XRANGE", self._keys.log, start, last, "COUNT", size)
            page = cast("list[Entry]", reply)
            yield page
            if len(page) < size:
                return
            start = f"({page[-1][0].decode()}"
            left = None if left is None else left - size
