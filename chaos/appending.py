"""Clients that append as fast as they can, and remember what they were told of each append."""

import contextlib
from collections.abc import Sequence
from random import Random
from threading import Event, Thread

import msgspec
from eventsourcing.persistence import (
    IntegrityError,
    OperationalError,
    StoredEvent,
    Tracking,
)

from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.process_recorder import RedisProcessRecorder

SHARED = tuple(f"diary:{n}" for n in range(4))
TOPIC = "chaos.appended/1"


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An append that was acknowledged: its name, its size, and the ids that it was given."""

    name: str
    ids: tuple[int, ...]


class Part(msgspec.Struct, frozen=True, array_like=True):
    """The state of an event: the `n`th of the `of` events of the append of that name."""

    name: str
    n: int
    of: int


class Appender:
    """One client in a thread: each append has events of a stream of its own and of a shared one.

    With each append it moves a tracking position of its own, which is the append's number.
    """

    def __init__(self, name: str, url: str, *, seed: int) -> None:
        self.name = name
        self.told: list[Told] = []
        self.unknown = 0
        self.conflicts = 0
        self._url = url
        self._random = Random(seed)  # noqa: S311 - chance, not a secret
        self._number = 0
        self._versions: dict[str, int] = {}
        self._ended = Event()
        self._thread = Thread(target=self._append_until_ended)

    def start(self) -> None:
        """Begin to append."""
        self._thread.start()

    def end(self) -> None:
        """Return when the last append has ended. Raises what the client died of."""
        self._ended.set()
        self._thread.join()

    def _append_until_ended(self) -> None:
        with connect(self._url) as client:
            recorder = RedisProcessRecorder(client)
            while not self._ended.is_set():
                self._append(recorder)

    def _append(self, recorder: RedisProcessRecorder) -> None:
        streams = (f"appointment:{self.name}", self._random.choice(SHARED))
        self._number += 1
        try:
            events = self._events(recorder, streams)
            tracking = Tracking(self.name, self._number)
            ids = recorder.insert_events(events, tracking=tracking)
        except IntegrityError:
            self.conflicts += 1
            self._forget(streams)
        except OperationalError:
            self.unknown += 1
            self._forget(streams)
            self._ended.wait(0.01)
        else:
            self.told.append(Told(name=self._append_name, ids=tuple(ids)))
            for one in events:
                self._versions[str(one.originator_id)] = one.originator_version

    @property
    def _append_name(self) -> str:
        return f"{self.name} {self._number}"

    def _events(self, recorder: RedisProcessRecorder, streams: Sequence[str]) -> list[StoredEvent]:
        counts = [self._random.randint(1, 3) for _ in streams]
        places = [
            (stream, self._version(recorder, stream) + n)
            for stream, count in zip(streams, counts, strict=True)
            for n in range(1, count + 1)
        ]
        return [
            StoredEvent(stream, version, TOPIC, _state(self._append_name, n, len(places)))
            for n, (stream, version) in enumerate(places, start=1)
        ]

    def _version(self, recorder: RedisProcessRecorder, stream: str) -> int:
        if stream not in self._versions:
            last = recorder.select_events(stream, desc=True, limit=1)
            self._versions[stream] = last[0].originator_version if last else 0
        return self._versions[stream]

    def _forget(self, streams: Sequence[str]) -> None:
        for stream in streams:
            with contextlib.suppress(KeyError):
                del self._versions[stream]


def _state(name: str, n: int, of: int) -> bytes:
    return msgspec.msgpack.encode(Part(name, n, of))
