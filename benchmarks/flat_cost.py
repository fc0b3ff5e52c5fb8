"""Whether a long log is slower: one append, and one aggregate loaded, at several lengths."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from benchmarks.figures import figures, ratios
from benchmarks.filled_log import FilledLog
from benchmarks.our_recorder import recorder_at
from benchmarks.progress import tell
from benchmarks.redis_server import redis_server, socket_of
from benchmarks.rows import Row, Target
from benchmarks.scale import Scale

TURNS = 15  # per round of the scale: short ones, so that what disturbs one log disturbs all


def measure(scale: Scale) -> Iterator[Row]:
    """All rows: of appends, then of loading; each length in a server of its own.

    `appendfsync everysec`: the wait for the disk would hide whatever grows. All on one core: where
    client and server are on two, a call takes once or twice as long, as the other has to be woken.
    """
    with _on_one_core(), ExitStack() as servers:
        logs = [_filled(servers, length) for length in scale.log_sizes]
        tell("appending to them and loading from them")
        appends: list[list[float]] = [[] for _ in logs]
        loads: list[list[float]] = [[] for _ in logs]
        for _ in range(scale.rounds * TURNS):
            for log, its_appends, its_loads in zip(logs, appends, loads, strict=True):
                its_appends.append(log.append())
                its_loads.append(log.load())
    yield from _rows("append of one event, appendfsync everysec", scale.log_sizes, appends)
    yield from _rows("loading one aggregate of ten events", scale.log_sizes, loads)


@contextmanager
def _on_one_core() -> Iterator[None]:
    """Keep this process and those that it starts there, where the system can."""
    if sys.platform != "linux":
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _filled(servers: ExitStack, length: int) -> FilledLog:
    tell(f"filling a log with {length:,} events")
    server = servers.enter_context(redis_server("everysec"))
    return FilledLog(recorder_at(socket_of(server), "ours:0"), length)


def _rows(case: str, lengths: Sequence[int], times: Sequence[Sequence[float]]) -> Iterator[Row]:
    for length, its in zip(lengths, times, strict=True):
        yield Row(
            case=case,
            what=f"log of {length:,} events",
            unit="µs",
            measured=figures(its),
            ratio=None if its is times[0] else ratios(its, times[0]),
            of=f"÷ at {lengths[0]:,}",
            target=Target(side="at most", bound=1.5) if its is times[-1] else None,
        )
