"""The Redis that the commands about the store work on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

from entrypoints.own_redis import redis_of
from entrypoints.settings import OWN_PERSISTENCE, Settings, environment
from entrypoints.settings_or_exit import settings_or_exit
from entrypoints.store_refusals import refuse
from infrastructure.event_store.key_vault import derive
from infrastructure.redis.clients import connect


@contextmanager
def opened(settings: Settings) -> Iterator[redis.Redis]:
    """A client, while Redis is open. Raises `RedisMissing`, `RedisDidNotStart`."""
    with redis_of(settings) as url, connect(url) as client:
        yield client


def settings_with_data(*, sandbox: bool) -> Settings:
    """The settings, or an end with words; nothing is created where nothing was recorded."""
    given = environment()
    folder = Path(given.get("BARBERSHOP_DATA_DIR") or "data")
    is_there = (folder / "redis").is_dir() and (not sandbox or (folder / "master.key").is_file())
    if not (is_there or given.get("REDIS_URL") or given.get("REDIS_URL_FILE")):
        refuse(f"Nothing was recorded yet in {folder}; BARBERSHOP_DATA_DIR names it.")
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
