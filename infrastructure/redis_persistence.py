"""Events of the `eventsourcing` library in Redis: one log per partition, one index per stream.

Every key begins with the partition in braces, the hash tag of Redis Cluster. For `barbershop:0`:

- `{barbershop:0}:log`: a stream; entry `N-0` is notification `N`, with the fields `o` (originator),
  `v` (version), `t` (topic) and `s` (state);
- `{barbershop:0}:head`: the last notification id, which outlives a trimmed log;
- `{barbershop:0}:stream:<originator>`: a sorted set; score = version, member = notification id.

Beside them, `{barbershop:0}:keys` holds the keys of personal streams (`infrastructure.event_store.key_vault`).
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any, cast
from uuid import UUID

import redis
from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    InternalError,
    Notification,
    OperationalError,
    StoredEvent,
    Subscription,
)
from redis.exceptions import RedisError

from infrastructure.redis.clients import LONGEST_BLOCK, is_outage
from infrastructure.redis.scripts import Argument, LuaScript

PAGE = 500

Entry = tuple[bytes, Mapping[bytes, bytes]]


class Partition:
    """The names of one partition's keys."""

    def __init__(self, name: str = "barbershop:0") -> None:
        self._tag = f"{{{name}}}"
        self.log = f"{self._tag}:log"
        self.head = f"{self._tag}:head"
        self.keys = f"{self._tag}:keys"

    def stream(self, originator_id: object) -> str:
        """The sorted set of one originator."""
        return f"{self._tag}:stream:{originator_id}"


class RedisApplicationRecorder(ApplicationRecorder):
    """The recorder of one partition, for threads to share.

    Notification ids begin at 1, without gaps. Versions of an originator begin at 0 or 1, without
    gaps. Raises `OperationalError` where Redis is out of reach: whether an insert stands is then
    unknown, and sending it again is safe, as it ends in `IntegrityError` if it does.
    """

    def __init__(
        self,
        client: redis.Redis,
        partition: Partition | None = None,
        *,
        originator_id_type: type[str] | type[UUID] = str,
    ) -> None:
        self._client = client
        self._keys = partition or Partition()
        self._originator_id = originator_id_type
        self._append = LuaScript("append")
        self._read_streams = LuaScript("read_streams")

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        **_: Any,  # noqa: ANN401 - the library's signature
    ) -> Sequence[int]:
        """Record all of them, or raise `IntegrityError` and record none; their notification ids."""
        if not stored_events:
            return []
        originators = list(dict.fromkeys(str(event.originator_id) for event in stored_events))
        keys = [self._keys.log, self._keys.head, *map(self._keys.stream, originators)]
        with _library_errors():
            arguments = [*originators, *_arguments(stored_events, originators)]
            first = cast("int", self._append.run(self._client, keys=keys, args=arguments))
        if first == 0:
            raise IntegrityError(originators)
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
        found = self._read([originator_id], *bounds, order, most)[0]
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
        if limit <= 0:
            return []
        first = (start or 0) + (not inclusive_of_start)
        found: list[Notification] = []
        for page in self._pages(first, stop, max(limit, PAGE) if topics else limit):
            found += (one for one in page if not topics or one.topic in topics)
            if len(found) >= limit:
                break
        return found[:limit]

    def max_notification_id(self) -> int | None:
        """The last notification id that was given; `None` before the first."""
        with _library_errors():
            head = cast("bytes | None", self._client.get(self._keys.head))
        return None if head is None else int(head)

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> "RedisSubscription":
        """Notifications after `gt`, those to come included. It keeps a connection of its own."""
        return RedisSubscription(self, gt, topics)

    def await_notifications(
        self, listener: redis.Redis, gt: int, seconds: float
    ) -> Sequence[Notification]:
        """The next page after `gt`; waits on the connection of `listener` for one to come."""
        with _library_errors():
            replies = listener.xread({self._keys.log: f"{gt}-0"}, PAGE, int(seconds * 1000))
        return [self._notification(entry) for _, page in _entries(replies) for entry in page]

    def connection(self) -> redis.Redis:
        """A client that holds one connection, for a command that blocks."""
        with _library_errors():
            return redis.Redis(
                connection_pool=self._client.connection_pool, single_connection_client=True
            )

    def unblock(self, client_id: int) -> None:
        """End the wait of the connection with that id."""
        with _library_errors():
            self._client.client_unblock(client_id)

    def _read(
        self, originator_ids: Sequence[UUID | str], *arguments: Argument
    ) -> list[list[Notification]]:
        keys = [self._keys.log, *map(self._keys.stream, originator_ids)]
        with _library_errors():
            reply = self._read_streams.run(self._client, keys=keys, args=arguments)
        streams = zip(originator_ids, cast("list[list[bytes]]", reply), strict=True)
        return [_events(originator_id, flat) for originator_id, flat in streams]

    def _pages(self, first: int, stop: int | None, size: int) -> Iterator[list[Notification]]:
        last = "+" if stop is None else f"{max(stop, 0)}-0"
        while True:
            with _library_errors():
                reply = self._client.xrange(self._keys.log, f"{max(first, 1)}-0", last, size)
            page = [self._notification(entry) for entry in cast("list[Entry]", reply)]
            yield page
            if len(page) < size:
                return
            first = page[-1].id + 1

    def _notification(self, entry: Entry) -> Notification:
        entry_id, fields = entry
        return Notification(
            id=int(entry_id.partition(b"-")[0]),
            originator_id=self._originator_id(fields[b"o"].decode()),
            originator_version=int(fields[b"v"]),
            topic=fields[b"t"].decode(),
            state=fields[b"s"],
        )


