"""The kills of redis-server as a part of the whole run."""

from chaos.part import Order, Verdict
from chaos.redis_kills import Outcome, kill_redis


def run(order: Order) -> Verdict:
    """Kill Redis while eight clients append to it, and look what it lost."""

    def show(so_far: Outcome) -> None:
        if so_far.kills % 10 == 0:
            order.tell(f"{so_far.kills} kills, {so_far.acknowledged} appends")

    found = kill_redis(kills=3 if order.short else 100, seed=order.seed, progress=show)
    return Verdict(
        size=f"{found.kills} SIGKILLs of redis-server, 8 clients",
        checked=f"{found.acknowledged} acknowledged appends stand whole, {found.unknown} unknown",
        breaches=found.breaches,
    )
