"""The leaves of a log for proofs: as they were witnessed, else as the log has them now."""

from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.witness_records import WitnessRecords


class LogLeaves:
    """A `LeafReader` over a log, with or without the records of a witness; raises what both raise."""

    def __init__(self, log: NamedLog, records: WitnessRecords) -> None:
        self._log = log
        self._records = records

    def __call__(self, start: int, stop: int) -> bytes:
        """The leaves from that index up to the other; 0 is the first."""
        if stop <= self._records.leaves:
            return self._records.read_leaves(start, stop)
        return b"".join(leaf for page in self._log.leaves(start, stop) for leaf in page)
