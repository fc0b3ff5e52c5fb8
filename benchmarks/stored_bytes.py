"""How much memory an event takes in Redis."""

from collections.abc import Iterator
from random import Random

from benchmarks.figures import figures
from benchmarks.our_recorder import recorder_at
from benchmarks.progress import tell
from benchmarks.redis_server import redis_server, socket_of
from benchmarks.rows import Row, Target
from benchmarks.scale import Scale
from benchmarks.turns import STATE, STREAM, Turns

AT_MOST = Target(side="at most", bound=1.3)


def measure(scale: Scale) -> Iterator[Row]:
    """The growth of `used_memory` ÷ the payload: the states alone, and all that is handed in."""
    tell(f"weighing {scale.events:,} events")
    turns = Turns(STREAM, Random(1)).take(scale.events // STREAM)  # noqa: S311 - the same in every run
    with redis_server("no") as server:
        recorder = recorder_at(socket_of(server), "ours:0")
        before = server.info("memory")["used_memory"]
        for turn in turns:
            recorder.insert_events(turn)
        grown = server.info("memory")["used_memory"] - before
    events = [event for turn in turns for event in turn]
    names = sum(len(one.topic) + len(str(one.originator_id)) for one in events)
    states = sum(len(one.state) for one in events)
    case = f"memory for {scale.events:,} events with states of {STATE} bytes, ten in a stream"
    for what, payload, target in (
        ("payload: states, topics and originator ids", states + names, AT_MOST),
        ("payload: the states alone", states, None),
    ):
        yield Row(
            case=case,
            what=what,
            unit="bytes/event",
            measured=figures([grown / len(events)]),
            ratio=figures([grown / payload]),
            of="stored ÷ payload",
            target=target,
        )
