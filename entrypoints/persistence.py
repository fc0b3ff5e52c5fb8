"""Where the events are kept: a persistence module of the `eventsourcing` library.

The module is told the whole environment, as in any application of the library, so that every module
has its own settings. Redis is told the Redis that the service uses anyway.
"""

from collections.abc import Mapping

import redis.asyncio
from eventsourcing.persistence import (
    ApplicationRecorder,
    InfrastructureFactory,
    InfrastructureFactoryError,
    PersistenceError,
    TrackingRecorder,
)
from eventsourcing.utils import Environment

from infrastructure.event_store.store import PollingWaiter, RedisWaiter, Waiter
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.partition import Partition

Factory = InfrastructureFactory[TrackingRecorder]

UNOPENED = (InfrastructureFactoryError, PersistenceError, OSError, ImportError, ValueError)


def factory_of(persistence: Mapping[str, str], redis_url: str) -> Factory:
    """The module's factory, to be closed. Raises one of `UNOPENED`."""
    told = {**persistence, "REDIS_URL": redis_url, "ORIGINATOR_ID_TYPE": "text"}
    return Factory.construct(Environment(env=told))


def recorder_of(factory: Factory) -> ApplicationRecorder:
    """The recorder of the service's log."""
    return factory.application_recorder()


def waiter_of(
    recorder: ApplicationRecorder, client: redis.asyncio.Redis, partition: Partition
) -> Waiter:
    """What tells that the log has grown, whichever process appended."""
    if isinstance(recorder, RedisApplicationRecorder):
        return RedisWaiter(client, partition.log)
    return PollingWaiter(recorder)


def opens(persistence: Mapping[str, str]) -> bool:
    """Whether the module's store can be opened with what it is told."""
    try:
        factory = factory_of(persistence, redis_url="")
        recorder_of(factory)
        factory.close()
    except UNOPENED:
        return False
    return True
