"""Whether an interrupted restore has left half of a backup in Redis."""

import redis

from entrypoints.settings import Settings
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis_recorders.partition import Partition


def half_a_backup(client: redis.Redis, settings: Settings) -> str | None:
    """What to say where it is so. Raises `Unavailable`."""
    with outages_as_unavailable():
        if client.exists(PartitionKeys(Partition(settings.partition))("restoring")):
            return "Half of a backup is in this Redis: run the same `barbershop store restore`."
    return None
