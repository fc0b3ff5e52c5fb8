"""Holding a replay against the live streams: both have to lead to the same."""

from collections.abc import AsyncIterator, Iterable, Iterator
from functools import reduce
from itertools import islice

import msgspec

from application.ports import EventStore, Recorded
from application.replaying.replay import encoded
from application.replaying.scratch import Scratch
from application.replaying.states import State, after

COMPARED = ("appointment:", "diary:")
TOGETHER = 200  # streams


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A stream whose own events lead elsewhere than the log does.

    `None` where the stream has no events at all.
    """

    stream: str
    replayed: State
    live: State | None


async def compare(scratch: Scratch, store: EventStore, position: int) -> Difference | None:
    """The first difference by the stream's name, going by events up to that position.

    Every appointment and diary of the replay is loaded by its stream. Raises `Unavailable`.
    """
    async for stream, replayed, history in _side_by_side(scratch, store):
        live = _rebuilt(one for one in history if one.position <= position)
        if live is None or encoded(stream, live) != encoded(stream, replayed):
            return Difference(stream=stream, replayed=replayed, live=live)
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
