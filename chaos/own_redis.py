"""A Redis for one part alone, and the log in it."""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

from application.ports import Recorded
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.event_store.store import RecordedEventStore
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.persistence.redis_server import RedisServer

MASTER = bytes(range(32))
PAGE = 2000


@contextmanager
def own_folder() -> Iterator[Path]:
    """A new folder with a short name, as sockets need it; it is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="bs-", dir="/tmp"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def own_redis(*, tcp: bool = False, durable: bool = True) -> Iterator[RedisServer]:
    """A server over a new folder; both are gone afterwards."""
    with own_folder() as folder:
        server = RedisServer(folder, tcp=tcp, durable=durable)
        try:
            server.start()
            yield server
        finally:
            server.kill()


@contextmanager
def opened(client: redis.Redis, master_key: bytes = MASTER) -> Iterator[RecordedEventStore]:
    """The log in that client's Redis, as the service opens it."""
    codec = EventCodec(RedisKeyVault(client, master_key))
    store = RecordedEventStore(RedisApplicationRecorder(client), codec)
    try:
        yield store
    finally:
        store.close()


def whole_log(url: str, master_key: bytes = MASTER) -> list[Recorded]:
    """Everything that is recorded there, in order."""
    with connect(url) as client, opened(client, master_key) as store:
        return asyncio.run(_all_of(store))


async def _all_of(store: RecordedEventStore) -> list[Recorded]:
    log: list[Recorded] = []
    while page := await store.after(log[-1].position if log else 0, limit=PAGE):
        log += page
    return log
