"""Mailboxes, inbox, relay and dead letters in memory, held to the contract of those in Redis."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import inf
from typing import Literal

from application.ports import DeadLetter, Delivery, Identities, Lease, Letter, Queue, Reason
from infrastructure.mailboxes.mailroom import Settling
from tests.fakes.mailbox import Kept, Mailbox

MOMENT = 1e-6


class InMemoryMailboxes:
    """All four ports over one dictionary, for one event loop."""

    def __init__(
        self,
        identities: Identities,
        *,
        settling: Settling | None = None,
        lease: timedelta = timedelta(seconds=10),
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._identities = identities
        self._settling = settling or Settling()
        self._lease = lease
        self._seconds = seconds
        self._beginning = datetime.now(UTC) - timedelta(seconds=seconds())
        self._boxes: dict[tuple[Queue, str], Mailbox] = {}
        self._dead: dict[tuple[Queue, str], tuple[DeadLetter, Kept]] = {}
        self._customers: dict[str, str] = {}
        self._seen: set[str] = set()
        self._position = 0
        self._given = 0
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
                first = self._first(queue)
                if first and first.due(self._settling) <= now:
                    return self._leased(first)
                if now >= deadline:
                    return None
                await self._wait(min(deadline, self.due(queue)) - now)

    def due(self, queue: Queue) -> float:
        """When the next mailbox may be taken, in seconds; infinity where none ever may."""
        first = self._first(queue)
        return first.due(self._settling) if first else inf

    def _first(self, queue: Queue) -> Mailbox | None:
        first, soonest, earliest = None, inf, inf
        for box in self._boxes.values():
            if box.queue != queue:
                continue
            due, came = box.due(self._settling), box.letters[0].came
            if first is None or due < soonest or (due == soonest and came < earliest):
                first, soonest, earliest = box, due, came
        return first

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
            box.attempts += box.takers
            if handled:
                box.forget_tries()
        return await self._give_back(box)

    async def postpone(
        self,
        lease: Lease,
        *,
        by: timedelta,
        counts: bool = True,
        reason: Reason | None = None,
    ) -> bool:
        box = self._held(lease)
        if box and reason:
            box.wait(reason, self._seconds())
        elif box and counts:
            box.attempts += box.takers
        return await self._give_back(box, until=self._seconds() + by.total_seconds())

    async def bury(self, lease: Lease, *, why: str) -> bool:
        box = self._held(lease)
        if box:
            self._bury(lease, box.letters.pop(0), "buried", why)
            box.forget_tries()
        return await self._give_back(box)

    async def park(self, lease: Lease, *, why: str) -> bool:
        box = self._held(lease)
        if box is None:
            return False
        box.parked_by = self._bury(lease, box.letters[0], "parked", why)
        box.token, box.not_before = None, 0.0
        box.forget_tries()
        return True

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

    async def of(
        self,
        queue: Queue,
        *,
        since: datetime | None = None,
        before: str | None = None,
        most: int = 100,
    ) -> tuple[DeadLetter, ...]:
        found = [
            letter
            for letter in (*self._unread(), *(dead for dead, _ in self._dead.values()))
            if letter.queue == queue
            and (since is None or (letter.died or letter.came) >= since)
            and (before is None or int(letter.id) < int(before))
        ]
        return tuple(sorted(found, key=lambda one: int(one.id), reverse=True)[:most])

    async def counts(self) -> Mapping[Queue, int]:
        every = (*self._unread(), *(dead for dead, _ in self._dead.values()))
        return Counter(letter.queue for letter in every)

    async def find(self, queue: Queue, letter_id: str) -> DeadLetter | None:
        return next((one for one in await self.of(queue) if one.id == letter_id), None)

    async def resend(self, queue: Queue, letter_id: str) -> bool:
        dead, kept = self._dead.pop((queue, letter_id), (None, None))
        if dead is None or kept is None:
            return False
        box = self._boxes.setdefault((queue, dead.key), Mailbox(queue, dead.key))
        if dead.kind == "parked":
            box.parked_by = None
        else:
            (box.back if box.letters else box.letters).append(replace(kept, settle=False))
        if box.token is None:
            box.not_before = self._seconds()
        await self._tell()
        return True

    async def drop(self, queue: Queue, letter_id: str) -> bool:
        if queue == "unrecognised":
            unread = await self.find(queue, letter_id)
            return unread is not None and bool(self._boxes.pop((queue, unread.key), None))
        dead, _ = self._dead.pop((queue, letter_id), (None, None))
        if dead is not None and dead.kind == "parked":
            box = self._boxes[queue, dead.key]
            box.parked_by = None
            del box.letters[0]
            await self._give_back(box)
        return dead is not None

    def _customer(self, identifiers: tuple[str, ...]) -> str:
        known = (self._customers.get(identifier) for identifier in identifiers)
        customer = next(filter(None, known), None) or self._identities.fresh()
        for identifier in identifiers:
            self._customers.setdefault(identifier, customer)
        return customer

    def _push(self, queue: Queue, key: str, body: bytes, *, settle: bool) -> None:
        box = self._boxes.setdefault((queue, key), Mailbox(queue, key))
        last = [letter.came + MOMENT for letter in box.letters[-1:]]
        came = max([self._seconds(), *last])
        box.letters.append(Kept(self._number(), body, settle, came))

    def _leased(self, box: Mailbox) -> Lease:
        box.take(str(self._number()))
        box.not_before = self._seconds() + self._lease.total_seconds()
        return Lease(
            queue=box.queue,
            key=box.key,
            token=box.token or "",
            letters=tuple(letter.body for letter in box.letters),
            deliveries=box.attempts + box.takers,
            outages=box.waited("outage", self._seconds()),
            doubts=box.waited("doubt", self._seconds()),
        )

    def _held(self, lease: Lease) -> Mailbox | None:
        box = self._boxes.get((lease.queue, lease.key))
        return box if box and box.token == lease.token else None

    async def _give_back(self, box: Mailbox | None, *, until: float = 0.0) -> bool:
        if box is None:
            return False
        box.token, box.not_before = None, 0.0 if box.welcome_back() else until
        if not box.letters:
            del self._boxes[box.queue, box.key]
        await self._tell()
        return True

    def _bury(self, lease: Lease, kept: Kept, kind: Literal["buried", "parked"], why: str) -> str:
        letter = DeadLetter(
            id=str(self._number()),
            queue=lease.queue,
            key=lease.key,
            kind=kind,
            body=kept.body,
            why=why,
            attempts=lease.tries,
            came=self._instant(kept.came),
            died=self._instant(self._seconds()),
        )
        self._dead[lease.queue, letter.id] = (letter, kept)
        return letter.id

    def _unread(self) -> Iterator[DeadLetter]:
        for box in self._boxes.values():
            if box.queue == "unrecognised":
                yield DeadLetter(
                    id=str(box.letters[0].number),
                    queue=box.queue,
                    key=box.key,
                    kind="unread",
                    body=box.letters[-1].body,
                    why="nobody reads this queue",
                    attempts=0,
                    came=self._instant(box.letters[-1].came),
                    died=None,
                )

    def _instant(self, seconds: float) -> datetime:
        return self._beginning + timedelta(seconds=seconds)

    def _number(self) -> int:
        self._given += 1
        return self._given

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return
