"""Staying within Google's quotas (calendar/api/guides/quota: 600 requests a minute and user)."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

PER_MINUTE, BURST = 480, 60  # together less than the quota of any minute


class Quota(Protocol):
    """How fast calls may be made. Threads may share it. Both raise `Unavailable`."""

    def take(self) -> timedelta | None:
        """Take a token; where there is none, how long until there is one."""
        ...

    def pause(self, length: timedelta) -> None:
        """Have no token before that time has passed: Google asked to wait."""
        ...


class TokenBucket:
    """The quota of one process: so many calls begin at once, and then so many a minute."""

    def __init__(
        self,
        *,
        per_minute: int = PER_MINUTE,
        burst: int = BURST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rate = per_minute / 60
        self._burst = float(burst)
        self._clock = clock
        self._tokens = self._burst
        self._filled_at = clock()
        self._lock = threading.Lock()

    def take(self) -> timedelta | None:
        """See `Quota.take`."""
        with self._lock:
            self._fill()
            if self._tokens < 1:
                return timedelta(seconds=(1 - self._tokens) / self._rate)
            self._tokens -= 1
            return None

    def pause(self, length: timedelta) -> None:
        """See `Quota.pause`."""
        with self._lock:
            self._fill()
            self._tokens = min(self._tokens, 1 - length.total_seconds() * self._rate)

    def _fill(self) -> None:
        now = self._clock()
        self._tokens = min(self._burst, self._tokens + (now - self._filled_at) * self._rate)
        self._filled_at = now
