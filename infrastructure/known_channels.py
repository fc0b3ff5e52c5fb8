"""The push channels that are open, in Redis: the hash `calendars:channels` of the partition."""

import msgspec
from redis.asyncio import Redis

from application.ports import Channel
from infrastructure.redis.clients import outages_as_unavailable


class RedisKnownChannels:
    """If it is lost, new channels are opened and the old ones expire within a week."""

    def __init__(self, client: Redis, *, partition: str = "barbershop:0") -> None:
        self._client = client
        self._key = f"{{{partition}}}:calendars:channels"

    async def all(self) -> tuple[Channel, ...]:
        """See `KnownChannels.all`."""
        with outages_as_unavailable():
            found = await self._client.hvals(self._key)
        return tuple(msgspec.json.decode(one, type=Channel) for one in found)

    async def add(self, channel: Channel) -> None:
        """See `KnownChannels.add`."""
        with outages_as_unavailable():
            await self._client.hset(self._key, channel.id, msgspec.json.encode(channel).decode())

    async def forget(self, channel_id: str) -> None:
        """See `KnownChannels.forget`."""
        with outages_as_unavailable():
            await self._client.hdel(self._key, channel_id)
