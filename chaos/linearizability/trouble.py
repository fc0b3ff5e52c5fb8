"""What happens to Redis, and to the way there, while clients work."""

import hashlib
import signal
import time
from collections.abc import Callable
from random import Random
from threading import Event, Thread

from chaos.redis_proxy import RedisProxy
from infrastructure.redis.scripts import shipped
from tests.persistence.redis_server import RedisServer

BETWEEN = (0.02, 0.12)  # seconds
LASTING = (0.05, 0.4)  # seconds; clients lose patience after a quarter


APPEND = hashlib.sha1(shipped("append").encode(), usedforsecurity=False).hexdigest()


class Trouble:
    """Kills, stops and cuts off by turns, in the order of a seed, while it is entered."""

    def __init__(self, server: RedisServer, proxy: RedisProxy, *, seed: int) -> None:
        self.made = 0
        self._server = server
        self._proxy = proxy
        self._random = Random(seed)  # noqa: S311 - chance, not a secret
        self._ended = Event()
        self._thread = Thread(target=self._make, name="trouble")

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _make(self) -> None:
        kinds: tuple[Callable[[], None], ...] = (
            self._kill,
            self._stop,
            self._cut,
            self._hang,
            self._lose_replies,
        )
        while not self._ended.wait(self._random.uniform(*BETWEEN)):
            self._random.choice(kinds)()
            self.made += 1

    def _kill(self) -> None:
        self._server.kill()
        self._server.start()

    def _stop(self) -> None:
        """What is sent meanwhile is executed later, when its client has given up."""
        self._server.signal(signal.SIGSTOP)
        self._while()
        self._server.signal(signal.SIGCONT)

    def _cut(self) -> None:
        self._proxy.refuse()
        self._proxy.cut()
        self._while()
        self._proxy.accept()

    def _hang(self) -> None:
        self._proxy.hang()
        self._while()
        self._proxy.heal()

    def _lose_replies(self) -> None:
        self._proxy.lose_reply(f"EVALSHA {APPEND}*", times=3)

    def _while(self) -> None:
        time.sleep(self._random.uniform(*LASTING))
