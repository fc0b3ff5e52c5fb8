"""The notary at work: it seals the log beside the worker until it is told to stop."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import timedelta

from application.ports import Unavailable
from entrypoints.lasting_trouble import LastingTrouble
from infrastructure.audit.alarms import ForeignRecords, LogTampered
from infrastructure.audit.notary import Notary
from infrastructure.audit.witness_folder import DamagedRecords
from infrastructure.ending import end

PAUSE = timedelta(seconds=1)

log = logging.getLogger("barbershop.notary")


class Witnessing:
    """Runs a notary in the background; an alarm ends it and leaves everything else at work.

    Any other trouble is logged once, and it tries again.
    """

    def __init__(self, notary: Notary, *, pause: timedelta = PAUSE) -> None:
        self._notary = notary
        self._pause = pause
        self._trouble = LastingTrouble(pause)
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
                await self._notary.step(wait=self._pause)
                if self._trouble.over():
                    log.info("the notary goes on")
            except LogTampered as alarm:
                log.critical("the log was tampered with at %d: %s", alarm.position, alarm.reason)
                tell(f"position {alarm.position}: {alarm.reason}")
                return
            except (ForeignRecords, DamagedRecords):
                log.critical("the records of the notary are not its own", exc_info=True)
                tell("the records of the notary are not its own")
                return
            except Unavailable as outage:
                if self._trouble.again(repr(outage)):
                    log.warning("the notary waits for %s", outage.service)
                await self._wait()
            except Exception as error:
                if self._trouble.again(repr(error)):
                    log.exception("the notary failed, and tries again until it does not")
                await self._wait()

    async def _wait(self) -> None:
        with contextlib.suppress(TimeoutError):
            pause = self._trouble.pause.total_seconds()
            await asyncio.wait_for(self._stopping.wait(), pause)
