"""Whether Redis holds what a backup says."""

import time
from collections.abc import Iterator
from typing import assert_never, cast

import redis

from infrastructure.history.backup_lines import (
    EventLine,
    HashLine,
    KeyLine,
    ListLine,
    LogLine,
    ReadyLine,
    SeenLine,
    SetLine,
    SortedSetLine,
    StateLine,
    StreamLine,
    StringLine,
)
from infrastructure.history.backup_reading import BackupReader
from infrastructure.history.log_lines import LogLines, PositionLost
from infrastructure.history.partition_keys import PartitionKeys

SOON = 60_000  # ms: what is kept no longer than this may be gone while it is looked for


class Comparison:
    """Reads everything again, from the log and key by key."""

    def __init__(self, client: redis.Redis, keys: PartitionKeys) -> None:
        self._client = client
        self._keys = keys
        self._log = LogLines(client, keys.partition)
        self._ready: dict[str, frozenset[str]] = {}

    def first_difference(self, reader: BackupReader) -> int | None:
        """The number of the first line that Redis does not hold; `None` if it holds them all."""
        found = self._log_parts()
        for number, line in reader.body("Comparing"):
            if isinstance(line, LogLine):
                is_same = all(next(found, None) == part for part in _parts(line))
            else:
                is_same = self._holds(line)
            if not is_same:
                return number
        return None if next(found, None) is None else 1

    def _log_parts(self) -> Iterator[EventLine | tuple[int, bytes]]:
        try:
            for line in self._log.between(0, self._log.head()):
                yield from _parts(line)
        except PositionLost:
            return

    def _holds(self, line: StateLine) -> bool:
        match line:
            case SeenLine():
                lasting = [one for one, until in line.fingerprints if until > _now() + SOON]
                keys = [self._keys(f"seen:{one}") for one in lasting]
                return not keys or self._client.exists(*keys) == len(keys)
            case ReadyLine():
                return self._turns(line.queue).issuperset(line.keys)
            case _:
                is_brief = line.until is not None and line.until < _now() + SOON
                return is_brief or self._holds_key(line)

    def _turns(self, queue: str) -> frozenset[str]:
        """Whose mailboxes are ready; it is read once, as many lines may tell of them."""
        if queue not in self._ready:
            entries = self._client.xrange(self._keys(f"ready:{queue}"))
            told = cast("list[tuple[bytes, dict[bytes, bytes]]]", entries)
            self._ready[queue] = frozenset(fields[b"key"].decode() for _, fields in told)
        return self._ready[queue]

    def _holds_key(self, line: KeyLine) -> bool:
        key = self._keys(line.key)
        match line:
            case StringLine():
                return self._client.get(key) == line.value
            case HashLine():
                found = self._client.hmget(key, [name for name, _ in line.fields])
                return found == [value for _, value in line.fields]
            case ListLine():
                stop = line.start + len(line.values) - 1
                return self._client.lrange(key, line.start, stop) == [*line.values]
            case SetLine():
                return all(self._client.smismember(key, [*line.members]))
            case SortedSetLine():
                members = cast("list[str]", [member for member, _ in line.members])  # bytes do, too
                scores = self._client.zmscore(key, members)
                return scores == [float(score) for _, score in line.members]
            case StreamLine():
                return self._holds_entries(key, line)
            case _:
                assert_never(line)

    def _holds_entries(self, key: str, line: StreamLine) -> bool:
        found = self._client.xrange(key, line.entries[0][0], line.entries[-1][0])
        return found == [
            (entry.encode(), dict(zip(fields[0::2], fields[1::2], strict=True)))
            for entry, fields in line.entries
        ]


def _parts(line: LogLine) -> Iterator[EventLine | tuple[int, bytes]]:
    """The line position by position, for runs of removed events may be parted otherwise."""
    if isinstance(line, EventLine):
        yield line
        return
    for n in range(len(line.leaves) // 32):
        yield line.first + n, line.leaves[n * 32 : (n + 1) * 32]


def _now() -> int:
    return time.time_ns() // 1_000_000
