"""One of the processes: it answers its share of the customers, as a worker would."""

import asyncio
from collections.abc import Iterator, Sequence

from application.answer_messages import AnswerMessages
from application.fallback_interpreter import RuleInterpreter
from application.ports import Unavailable
from chaos.own_redis import opened
from chaos.races.wishes import NOW, SHOP, customer, request, slot
from infrastructure.identities import RandomIdentities
from infrastructure.redis.clients import connect
from tests.fakes.clock import StandingClock

AT_ONCE = 4

Wish = tuple[int, int]  # which customer wants which slot


def race(url: str, wishes: Sequence[Wish]) -> None:
    """Answer all of these customers, in this order, four at a time."""
    asyncio.run(_race(url, wishes))


async def _race(url: str, wishes: Sequence[Wish]) -> None:
    with connect(url) as client, opened(client) as store:
        answer = AnswerMessages(
            store=store,
            interpreter=RuleInterpreter(),
            clock=StandingClock(NOW),
            identities=RandomIdentities(),
            shops={SHOP.phone_number_id: SHOP},
        )
        waiting = iter(wishes)
        await asyncio.gather(*(_serve(answer, waiting) for _ in range(AT_ONCE)))


async def _serve(answer: AnswerMessages, waiting: Iterator[Wish]) -> None:
    for number, wanted in waiting:
        answered = False
        while not answered:
            answered = await _answered(answer, number, wanted)


async def _answered(answer: AnswerMessages, number: int, wanted: int) -> bool:
    """Whether it went through; where others were always quicker a worker tries again."""
    try:
        await answer(customer(number), [request(number, slot(wanted))])
    except Unavailable:
        return False
    return True
