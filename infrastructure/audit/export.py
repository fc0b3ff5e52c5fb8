"""Writes a log with its checkpoints into a file that can be checked with the public key alone."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import BinaryIO

import msgspec
from eventsourcing.persistence import Notification

from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.audit_key import AuditKey
from infrastructure.audit.audit_log import AuditLog, Entry, Kept
from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.export_lines import (
    FORMAT,
    ExportedCheckpoint,
    ExportedEvent,
    ExportedLeaf,
    ExportLine,
    Header,
    Trailer,
)
from infrastructure.audit.fingerprint import Fingerprint
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.named_log import fault_of
from infrastructure.audit.verification import Progress, silent
from infrastructure.event_store.codec import UnreadableEvent
from infrastructure.event_store.moments import known_at
from infrastructure.event_store.recorded_at import recorded_at

_encode = msgspec.json.Encoder().encode


class Export:
    """Writes one export. It raises what log and file raise, and `LogTampered` at a gap."""

    def __init__(
        self,
        *,
        name: str,
        log: AuditLog,
        checkpoints: Iterable[Checkpoint],
        key: AuditKey,
        progress: Progress = silent,
    ) -> None:
        self._name = name
        self._log = log
        self._checkpoints = iter(checkpoints)
        self._key = key
        self._progress = progress
        self._seen = Fingerprint()
        self._written = 0

    def write(self, file: BinaryIO, *, until: datetime | None = None) -> Trailer:
        """Write everything, or what was known at that moment; the last line is told."""
        file.writelines(_encode(line) + b"\n" for line in self._lines(until))
        trailer = Trailer(
            size=self._seen.size,
            chain=self._seen.chain.hex(),
            root=self._seen.root.hex(),
            checkpoints=self._written,
        )
        file.write(_encode(trailer) + b"\n")
        return trailer

    def _lines(self, until: datetime | None) -> Iterator[ExportLine]:
        yield Header(format=FORMAT, log=self._name, public_key=self._key.text)
        checkpoint = next(self._checkpoints, None)
        for entry in self._entries(until):
            yield self._exported(entry)
            while checkpoint and checkpoint.size <= self._seen.size:
                yield ExportedCheckpoint(checkpoint=checkpoint)
                self._written += 1
                checkpoint = next(self._checkpoints, None)

    def _entries(self, until: datetime | None) -> Iterator[Entry]:
        size = self._log.size()
        if until:
            size = known_at(until, size, self._events, _stamp)
        for page in self._log.pages(0, size):
            yield from page
            self._progress(page[-1].id, size)

    def _events(self, first: int, last: int) -> list[Notification]:
        entries = (entry for page in self._log.pages(first - 1, last) for entry in page)
        return [entry for entry in entries if isinstance(entry, Notification)]

    def _exported(self, entry: Entry) -> ExportLine:
        if isinstance(entry, Kept):
            self._seen.extend([entry.leaf])
            leaf, chain = entry.leaf.hex(), self._seen.chain.hex()
            return ExportedLeaf(position=entry.id, leaf=leaf, chain=chain)
        if not isinstance(entry, Notification):
            raise LogTampered(self._name, entry.id, fault_of(entry))
        self._seen.extend([leaf_of(entry)])
        return ExportedEvent(
            position=entry.id,
            stream=str(entry.originator_id),
            version=entry.originator_version,
            topic=entry.topic,
            state=entry.state,
            chain=self._seen.chain.hex(),
        )


def _stamp(one: Notification) -> datetime | None:
    try:
        return recorded_at(one)
    except UnreadableEvent:
        return None
