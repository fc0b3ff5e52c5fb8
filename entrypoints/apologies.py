"""What is done for the customer whose message parks a mailbox."""

from collections.abc import Mapping

from application.apologise import Apologise
from application.ports import Lease, Queue
from domain.identifiers import CustomerId
from entrypoints.handlers import messages
from entrypoints.handling import Apology


class Apologies:
    """Turns the letter at the head of a mailbox into an apology for it."""

    def __init__(self, apologise: Apologise) -> None:
        self._apologise = apologise

    def by_queue(self) -> Mapping[Queue, Apology]:
        """The queues whose mailboxes are parked by what cannot be handled."""
        return {"inbox": self._inbox}

    async def _inbox(self, lease: Lease) -> None:
        await self._apologise(CustomerId(lease.key), messages.decode(lease.letters[0]))
