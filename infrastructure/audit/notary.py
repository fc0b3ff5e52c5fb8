"""The notary: a witness that follows the log beside the service, and never in its way."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from eventsourcing.persistence import InterfaceError, OperationalError, PersistenceError

from application.ports import Clock, Unavailable
from infrastructure.audit.alarm_file import Alarm, AlarmFile
from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.witness import PAGE, Publisher, Witness
from infrastructure.audit.witness_folder import FolderTaken, WitnessFolder

BREATH = timedelta(milliseconds=10)  # for others, while much of the past is to be compared

T = TypeVar("T")

log = logging.getLogger("barbershop.notary")


class Notary:
    """Keeps the records of one folder; a second one of the same folder stands by for the first.

    After `LogTampered` it seals nothing more, and raises the same again: a person has to look. The
    alarm is kept in the folder, and whoever takes over the folder raises it, too.
    """

    def __init__(
        self,
        *,
        folder: Path,
        log: NamedLog,
        key: SigningKey,
        clock: Clock,
        publisher: Publisher,
    ) -> None:
        self._path = folder
        self._log = log
        self._key = key
        self._clock = clock
        self._publisher = publisher
        self._folder: WitnessFolder | None = None
        self._witness: Witness | None = None
        self._alarm: LogTampered | None = None
        self._is_out_of_reach = False
        self._thread: ThreadPoolExecutor | None = None

    async def step(self, *, wait: timedelta) -> int:
        """Witness the next page and tell how many events it had; then wait if there is no other.

        What comes in the meantime is witnessed at once, so that following costs the same however
        often something is recorded. Raises `LogTampered`, `ForeignRecords`, `DamagedRecords`,
        `Unavailable`, and `OSError` where the folder cannot be written.
        """
        seen = await self._in_thread(self._advance)
        if seen < PAGE:
            is_behind = self._witness is not None and self._witness.is_behind
            await asyncio.sleep((min(wait, BREATH) if is_behind else wait).total_seconds())
        return seen

    async def close(self) -> None:
        """Seal what is not sealed and let go of the folder; what fails is left to the next one.

        A log that the last step could not read is not waited for again. A step after it begins
        anew.
        """
        await self._in_thread(self._close)
        if self._thread:
            self._thread.shutdown()
        self._thread = None

    async def _in_thread(self, call: Callable[[], T]) -> T:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="notary")
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    def _advance(self) -> int:
        if self._alarm:
            raise self._alarm
        try:
            with _outages():
                witness = self._begun()
                seen = witness.advance() if witness else 0
        except Unavailable:
            self._is_out_of_reach = True
            raise
        except LogTampered as alarm:
            self._alarm = alarm
            self._keep(alarm)
            raise
        self._is_out_of_reach = False
        return seen

    def _keep(self, alarm: LogTampered) -> None:
        kept = Alarm(
            log=alarm.log, position=alarm.position, reason=alarm.reason, at=self._clock.now()
        )
        try:
            AlarmFile(self._path).keep(kept)
        except OSError:
            log.exception("the alarm could not be written down")

    def _begun(self) -> Witness | None:
        """The witness, or nobody as long as another has the folder."""
        if self._folder is None:
            try:
                self._folder = WitnessFolder(self._path)
            except FolderTaken:
                return None
        if self._witness is None:
            if standing := AlarmFile(self._path).read():
                raise standing.as_error()
            self._witness = Witness(
                log=self._log,
                folder=self._folder,
                key=self._key,
                clock=self._clock,
                publisher=self._publisher,
            )
        return self._witness

    def _close(self) -> None:
        try:
            if self._is_out_of_reach:
                log.warning("the end of the log is left unsealed: it is out of reach")
            elif self._witness and not self._alarm:
                self._advance()
                if not self._witness.is_behind:
                    self._witness.seal()
        except LogTampered:
            log.critical("the end of the log is left unsealed", exc_info=True)
        except (Unavailable, PersistenceError, OSError):
            log.exception("the end of the log is left unsealed")
        finally:
            if self._folder:
                self._folder.close()
            self._folder = self._witness = None
            self._is_out_of_reach = False


@contextmanager
def _outages() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise Unavailable("event store") from error
