"""Mailboxes, inbox and relay in memory, held to the contract of those in Redis."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from application.ports import Delivery, Identities, Lease, Letter, Queue
from infrastructure.mailboxes.mailroom import Settling


@dataclass
class Kept:
    """A letter as it lies in a mailbox."""

    body: bytes
    settle: bool
    came: float


@dataclass
class Mailbox:
    """The letters of one key, and who has them."""

    queue: Queue
    key: str
    letters: list[Kept] = field(default_factory=list)
    not_before: float = 0.0  # leased or postponed until then
    token: str | None = None
    taken: int = 0

    def due(self, settling: Settling) -> float:
        """When it is to be taken; in the past if now."""
        if self.not_before:
            return self.not_before
        if any(not letter.settle for letter in self.letters):
            return 0.0
        first, last = self.letters[0].came, self.letters[-1].came
        quiet, longest = settling.quiet.total_seconds(), settling.longest.total_seconds()
        return min(first + longest, last + quiet)


class InMemoryMailboxes:
    """All three ports over one dictionary, for one event loop."""

    def __init__(
        self,
        identities: Identities,
        *,
        settling: Settling | None = None,
        lease: timedelta = timedelta(seconds=10),
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self.dead: list[tuple[Queue, str, bytes, str]] = []
        self._identities = identities
        self._settling = settling or Settling()
        self._lease = lease
        self._seconds = seconds
        self._boxes: dict[tuple[Queue, str], Mailbox] = {}
        self._customers: dict[str, str] = {}
        self._seen: set[str] = set()
        self._position = 0
        self._tokens = 0
        self._news = asyncio.Condition()

    async def accept(self, deliveries: Sequence[Delivery]) -> None:
        for delivery in deliveries:
            if delivery.once not in self._seen:
                self._seen.add(delivery.once)
                customer = self._customer(delivery.identifiers)
                self._push(delivery.queue, customer, delivery.body, settle=delivery.settle)
        await self._tell()

    async def take(self, queue: Queue, *, wait: timedelta) -> Lease | None:
        deadline = self._seconds() + wait.total_seconds()
        async with self._news:
            while True:
                now = self._seconds()
                boxes = [box for box in self._boxes.values() if box.queue == queue]
                boxes.sort(key=lambda box: (box.due(self._settling), box.letters[0].came))
                if boxes and boxes[0].due(self._settling) <= now:
                    return self._leased(boxes[0])
                if now >= deadline:
                    return None
                due = [box.due(self._settling) for box in boxes[:1]]
                await self._wait(min([deadline, *due]) - now)

    async def renew(self, lease: Lease) -> bool:
        box = self._held(lease)
        if box:
            box.not_before = self._seconds() + self._lease.total_seconds()
        return box is not None

    async def done(self, lease: Lease, handled: int) -> bool:
        if not 0 <= handled <= len(lease.letters):
            raise ValueError("more is handled than was taken")
        box = self._held(lease)
        if box:
            del box.letters[:handled]
            box.taken = 0 if handled else box.taken
        return await self._give_back(box, until=0.0)

    async def postpone(self, lease: Lease, *, by: timedelta) -> bool:
        return await self._give_back(self._held(lease), until=self._seconds() + by.total_seconds())

    async def bury(self, lease: Lease, *, why: str) -> bool:
        box = self._held(lease)
        if box:
            self.dead.append((box.queue, box.key, box.letters.pop(0).body, why))
            box.taken = 0
        return await self._give_back(box, until=0.0)

    async def position(self) -> int:
        return self._position

    async def deliver(self, letters: Sequence[Letter], *, seen: int, upto: int) -> bool:
        if upto < seen:
            raise ValueError("the relay only goes on")
        if self._position != seen:
            return False
        self._position = upto
        for letter in letters:
            self._push(letter.queue, letter.key, letter.body, settle=False)
        await self._tell()
        return True

    def _customer(self, identifiers: tuple[str, ...]) -> str:
        known = (self._customers.get(identifier) for identifier in identifiers)
        customer = next(filter(None, known), None) or self._identities.fresh()
        for identifier in identifiers:
            self._customers.setdefault(identifier, customer)
        return customer

    def _push(self, queue: Queue, key: str, body: bytes, *, settle: bool) -> None:
        box = self._boxes.setdefault((queue, key), Mailbox(queue, key))
        box.letters.append(Kept(body, settle, self._seconds()))

    def _leased(self, box: Mailbox) -> Lease:
        self._tokens += 1
        box.token = str(self._tokens)
        box.taken += 1
        box.not_before = self._seconds() + self._lease.total_seconds()
        return Lease(
            queue=box.queue,
            key=box.key,
            token=box.token,
            letters=tuple(letter.body for letter in box.letters),
            deliveries=box.taken,
        )

    def _held(self, lease: Lease) -> Mailbox | None:
        box = self._boxes.get((lease.queue, lease.key))
        return box if box and box.token == lease.token else None

    async def _give_back(self, box: Mailbox | None, *, until: float) -> bool:
        if box is None:
            return False
        box.token, box.not_before = None, until
        if not box.letters:
            del self._boxes[box.queue, box.key]
        await self._tell()
        return True

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return
