"""Clients that append at the same time: a process each, with a connection of its own."""

import multiprocessing
import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from random import Random

import msgspec

from benchmarks.appender import Append, Appender
from benchmarks.turns import Turns

WARM_UP = 30  # appends before each round
PATIENCE = 60.0  # seconds for all clients to be ready
FASTEST = 25_000  # appends per second of all clients together: so many are made ready


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What one client is asked to do in a round."""

    appender: int
    clients: int
    events: int
    seconds: float


class Clients:
    """Processes that wait for the next round."""

    def __init__(self, lines: Sequence[Connection]) -> None:
        self._lines = lines

    def open(self, appender: int) -> None:
        """Let each connect, one after the other: the first of all makes tables."""
        for line in self._lines:
            line.send(Order(appender=appender, clients=0, events=1, seconds=0))
            line.recv()

    def round(self, order: Order) -> float:
        """Events per second of all clients of the order together."""
        lines = self._lines[: order.clients]
        for line in lines:
            line.send(order)
        return sum(float(line.recv()) for line in lines)


@contextmanager
def clients(appenders: Sequence[Appender], counts: Sequence[int]) -> Iterator[Clients]:
    """As many clients as the largest of those counts, for rounds of any of them."""
    context = multiprocessing.get_context("spawn")
    barriers = {count: context.Barrier(count) for count in counts}
    lines, processes = [], []
    for _ in range(max(counts)):
        here, there = context.Pipe()
        processes.append(context.Process(target=_work, args=(there, appenders, barriers)))
        processes[-1].daemon = True
        processes[-1].start()
        there.close()  # so that a client that fails is heard of, instead of waited for
        lines.append(here)
    try:
        yield Clients(lines)
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _work(
    orders: Connection, appenders: Sequence[Appender], barriers: Mapping[int, Barrier]
) -> None:
    opened: dict[int, Append] = {}
    while True:
        order = orders.recv()
        append = opened.get(order.appender)
        if append is None:
            append = opened[order.appender] = appenders[order.appender].open()
        orders.send(_rate(append, order, barriers[order.clients]) if order.clients else 0.0)


def _rate(append: Append, order: Order, start: Barrier) -> float:
    """Events per second of this client, which all others start together with."""
    # Names that no other client gives, and no earlier round.
    turns = Turns(order.events, Random(secrets.randbits(64)))  # noqa: S311 - they are no secrets
    for turn in turns.take(WARM_UP):
        append(turn)
    ready = turns.take(int(order.seconds * FASTEST / order.clients) + 1)
    start.wait(PATIENCE)
    began = time.perf_counter()
    deadline, done = began + order.seconds, 0
    for turn in ready:
        append(turn)
        done += 1
        if time.perf_counter() > deadline:
            break
    return done * order.events / (time.perf_counter() - began)
