"""Whose phone the sandbox's page shows to begin with."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from redis.asyncio import Redis

from entrypoints.sandbox_page.customers import SUGGESTED, Customers
from infrastructure.sandbox.chat_message import ChatMessage
from infrastructure.sandbox.chats import Chats
from infrastructure.sandbox.phones import Phones, new_phone
from infrastructure.sandbox.wamid import Direction
from tests.sandbox.running import ANA

OWNER, LEO = "15550100190", "15550100199"
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


class Town:
    """Phones, in whose chats something was said minute by minute."""

    def __init__(self, client: Redis) -> None:
        self.phones, self.chats = Phones(client), Chats(client)
        self._client = client
        self._minutes = 0

    async def say(self, wa_id: str, direction: Direction) -> None:
        self._minutes += 1
        at = NOW + timedelta(minutes=self._minutes)
        message = ChatMessage(
            type="text", text="…", id=f"wamid.{self._minutes}", direction=direction, at=at
        )
        pipe = self._client.pipeline(transaction=True)
        self.phones.keep(pipe, new_phone(wa_id))
        self.chats.add(pipe, wa_id, message)
        await pipe.execute()

    async def in_hand(self) -> str:
        holder = await Customers(self.phones, self.chats).holding(None, "", without_phone=False)
        return holder.wa_id


@pytest.fixture
async def town(empty_redis: Path) -> AsyncIterator[Town]:
    client = Redis(unix_socket_path=str(empty_redis))
    yield Town(client)
    await client.aclose()


async def test_before_anybody_wrote_a_suggested_phone_is_in_hand(town: Town) -> None:
    assert await town.in_hand() in SUGGESTED


async def test_the_phone_in_whose_chat_was_spoken_last_is_in_hand(town: Town) -> None:
    await town.say(LEO, "in")
    await town.say(ANA, "in")
    await town.say(LEO, "out")

    assert await town.in_hand() == LEO


async def test_whom_the_shop_wrote_to_first_is_no_customer(town: Town) -> None:
    await town.say(ANA, "in")
    await town.say(OWNER, "out")

    assert await town.in_hand() == ANA


async def test_an_owner_who_was_called_before_anybody_wrote_is_not_in_hand(town: Town) -> None:
    await town.say(OWNER, "out")

    assert await town.in_hand() in SUGGESTED
