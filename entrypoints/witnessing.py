"""The notary at work: it seals the log beside the worker until it is told to stop."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import timedelta

from application.ports import Unavailable
from infrastructure.audit.alarms import ForeignRecords, LogTampered
from infrastructure.audit.notary import Notary
from infrastructure.audit.witness_folder import DamagedRecords
from infrastructure.ending import end

PAUSE = timedelta(seconds=1)

log = logging.getLogger("barbershop.notary")


class Witnessing:
    """Runs a notary in the background; an alarm ends it and leaves everything else at work."""

    def __init__(self, notary: Notary) -> None:
        self._notary = notary
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self, tell: Callable[[str], None]) -> None:
        """Begin to follow the log; an alarm is told, in words."""
        self._stopping.clear()
        self._task = asyncio.create_task(self._follow(tell))

    async def stop(self) -> None:
        """Seal what is not sealed, if the log can be read, and let go of the folder."""
        self._stopping.set()
        if self._task:
            await end(self._task)
        await self._notary.close()

    async def _follow(self, tell: Callable[[str], None]) -> None:
        while not self._stopping.is_set():
            try:
                await self._notary.step(wait=PAUSE)
            except LogTampered as alarm:
                log.critical("the log was tampered with at %d: %s", alarm.position, alarm.reason)
                tell(f"position {alarm.position}: {alarm.reason}")
                return
            except (ForeignRecords, DamagedRecords):
                log.critical("the records of the notary are not its own", exc_info=True)
                tell("the records of the notary are not its own")
                return
            except Unavailable as outage:
                log.warning("the notary waits for %s", outage.service)
                await self._pause()
            except Exception:
                log.exception("the notary failed")
                await self._pause()

    async def _pause(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), PAUSE.total_seconds())
