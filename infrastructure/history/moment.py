"""The mailboxes, and what is small beside them, as they stand at one moment."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import msgspec
import redis

from infrastructure.history.backup_lines import MomentLine, ReadyLine, StateLine
from infrastructure.history.dead_letters import Entry
from infrastructure.history.key_lines import PIECE, Told, key_lines
from infrastructure.history.partition_keys import QUEUES, PartitionKeys
from infrastructure.history.pieces import pairs, pieces
from infrastructure.history.scripts import script
from infrastructure.redis.clients import outages_as_unavailable

MOST = 1000  # mailboxes: 20 milliseconds of the server's time, on two busy cores of a laptop
MOST_BYTES = 1 << 20  # of their letters


class Moment(msgspec.Struct, frozen=True):
    """What stood in the partition then; dead letters by queue, those that park by their ids."""

    line: MomentLine
    held: tuple[StateLine, ...]
    dead: Mapping[str, tuple[Entry, ...]]
    parking: Mapping[str, frozenset[str]]


class Snapshot:
    """Reads it by one script and writes nothing. Raises `Unavailable`."""

    def __init__(self, client: redis.Redis, keys: PartitionKeys) -> None:
        self._keys = keys
        self._snapshot = script(client, "snapshot")

    def whole(self, names: Sequence[str], newest: Mapping[str, str]) -> Moment | None:
        """All mailboxes, those keys, and dead letters after the newest; `None` if it is too much."""
        queues = [word for queue in QUEUES for word in (queue, newest[queue])]
        return self._told([len(QUEUES), *queues, *names])

    def without_mailboxes(self, names: Sequence[str]) -> Moment:
        """Log, relay and those keys alone."""
        moment = self._told([0, *names])
        if moment is None:
            raise ValueError("small keys have grown")
        return moment

    def _told(self, arguments: Sequence[str | int]) -> Moment | None:
        with outages_as_unavailable():
            reply = self._snapshot(keys=[self._keys.tag], args=[MOST, MOST_BYTES, *arguments])
        if not reply:
            return None
        at, head, relay, ready, keys, dead = cast(
            "tuple[bytes, bytes, bytes, list[object], list[Told], list[object]]", reply
        )
        return Moment(
            MomentLine(last_position=int(head), relay=int(relay), at=int(at)),
            (*(line for told in keys for line in key_lines(told)), *_ready(ready)),
            {cast("bytes", queue).decode(): _entries(found) for queue, found in pairs(dead)},
            _parking(keys),
        )


def _ready(flat: Sequence[object]) -> Iterator[ReadyLine]:
    for queue, keys in pairs(flat):
        names = [key.decode() for key in cast("list[bytes]", keys)]
        for page in pieces(names, PIECE):
            yield ReadyLine(queue=cast("bytes", queue).decode(), keys=tuple(page))


def _entries(found: object) -> tuple[Entry, ...]:
    entries = cast("list[tuple[bytes, list[bytes]]]", found)
    return tuple((one.decode(), tuple(fields)) for one, fields in entries)


def _parking(keys: Sequence[Told]) -> dict[str, frozenset[str]]:
    named = ((name.decode().partition(":"), content) for name, _, _, content in keys)
    return {
        queue: frozenset(value.decode() for value in cast("list[bytes]", content)[1::2])
        for (kind, _, queue), content in named
        if kind == "parked"
    }
