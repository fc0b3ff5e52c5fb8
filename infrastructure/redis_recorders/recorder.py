"""What the recorders of a partition share."""

from collections.abc import Sequence
from uuid import UUID

import redis
from eventsourcing.persistence import Recorder

from infrastructure.redis.line import Argument
from infrastructure.redis.link import Link
from infrastructure.redis.listener import Listener
from infrastructure.redis.scripts import LuaScript
from infrastructure.redis_recorders.errors import library_errors
from infrastructure.redis_recorders.partition import Partition

OriginatorIdType = type[str] | type[UUID]


class RedisRecorder(Recorder):
    """A recorder of one partition, for threads to share.

    Everything raises `OperationalError` where Redis is out of reach: whether a write stands is then
    unknown, and sending it again is safe, as it ends in `IntegrityError` if it does. The client
    gives RESP2 and never sends again by itself (`infrastructure.redis.clients.connect`).
    """

    def __init__(
        self,
        client: redis.Redis | Link,
        partition: Partition | None = None,
        *,
        originator_id_type: OriginatorIdType = str,
    ) -> None:
        self._keys = partition or Partition()
        self._link = client if isinstance(client, Link) else Link(client, self._keys.log)
        self._originator_id_type = originator_id_type

    def _command(self, *parts: Argument) -> object:
        with library_errors:
            return self._link.command(*parts)

    def _run(self, script: LuaScript, keys: Sequence[str], args: Sequence[Argument]) -> object:
        with library_errors:
            return script.run(self._link, keys=keys, args=args)

    def _listener(self) -> Listener:
        """A connection to wait with, to be closed."""
        self._command("EXISTS", self._keys.log)  # in a cluster this tells the right node
        with library_errors:
            return Listener(self._link.lines())
