"""How much of Redis' memory each part of a partition takes."""

from collections.abc import Sequence
from typing import get_args

import msgspec
import redis

from infrastructure.history.partition_keys import Part, PartitionKeys, part_of
from infrastructure.history.progress import Progress, silent
from infrastructure.history.scanning import scanned
from infrastructure.redis.clients import outages_as_unavailable

WEIGHED = 20  # keys of each part among a thousand
SAMPLES = 500  # elements of a key that are weighed
FEW = ("log", "keys", "identities", "removed leaves", "the rest")  # parts of few and large keys


class PartMemory(msgspec.Struct, frozen=True, kw_only=True):
    """A part: how many keys it has, and about how many bytes they take."""

    part: Part
    keys: int
    bytes: int


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """All parts, and what the server tells of itself; `limit` is 0 where there is none.

    `entries` are the events in the log, those that were removed not among them.
    `aof_bytes` is the size of the append-only file, `None` where there is none or it is not told.
    """

    parts: tuple[PartMemory, ...]
    bytes: int
    entries: int
    server_bytes: int
    limit: int
    aof_bytes: int | None


class MemoryScale:
    """Weighs a few keys of every thousand, and the large ones by samples. Raises `Unavailable`."""

    def __init__(
        self, client: redis.Redis, *, keys: PartitionKeys | None = None, progress: Progress = silent
    ) -> None:
        self._client = client
        self._keys = keys or PartitionKeys()
        self._progress = progress

    def __call__(self) -> Memory:
        """The memory as it is about now."""
        counts, weighed, sums = (dict.fromkeys(get_args(Part), 0) for _ in range(3))
        for page in scanned(
            self._client, self._keys.pattern, what="Weighing keys", progress=self._progress
        ):
            for part, keys in self._parted(page).items():
                sample = keys if part in FEW else keys[:WEIGHED]
                counts[part] += len(keys)
                weighed[part] += len(sample)
                sums[part] += self._weight(sample)
        parts = tuple(
            PartMemory(part=part, keys=count, bytes=_whole(sums[part], weighed[part], count))
            for part, count in counts.items()
        )
        return self._told(parts)

    def _parted(self, page: Sequence[bytes]) -> dict[Part, list[bytes]]:
        parted: dict[Part, list[bytes]] = {}
        for key in page:
            parted.setdefault(part_of(self._keys.name(key)), []).append(key)
        return parted

    def _weight(self, keys: Sequence[bytes]) -> int:
        with outages_as_unavailable(), self._client.pipeline(transaction=False) as pipeline:
            for key in keys:
                pipeline.memory_usage(key.decode(), samples=SAMPLES)
            return sum(one or 0 for one in pipeline.execute())

    def _told(self, parts: tuple[PartMemory, ...]) -> Memory:
        with outages_as_unavailable():
            entries = self._client.xlen(self._keys.partition.log)
            memory, files = self._client.info("memory"), self._client.info("persistence")
        return Memory(
            parts=parts,
            bytes=sum(one.bytes for one in parts),
            entries=entries,
            server_bytes=memory["used_memory"],
            limit=memory.get("maxmemory", 0),
            aof_bytes=files.get("aof_current_size") if files.get("aof_enabled") else None,
        )


def _whole(weight: int, weighed: int, count: int) -> int:
    return round(weight * count / weighed) if weighed else 0
