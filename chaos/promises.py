"""What has to hold of a log, whatever happened while it was written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from eventsourcing.persistence import Notification

from chaos.appending import Part, Told

Log = Sequence[Notification]


def breaches(log: Log, told: Iterable[Told], positions: Mapping[str, int]) -> list[str]:
    """Every promise that was broken, in words; empty when all hold.

    `positions` are the tracking positions of the clients that are in the log, by client.
    """
    return [
        *_ids(log),
        *_versions(log),
        *_wholeness(log),
        *_acknowledged(log, told),
        *_positions(log, positions),
    ]


def _ids(log: Log) -> Iterator[str]:
    found = [one.id for one in log]
    if found != list(range(1, len(log) + 1)):
        yield "notification ids have gaps, or repeat"


def _versions(log: Log) -> Iterator[str]:
    streams: defaultdict[str, list[int]] = defaultdict(list)
    for one in log:
        streams[str(one.originator_id)].append(one.originator_version)
    for stream, versions in streams.items():
        if versions != list(range(1, len(versions) + 1)):
            yield f"versions of {stream} have gaps, or repeat"


def _wholeness(log: Log) -> Iterator[str]:
    """Each append stands once, whole, in its order and in one piece."""
    for name, placed in _appends(log).items():
        first, of = placed[0][0], placed[0][1].of
        expected = [(first + n, Part(name, n + 1, of)) for n in range(of)]
        if placed != expected:
            yield f"append {name} is partial, torn apart or there twice"


def _acknowledged(log: Log, told: Iterable[Told]) -> Iterator[str]:
    appends = _appends(log)
    for one in told:
        if one.ids != tuple(position for position, _ in appends.get(one.name, ())):
            yield f"append {one.name} was acknowledged and is not there"


def _positions(log: Log, positions: Mapping[str, int]) -> Iterator[str]:
    last: defaultdict[str, int] = defaultdict(int)
    for name in _appends(log):
        client, _, number = name.partition(" ")
        last[client] = max(last[client], int(number))
    for client, highest in last.items():
        if positions.get(client) != highest:
            yield f"the position of {client} did not move with its events"


def _appends(log: Log) -> Mapping[str, list[tuple[int, Part]]]:
    found: defaultdict[str, list[tuple[int, Part]]] = defaultdict(list)
    for one in log:
        part = msgspec.msgpack.decode(one.state, type=Part)
        found[part.name].append((one.id, part))
    return found
