"""Plays waves of customers twice, in fair weather and in rough, and compares the ends."""

import asyncio
from collections import Counter

from chaos.deliveries.end import differences, end
from chaos.deliveries.traffic import Disorder
from chaos.deliveries.wave import Wave, Weather
from chaos.own_redis import own_folder
from chaos.part import Order, Verdict
from entrypoints.settings import Settings
from tests.service.parts import settings_of

FAIR = Weather()
ROUGH = Weather(disorder=Disorder(twice=0.2, late=0.1), crashes=0.002)


def run(order: Order) -> Verdict:
    """Deliver until there were enough, whatever crashes."""
    wanted = 2_000 if order.short else 100_000
    counts: Counter[str] = Counter()
    breaches: list[str] = []
    with own_folder() as folder:
        settings = settings_of(folder)
        while counts["delivered"] < wanted:
            seed = f"{order.seed}.{counts['waves']}"
            breaches += asyncio.run(_compared(settings, seed, counts))
            order.tell(f"{counts['delivered']} of {wanted}, {counts['crashes']} crashes")
    return Verdict(
        size=f"{counts['delivered']} deliveries, 20 % twice, 10 % late",
        checked=(
            f"{counts['crashes']} crashes: each of {counts['waves']} waves ends the same;"
            f" {counts['in doubt']} replies were listed as in doubt and sent again"
        ),
        breaches=(*breaches, *_doubles(order, counts)),
        doubles=counts["doubles"],
    )


async def _compared(settings: Settings, seed: str, counts: Counter[str]) -> list[str]:
    fair = Wave(settings, seed=seed, weather=FAIR)
    await fair.play()
    rough = Wave(settings, seed=seed, weather=ROUGH)
    await rough.play()
    counts["waves"] += 1
    counts["delivered"] += rough.traffic.delivered
    counts["crashes"] += rough.house.hazard.crashes
    counts["in doubt"] += rough.in_doubt
    counts["doubles"] += rough.sent.total() - len(rough.sent)
    found = differences(end(fair.house), end(rough.house))
    return [f"wave {seed}: {one}" for one in found]


def _doubles(order: Order, counts: Counter[str]) -> list[str]:
    doubles = counts["doubles"]
    return [f"{doubles} replies were sent twice"] if order.once and doubles else []
