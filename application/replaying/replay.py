"""Rebuilding what was known at a moment, event by event, from the first one on."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from application.ports import Recorded
from application.replaying.scratch import Scratch
from application.replaying.states import State, after
from application.replaying.visit_story import VisitStory
from domain.appointment import Status


class Replayed(msgspec.Struct, frozen=True, kw_only=True):
    """What a replay led to.

    `digest` is the SHA-256 of all streams in the order of their names, each as the msgpack array
    of its name and its state: two replays with the same digest rebuilt the same.
    """

    appointments: dict[Status, int]
    diaries: int
    calendar_entries: int
    shops: tuple[str, ...]
    digest: str


class Replay:
    """Folds the log into a scratch; nothing else is read, and nothing that lives is written."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch

    def __call__(self, events: Iterable[Recorded]) -> None:
        """Take the next events in. Raises `WrongStream`."""
        for recorded in events:
            state = after(self._scratch.get(recorded.stream), recorded)
            if state is not None:
                self._scratch.put(recorded.stream, state)

    def done(self) -> Replayed:
        """What the events until now led to."""
        digest = hashlib.sha256()
        streams: Counter[str] = Counter()
        statuses: Counter[Status] = Counter()
        for stream, state in self._scratch.in_order():
            digest.update(encoded(stream, state))
            streams[stream.partition(":")[0]] += 1
            if isinstance(state, VisitStory):
                statuses[state.appointment.status] += 1
        return Replayed(
            appointments=dict(sorted(statuses.items())),
            diaries=streams["diary"],
            calendar_entries=streams["calendar"],
            shops=tuple(self._shops()),
            digest=digest.hexdigest(),
        )

    def _shops(self) -> Iterator[str]:
        return (stream.removeprefix("shop:") for stream, _ in self._scratch.in_order("shop:"))


def encoded(stream: str, state: State) -> bytes:
    """The state of that stream as it goes into digests; the same for equal states."""
    return msgspec.msgpack.encode((stream, state))
