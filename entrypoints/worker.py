"""The worker: takes mailboxes and does what their letters ask, until it is told to stop."""

import asyncio
import contextlib
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import timedelta

from application.ports import (
    CalendarRefused,
    Lease,
    Mailboxes,
    NewerEvent,
    Queue,
    SendRefused,
    Unavailable,
)
from application.relay_effects import RelayEffects
from entrypoints.heartbeat import Heartbeat
from infrastructure.ending import end

WAIT = timedelta(seconds=1)
RENEWAL = timedelta(seconds=3)
SHORTEST_PAUSE, LONGEST_PAUSE = 0.25, 300.0
FAULTS = 5
OUTAGES = 60
DRAIN = 8.0

CONSUMERS: Mapping[Queue, int] = {"inbox": 8, "statuses": 2, "seen": 4, "outbox": 8, "calendar": 4}
UPSTREAMS: Mapping[Queue, str] = {"outbox": "whatsapp", "calendar": "google"}

Handler = Callable[[Lease], Awaitable[int]]

log = logging.getLogger("barbershop.worker")


class Worker:
    """Runs the relay and, for each queue, as many consumers as it takes.

    Nothing is taken before `begin` is done; while that is `Unavailable` it is tried again.
    """

    def __init__(
        self,
        *,
        begin: Callable[[], Awaitable[None]],
        mailboxes: Mailboxes,
        relay_effects: RelayEffects,
        handlers: Mapping[Queue, Handler],
        heartbeat: Heartbeat,
    ) -> None:
        self._begin = begin
        self._mailboxes = mailboxes
        self._relay_effects = relay_effects
        self._handlers = handlers
        self._heartbeat = heartbeat
        self._stopping = asyncio.Event()
        self._begun = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._pulse: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to work, in the background."""
        self._stopping.clear()
        self._begun.clear()
        self._pulse = asyncio.create_task(self._heartbeat.beat())
        self._tasks = [asyncio.create_task(self._start()), asyncio.create_task(self._relay())]
        for queue, handler in self._handlers.items():
            for _ in range(CONSUMERS[queue]):
                self._tasks.append(asyncio.create_task(self._consume(queue, handler)))

    async def stop(self) -> None:
        """Finish what is in hand, within 8 seconds; what is not finished is taken over later."""
        self._stopping.set()
        self._begun.set()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=DRAIN)
        await end(*self._tasks, *([self._pulse] if self._pulse else []))
        self._tasks = []

    async def _start(self) -> None:
        while not self._begun.is_set():
            try:
                await self._begin()
            except Unavailable as outage:
                log.warning("the worker waits for %s", outage.service)
                await self._pause(1.0)
            else:
                self._begun.set()

    async def _relay(self) -> None:
        await self._begun.wait()
        while not self._stopping.is_set():
            try:
                await self._relay_effects(wait=WAIT)
            except Unavailable as outage:
                log.warning("the relay waits for %s", outage.service)
                await self._pause(1.0)
            except Exception:
                log.exception("the relay failed")
                await self._pause(1.0)

    async def _consume(self, queue: Queue, handler: Handler) -> None:
        await self._begun.wait()
        while not self._stopping.is_set():
            try:
                lease = await self._mailboxes.take(queue, wait=WAIT)
                if lease is not None:
                    await self._handle(lease, handler)
            except Unavailable as outage:
                log.warning("%s waits for %s", queue, outage.service)
                await self._pause(0.5)
            except Exception:
                log.exception("a letter of %s failed", queue)
                await self._pause(0.5)

    async def _handle(self, lease: Lease, handler: Handler) -> None:
        """Do what the letters ask, and give the mailbox back in whichever way that went."""
        async with self._renewing(lease):
            try:
                handled = await handler(lease)
            except Unavailable as outage:
                self._note(lease.queue, up=False)
                await self._postpone(lease, outage)
                return
            except (SendRefused, CalendarRefused) as refused:
                self._note(lease.queue, up=True)
                if lease.queue == "seen":
                    await self._mailboxes.done(lease, len(lease.letters))
                    return
                log.exception("%s was refused: the letter lies with the dead ones", lease.queue)
                await self._mailboxes.bury(lease, why=f"refused:{refused}")
                return
            except Exception:
                log.exception("a letter of %s could not be handled", lease.queue)
                await self._after_fault(lease)
                return
        self._note(lease.queue, up=True)
        await self._mailboxes.done(lease, handled)

    async def _postpone(self, lease: Lease, outage: Unavailable) -> None:
        if lease.queue == "seen":
            await self._mailboxes.done(lease, len(lease.letters))
        elif _in_vain(lease, outage):
            await self._mailboxes.bury(lease, why=f"unavailable:{outage.service}")
        else:
            pause = outage.retry_after or _backoff(lease.deliveries)
            await self._mailboxes.postpone(lease, by=pause)

    async def _after_fault(self, lease: Lease) -> None:
        if lease.deliveries >= FAULTS:
            await self._mailboxes.bury(lease, why="fault")
        else:
            await self._mailboxes.postpone(lease, by=_backoff(lease.deliveries))

    @contextlib.asynccontextmanager
    async def _renewing(self, lease: Lease) -> AsyncIterator[None]:
        renewal = asyncio.create_task(self._renew(lease))
        try:
            yield
        finally:
            await end(renewal)

    async def _renew(self, lease: Lease) -> None:
        while True:
            await asyncio.sleep(RENEWAL.total_seconds())
            try:
                if not await self._mailboxes.renew(lease):
                    return
            except Unavailable:
                log.warning("a lease of %s could not be renewed", lease.queue)

    def _note(self, queue: Queue, *, up: bool) -> None:
        if queue in UPSTREAMS:
            self._heartbeat.note(UPSTREAMS[queue], up=up)

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)


def _in_vain(lease: Lease, outage: Unavailable) -> bool:
    """Whether it was tried for hours; an update that is due is waited for as long as it takes."""
    tried = lease.queue in UPSTREAMS and lease.deliveries > OUTAGES
    return tried and not isinstance(outage, NewerEvent)


def _backoff(deliveries: int) -> timedelta:
    """Longer each time, up to five minutes, with jitter so that many do not come at once."""
    longest = min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** min(deliveries, 16))
    return timedelta(seconds=random.uniform(longest / 2, longest))  # noqa: S311 - not a secret
