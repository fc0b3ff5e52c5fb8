"""The race, and what has to have come of it."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, as_completed
from random import Random

from chaos.own_redis import own_redis, whole_log
from chaos.part import Order, Verdict
from chaos.races.outcome import breaches, outcome
from chaos.races.racer import Wish, race
from tests.persistence.redis_server import RedisServer

PROCESSES = 4
IDENTICAL = 10  # times the same message


def run(order: Order) -> Verdict:
    """Let everybody ask at once, and look who has what."""
    attempts, slots = (600, 20) if order.short else (10_000, 100)
    with own_redis() as server:
        _compete(order, server, _wishes(attempts, slots, order.seed))
        found = outcome(whole_log(server.url))
    with own_redis() as server:
        _compete(order, server, _dealt([(0, 0)] * IDENTICAL))
        same = outcome(whole_log(server.url))
    return Verdict(
        size=f"{attempts} attempts by {PROCESSES} processes over {slots} slots",
        checked=(
            f"{len(found.booked)} booked, {found.overlaps} overlaps, {len(found.refused())} refused"
            f" with a reason and other times; {IDENTICAL} identical requests:"
            f" {len(same.booked)} booked"
        ),
        breaches=(
            *breaches(found, attempts=attempts, slots=slots),
            *(f"identical: {one}" for one in breaches(same, attempts=1, slots=1)),
        ),
    )


def _wishes(attempts: int, slots: int, seed: int) -> list[list[Wish]]:
    """Each process's share: all come by the slots in the same order, and so meet at each."""
    customers = list(range(attempts))
    Random(seed).shuffle(customers)  # noqa: S311 - chance, not a secret
    return _dealt([(one, n * slots // attempts) for n, one in enumerate(customers)])


def _dealt(wishes: list[Wish]) -> list[list[Wish]]:
    return [wishes[n::PROCESSES] for n in range(PROCESSES)]


def _compete(order: Order, server: RedisServer, shares: list[list[Wish]]) -> None:
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=spawning) as processes:
        running = [processes.submit(race, server.url, share) for share in shares]
        for ended, process in enumerate(as_completed(running), start=1):
            process.result()
            order.tell(f"{ended} of {PROCESSES} processes have ended")
