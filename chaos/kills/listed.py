"""Whom the service itself lists: as waiting for a person, or as in doubt."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import cast

from redis.asyncio import Redis

from application.effects import errand
from application.ports import DeadLetter, Recorded
from chaos.own_redis import MASTER, whole_log
from domain.conversation import ReplyComposed
from domain.customer import CustomerMet
from infrastructure.event_store.key_vault import derive
from infrastructure.mailboxes.dead_letters import RedisDeadLetters
from infrastructure.mailboxes.mailroom import RedisMailroom
from infrastructure.mailboxes.seal import LetterSeal
from infrastructure.redis.clients import connect_async

STARTED = "{barbershop:0}:started"
MOST = 1000


class Listed:
    """The phones of the customers that are listed, in the service's Redis."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._log: Sequence[Recorded] = ()

    def dead(self) -> set[str]:
        """Whose message, or whose answer, lies with the dead letters."""
        self._log = whole_log(self._url, MASTER)
        inbox, outbox = asyncio.run(self._dead_letters())
        customers = {one.key for one in inbox}
        met = (one.event for one in self._log if isinstance(one.event, CustomerMet))
        asked = {one.address.wa_id or "" for one in met if one.customer_id in customers}
        return asked | set(self._answered_by(outbox))

    def in_doubt(self) -> set[str]:
        """Whose answer set out and was not heard of yet."""
        self._log = whole_log(self._url, MASTER)
        names = asyncio.run(self._started())
        composed = (one.event for one in self._log if isinstance(one.event, ReplyComposed))
        return {one.address.wa_id or "" for one in composed if one.reply_id in names}

    async def _dead_letters(self) -> tuple[tuple[DeadLetter, ...], tuple[DeadLetter, ...]]:
        async with connect_async(self._url) as client:
            seal = LetterSeal(derive(MASTER, b"letters"))
            dead = RedisDeadLetters(RedisMailroom(client), seal=seal)
            return await dead.of("inbox", most=MOST), await dead.of("outbox", most=MOST)

    async def _started(self) -> set[str]:
        async with connect_async(self._url) as client:
            found = cast("list[bytes]", await _keys(client))
        return {one.decode() for one in found}

    def _answered_by(self, letters: Sequence[DeadLetter]) -> Iterator[str]:
        places = {errand(one.body).position for one in letters}
        for one in self._log:
            if one.position in places and isinstance(one.event, ReplyComposed):
                yield one.event.address.wa_id or ""


async def _keys(client: Redis) -> object:
    return await client.hkeys(STARTED)