class RedisSubscription(Subscription[RedisApplicationRecorder]):
    """Notifications as they come; blocks in Redis while there are none."""

    def __init__(
        self, recorder: RedisApplicationRecorder, gt: int | None, topics: Sequence[str]
    ) -> None:
        super().__init__(recorder, gt, topics)
        self._page: deque[Notification] = deque()
        self._listening = Lock()
        self._listener = recorder.connection()
        with _library_errors():
            self._listener_id = self._listener.client_id()

    def __next__(self) -> Notification:
        while not self._has_been_stopped:
            if self._page:
                return self._page.popleft()
            self._take_page()
        raise StopIteration

    def stop(self) -> None:
        """End the iteration, a waiting one in another thread too."""
        if not self._has_been_stopped:
            super().stop()
            self._recorder.unblock(self._listener_id)
            with self._listening:
                self._listener.close()

    def _take_page(self) -> None:
        gt = self._last_notification_id or 0
        with self._listening:
            if self._has_been_stopped:
                return
            page = self._recorder.await_notifications(self._listener, gt, LONGEST_BLOCK)
        if page:
            self._last_notification_id = page[-1].id
        self._page.extend(one for one in page if not self._topics or one.topic in self._topics)


@contextmanager
def _library_errors() -> Iterator[None]:
    try:
        yield
    except RedisError as error:
        raise (OperationalError if is_outage(error) else InternalError)(error) from error


def _arguments(events: Sequence[StoredEvent], originators: Sequence[str]) -> Iterator[Argument]:
    places = {originator: place for place, originator in enumerate(originators, start=1)}
    for event in events:
        yield places[str(event.originator_id)]
        yield event.originator_version
        yield event.topic
        yield event.state


def _events(originator_id: UUID | str, flat: Sequence[bytes]) -> list[Notification]:
    rows = zip(flat[0::4], flat[1::4], flat[2::4], flat[3::4], strict=True)
    return [
        Notification(originator_id, int(version), topic.decode(), state, int(position))
        for position, version, topic, state in rows
    ]


def _entries(replies: object) -> list[tuple[bytes, list[Entry]]]:
    """The pages of an XREAD per stream; RESP2 says nothing at all where the wait was in vain."""
    return cast("list[tuple[bytes, list[Entry]]]", replies or [])
