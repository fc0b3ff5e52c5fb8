"""The queues: what webhooks bring in, and what is to go out, a mailbox for each key."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal, Protocol

import msgspec

Queue = Literal["inbox", "statuses", "seen", "outbox", "calendar", "unrecognised"]


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a webhook brought, for the mailbox of one customer.

    `once` names it for eight days: a second delivery of that name is dropped. `identifiers` are
    the names of the sender, the surest first; the first that is known decides whose it is.
    `settle` lets messages that follow at once join it before it is taken.
    """

    queue: Queue
    once: str
    identifiers: tuple[str, ...]
    body: bytes
    settle: bool = False


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """Something to put in the mailbox of that key."""

    queue: Queue
    key: str
    body: bytes


Reason = Literal["outage", "doubt", "pause"]


class Wait(msgspec.Struct, frozen=True, kw_only=True):
    """How often the first letter was postponed for a reason, and how long ago the first time."""

    times: int = 0
    lasted: timedelta = timedelta(0)


class Lease(msgspec.Struct, frozen=True, kw_only=True):
    """A mailbox taken for a while: its letters in order, and how often they were taken.

    What it waited for is counted apart: `outages` outside, and `doubts` whether it was sent.
    """

    queue: Queue
    key: str
    token: str
    letters: tuple[bytes, ...]
    deliveries: int
    outages: Wait = Wait()
    doubts: Wait = Wait()

    @property
    def tries(self) -> int:
        """How often it was taken, for whatever it then waited."""
        return self.deliveries + self.outages.times + self.doubts.times


class Inbox(Protocol):
    """Where webhooks leave what they bring."""

    async def accept(self, deliveries: Sequence[Delivery]) -> None:
        """Store all of it durably, or raise `Unavailable`. Twice is as good as once.

        The key of a customer's mailbox is the customer's id.
        """
        ...


class Mailboxes(Protocol):
    """Durable queues: in order and one at a time per key, side by side between keys."""

    async def take(self, queue: Queue, *, wait: timedelta) -> Lease | None:
        """Take a mailbox that has letters, or `None` if none has within `wait`.

        A mailbox that its taker has neither renewed nor given back comes to another.
        """
        ...

    async def renew(self, lease: Lease) -> bool:
        """Keep the lease; `False` if it was lost."""
        ...

    async def done(self, lease: Lease, handled: int) -> bool:
        """Drop the first `handled` letters and give the mailbox back; `False` if it was lost."""
        ...

    async def postpone(
        self,
        lease: Lease,
        *,
        by: timedelta,
        counts: bool = True,
        reason: Reason | None = None,
    ) -> bool:
        """Give the mailbox back untouched, to be taken again after that time.

        Where it does not count, the letters were taken no more often than before; with a reason
        it counts for that instead, in machine time, until the first letter is handled. A pause
        is a person's to end: it ends a run of outages, which begins anew after it.
        """
        ...

    async def bury(self, lease: Lease, *, why: str) -> bool:
        """Put the first letter with the dead letters and give the rest back."""
        ...

    async def park(self, lease: Lease, *, why: str) -> bool:
        """Keep the mailbox from everybody, with all that comes to it.

        Its first letter is listed with the dead letters, and stays where it is until that is
        sent again or dropped.
        """
        ...


class Relay(Protocol):
    """How far the log was followed, moved together with the letters that came of it."""

    async def position(self) -> int:
        """The last position that was followed; 0 at the start."""
        ...

    async def deliver(self, letters: Sequence[Letter], *, seen: int, upto: int) -> bool:
        """Put the letters in their mailboxes and move from `seen` to `upto`, in one write.

        `False`, and nothing done, where another has moved on from `seen`.
        """
        ...
