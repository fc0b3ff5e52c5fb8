"""Checkpoints as they are judged, one after the other, before the log is compared with them."""

import heapq
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from infrastructure.audit.audit_key import NotAPublicKey
from infrastructure.audit.checkpoint import NOTHING, Checkpoint
from infrastructure.audit.key_ring import KeyRing
from infrastructure.audit.verdict import Reason
from infrastructure.audit.witness_records import Line, Unreadable


class Judged(msgspec.Struct, frozen=True):
    """A checkpoint, or why it counts for nothing; it is due when the log has come to `size`."""

    size: int
    checkpoint: Checkpoint | None
    fault: Reason | None


class Judge:
    """Says which checkpoints of a log are signed by these keys."""

    def __init__(self, log: str, keys: KeyRing) -> None:
        self._log = log
        self._keys = keys

    def by_size(self, lines: Iterable[Line]) -> Iterator[Judged]:
        """Checkpoints of any witnesses."""
        return iter(sorted((self.judged(line) for line in lines), key=lambda one: one.size))

    def in_order(self, lines: Iterable[Line]) -> Iterator[Judged]:
        """All the checkpoints of one witness."""
        return map(Row(self).judged, lines)

    def judged(self, line: Line, after: int = 0) -> Judged:
        """What the line is worth by itself; one that cannot be read is due next."""
        if isinstance(line, Unreadable):
            return Judged(after + 1, None, "checkpoint unreadable")
        is_ours = line.log == self._log and self._keys.signed(line)
        return Judged(line.size, line, None if is_ours else "checkpoint not signed by this key")


class Row:
    """The checkpoints of one witness, of which each names the one before it.

    A key signs until it hands over to another, and never again.
    """

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._size, self._digest = 0, NOTHING
        self._signer: str | None = None

    def judged(self, line: Line) -> Judged:
        """What the next line is worth."""
        judged = self._judge.judged(line, self._size)
        if isinstance(line, Unreadable):
            return judged
        fault = judged.fault or self._fault(line)
        self._size, self._digest = line.size, line.digest()
        self._signer = _signer_after(line)
        return msgspec.structs.replace(judged, fault=fault)

    def _fault(self, line: Checkpoint) -> Reason | None:
        if self._signer not in (None, line.key_id):
            return "checkpoint not signed by this key"
        is_later = line.size > self._size or (line.handover and line.size == self._size)
        follows = line.previous == self._digest and is_later
        return None if follows else "checkpoint out of order"


def _signer_after(line: Checkpoint) -> str | None:
    try:
        return line.next_key_id
    except NotAPublicKey:
        return None


def row_among(lines: Iterable[Checkpoint]) -> Sequence[Checkpoint]:
    """A row from its first checkpoint on; nothing where the first of every witness is missing."""
    after: dict[str, Checkpoint] = {one.previous: one for one in lines}
    row: list[Checkpoint] = []
    while following := after.pop(row[-1].digest() if row else NOTHING, None):
        row.append(following)
    return row


class Trail:
    """Several rows of judged checkpoints as one, by size."""

    def __init__(self, *rows: Iterator[Judged]) -> None:
        self._rest = heapq.merge(*rows, key=lambda one: one.size)
        self._next = next(self._rest, None)

    def due(self, size: int) -> Judged | None:
        """The next one, where it speaks of no more than that many events."""
        found = self._next
        if found is None or found.size > size:
            return None
        self._next = next(self._rest, None)
        return found

    def rest(self) -> Iterator[Judged]:
        """All that were not due."""
        while self._next is not None:
            found, self._next = self._next, next(self._rest, None)
            yield found
