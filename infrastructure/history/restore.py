"""Puts a backup into an empty partition, and makes sure that all of it arrived.

The whole file was checked before anything is written. Then the marker `{partition}:restoring` says
which file is on its way and how many of its lines stand: each write moves it on in the same script,
so that an interrupted restore goes on where it was, and nothing is written twice. The relay's
position is set with the marker, before any event, so that no effect is let loose again. At the end
everything is read again and compared with the file; only then the marker goes.
"""

from collections.abc import Sequence

import redis
from redis.exceptions import ResponseError

from infrastructure.history.backup_lines import EventLine, LogLine, StateLine
from infrastructure.history.backup_reading import Verified
from infrastructure.history.checked_backup import CheckedBackup
from infrastructure.history.comparison import Comparison
from infrastructure.history.copied import Copied, copied
from infrastructure.history.key_lines import Argument, commands
from infrastructure.history.partition_keys import PartitionKeys, is_sign_of_life
from infrastructure.history.restore_batches import Numbered, batches, log_arguments
from infrastructure.history.scripts import script
from infrastructure.redis.clients import is_outage, outages_as_unavailable

SCANNED = 500  # keys
FIRST_KEYS = ("log", "head", "keys", "identities", "relay")


class PartitionNotEmpty(Exception):
    """There is something in the partition that is not of this backup; `key` is an example."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class ServiceRuns(Exception):
    """A service uses that Redis just now."""


class NotRestored(Exception):
    """Something else wrote to the partition meanwhile: a line of the file is not there."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Restore:
    """Restores one file. Raises what Redis and the file raise; then it may be tried again."""

    def __init__(self, client: redis.Redis, *, keys: PartitionKeys | None = None) -> None:
        self._client = client
        self._keys = keys or PartitionKeys()
        self._begin = script(client, "restore_begin")
        self._events = script(client, "restore_events")
        self._others = script(client, "restore_keys")
        self._marker = self._keys("restoring")

    def __call__(self, backup: CheckedBackup) -> Copied:
        """Restore it, and compare.

        Raises `PartitionNotEmpty` and `ServiceRuns` before anything is written, and `NotRestored`.
        """
        reader, verified = backup.reader, backup.verified
        with outages_as_unavailable():
            done = self._claimed(verified)
            for batch in batches(reader.body("Restoring"), done):
                self._write(verified.trailer.digest, batch, done)
                done = batch[-1][0]
            line = Comparison(self._client, self._keys).first_difference(reader)
            if line is not None:
                raise NotRestored(line)
            self._client.delete(self._marker)
        return copied(verified.trailer, backup.path, self._resumed_at)

    def _claimed(self, verified: Verified) -> int:
        """How many lines stand already."""
        if not self._client.exists(self._marker):
            self._require_empty()
        found = self._begin(
            keys=[self._marker, *map(self._keys, FIRST_KEYS)],
            args=[verified.trailer.digest, verified.moment.relay],
        )
        self._resumed_at = int(str(found))
        if self._resumed_at < 0:
            raise PartitionNotEmpty(self._marker)
        return self._resumed_at

    def _require_empty(self) -> None:
        is_alive = False
        for key in self._client.scan_iter(match=self._keys.pattern, count=SCANNED):
            if not is_sign_of_life(self._keys.name(key)):
                raise PartitionNotEmpty(key.decode())
            is_alive = True
        if is_alive:
            raise ServiceRuns

    def _write(self, digest: str, batch: Sequence[Numbered], done: int) -> None:
        progress: list[Argument] = [digest, done, batch[-1][0]]
        lines = [line for _, line in batch]
        events = [line for line in lines if isinstance(line, LogLine)]
        others = [line for line in lines if not isinstance(line, LogLine)]
        try:
            is_next = (
                self._write_events(progress, events)
                if events
                else self._write_others(progress, others)
            )
        except ResponseError as error:
            if is_outage(error):
                raise
            raise NotRestored(batch[0][0]) from error
        if not is_next:
            raise NotRestored(batch[0][0])

    def _write_events(self, progress: list[Argument], lines: Sequence[LogLine]) -> bool:
        streams = dict.fromkeys(line.stream for line in lines if isinstance(line, EventLine))
        partition = self._keys.partition
        keys = [self._marker, partition.log, partition.head, self._keys("removed")]
        items = log_arguments(lines, list(streams))
        return bool(
            self._events(
                keys=[*keys, *map(partition.stream, streams)], args=[*progress, *streams, *items]
            )
        )

    def _write_others(self, progress: list[Argument], lines: Sequence[StateLine]) -> bool:
        found = [command for line in lines for command in commands(line)]
        items: list[Argument] = []
        for one in found:
            items += [one.name, len(one.arguments), *one.arguments]
        keys = [self._marker, *(self._keys(one.key) for one in found)]
        return bool(self._others(keys=keys, args=[*progress, *items]))
