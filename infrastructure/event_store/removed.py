"""The leaves of events that were removed from the log, kept so that the rest can be proven.

The hash `{partition}:removed` has a field for each run of consecutive positions that was removed:
the field is the first position in decimal, the value the leaves (32 bytes each, see
`infrastructure.audit.leaf`) of the run, one after the other. Whoever removes events first appends
the event that tells of it, then writes the leaves and removes the entries in one transaction.
"""

from collections.abc import Mapping
from typing import cast

import redis
from eventsourcing.persistence import InternalError, OperationalError
from redis.exceptions import RedisError

from infrastructure.redis.clients import is_outage
from infrastructure.redis_recorders.partition import Partition

LEAF = 32  # bytes
PAGE = 1000


def removed_key(partition: Partition) -> str:
    """The key of the hash that keeps the leaves."""
    return partition.log.removesuffix(":log") + ":removed"


class RemovedLeaves:
    """Reads kept leaves. Raises `OperationalError` where Redis is out of reach."""

    def __init__(self, client: redis.Redis, partition: Partition | None = None) -> None:
        self._client = client
        self._key = removed_key(partition or Partition())

    def between(self, first: int, last: int) -> Mapping[int, bytes]:
        """The kept leaves from the one position to the other, both included."""
        runs = self._runs(first, last)
        if first not in runs:
            runs |= self._run_over(first)
        leaves = ((start + n, leaf) for start, run in runs.items() for n, leaf in _parted(run))
        return {position: leaf for position, leaf in leaves if first <= position <= last}

    def _run_over(self, position: int) -> dict[int, bytes]:
        """The run that began before that position and reaches it, if there is one."""
        while position > 1:
            before = range(max(position - PAGE, 1), position)
            runs = self._runs(before.start, before.stop - 1)
            if runs:
                start = max(runs)
                return {start: runs[start]}
            position = before.start
        return {}

    def _runs(self, first: int, last: int) -> dict[int, bytes]:
        """The runs that begin between the two."""
        fields = [str(position) for position in range(first, last + 1)]
        try:
            values = cast("list[bytes | None]", self._client.hmget(self._key, fields))
        except RedisError as error:
            raise (OperationalError if is_outage(error) else InternalError)(error) from error
        found = zip(range(first, last + 1), values, strict=True)
        return {position: value for position, value in found if value is not None}


def _parted(run: bytes) -> list[tuple[int, bytes]]:
    return [(n, run[n * LEAF : (n + 1) * LEAF]) for n in range(len(run) // LEAF)]
