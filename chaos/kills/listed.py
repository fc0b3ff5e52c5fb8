"""Whom the service itself lists as waiting for a person."""

import asyncio
from collections.abc import Collection, Iterable, Sequence

import msgspec

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

IN_DOUBT = "in doubt"
INBOX, OUTBOX = "{barbershop:0}:mail:inbox:*", "{barbershop:0}:mail:outbox:*"
MOST = 1000


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """Phones whose message, or whose answer, lies with the dead letters.

    In doubt is an answer of which nobody knows whether it was sent; `dead` are all others.
    `waiting` is how many messages and answers the service has still to take.
    """

    dead: frozenset[str]
    in_doubt: frozenset[str]
    waiting: int

    def settles(self, unanswered: Collection[str]) -> bool:
        """Whether nothing waits, and all of these are listed."""
        return not self.waiting and self.dead | self.in_doubt >= set(unanswered)


def listed(url: str) -> Listed:
    """Whom the service in that Redis lists now."""
    log = whole_log(url, MASTER)
    return asyncio.run(_listed(url, log))


async def _listed(url: str, log: Sequence[Recorded]) -> Listed:
    async with connect_async(url) as client:
        letters = RedisDeadLetters(
            RedisMailroom(client), seal=LetterSeal(derive(MASTER, b"letters"))
        )
        asked = _senders(log, await letters.of("inbox", most=MOST))
        answers = await letters.of("outbox", most=MOST)
        doubts = [one for one in answers if one.why == IN_DOUBT]
        others = [one for one in answers if one.why != IN_DOUBT]
        return Listed(
            dead=asked | _answered(log, others),
            in_doubt=_answered(log, doubts),
            waiting=len(await client.keys(INBOX)) + len(await client.keys(OUTBOX)),
        )


def _senders(log: Sequence[Recorded], letters: Iterable[DeadLetter]) -> frozenset[str]:
    customers = {one.key for one in letters}
    met = (one.event for one in log if isinstance(one.event, CustomerMet))
    return frozenset(one.address.wa_id or "" for one in met if one.customer_id in customers)


def _answered(log: Sequence[Recorded], letters: Iterable[DeadLetter]) -> frozenset[str]:
    places = {errand(one.body).position for one in letters}
    replies = (one.event for one in log if one.position in places)
    return frozenset(one.address.wa_id or "" for one in replies if isinstance(one, ReplyComposed))
