"""What came to the customers' phones, as the emulator keeps it in its Redis."""

import asyncio
from collections.abc import Collection

from infrastructure.redis.clients import connect_async
from infrastructure.sandbox.chats import Chats


class Heard:
    """Reads the chats without the emulator's help, which has enough to do."""

    def __init__(self, url: str) -> None:
        self._url = url

    def answers(self, to: Collection[str]) -> dict[str, int]:
        """How many messages of the shop came to each of these phones."""
        return asyncio.run(self._answers(to))

    async def _answers(self, to: Collection[str]) -> dict[str, int]:
        async with connect_async(self._url) as client:
            chats = Chats(client)
            return {wa_id: await _answers(chats, wa_id) for wa_id in to}


async def _answers(chats: Chats, wa_id: str) -> int:
    return sum(one.direction == "out" for one in await chats.read(wa_id))
