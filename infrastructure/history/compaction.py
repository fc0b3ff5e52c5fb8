"""Gives back the memory of removed events.

Redis keeps about ten events of a stream in one piece of memory, and frees a piece only when all of
its events are removed: beside each removed conversation there is a customer or an appointment that
stays, so that removal alone frees next to nothing (0 % in a shop whose customers chat in turns).
So the log is copied, a little at a time, beside whatever is appended meanwhile, and the copy takes
its place in one script. Until then the memory of what stays is needed twice.
"""

import time
from typing import cast

import msgspec
import redis

from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.progress import Progress, silent
from infrastructure.history.scripts import script
from infrastructure.redis.clients import outages_as_unavailable

BATCH = 200  # entries: about two milliseconds of the server's time
LAST = 200  # entries that the swap copies itself
WORTH_IT = 10  # percent of holes
ROOM = 0.9  # of the server's memory that may be used meanwhile
SAMPLES = 1000
ATTEMPTS = 3
LOOK = 0.02  # seconds between two looks at whether dropped memory is free
LOOKS = 250


class Compacted(msgspec.Struct, frozen=True, kw_only=True):
    """The memory of the log in bytes, before and after.

    It stayed as it was where there was `no_room` for the copy, or where others removed events, or
    compacted it, each time that it was tried: `gave_up`.
    """

    before: int
    after: int
    no_room: bool = False
    gave_up: bool = False


class Compaction:
    """Compacts the log of one partition. Raises `Unavailable`, and has changed nothing then."""

    def __init__(
        self, client: redis.Redis, *, keys: PartitionKeys, progress: Progress = silent
    ) -> None:
        self._client = client
        self._log = keys.partition.log
        self._copy, self._old = keys("log:copy"), keys("log:old")
        self._holes = keys("holes")
        self._progress = progress
        self._copy_more = script(client, "compact_copy")
        self._swap = script(client, "compact_swap")

    def __call__(self) -> Compacted | None:
        """Compact it if that frees a tenth of it or so; `None` if not."""
        with outages_as_unavailable():
            self._drop_copy()
            if not self._is_worth_it():
                return None
            before = self._memory()
            if not self._has_room(before):
                return Compacted(before=before, after=before, no_room=True)
            is_swapped = any(self._is_swapped() for _ in range(ATTEMPTS))
            self._drop_copy()
            return Compacted(before=before, after=self._memory(), gave_up=not is_swapped)

    def _drop_copy(self) -> None:
        """That of a try which failed or was interrupted; its memory is given back before long."""
        if not self._client.unlink(self._copy):
            return
        for _ in range(LOOKS):
            if not self._client.info("memory").get("lazyfree_pending_objects"):
                return
            time.sleep(LOOK)

    def _is_worth_it(self) -> bool:
        holes = int(cast("bytes", self._client.get(self._holes) or b"0"))
        length = self._length()
        return holes > 0 and length > 0 and 100 * holes >= WORTH_IT * (holes + length)

    def _has_room(self, more: int) -> bool:
        told = self._client.info("memory")
        limit, used = told.get("maxmemory") or 0, told["used_memory"]
        if not limit:
            limit, used = told.get("total_system_memory") or 0, told["used_memory_rss"]
        return not limit or bool(used + more <= limit * ROOM)

    def _is_swapped(self) -> bool:
        """Whether the copy stands in the log's place; not where events were removed meanwhile."""
        self._client.unlink(self._copy)
        total, done, copied = self._length(), 0, 0
        while True:
            further = int(str(self._copy_more(keys=[self._log, self._copy], args=[copied, BATCH])))
            if further < 0:
                return False
            if further == copied:
                break
            copied, done = further, done + BATCH
            self._progress("Giving memory back", min(done, total), total)
        keys = [self._log, self._copy, self._old, self._holes]
        return int(str(self._swap(keys=keys, args=[copied, LAST]))) == 1

    def _length(self) -> int:
        return self._client.xlen(self._log)

    def _memory(self) -> int:
        return self._client.memory_usage(self._log, samples=SAMPLES) or 0
