"""Copies all of a partition into one file, while the shop goes on working.

The log is copied as far as it goes; then the rest is read as `infrastructure.history.held` says,
around one moment, up to which the log is copied on. The moment's keys are written last. So the
file holds the shop as it stood at that moment: whatever was not sent or entered by then is in a
mailbox of the file or ahead of its relay, and is dealt with after a restore. What was taken from a
mailbox but not given back yet is dealt with once more, as after the death of a worker.
"""

from collections.abc import Iterable
from datetime import UTC
from pathlib import Path

import redis

from application.ports import Clock
from infrastructure.audit.leaf import leaf_hash
from infrastructure.event_store.key_vault import KeyVault
from infrastructure.history.backup_lines import (
    FORMAT,
    BackupLine,
    EventLine,
    Header,
    LogLine,
    Trailer,
)
from infrastructure.history.copied import Copied, copied
from infrastructure.history.held import Held
from infrastructure.history.log_lines import LogLines, PositionLost
from infrastructure.history.master_key import require_master_key
from infrastructure.history.partial_file import FileRefused, PartialFile, require_regular
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.progress import Progress, silent
from infrastructure.redis.clients import outages_as_unavailable

TOLD = 1000  # lines between two words about the progress


class BackupExists(FileRefused):
    """There is such a file."""


class PartOfAnother(FileRefused):
    """What an interrupted backup left there is of another log, or of another master key."""


class RestoreUnderWay(Exception):
    """The partition holds half a backup: its restore was interrupted."""


class Backup:
    """Writes one file. Raises what Redis, the log and the file raise; then it may be tried again."""

    def __init__(
        self,
        client: redis.Redis,
        *,
        clock: Clock,
        master_key_id: str,
        vault: KeyVault | None = None,
        keys: PartitionKeys | None = None,
        progress: Progress = silent,
    ) -> None:
        self._client = client
        self._vault = vault
        self._keys = keys or PartitionKeys()
        self._log = LogLines(client, self._keys.partition)
        self._clock = clock
        self._master_key_id = master_key_id
        self._progress = progress

    def __call__(self, path: Path, *, force: bool = False) -> Copied:
        """Write the file, whole or not at all; what an interrupted try left is gone on with.

        Raises `BackupExists`, `PartOfAnother` (`force` writes over either), `NotAFile` and
        `RestoreUnderWay`; and `KeyUnreadable` where the vault's master key is not that of the keys
        in Redis, without which nobody could restore the file.
        """
        require_regular(path)
        if path.exists() and not force:
            raise BackupExists(path)
        with outages_as_unavailable():
            if self._client.exists(self._keys("restoring")):
                raise RestoreUnderWay
        if self._vault:
            require_master_key(self._client, self._keys, self._vault)
        with PartialFile(path) as file:
            if self._is_of_another(file):
                if not force:
                    raise PartOfAnother(file.part)
                file.empty()
            return self._write(file, path)

    def _write(self, file: PartialFile, path: Path) -> Copied:
        resumed_at = file.position
        if file.header is None:
            file.add(self._header())
        self._copy_log(file, self._log.head())
        with Held(self._client, self._keys) as held:
            self._copy(file, held.before(), "Copying what is beside them")
            moment = held.moment()
            self._copy_log(file, moment.line.last_position)
            self._copy(file, held.after(moment), "Copying the rest")
        self._copy(file, (moment.line, *moment.held), "Copying the rest")
        trailer = _trailer(file)
        file.add(trailer)
        file.finish()
        return copied(trailer, path, resumed_at)

    def _copy(self, file: PartialFile, lines: Iterable[BackupLine], what: str) -> None:
        for number, line in enumerate(lines, start=1):
            file.add(line)
            self._progress(what, number, None)

    def _copy_log(self, file: PartialFile, upto: int) -> None:
        for number, line in enumerate(self._log.between(file.position, upto)):
            file.add(line)
            if number % TOLD == 0:
                self._progress("Copying events", file.position, upto)

    def _header(self) -> Header:
        return Header(
            format=FORMAT,
            partition=self._keys.tag.strip("{}"),
            created_at=self._clock.now().astimezone(UTC).isoformat(timespec="seconds"),
            last_position=self._log.head(),
            master_key_id=self._master_key_id,
        )

    def _is_of_another(self, file: PartialFile) -> bool:
        header = file.header
        if header is None:
            return file.is_foreign
        is_alike = (header.format, header.partition, header.master_key_id) == (
            FORMAT,
            self._keys.tag.strip("{}"),
            self._master_key_id,
        )
        return not (is_alike and (file.last is None or self._stands(file.last)))

    def _stands(self, line: LogLine) -> bool:
        """Whether the log still has that line, or what is kept of an event that was removed since."""
        first = line.position if isinstance(line, EventLine) else line.first
        try:
            found = next(self._log.between(first - 1, first), None)
        except PositionLost:
            return False
        if found is None or (isinstance(line, EventLine) and isinstance(found, EventLine)):
            return found == line
        return _leaf(found) == _leaf(line)


def _leaf(line: LogLine) -> bytes:
    """The leaf of the line's first event."""
    if not isinstance(line, EventLine):
        return line.leaves[:32]
    return leaf_hash(line.position, line.stream, line.version, line.topic, line.state)


def _trailer(file: PartialFile) -> Trailer:
    return Trailer(
        lines=file.lines,
        events=file.events,
        removed=file.removed,
        last_position=file.position,
        digest=file.digest,
    )
