"""Checkpoints in Redis, for witnesses and auditors elsewhere to compare."""

from collections.abc import Sequence
from typing import cast

import msgspec
import redis

from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.partition_names import checkpoints_key
from infrastructure.audit.witness_records import Line, checkpoint_of
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis_recorders.partition import Partition

KEPT = 100


class PublishedCheckpoints:
    """The list `{partition}:checkpoints`: the newest 100 of all witnesses, the last one first.

    Raises `Unavailable`.
    """

    def __init__(self, client: redis.Redis, partition: Partition | None = None) -> None:
        self._client = client
        self._key = checkpoints_key(partition or Partition())

    def publish(self, checkpoint: Checkpoint) -> None:
        """Put it in front; fine if it is among them."""
        line = msgspec.json.encode(checkpoint)
        with outages_as_unavailable():
            if line in cast("list[bytes]", self._client.lrange(self._key, 0, KEPT - 1)):
                return
            with self._client.pipeline(transaction=True) as pipeline:
                pipeline.lpush(self._key, line)
                pipeline.ltrim(self._key, 0, KEPT - 1)
                pipeline.execute()

    def lines(self) -> Sequence[Line]:
        """All of them, the last one first."""
        with outages_as_unavailable():
            found = cast("list[bytes]", self._client.lrange(self._key, 0, KEPT - 1))
        return [checkpoint_of(line, number) for number, line in enumerate(found, start=1)]
