"""The application's event store over a recorder of the `eventsourcing` library."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from typing import ParamSpec, Protocol, TypeVar, runtime_checkable

import redis.asyncio
from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    InterfaceError,
    Notification,
    OperationalError,
    StoredEvent,
)

from application.ports import Append, Conflict, Recorded, Stamp, Unavailable
from infrastructure.event_store.codec import EventCodec, Stored
from infrastructure.event_store.indexed_recorder import IndexedRecorder
from infrastructure.redis.clients import LONGEST_BLOCK, outages_as_unavailable

P = ParamSpec("P")
T = TypeVar("T")


@runtime_checkable
class StreamRecorder(Protocol):
    """What the store asks of a recorder: the library's methods, whole streams, and plain entries."""

    def insert_events(self, stored_events: Sequence[StoredEvent]) -> Sequence[int] | None:
        """All or none. Raises `IntegrityError` unless versions follow those of their stream."""
        ...

    def select_streams(self, originator_ids: Sequence[str]) -> Sequence[Sequence[Notification]]:
        """All events of each stream in order."""
        ...

    def select_entries(self, start: int, limit: int, stop: int | None = None) -> Sequence[Stored]:
        """Events from `start` to `stop`, both included, in order."""
        ...

    def max_notification_id(self) -> int | None:
        """The last position; `None` before the first."""
        ...


class Waiter(Protocol):
    """Tells when the log has grown."""

    async def wait(self, position: int, *, at_most: timedelta) -> None:
        """Return once there may be an event after that position, or the time is over."""
        ...

    def announce(self, position: int) -> None:
        """Hear that this process appended up to that position."""
        ...


def with_streams(recorder: ApplicationRecorder) -> StreamRecorder:
    """The recorder itself where it reads whole streams, else with an index beside it."""
    return recorder if isinstance(recorder, StreamRecorder) else IndexedRecorder(recorder)


class RecordedEventStore:
    """The event store over any recorder; its calls run in at most `threads` threads.

    Without a `waiter`, `after` hears of what is appended through this very object only. `release`
    lets go of what the recorder holds, once the store is closed.
    """

    def __init__(
        self,
        recorder: ApplicationRecorder,
        codec: EventCodec,
        *,
        waiter: Waiter | None = None,
        threads: int = 8,
        release: Callable[[], None] = lambda: None,
    ) -> None:
        self._recorder = with_streams(recorder)
        self._codec = codec
        self._waiter: Waiter = waiter or LocalWaiter()
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="event-store")
        self._release = release

    async def load(self, streams: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        """As the port says."""
        return await self._in_thread(self._load, tuple(streams))

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        """As the port says; without any event it tells the last position."""
        position = await self._in_thread(self._append, tuple(appends), stamp)
        self._waiter.announce(position)
        return position

    async def after(
        self, position: int, *, limit: int = 100, wait: timedelta = timedelta(0)
    ) -> tuple[Recorded, ...]:
        """As the port says."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + wait.total_seconds()
        while True:
            found = await self._in_thread(self._between, position + 1, None, limit)
            remaining = deadline - clock()
            if found or remaining <= 0:
                return found
            await self._waiter.wait(position, at_most=timedelta(seconds=remaining))

    async def at(self, position: int) -> Recorded:
        """As the port says."""
        found = await self._in_thread(self._between, position, position, 1)
        if not found:
            raise KeyError(position)
        return found[0]

    def close(self) -> None:
        """Wait for what is running, end the threads, and let go of the recorder."""
        self._threads.shutdown()
        self._release()

    async def _in_thread(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        def run() -> T:
            with _port_errors():
                return call(*args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(self._threads, run)

    def _load(self, streams: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        found = self._recorder.select_streams(streams)
        recorded = iter(self._codec.recorded([one for stream in found for one in stream]))
        return tuple(tuple(next(recorded) for _ in stream) for stream in found)

    def _append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        if any(one.expected < 0 for one in appends):
            raise Conflict
        stored = self._codec.stored(appends, stamp)
        if not stored:
            return self._recorder.max_notification_id() or 0
        return (self._recorder.insert_events(stored) or [0])[-1]

    def _between(self, start: int, stop: int | None, limit: int) -> tuple[Recorded, ...]:
        return self._codec.recorded(self._recorder.select_entries(start, limit, stop))


class LocalWaiter:
    """Hears of what this process appends. It serves one event loop."""

    def __init__(self) -> None:
        self._position = 0
        self._grown = asyncio.Event()

    async def wait(self, position: int, *, at_most: timedelta) -> None:
        """As the port says."""
        if self._position <= position:
            try:
                async with asyncio.timeout(at_most.total_seconds()):
                    await self._grown.wait()
            except TimeoutError:
                return

    def announce(self, position: int) -> None:
        """As the port says."""
        if position > self._position:
            self._position = position
            self._grown.set()
            self._grown = asyncio.Event()


class PollingWaiter(LocalWaiter):
    """Hears at once of what this process appends, and of what others do within `every`.

    It asks for the last position, which each recorder of the library tells at little cost. Their
    subscriptions would be no better: SQLite has none, and each of PostgreSQL's takes a thread and
    a connection.
    """

    def __init__(
        self, recorder: ApplicationRecorder, *, every: timedelta = timedelta(milliseconds=200)
    ) -> None:
        super().__init__()
        self._recorder = recorder
        self._every = every

    async def wait(self, position: int, *, at_most: timedelta) -> None:
        """As the port says. Raises `Unavailable`."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + at_most.total_seconds()
        while (remaining := timedelta(seconds=deadline - clock())) > timedelta(0):
            if await asyncio.to_thread(self._head) > position:
                return
            await super().wait(position, at_most=min(self._every, remaining))
            if self._position > position:
                return

    def _head(self) -> int:
        with _port_errors():
            return self._recorder.max_notification_id() or 0


class RedisWaiter:
    """Waits in Redis for the log to grow, whoever appends; each wait takes a connection."""

    def __init__(self, client: redis.asyncio.Redis, log: str = "{barbershop:0}:log") -> None:
        self._client = client
        self._log = log

    async def wait(self, position: int, *, at_most: timedelta) -> None:
        """As the port says, after two seconds at most. Raises `Unavailable`."""
        seconds = min(at_most.total_seconds(), LONGEST_BLOCK)
        block = max(int(seconds * 1000), 1)  # 0 would be for ever
        with outages_as_unavailable():
            await self._client.xread({self._log: f"{position}-0"}, count=1, block=block)

    def announce(self, position: int) -> None:
        """Redis tells everybody."""


@contextmanager
def _port_errors() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise Conflict from error
    except (OperationalError, InterfaceError) as error:
        raise Unavailable("event store") from error
