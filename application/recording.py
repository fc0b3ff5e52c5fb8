"""Recording what came of an effect, beside whatever else happens in its stream."""

from collections.abc import Awaitable, Callable

from application.ledger import Ledger
from application.ports import Clock, Conflict, EventStore, Stamp, Unavailable

ATTEMPTS = 20


class Recording:
    """Decides on a fresh ledger until the append finds its streams as they were read."""

    def __init__(self, *, store: EventStore, clock: Clock, actor: str) -> None:
        self._store = store
        self._clock = clock
        self._actor = actor

    async def __call__(
        self,
        decide: Callable[[Ledger], Awaitable[None]],
        *,
        cause: str,
        correlation: str,
        policy: str = "",
    ) -> None:
        """Decide and append. Raises `Unavailable`, also where others are always quicker."""
        for _ in range(ATTEMPTS):
            ledger = Ledger(self._store)
            await decide(ledger)
            stamp = Stamp(
                at=self._clock.now(),
                actor=self._actor,
                cause=cause,
                correlation=correlation,
                policy=policy,
            )
            try:
                await ledger.commit(stamp)
            except Conflict:
                continue
            return
        raise Unavailable("log")
