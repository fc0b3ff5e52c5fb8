"""A Redis of the benchmark's own: the embedded server of a shop, in a temporary folder."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import redis

from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis

Fsync = Literal["always", "everysec", "no"]


@contextmanager
def redis_server(fsync: Fsync) -> Iterator[redis.Redis]:
    """A client of a new server on a unix socket, whose files are gone afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="bench-redis-") as folder,
        EmbeddedRedis(Path(folder)).used() as url,
        connect(url) as client,
    ):
        # A rewrite of the whole log would fall into one round and not into another.
        client.config_set("auto-aof-rewrite-percentage", 0)
        client.config_set("appendfsync", fsync)
        yield client


def socket_of(client: redis.Redis) -> str:
    """The path of the unix socket that the client connects to."""
    return str(client.connection_pool.connection_kwargs["path"])
