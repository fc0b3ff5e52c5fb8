"""Which Redis the settings mean."""

import contextlib
import logging
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Protocol

from entrypoints.lasting_trouble import LastingTrouble
from entrypoints.settings import Settings
from infrastructure.redis.binary import RedisMissing
from infrastructure.redis.embedded import EmbeddedRedis, RedisDidNotStart

LOOK = timedelta(seconds=1)  # between two looks whether our own still lives

log = logging.getLogger("barbershop.redis")


class Revivable(Protocol):
    """A server that may die."""

    def revive(self) -> bool:
        """See `EmbeddedRedis.revive`."""
        ...


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
    watching = threading.Thread(target=watch, args=(server, ended), daemon=True)
    watching.start()
    try:
        yield
    finally:
        ended.set()
        watching.join()


def watch(server: Revivable, ended: threading.Event, *, look: timedelta = LOOK) -> None:
    """Revive the server until that event; what keeps it dead is told once, and tried less often."""
    trouble = LastingTrouble(look)
    while not ended.wait(max(look, trouble.pause).total_seconds()):
        try:
            if server.revive():
                log.warning("the Redis of our own had died and was started again")
            trouble.over()
        except (RedisMissing, RedisDidNotStart, OSError) as error:
            if trouble.again(type(error)):
                log.error("the Redis of our own is dead and does not start: %s", error)  # noqa: TRY400
