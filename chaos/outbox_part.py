"""The outbox against WhatsApp's limits and errors as a part of the whole run."""

from chaos.outbox import send_all
from chaos.part import Order, Verdict


def run(order: Order) -> Verdict:
    """Send thousands of replies on a virtual clock, of which one in five goes wrong somehow."""
    found = send_all(messages=1000 if order.short else 10_000, seed=order.seed)
    return Verdict(
        size=f"{found.replies} replies, {sum(found.failures.values())} failures",
        checked=(
            f"{len(found.failures)} kinds of failures, {found.listed} dead letters:"
            " limits and order kept, none lost"
        ),
        breaches=found.breaches,
        doubles=sum("twice" in one for one in found.breaches),
    )
