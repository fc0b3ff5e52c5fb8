"""Redis as a persistence module of the `eventsourcing` library.

`PERSISTENCE_MODULE=infrastructure.redis_persistence` selects it. It reads:

- `REDIS_URL`: `redis://`, `rediss://` or `unix://`; of a cluster, any node's;
- `REDIS_PARTITION`: the hash tag of all keys, `barbershop:0` by default;
- `ORIGINATOR_ID_TYPE`: `uuid` (the default, as in the library's modules) or `text`;
- the library's `APPLICATION_RECORDER_TOPIC`, `TRACKING_RECORDER_TOPIC`, `PROCESS_RECORDER_TOPIC`.

Each name goes first with the application's in capitals before it, as everywhere in the library.
"""

from typing import TypeVar
from uuid import UUID

from eventsourcing.persistence import InfrastructureFactory
from eventsourcing.utils import Environment, EnvType, resolve_topic

from infrastructure.redis.clients import connect
from infrastructure.redis.link import Link
from infrastructure.redis_recorders.aggregate_recorder import RedisAggregateRecorder
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.partition import Partition
from infrastructure.redis_recorders.process_recorder import RedisProcessRecorder
from infrastructure.redis_recorders.recorder import OriginatorIdType, RedisRecorder
from infrastructure.redis_recorders.tracking_recorder import RedisTrackingRecorder

R = TypeVar("R", bound=RedisRecorder)

ID_TYPES: dict[str, OriginatorIdType] = {"uuid": UUID, "text": str}


class RedisFactory(InfrastructureFactory[RedisTrackingRecorder]):
    """Makes the recorders of one application; they share its connections.

    Nothing is connected to before a recorder is used. Raises `OSError` for settings that are
    missing or wrong, as the library's factories do.
    """

    REDIS_URL = "REDIS_URL"
    REDIS_PARTITION = "REDIS_PARTITION"
    ORIGINATOR_ID_TYPE = "ORIGINATOR_ID_TYPE"

    def __init__(self, env: Environment | EnvType | None) -> None:
        super().__init__(env)
        url = self.env.get(self.REDIS_URL)
        if not url:
            raise OSError(f"{self.REDIS_URL} is not set: the address of Redis")
        self._originator_id_type = self._id_type()
        self._partition = self._own_partition()
        try:
            client = connect(url)
        except ValueError as error:
            raise OSError(f"{self.REDIS_URL} is no address of a Redis") from error
        self._link = Link(client, self._partition.log)

    def aggregate_recorder(self, purpose: str = "events") -> RedisAggregateRecorder:
        """A recorder for that purpose alone, such as `snapshots`."""
        return RedisAggregateRecorder(self._link, self._partition, purpose=purpose)

    def application_recorder(self) -> RedisApplicationRecorder:
        """The recorder of the application's log."""
        named = self._named(self.APPLICATION_RECORDER_TOPIC, RedisApplicationRecorder)
        return self._made(named)

    def tracking_recorder(
        self, tracking_recorder_class: type[RedisTrackingRecorder] | None = None
    ) -> RedisTrackingRecorder:
        """A recorder of positions: of that class, else of the one that the environment names."""
        named = self._named(self.TRACKING_RECORDER_TOPIC, RedisTrackingRecorder)
        return self._made(tracking_recorder_class or named)

    def process_recorder(self) -> RedisProcessRecorder:
        """The recorder of the application's log and positions."""
        return self._made(self._named(self.PROCESS_RECORDER_TOPIC, RedisProcessRecorder))

    def close(self) -> None:
        """Close every connection of its recorders, those in use once their command is done."""
        self._link.close()

    def _made(self, recorder_class: type[R]) -> R:
        return recorder_class(
            self._link, self._partition, originator_id_type=self._originator_id_type
        )

    def _named(self, setting: str, default: type[R]) -> type[R]:
        topic = self.env.get(setting)
        named: type[R] = resolve_topic(topic) if topic else default
        if not issubclass(named, default):
            raise OSError(f"{setting} names no {default.__name__}")
        return named

    def _id_type(self) -> OriginatorIdType:
        try:
            return ID_TYPES[self.env.get(self.ORIGINATOR_ID_TYPE, "uuid").lower()]
        except KeyError:
            raise OSError(f"{self.ORIGINATOR_ID_TYPE} is neither uuid nor text") from None

    def _own_partition(self) -> Partition:
        try:
            return Partition(self.env.get(self.REDIS_PARTITION) or "barbershop:0", self.env.name)
        except ValueError as error:
            raise OSError(f"{self.REDIS_PARTITION}: {error}") from error
