"""How this system connects to Redis, and which of its errors are outages."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import redis
import redis.asyncio
from redis.asyncio.retry import Retry as AsyncRetry
from redis.backoff import NoBackoff
from redis.exceptions import (
    AskError,
    ClusterDownError,
    OutOfMemoryError,
    ReadOnlyError,
    RedisError,
    ResponseError,
    TryAgainError,
)
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError
from redis.retry import Retry

from application.ports import Unavailable

TIMEOUT = 5.0  # seconds without an answer; a blocking command must ask for less
LONGEST_BLOCK = 2.0  # seconds

_OUTAGES = (
    RedisConnectionError,
    RedisTimeoutError,
    OutOfMemoryError,
    ReadOnlyError,
    ClusterDownError,
    AskError,  # and MovedError: the slot is on its way to another node
    TryAgainError,
)
# Codes that redis-py has no class for, or does not see where Redis 6.2 passes a script's error on.
_OUTAGE_CODES = re.compile(r"\b(OOM|READONLY|MISCONF|BUSY|NOREPLICAS|UNKILLABLE)\b")


def connect(url: str) -> redis.Redis:
    """A client for `redis://`, `rediss://` or `unix://`, that threads may share; bytes come back.

    A command is sent once: redis-py would silently send a script again whose reply was lost.
    RESP2 stands here by name, for redis-py 8 speaks RESP3, in which replies have other shapes.
    """
    return redis.Redis.from_url(
        url,
        retry=Retry(NoBackoff(), 0),
        socket_timeout=TIMEOUT,
        socket_connect_timeout=TIMEOUT,
        protocol=2,
    )


def connect_async(url: str) -> redis.asyncio.Redis:
    """The same for one event loop. The caller closes it with `aclose()`."""
    return redis.asyncio.Redis.from_url(
        url,
        retry=AsyncRetry(NoBackoff(), 0),
        socket_timeout=TIMEOUT,
        socket_connect_timeout=TIMEOUT,
        protocol=2,
    )


def is_outage(error: RedisError) -> bool:
    """Whether Redis could not be reached or will not write now, rather than being misused."""
    if isinstance(error, _OUTAGES):
        return True
    return isinstance(error, ResponseError) and bool(_OUTAGE_CODES.search(str(error)))


@contextmanager
def outages_as_unavailable() -> Iterator[None]:
    """Raise `Unavailable` where Redis is out of reach; let errors of use through as they are."""
    try:
        yield
    except RedisError as error:
        if is_outage(error):
            raise Unavailable("redis") from error
        raise
