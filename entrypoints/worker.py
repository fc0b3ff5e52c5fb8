"""The worker: takes mailboxes and does what their letters ask, until it is told to stop."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import timedelta

from application.ports import Lease, Mailboxes, Queue, Unavailable
from application.relay_effects import RelayEffects
from entrypoints.handling import Apology, Handler, Handling
from entrypoints.heartbeat import Heartbeat
from entrypoints.lasting_trouble import LastingTrouble
from infrastructure.ending import end

WAIT = timedelta(seconds=1)
RENEWAL = timedelta(seconds=3)
DRAIN = 5.0

CONSUMERS: Mapping[Queue, int] = {"inbox": 8, "statuses": 2, "seen": 4, "outbox": 8, "calendar": 4}

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
        apologies: Mapping[Queue, Apology] | None = None,
    ) -> None:
        self._begin = begin
        self._mailboxes = mailboxes
        self._relay_effects = relay_effects
        self._handlers = handlers
        self._heartbeat = heartbeat
        self._handling = Handling(mailboxes, heartbeat=heartbeat, apologies=apologies or {})
        self._stopping = asyncio.Event()
        self._begun = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._pulse: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to work, in the background."""
        self._stopping.clear()
        self._begun.clear()
        self._pulse = asyncio.create_task(self._heartbeat.beat(self._begun))
        self._tasks = [asyncio.create_task(self._start()), asyncio.create_task(self._relay())]
        for queue, handler in self._handlers.items():
            trouble = LastingTrouble(WAIT)
            for _ in range(CONSUMERS[queue]):
                self._tasks.append(asyncio.create_task(self._consume(queue, handler, trouble)))

    async def stop(self) -> None:
        """Finish what is in hand, within 5 seconds; what is not finished is taken over later."""
        self._stopping.set()
        self._begun.set()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=DRAIN)
        await end(*self._tasks, *([self._pulse] if self._pulse else []))
        self._tasks = []

    async def _start(self) -> None:
        trouble = LastingTrouble(WAIT)
        while not self._begun.is_set():
            try:
                await self._begin()
            except Unavailable as outage:
                if trouble.again(repr(outage)):
                    log.warning("the worker waits for %s", outage.service)
                await self._pause(1.0)
            except Exception as error:
                if trouble.again(repr(error)):
                    log.exception("the worker cannot begin")
                await self._pause(1.0)
            else:
                self._begun.set()

    async def _relay(self) -> None:
        trouble = LastingTrouble(WAIT)
        await self._begun.wait()
        while not self._stopping.is_set():
            try:
                await self._relay_effects(wait=WAIT)
            except Unavailable as outage:
                self._heartbeat.relay(outage.service)
                if trouble.again(outage.service):
                    log.warning("the relay waits for %s", outage.service)
                await self._pause(1.0)
            except Exception as error:
                self._heartbeat.relay(f"the end of a {type(error).__name__}")
                if trouble.again(repr(error)):
                    log.exception("the relay failed, and tries again until it does not")
                await self._pause(1.0)
            else:
                self._heartbeat.relay("")
                if trouble.over():
                    log.info("the relay goes on")

    async def _consume(self, queue: Queue, handler: Handler, trouble: LastingTrouble) -> None:
        await self._begun.wait()
        while not self._stopping.is_set():
            try:
                lease = await self._mailboxes.take(queue, wait=WAIT)
                if lease is not None:
                    await self._handle(lease, handler)
            except Unavailable as outage:
                if trouble.again(outage.service):
                    log.warning("%s waits for %s", queue, outage.service)
                await self._pause(0.5)
            except Exception as error:
                if trouble.again(repr(error)):
                    log.exception("a letter of %s failed", queue)
                await self._pause(0.5)
            else:
                if trouble.over():
                    log.info("%s goes on", queue)

    async def _handle(self, lease: Lease, handler: Handler) -> None:
        async with self._renewing(lease):
            kept = await self._handling(lease, handler)
        if not kept:
            log.warning("a lease of %s was lost: what came late was refused", lease.queue)

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

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
