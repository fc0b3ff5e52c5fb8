"""Records histories under fire, and has each of them checked."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from math import inf

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from chaos.linearizability.checker import unexplained
from chaos.linearizability.client import SLOTS, Client
from chaos.linearizability.history import Operation
from chaos.linearizability.trouble import Trouble
from chaos.own_redis import opened, own_redis
from chaos.part import Order, Verdict
from chaos.redis_proxy import RedisProxy

CLIENTS = 8
PATIENCE = 0.25  # seconds; the service's own would make a history of minutes


def run(order: Order) -> Verdict:
    """Let clients claim, release and read slots while Redis is in trouble, again and again."""
    histories, length = (2, 300) if order.short else (50, 2000)
    counts: Counter[str] = Counter()
    breaches: list[str] = []
    for n in range(histories):
        history, troubles = _recorded(length, seed=order.seed * 1000 + n)
        counts["troubles"] += troubles
        counts["operations"] += len(history)
        counts["unknown"] += sum(one.returned == inf for one in history)
        breaches += _breaches(n, history)
        order.tell(f"{n + 1} of {histories} histories, {counts['troubles']} troubles")
    return Verdict(
        size=f"{histories} histories of {length} operations by {CLIENTS} clients on {SLOTS} slots",
        checked=(
            f"{counts['operations']} operations have an order that explains them,"
            f" {counts['unknown']} of them unknown; {counts['troubles']} kills, stops and cuts"
        ),
        breaches=tuple(breaches),
    )


def _breaches(n: int, history: Sequence[Operation]) -> Iterator[str]:
    for slot in range(SLOTS):
        stuck = unexplained([one for one in history if one.slot == slot])
        if stuck is not None:
            yield f"history {n}: no order explains {stuck}"


def _recorded(length: int, *, seed: int) -> tuple[list[Operation], int]:
    with own_redis() as server, RedisProxy(server.url) as proxy:
        trouble = Trouble(server, proxy, seed=seed)
        with _impatient(proxy.url) as client, trouble:
            history = asyncio.run(_work(client, length, seed))
        return history, trouble.made


def _impatient(url: str) -> redis.Redis:
    """As `connect` makes it, but that it gives up sooner."""
    return redis.Redis.from_url(
        url,
        retry=Retry(NoBackoff(), 0),
        socket_timeout=PATIENCE,
        socket_connect_timeout=PATIENCE,
        protocol=2,
    )


async def _work(client: redis.Redis, length: int, seed: int) -> list[Operation]:
    with opened(client) as store:
        clients = [Client(f"c{n}", store, seed=seed) for n in range(CLIENTS)]

        async def work(one: Client) -> None:
            while sum(len(each.history) for each in clients) < length:
                await one.act()

        await asyncio.gather(*(work(one) for one in clients))
    return [done for one in clients for done in one.history]
