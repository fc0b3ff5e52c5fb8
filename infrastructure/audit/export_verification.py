"""Checks an export with nothing but the public key."""

from collections.abc import Iterable, Iterator
from itertools import chain

from eventsourcing.persistence import Notification

from infrastructure.audit.audit_key import AuditKey
from infrastructure.audit.audit_log import Kept
from infrastructure.audit.comparison import Comparison
from infrastructure.audit.export_gap import after_gap
from infrastructure.audit.export_lines import (
    ExportedCheckpoint,
    ExportedEvent,
    ExportedLeaf,
    ExportedRemovals,
    ExportLine,
    Header,
    Trailer,
)
from infrastructure.audit.export_reading import ExportFile, Garbled, notification
from infrastructure.audit.export_removals import ExportRemovals
from infrastructure.audit.fingerprint import link
from infrastructure.audit.kept_checkpoints import NOTHING_KEPT, KeptCheckpoints
from infrastructure.audit.key_ring import KeyRing
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.trail import Judge, Judged, Row, Trail
from infrastructure.audit.verdict import FirstBad, Verdict, bad
from infrastructure.audit.verification import Progress, silent
from infrastructure.audit.version_check import VersionCheck

PAGE = 1000

Line = ExportLine | Garbled


class ExportVerification:
    """One verification of one export, in bounded memory.

    The first bad position is exact where chain values were left as they were; where all of them
    were made anew, it lies in the stretch before the first checkpoint that does not match. Where
    nothing follows that checkpoint, and it comes too early, these two cannot be told apart.

    `kept` checkpoints count beside those of the export. Raises `ForeignCheckpoint`.
    """

    def __init__(
        self,
        file: ExportFile,
        key: AuditKey,
        versions: VersionCheck,
        progress: Progress = silent,
        kept: KeptCheckpoints = NOTHING_KEPT,
    ) -> None:
        keys = KeyRing(key, [*file.header.handovers, *kept.handovers])
        judge = Judge(file.header.log, keys)
        self._file = file
        self._judge = judge
        self._removals = ExportRemovals(file, keys)
        self._versions = versions
        self._progress = progress
        self._compared = Comparison(Trail(kept.row(judge)))
        self._row = Row(judge)
        self._checkpoints = 0
        self._page: list[Notification | Kept] = []
        self._leaves: list[bytes] = []
        self._chain = self._compared.seen.chain
        self._trailer: Trailer | None = None
        self._doubtful: int | None = None
        self._odd: FirstBad | None = None  # unless a checkpoint tells that more is wrong

    def __call__(self) -> Verdict:
        """What is found of it."""
        found = self._read()
        found = self._take() or _earlier(found or self._ended(), self._odd)
        return self._compared.verdict(self._file.header.log, self._or_doubtful(found))

    @property
    def _size(self) -> int:
        return self._compared.seen.size + len(self._leaves)

    def _read(self) -> FirstBad | None:
        lines = self._file.lines()
        for line in lines:
            found = self._line(line, lines)
            if found:
                return found
            if len(self._leaves) >= PAGE and (found := self._take()):
                return found
        return None

    def _line(self, line: Line, rest: Iterator[Line]) -> FirstBad | None:
        match line:
            case _ if self._trailer:
                return bad(self._size + 1, "inserted")
            case ExportedEvent() | ExportedLeaf():
                return self._entry(line, rest)
            case ExportedCheckpoint():
                return self._take() or self._checkpoint(line, rest) or self._odd
            case ExportedRemovals():
                pass  # heard of before
            case Trailer():
                self._trailer = line
            case Header():
                return bad(self._size + 1, "inserted")
            case Garbled():
                return bad(self._size + 1, "cut off" if line.is_torn else "unreadable")
        return None

    def _entry(self, line: ExportedEvent | ExportedLeaf, rest: Iterator[Line]) -> FirstBad | None:
        expected = self._size + 1
        if line.position > expected:
            return self._gap(chain([line], rest))
        if line.position < expected:
            return bad(line.position, "inserted")
        if isinstance(line, ExportedLeaf) and not self._removals.covers(expected):
            self._doubt(expected)
        return self._add(line)

    def _doubt(self, position: int) -> None:
        """An event is gone, and nothing that counts tells why; perhaps what is behind a gap does."""
        if not self._removals.is_claimed(position):
            self._odd = _earlier(self._odd, bad(position, "removed"))
        elif self._doubtful is None:
            self._doubtful = position

    def _gap(self, rest: Iterable[Line]) -> FirstBad:
        """Exact where the values of the chain were left as they were, as far as that can be told."""
        expected = self._size + 1
        after = after_gap(rest, expected, self._judge)
        first = self._compared.sealed + 1 if after.is_made_anew else expected
        return FirstBad(first, expected, "reordered" if after.is_further_on else "removed")

    def _add(self, line: ExportedEvent | ExportedLeaf) -> FirstBad | None:
        entry = _entry_of(line)
        leaf = entry.leaf if isinstance(entry, Kept) else leaf_of(entry)
        value = link(self._chain, leaf)
        if value.hex() != line.chain:
            return bad(line.position, "changed")
        self._chain = value
        self._page.append(entry)
        self._leaves.append(leaf)
        return None

    def _or_doubtful(self, found: FirstBad | None) -> FirstBad | None:
        """What is told of a removal behind what was found may be true or not: both are named."""
        first = self._doubtful
        if first is None or (found and found.position <= first):
            return found
        return FirstBad(first, found.upto if found else first, "removed")

    def _take(self) -> FirstBad | None:
        """Take in what has gathered, and hold it to what was kept."""
        self._odd = _earlier(self._odd, self._versions.page(self._page))
        found = self._compared.take(self._leaves)
        self._page, self._leaves = [], []
        self._progress(self._file.done, self._file.size)
        return found

    def _checkpoint(self, line: ExportedCheckpoint, rest: Iterator[Line]) -> FirstBad | None:
        self._checkpoints += 1
        judged = self._row.judged(line.checkpoint)
        if judged.fault is None and judged.size != self._size:
            return self._misplaced(judged, rest)
        return self._compared.compare(judged)

    def _misplaced(self, judged: Judged, rest: Iterator[Line]) -> FirstBad:
        """A checkpoint comes too early where it was moved, or where the event before it is gone."""
        expected, first = self._size + 1, self._compared.sealed + 1
        following = next(_placed(rest), None)
        if judged.size < self._size:
            return FirstBad(first, max(first, self._size), "checkpoint out of order")
        if following is None:
            return FirstBad(first, expected, "cut off")
        if following.position == expected:
            return FirstBad(first, expected, "checkpoint out of order")
        return self._gap(chain([following], rest))

    def _ended(self) -> FirstBad | None:
        seen, trailer = self._compared.seen, self._trailer
        if trailer is None or trailer.size > seen.size:
            return bad(seen.size + 1, "cut off")
        if trailer.size < seen.size:
            return bad(trailer.size + 1, "inserted")
        if (trailer.chain, trailer.root) != (seen.chain.hex(), seen.root.hex()):
            return bad(max(seen.size, 1), "trailer unlike the log")
        if trailer.checkpoints != self._checkpoints:
            first = self._compared.sealed + 1
            return FirstBad(first, max(first, seen.size), "checkpoint out of order")
        if next(self._compared.rest(), None):
            return FirstBad(self._compared.sealed + 1, seen.size + 1, "cut off")
        return None


def _entry_of(line: ExportedEvent | ExportedLeaf) -> Notification | Kept:
    if isinstance(line, ExportedEvent):
        return notification(line)
    return Kept(line.position, bytes.fromhex(line.leaf))


def _placed(lines: Iterable[Line]) -> Iterator[ExportedEvent | ExportedLeaf]:
    return (one for one in lines if isinstance(one, ExportedEvent | ExportedLeaf))


def _earlier(one: FirstBad | None, other: FirstBad | None) -> FirstBad | None:
    """That of the two which begins first; the one, where both begin there."""
    return min((it for it in (one, other) if it), key=lambda it: it.position, default=None)
