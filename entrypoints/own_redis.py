"""Which Redis the settings mean."""

import contextlib
from collections.abc import Iterator

from entrypoints.settings import Settings
from infrastructure.redis.embedded import EmbeddedRedis


@contextlib.contextmanager
def redis_of(settings: Settings) -> Iterator[str]:
    """The URL of Redis: the one that is set, or one in the data folder, shared by all who use it.

    The last of them to leave stops it. Raises `RedisMissing`, `RedisDidNotStart`.
    """
    if settings.redis_url is not None:
        yield settings.redis_url
        return
    with EmbeddedRedis(settings.data_dir).used() as url:
        yield url
