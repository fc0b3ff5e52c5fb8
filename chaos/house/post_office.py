"""The mailboxes in memory, on virtual time, with one letter to a lease."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import msgspec

from application.ports import Delivery, Identities, Lease, Queue
from chaos.house.identities import begin
from infrastructure.mailboxes.mailroom import Settling
from tests.fakes.mailboxes import InMemoryMailboxes

AT_ONCE = Settling(quiet=timedelta(0), longest=timedelta(0))


class PostOffice(InMemoryMailboxes):
    """Names what is given away by the letter, or the sender, that it is given for.

    A lease has one letter: how many come together is a matter of time, and would change what is
    answered.
    """

    def __init__(self, identities: Identities, seconds: Callable[[], float]) -> None:
        super().__init__(identities, settling=AT_ONCE, seconds=seconds)

    @property
    def empty(self) -> bool:
        """Whether no letter lies anywhere but with the dead ones."""
        return not self._boxes

    @property
    def given_up(self) -> int:
        """How many letters lie with the dead ones."""
        return len(self._dead)

    async def accept(self, deliveries: Sequence[Delivery]) -> None:
        """As the port says."""
        for one in deliveries:
            begin(f"customer {one.identifiers[0]}")
            await super().accept([one])

    async def take(self, queue: Queue, *, wait: timedelta) -> Lease | None:
        """As the port says."""
        lease = await super().take(queue, wait=wait)
        if lease is None:
            return None
        begin(f"{queue} {lease.letters[0].hex()}")
        return msgspec.structs.replace(lease, letters=lease.letters[:1])
