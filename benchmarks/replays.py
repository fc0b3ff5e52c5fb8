"""Events replayed per second: every appointment of a log is rebuilt from all its events.

The events are the same three of each appointment (booked, moved, cancelled), in the same order of
one log, in one Redis, read in pages of the same size by our recorder: the library's mapper takes
notifications, our codec takes entries as well, which are made sooner. The bare way goes past the
recorder.
"""

import gc
import time
from collections.abc import Iterator, Sequence
from typing import Protocol
from uuid import UUID

from benchmarks.figures import figures, ratios
from benchmarks.histories import EVENTS
from benchmarks.library_replay import LibraryReplay
from benchmarks.our_recorder import recorder_at
from benchmarks.our_replay import OurReplay
from benchmarks.progress import tell
from benchmarks.raw_replay import RawReplay
from benchmarks.redis_server import redis_server, socket_of
from benchmarks.rows import Row, Target
from benchmarks.scale import Scale
from infrastructure.redis_recorders.partition import Partition


class Replay(Protocol):
    """One way to replay a log."""

    name: str

    def run(self) -> int:
        """Fold every appointment of the log, and tell how many there are."""
        ...


def measure(scale: Scale) -> Iterator[Row]:
    """All rows, ours first."""
    with redis_server("no") as server:
        path = socket_of(server)
        ours = OurReplay(recorder_at(path, "ours:0"))
        library = LibraryReplay(recorder_at(path, "library:0", originator_id_type=UUID))
        tell(f"storing {scale.events:,} events twice, to replay them")
        ours.fill(scale.events)
        library.fill(scale.events)
        ways: list[Replay] = [ours, RawReplay(path, Partition("ours:0").log), library]
        rates = _rates(ways, scale.rounds)
    case = f"replay of {scale.events:,} events of appointments with three each"
    for place, way in enumerate(ways):
        yield Row(
            case=case,
            what=way.name,
            unit="events/s",
            measured=figures(rates[place]),
            ratio=ratios(rates[0], rates[place]) if place else None,
            target=Target(side="at least", bound=3.5) if way is library else None,
        )


def _rates(ways: Sequence[Replay], rounds: int) -> list[list[float]]:
    """Of each way, the events per second in each round; the ways take turns."""
    rates: list[list[float]] = [[] for _ in ways]
    for turn in range(rounds):
        tell(f"replay, round {turn + 1} of {rounds}")
        for way, its in zip(ways, rates, strict=True):
            its.append(_rate(way))
    return rates


def _rate(way: Replay) -> float:
    gc.collect()
    began = time.perf_counter()
    appointments = way.run()
    return appointments * EVENTS / (time.perf_counter() - began)
