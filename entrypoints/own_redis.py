"""Which Redis the settings mean."""

import contextlib
import logging
import threading
from collections.abc import Iterator

from entrypoints.settings import Settings
from infrastructure.redis.binary import RedisMissing
from infrastructure.redis.embedded import EmbeddedRedis, RedisDidNotStart

LOOK = 1.0  # seconds between two looks whether our own still lives

log = logging.getLogger("barbershop.redis")


@contextlib.contextmanager
def redis_of(settings: Settings, *, revived: bool = False) -> Iterator[str]:
    """The URL of Redis: the one that is set, or one in the data folder, shared by all who use it.

    The last of them to leave stops it; until then, if asked for, it is `revived` whenever it dies.
    Raises `RedisMissing`, `RedisDidNotStart`.
    """
    if settings.redis_url is not None:
        yield settings.redis_url
        return
    server = EmbeddedRedis(settings.data_dir)
    with server.used() as url, _reviving(server) if revived else contextlib.nullcontext():
        yield url


@contextlib.contextmanager
def _reviving(server: EmbeddedRedis) -> Iterator[None]:
    ended = threading.Event()
    watch = threading.Thread(target=_watch, args=(server, ended), daemon=True)
    watch.start()
    try:
        yield
    finally:
        ended.set()
        watch.join()


def _watch(server: EmbeddedRedis, ended: threading.Event) -> None:
    trouble = ""
    while not ended.wait(LOOK):
        try:
            if server.revive():
                log.warning("the Redis of our own had died and was started again")
            trouble = ""
        except (RedisMissing, RedisDidNotStart, OSError) as error:
            if trouble != str(error):
                trouble = str(error)
                log.error("the Redis of our own is dead and does not start: %s", trouble)  # noqa: TRY400
