"""Checkpoints in Redis, for witnesses and auditors elsewhere to compare."""

from collections.abc import Sequence
from typing import cast

import msgspec
import redis

from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.partition_names import checkpoints_key, handovers_key
from infrastructure.audit.witness_records import Line, checkpoint_of
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis_recorders.partition import Partition

KEPT = 100


class PublishedCheckpoints:
    """The list `{partition}:checkpoints`: the newest 100 of all witnesses, the last one first.

    Those with which a signing key handed over stay for ever, in `{partition}:handovers`. Raises
    `Unavailable`.
    """

    def __init__(self, client: redis.Redis, partition: Partition | None = None) -> None:
        self._client = client
        self._key = checkpoints_key(partition or Partition())
        self._handovers = handovers_key(partition or Partition())

    def publish(self, checkpoint: Checkpoint) -> None:
        """Put it in front; fine if it is among them."""
        line = msgspec.json.encode(checkpoint)
        with outages_as_unavailable():
            if line in cast("list[bytes]", self._client.lrange(self._key, 0, KEPT - 1)):
                return
            with self._client.pipeline(transaction=True) as pipeline:
                pipeline.lpush(self._key, line)
                pipeline.ltrim(self._key, 0, KEPT - 1)
                if checkpoint.handover:
                    pipeline.lrem(self._handovers, 0, line.decode())  # typed as text
                    pipeline.lpush(self._handovers, line)
                pipeline.execute()

    def lines(self) -> Sequence[Line]:
        """All of them, the last one first."""
        return self._lines(self._key, KEPT)

    def handovers(self) -> Sequence[Checkpoint]:
        """Those that hand over, whoever they are signed by."""
        lines = self._lines(self._handovers, 0)
        return [one for one in lines if isinstance(one, Checkpoint) and one.handover]

    def _lines(self, key: str, count: int) -> Sequence[Line]:
        with outages_as_unavailable():
            found = cast("list[bytes]", self._client.lrange(key, 0, count - 1))
        return [checkpoint_of(line, number) for number, line in enumerate(found, start=1)]
