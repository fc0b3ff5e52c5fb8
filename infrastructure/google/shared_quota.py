"""Google's quota, shared by all processes: they are one user there.

The key, with the partition's hash tag: `google:quota`. If it is lost, one burst more goes out.
"""

from datetime import timedelta
from typing import cast

import redis

from infrastructure.google.token_bucket import BURST, PER_MINUTE
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis.lengths import milliseconds
from infrastructure.redis.scripts import shipped


class SharedQuota:
    """The bucket in Redis, by the clock of Redis; the client gives bytes (`connect`)."""

    def __init__(
        self,
        client: redis.Redis,
        *,
        partition: str = "barbershop:0",
        per_minute: int = PER_MINUTE,
        burst: int = BURST,
    ) -> None:
        self._key = f"{{{partition}}}:google:quota"
        self._limits = (per_minute, burst)
        self._take = client.register_script(shipped("quota_take"))

    def take(self) -> timedelta | None:
        """See `Quota.take`."""
        wait = self._run(0)
        return timedelta(milliseconds=wait) if wait else None

    def pause(self, length: timedelta) -> None:
        """See `Quota.pause`."""
        self._run(max(1, milliseconds(length)))

    def _run(self, pause: int) -> int:
        with outages_as_unavailable():
            wait = self._take(keys=[self._key], args=[*self._limits, pause])
        return cast("int", wait)  # the script's own answer
