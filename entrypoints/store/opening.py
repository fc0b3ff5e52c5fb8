"""The Redis that the commands about the store work on."""

from collections.abc import Iterator
from contextlib import contextmanager

import redis

from entrypoints.own_redis import redis_of
from entrypoints.recorded_data import no_master_key, nothing_recorded
from entrypoints.settings import Settings
from entrypoints.settings_or_exit import settings_or_exit
from entrypoints.store.refusals import refuse
from entrypoints.store_settings import OWN_PERSISTENCE
from infrastructure.event_store.key_vault import derive
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.partition import Partition


@contextmanager
def opened(settings: Settings) -> Iterator[redis.Redis]:
    """A client, while Redis is open. Raises `RedisMissing`, `RedisDidNotStart`."""
    with redis_of(settings) as url, connect(url) as client:
        yield client


def settings_with_data(*, sandbox: bool) -> Settings:
    """The settings, or an end with words; nothing is created where nothing was recorded."""
    if words := nothing_recorded(sandbox=sandbox):
        refuse(words)
    return settings_of_redis(sandbox=sandbox)


def settings_to_restore(*, sandbox: bool) -> Settings:
    """The settings for what was recorded elsewhere, or an end with words; no key is made for it."""
    if words := no_master_key(sandbox=sandbox):
        refuse(words)
    return settings_of_redis(sandbox=sandbox)


def settings_of_redis(*, sandbox: bool) -> Settings:
    """The settings of a shop whose events are in Redis, or an end with words."""
    settings = settings_or_exit(sandbox=sandbox)
    module = settings.persistence["PERSISTENCE_MODULE"]
    if module != OWN_PERSISTENCE:
        refuse(f"The events are kept by {module}: these commands are for those in Redis.")
    return settings


def master_key_id(settings: Settings) -> str:
    """Tells whether two master keys are the same, and nothing else about them."""
    return derive(settings.master_key, b"master key id")[:8].hex()


def keys_of(settings: Settings) -> PartitionKeys:
    """The names of this deployment's keys."""
    return PartitionKeys(Partition(settings.partition))
