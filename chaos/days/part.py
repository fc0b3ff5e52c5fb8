"""Lives through day after day, each of a seed of its own."""

import asyncio
from collections import Counter

from chaos.days.day import Day
from chaos.own_redis import own_folder
from chaos.part import Order, Verdict
from tests.service.parts import settings_of


def run(order: Order) -> Verdict:
    """Live through the days; a broken one names its seed, which replays it exactly."""
    days = 10 if order.short else 1000
    counts: Counter[str] = Counter()
    breaches: list[str] = []
    with own_folder() as folder:
        settings = settings_of(folder)
        for n in range(days):
            seed = f"{order.seed}.{n}"
            day = Day(settings, seed=seed)
            breaches += [f"day {seed}, {one}" for one in asyncio.run(day.broken())]
            counts["messages"] += len(day.rules.received)
            counts["booked"] += len(day.rules.appointments)
            counts["crashes"] += day.house.hazard.crashes
            counts["given up"] += day.house.post_office.given_up
            if (n + 1) % 10 == 0:
                order.tell(f"{n + 1} of {days} days, {counts['booked']} bookings")
    return Verdict(
        size=f"{days} days, {counts['messages']} messages, {counts['crashes']} crashes",
        checked=(
            f"{counts['booked']} bookings: no overlap, diaries and log agree;"
            f" {counts['given up']} letters wait for staff"
        ),
        breaches=tuple(breaches),
        doubles=sum("was sent" in one for one in breaches),
    )
