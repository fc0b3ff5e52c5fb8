"""Holding a replay against the live streams: both have to lead to the same."""

from collections.abc import AsyncIterator, Iterable, Iterator
from functools import reduce
from itertools import islice
from typing import Protocol

import msgspec

from application.ports import EventStore, Recorded
from application.replaying.replay import encoded
from application.replaying.scratch import Scratch
from application.replaying.states import State, after

COMPARED = ("appointment:", "diary:")
TOGETHER = 200  # streams


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A stream whose own events lead elsewhere than the log does.

    `live` is `None` where the stream has no events at all, `replayed` where the log has none of it.
    """

    stream: str
    replayed: State | None
    live: State | None


class LiveNames(Protocol):
    """The streams that the store knows by itself, beside its log."""

    def __call__(self, beginning: str) -> Iterable[str]:
        """The names that begin so. Raises `Unavailable`."""
        ...


def none_beside_the_log(beginning: str) -> Iterable[str]:  # noqa: ARG001 - the protocol's
    """Of a store that finds every stream in its log."""
    return ()


async def compare(
    scratch: Scratch, store: EventStore, position: int, names: LiveNames = none_beside_the_log
) -> Difference | None:
    """The first difference by the stream's name, going by events up to that position.

    Every appointment and diary of the replay is loaded by its stream; then those are looked for that
    are named and that the replay does not have. Raises `Unavailable`.
    """
    async for stream, replayed, history in _side_by_side(scratch, store):
        live = _rebuilt(one for one in history if one.position <= position)
        if live is None or encoded(stream, live) != encoded(stream, replayed):
            return Difference(stream=stream, replayed=replayed, live=live)
    return await _surplus(scratch, store, position, names)


async def _surplus(
    scratch: Scratch, store: EventStore, position: int, names: LiveNames
) -> Difference | None:
    unknown = (
        name for beginning in COMPARED for name in names(beginning) if scratch.get(name) is None
    )
    while some := list(islice(unknown, TOGETHER)):
        for stream, history in zip(some, await store.load(some), strict=True):
            live = _rebuilt(one for one in history if one.position <= position)
            if live is not None:
                return Difference(stream=stream, replayed=None, live=live)
    return None


async def _side_by_side(
    scratch: Scratch, store: EventStore
) -> AsyncIterator[tuple[str, State, tuple[Recorded, ...]]]:
    states = _compared(scratch)
    while some := list(islice(states, TOGETHER)):
        histories = await store.load([stream for stream, _ in some])
        for (stream, state), history in zip(some, histories, strict=True):
            yield stream, state, history


def _compared(scratch: Scratch) -> Iterator[tuple[str, State]]:
    return (one for beginning in COMPARED for one in scratch.in_order(beginning))


def _rebuilt(history: Iterable[Recorded]) -> State | None:
    nothing: State | None = None
    return reduce(after, history, nothing)
