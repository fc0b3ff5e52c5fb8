"""The log of a running service, opened beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.event_store.store import RecordedEventStore
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder


@contextmanager
def opened_log(url: str, master_key: bytes) -> Iterator[RecordedEventStore]:
    with connect(url) as client:
        codec = EventCodec(RedisKeyVault(client, master_key))
        store = RecordedEventStore(RedisApplicationRecorder(client), codec)
        try:
            yield store
        finally:
            store.close()


def erase(url: str, master_key: bytes, *streams: str) -> None:
    """Destroy the keys of those streams."""
    with connect(url) as client:
        vault = RedisKeyVault(client, master_key)
        for stream in streams:
            vault.destroy(stream)
