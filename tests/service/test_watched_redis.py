"""A Redis of the service's own that cannot be started again: told once, tried less and less."""

import logging
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from entrypoints.own_redis import watch
from infrastructure.redis.embedded import RedisDidNotStart


class Dying:
    """A server that fails to start so often, with other last words each time, and then starts."""

    def __init__(self, times: int, ended: threading.Event) -> None:
        self._times = times
        self._ended = ended

    def revive(self) -> bool:
        """See `EmbeddedRedis.revive`."""
        self._times -= 1
        if self._times >= 0:
            raise RedisDidNotStart(Path("data"), f"10:00:{self._times:02} Bad file format")
        self._ended.set()
        return True


def test_a_redis_that_does_not_start_again_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "barbershop.redis")
    ended = threading.Event()

    watch(Dying(5, ended), ended, look=timedelta(0))

    assert [one.levelname for one in caplog.records] == ["ERROR", "WARNING"]
    assert "Bad file format" in caplog.records[0].message
    assert "was started again" in caplog.records[1].message
