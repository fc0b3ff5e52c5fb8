"""Loses the reply of each call that changes something, and looks whether anything came of it."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from typing import cast

from chaos.lost_replies.loss import Call, Mutations, writing
from chaos.lost_replies.scene import NeverEnds, Scene
from chaos.lost_replies.scripts import ELSEWHERE, names
from chaos.own_redis import own_folder, own_redis
from chaos.part import Order, Verdict
from chaos.redis_proxy import RedisProxy
from entrypoints.settings import Settings
from infrastructure.redis.clients import connect
from tests.persistence.redis_server import RedisServer
from tests.service.parts import settings_of

LANES = 8  # days that are played side by side, each in a database of its own


class Laboratory:
    """Plays the day again and again, each time with another loss."""

    def __init__(self, server: RedisServer, settings: Settings) -> None:
        self._server = server
        self._settings = settings
        with connect(server.url) as client:
            told = cast("dict[str, dict[str, object]]", client.command())
        self._writes = writing(told)
        self._free = asyncio.Queue[int]()
        for lane in range(LANES):
            self._free.put_nowait(lane)

    async def play(self, lost: Call | None = None) -> tuple[Mutations, Counter[str]]:
        """What was called, and what came of it."""
        lane = await self._free.get()
        watch = Mutations(self._writes, lost)
        url = f"{self._server.url}/{lane}"
        try:
            with connect(url) as behind, RedisProxy(url) as proxy:
                behind.flushdb()
                proxy.ask(watch)
                return watch, await Scene(self._settings, proxy.url, behind).play()
        finally:
            self._free.put_nowait(lane)


def run(order: Order) -> Verdict:
    """Lose each reply once; in the short form, the first of each kind."""
    with own_folder() as folder, own_redis(tcp=True) as server:
        settings = settings_of(folder)
        return asyncio.run(_run(order, Laboratory(server, settings)))


async def _run(order: Order, laboratory: Laboratory) -> Verdict:
    await laboratory.play()  # from now on the server knows the scripts by their hash
    clean, expected = await laboratory.play()
    losses = [
        (name, n)
        for name, count in sorted(clean.calls.items())
        for n in range(1 if order.short else count)
    ]
    breaches: list[str] = []
    lost: Counter[str] = Counter()

    async def lose(call: Call) -> None:
        try:
            watch, facts = await laboratory.play(call)
        except NeverEnds as stuck:
            breaches.append(f"{call[0]}, {call[1]}: {stuck}")
            order.tell(breaches[-1])
            return
        lost[call[0]] += watch.done
        breaches.extend(_differences(call, facts, expected))
        order.tell(f"{lost.total()} of {len(losses)} replies lost")

    async with asyncio.TaskGroup() as group:
        for one in losses:
            group.create_task(lose(one))
    breaches += [f"no reply to {name} was lost" for name in clean.calls if not lost[name]]
    forgotten = set(names().values()) - clean.calls.keys() - ELSEWHERE.keys()
    breaches += [f"{name} is never called here, and nobody says why" for name in forgotten]
    return Verdict(
        size=f"{lost.total()} replies lost, of {len(clean.calls)} kinds of calls",
        checked=f"the same {expected.total()} effects each time",
        breaches=tuple(breaches),
        doubles=sum("sent to" in one for one in breaches),
    )


def _differences(call: Call, facts: Counter[str], expected: Counter[str]) -> Iterator[str]:
    name, n = call
    for fact in sorted(facts.keys() | expected.keys()):
        if facts[fact] != expected[fact]:
            yield f"{name}, {n}: {facts[fact]} times {fact}, not {expected[fact]}"
