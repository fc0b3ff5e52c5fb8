"""Who is right where a log and the witness of it differ: the next checkpoint tells."""

from collections.abc import Iterator, Sequence

from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.audit_log import PAGE, AuditLog
from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.comparison import Comparison
from infrastructure.audit.diagnosis import Diagnosis
from infrastructure.audit.fingerprint import parted
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.verdict import FirstBad, bad
from infrastructure.audit.witness_records import WitnessRecords


class Arbitration:
    """Decides for a log of some size, once it has been compared up to where the two differ."""

    def __init__(
        self, *, log: AuditLog, size: int, records: WitnessRecords, compared: Comparison
    ) -> None:
        self._log = log
        self._size = size
        self._records = records
        self._compared = compared

    def difference(self, position: int) -> FirstBad:
        """What is bad, given that they differ there for the first time."""
        checkpoint = self._next_checkpoint(position)
        if checkpoint is None or self._leads(self._witnessed(position, checkpoint), checkpoint):
            read, seen = self._records.read_leaves, self._records.leaves
            return bad(position, Diagnosis(self._log, self._size, read, seen).reason(position))
        if self._leads(self._logged(position - 1, checkpoint.size), checkpoint):
            return bad(position, "witness changed")
        first = self._compared.sealed + 1
        return FirstBad(first, checkpoint.size, "unlike its checkpoint")

    def oddity(self, found: FirstBad) -> FirstBad:
        """An event that is no difference by itself may be right, and one before it changed."""
        checkpoint = self._next_checkpoint(found.position)
        if checkpoint is None:
            return found
        if self._leads(self._logged(found.position - 1, checkpoint.size), checkpoint):
            return found
        first = self._compared.sealed + 1
        return FirstBad(first, checkpoint.size, "unlike its checkpoint")

    def _next_checkpoint(self, position: int) -> Checkpoint | None:
        rest = self._compared.rest()
        good = (one.checkpoint for one in rest if one.fault is None and one.size >= position)
        return next(good, None)

    def _leads(self, pages: Iterator[Sequence[bytes]], checkpoint: Checkpoint) -> bool:
        """Whether these leaves, after those compared so far, come to what was sealed."""
        made = self._compared.seen.copy()
        try:
            for page in pages:
                made.extend(page)
        except LogTampered:
            return False
        return checkpoint.states(made)

    def _witnessed(self, position: int, checkpoint: Checkpoint) -> Iterator[Sequence[bytes]]:
        """What was written down; after its end, what the log says."""
        end = min(checkpoint.size, self._records.leaves)
        for start in range(position - 1, end, PAGE):
            yield parted(self._records.read_leaves(start, min(start + PAGE, end)))
        yield from self._logged(end, checkpoint.size)

    def _logged(self, after: int, upto: int) -> Iterator[Sequence[bytes]]:
        yield from NamedLog("", self._log).leaves(after, min(upto, self._size))
