"""Every documented error of Google's at every call, once, three times and for ever.

`freeBusy` is not among the calls: the service makes none, it takes busy times from `events.list`.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from itertools import cycle, product

from chaos.google_errors.back_office import BackOffice
from chaos.google_errors.emulated_google import EmulatedGoogle, emulated_google
from chaos.google_errors.errands import ERRANDS
from chaos.google_errors.followed_calendar import FollowedCalendar
from chaos.google_errors.reading import READS, Reading, read
from chaos.google_errors.rows import MOMENTS, ROWS, TIMES, Row
from chaos.google_errors.trial import Trial, tried
from chaos.part import Order, Verdict
from chaos.races.wishes import NOW
from chaos.virtual_clock import VirtualClock
from infrastructure.google.calendar import GoogleCalendar
from infrastructure.google.connection import GoogleConnection, token_credentials
from infrastructure.google.token_bucket import TokenBucket
from infrastructure.redis.clients import connect_async

Attempt = Trial | Reading
CHANGES = ("watch", "stop")  # the calls among those that read that have an effect
SAT_THROUGH = Row(status=503, reason="backendError", passes=True)  # all tries of twelve hours


def run(order: Order) -> Verdict:
    """Make all attempts, one after the other; in the short form every row and call has its share."""
    attempts = _short(order.seed) if order.short else _every()
    outcomes: Counter[str] = Counter()
    random.seed(order.seed)  # the worker takes the length of its pauses from there
    with emulated_google() as google:
        breaches = asyncio.run(_made(attempts, google, order, outcomes))
    counted = ", ".join(f"{count} {what}" for what, count in sorted(outcomes.items()))
    return Verdict(
        size=f"{len(attempts)} failures of {len(ERRANDS) + len(READS)} calls",
        checked=f"{counted}: no orphan, none twice, and all well once mended",
        breaches=tuple(breaches),
    )


def _every() -> list[Attempt]:
    writes = product(ERRANDS, ROWS, TIMES, MOMENTS)
    reads = product(READS, ROWS, TIMES, MOMENTS)
    return [
        *(Trial(errand=one, row=row, times=n, moment=when) for one, row, n, when in writes),
        *(
            Reading(call=one, row=row, times=n, moment=when)
            for one, row, n, when in reads
            if when == "before" or one in CHANGES
        ),
    ]


def _short(seed: int) -> list[Attempt]:
    """Each row once, at times and moments that chance picks, and no call left out."""
    chance = random.Random(seed)  # noqa: S311 - chance
    every = _every()
    chance.shuffle(every)
    by_call: dict[str, list[Attempt]] = {}
    for one in every:
        by_call.setdefault(_call(one), []).append(one)
    chosen: list[Attempt] = []
    for row, call in zip(ROWS, cycle(sorted(by_call)), strict=False):
        chosen.append(next(one for one in by_call[call] if one.row == row))
    return chosen


def _call(attempt: Attempt) -> str:
    return attempt.errand.name if isinstance(attempt, Trial) else attempt.call


async def _made(
    attempts: list[Attempt], google: EmulatedGoogle, order: Order, outcomes: Counter[str]
) -> list[str]:
    breaches: list[str] = []
    clock = VirtualClock(NOW)
    connection = _connection(google, lambda: clock.seconds)
    async with connect_async(google.redis_url) as client:
        for number, attempt in enumerate(attempts, start=1):
            if isinstance(attempt, Reading):
                calendar = FollowedCalendar(connection, client, clock)
                judged = await read(attempt, calendar, google)
            else:
                leaps = order.short or attempt.row != SAT_THROUGH
                office = BackOffice(GoogleCalendar(connection), clock, leaps=leaps)
                judged = await tried(attempt, office, google)
            outcomes[judged.outcome] += 1
            breaches += judged.breaches
            if number % 100 == 0:
                order.tell(f"{number} of {len(attempts)}")
    await connection.close()
    return breaches


def _connection(google: EmulatedGoogle, seconds: Callable[[], float]) -> GoogleConnection:
    """It never waits for the quota, which virtual time alone would end."""
    return GoogleConnection(
        token_credentials("sandbox"),
        api_url=google.url,
        quota=TokenBucket(clock=seconds),
        patience=timedelta(0),
    )
