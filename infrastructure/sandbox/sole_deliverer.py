"""One process of a sandbox delivers at a time, so that each phone's webhooks keep their order."""

import secrets

from redis.asyncio import Redis

_KEY = "sandbox:webhooks:deliverer"
_LEASE_MS = 2_000
_TAKE = """
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
"""
_LET_GO = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end"


class SoleDeliverer:
    """A lease in Redis, of machine time; the next process takes over two seconds after a death."""

    def __init__(self, redis: Redis) -> None:
        self._me = secrets.token_hex(8)
        self._take = redis.register_script(_TAKE)
        self._give = redis.register_script(_LET_GO)

    async def is_mine(self) -> bool:
        """Take or renew the lease; false while another process holds it."""
        return bool(await self._take(keys=[_KEY], args=[self._me, _LEASE_MS]))

    async def let_go(self) -> None:
        """Give the lease up, if it is held."""
        await self._give(keys=[_KEY], args=[self._me])
