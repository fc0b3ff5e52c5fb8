"""Whom the service itself lists: as waiting for a person, or as in doubt."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import msgspec
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
OUTBOX = "{barbershop:0}:mail:outbox:"
MOST = 1000


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """Phones: whose message, or whose answer, lies with the dead letters, or is in doubt.

    In doubt is what set out, was not heard of, and still has its letter in the outbox.
    """

    dead: frozenset[str]
    in_doubt: frozenset[str]


def listed(url: str) -> Listed:
    """Whom the service in that Redis lists now."""
    log = whole_log(url, MASTER)
    return asyncio.run(_listed(url, log))


async def _listed(url: str, log: Sequence[Recorded]) -> Listed:
    async with connect_async(url) as client:
        seal = LetterSeal(derive(MASTER, b"letters"))
        dead = RedisDeadLetters(RedisMailroom(client), seal=seal)
        asked = _senders(log, await dead.of("inbox", most=MOST))
        answered = _answered(log, await dead.of("outbox", most=MOST))
        return Listed(
            dead=frozenset(asked | answered), in_doubt=frozenset(await _in_doubt(client, log))
        )


def _senders(log: Sequence[Recorded], letters: Iterable[DeadLetter]) -> set[str]:
    customers = {one.key for one in letters}
    met = (one.event for one in log if isinstance(one.event, CustomerMet))
    return {one.address.wa_id or "" for one in met if one.customer_id in customers}


def _answered(log: Sequence[Recorded], letters: Iterable[DeadLetter]) -> set[str]:
    places = {errand(one.body).position for one in letters}
    replies = (one.event for one in log if one.position in places)
    return {one.address.wa_id or "" for one in replies if isinstance(one, ReplyComposed)}


async def _in_doubt(client: Redis, log: Sequence[Recorded]) -> set[str]:
    asked: object = await client.hkeys(STARTED)
    names = {name.decode() for name in cast("list[bytes]", asked)}  # as the client is made
    found = set()
    for stream, reply in _replies(log).items():
        if reply.reply_id in names and await client.exists(f"{OUTBOX}{stream}"):
            found.add(reply.address.wa_id or "")
    return found


def _replies(log: Sequence[Recorded]) -> Mapping[str, ReplyComposed]:
    """The reply of each conversation: everybody wrote once."""
    return {one.stream: one.event for one in log if isinstance(one.event, ReplyComposed)}
