"""The Cloud API's limit on messages to one person: one in six seconds, 45 of them on credit."""

import time

from redis.asyncio import Redis

EVERY = 6.0
BURST = 45


class PairLimit:
    """A leaky bucket per pair of numbers, in machine time."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def take(self, number: str, wa_id: str) -> bool:
        """Count one message; false, and nothing counted, when the credit is used up."""
        key = f"sandbox:pair:{number}:{wa_id}"
        now = time.time()
        raw = await self._redis.get(key)
        due = max(float(raw) if raw else now, now) + EVERY
        if due - now > BURST * EVERY:
            return False
        await self._redis.set(key, repr(due), ex=int(BURST * EVERY) + 1)
        return True
