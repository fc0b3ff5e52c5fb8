"""A log of some length, to append to and to load from."""

import time
from collections.abc import Callable, Iterable, Iterator
from random import Random
from statistics import median
from typing import TypeVar

from eventsourcing.persistence import ApplicationRecorder

from benchmarks.turns import STREAM, Turns

T = TypeVar("T")

APPENDS, LOADS = 8, 20  # at a time: few appends, so that a short log stays short
AT_ONCE = 50  # appends of ten events, to fill with
KNOWN = 1000  # streams to load, all over the log


class FilledLog:
    """The log of that recorder, in streams of ten events."""

    def __init__(self, recorder: ApplicationRecorder, length: int) -> None:
        self._recorder = recorder
        self._chance = Random(1)  # noqa: S311 - the same in every run
        self._turns = Turns(1, self._chance)
        full = list(self._fill(length))
        self._known = full[:: len(full) // KNOWN + 1]

    def append(self) -> float:
        """The median time of an append of one event, in microseconds."""
        return median(_timed(self._recorder.insert_events, self._turns.take(APPENDS)))

    def load(self) -> float:
        """The median time that an aggregate of ten events takes to load, in microseconds."""
        streams = self._chance.choices(self._known, k=LOADS)
        return median(_timed(self._recorder.select_events, streams))

    def _fill(self, length: int) -> Iterator[str]:
        """Append so many events, and tell the streams that came to have ten."""
        source, missing = Turns(STREAM, self._chance), length // STREAM
        while missing > 0:
            turns = source.take(min(missing, AT_ONCE))
            missing -= len(turns)
            events = [event for turn in turns for event in turn]
            self._recorder.insert_events(events)
            yield from (
                str(one.originator_id) for one in events if one.originator_version == STREAM
            )


def _timed(call: Callable[[T], object], arguments: Iterable[T]) -> Iterator[float]:
    for argument in arguments:
        began = time.perf_counter()
        call(argument)
        yield (time.perf_counter() - began) * 1e6
