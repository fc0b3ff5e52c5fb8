"""Writes a log with its checkpoints into a file that can be checked with the public key alone."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, starmap
from typing import BinaryIO

import msgspec
from eventsourcing.persistence import Notification

from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.audit_log import AuditLog, Entry, Kept
from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.export_lines import (
    FORMAT,
    LONGEST,
    ExportedCheckpoint,
    ExportedEvent,
    ExportedLeaf,
    ExportedRemovals,
    ExportLine,
    Header,
    LineTooLong,
    Trailer,
)
from infrastructure.audit.fingerprint import Fingerprint
from infrastructure.audit.key_ring import KeyRing
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.merkle_proofs import LeafReader
from infrastructure.audit.named_log import fault_of
from infrastructure.audit.proof import Proof, prove
from infrastructure.audit.removals import Removals, tells_of
from infrastructure.audit.verification import Progress, silent
from infrastructure.event_store.codec import Stored, UnreadableEvent
from infrastructure.event_store.moments import known_at
from infrastructure.event_store.recorded_at import recorded_at

_encode = msgspec.json.Encoder().encode


class RemovalUnsealed(Exception):
    """No checkpoint speaks yet of the removal event at that position, so it cannot be proven."""

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


class Export:
    """Writes one export. It raises what log and file raise, and `LogTampered` at a gap.

    Raises `RemovalUnsealed` where an event was removed after the export's end, a moment ago, and
    `LineTooLong` where no reader would take a line.
    """

    def __init__(
        self,
        *,
        name: str,
        log: AuditLog,
        checkpoints: Iterable[Checkpoint],
        keys: KeyRing,
        leaves: LeafReader,
        progress: Progress = silent,
    ) -> None:
        self._name = name
        self._log = log
        self._checkpoints = iter(checkpoints)
        self._keys = keys
        self._leaves = leaves
        self._progress = progress
        self._seen = Fingerprint()
        self._written = 0
        self._removals = Removals()
        self._kept: list[range] = []

    def write(self, file: BinaryIO, *, until: datetime | None = None) -> Trailer:
        """Write everything, or what was known at that moment; the last line is told."""
        file.writelines(starmap(_text, enumerate(self._lines(until), start=1)))
        trailer = Trailer(
            size=self._seen.size,
            chain=self._seen.chain.hex(),
            root=self._seen.root.hex(),
            checkpoints=self._written,
        )
        file.write(_encode(trailer) + b"\n")
        return trailer

    def _lines(self, until: datetime | None) -> Iterator[ExportLine]:
        keys = self._keys
        yield Header(
            format=FORMAT, log=self._name, public_key=keys.key.text, handovers=keys.handovers
        )
        checkpoint = next(self._checkpoints, None)
        for entry in self._entries(until):
            yield self._exported(entry)
            while checkpoint and checkpoint.size <= self._seen.size:
                yield ExportedCheckpoint(checkpoint=checkpoint)
                self._written += 1
                checkpoint = next(self._checkpoints, None)
        if not all(map(self._removals.covers, chain.from_iterable(self._kept))):
            yield ExportedRemovals(proof=self._proof(self._later_removals(), checkpoint))

    def _later_removals(self) -> list[Notification]:
        """The events after the export's end that tell of a removal before it."""
        end, found = self._seen.size, self._log.pages(self._seen.size, self._log.size())
        events = (one for page in found for one in page if isinstance(one, Notification))
        return [one for one in events if tells_of(one, end)]

    def _proof(self, removals: Sequence[Notification], checkpoint: Checkpoint | None) -> Proof:
        """That they stand in the log, going by the last checkpoint."""
        last = checkpoint
        for last in self._checkpoints:  # noqa: B007 - the last one is wanted
            pass
        if last is None or last.size < removals[-1].id:
            raise RemovalUnsealed(removals[-1].id)
        return prove(removals, self._leaves, last, handovers=self._keys.handovers)

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

    def _keep(self, position: int) -> None:
        """Note that of this event only the leaf is there."""
        if self._kept and self._kept[-1].stop == position:
            position = self._kept.pop().start
        self._kept.append(range(position, self._seen.size + 2))

    def _exported(self, entry: Entry) -> ExportLine:
        if isinstance(entry, Kept):
            self._keep(entry.id)
            self._seen.extend([entry.leaf])
            leaf, chain = entry.leaf.hex(), self._seen.chain.hex()
            return ExportedLeaf(position=entry.id, leaf=leaf, chain=chain)
        if not isinstance(entry, Notification):
            raise LogTampered(self._name, entry.id, fault_of(entry))
        self._removals.hear(entry)
        self._seen.extend([leaf_of(entry)])
        return ExportedEvent(
            position=entry.id,
            stream=str(entry.originator_id),
            version=entry.originator_version,
            topic=entry.topic,
            state=entry.state,
            chain=self._seen.chain.hex(),
        )


def _text(number: int, line: ExportLine) -> bytes:
    text = _encode(line) + b"\n"
    if len(text) > LONGEST:
        raise LineTooLong(number)
    return text


def _stamp(one: Stored) -> datetime | None:
    try:
        return recorded_at(one)
    except UnreadableEvent:
        return None
