"""Following the log: each event's effects are put into mailboxes exactly once."""

from datetime import timedelta

from application.effects import letters
from application.ports import EventStore, Relay

PAGE = 200


class RelayEffects:
    """Moves on through the log, a page at a time, together with what follows from it."""

    def __init__(self, *, store: EventStore, relay: Relay) -> None:
        self._store = store
        self._relay = relay

    async def __call__(self, *, wait: timedelta) -> int:
        """Relay the next page and tell how many events it had; 0 if none came within `wait`.

        Two relays do no harm: the one that comes second does nothing. Raises `Unavailable`.
        """
        seen = await self._relay.position()
        page = await self._store.after(seen, limit=PAGE, wait=wait)
        if not page:
            return 0
        found = [letter for recorded in page for letter in letters(recorded)]
        await self._relay.deliver(found, seen=seen, upto=page[-1].position)
        return len(page)
