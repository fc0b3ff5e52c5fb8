"""What was sealed before, by whichever witness, binds a new one."""

from collections.abc import Iterable, Sequence

from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.fingerprint import Fingerprint
from infrastructure.audit.key_ring import KeyRing
from infrastructure.audit.witness_records import Line


class Precedents:
    """Published checkpoints of a log that these keys signed and that a witness has not come to yet.

    So a witness that begins with an empty folder does not seal a history that was changed.
    """

    def __init__(self, log: str, keys: KeyRing, lines: Iterable[Line], *, after: int) -> None:
        ours = [
            line
            for line in lines
            if isinstance(line, Checkpoint)
            and line.size > after
            and line.log == log
            and keys.signed(line)
        ]
        self._log = log
        self._ahead = sorted(ours, key=lambda one: one.size)

    @property
    def size(self) -> int:
        """How long the log has to be at least."""
        return self._ahead[-1].size if self._ahead else 0

    def bind(self, seen: Fingerprint, leaves: Sequence[bytes]) -> None:
        """Compare what was seen with these leaves after it. Raises `LogTampered`."""
        stop = seen.size + len(leaves)
        made = seen.copy()
        while self._ahead and self._ahead[0].size <= stop:
            checkpoint = self._ahead[0]
            made.extend(leaves[made.size - seen.size : checkpoint.size - seen.size])
            if not checkpoint.states(made):
                raise LogTampered(self._log, checkpoint.size, "unlike its checkpoint")
            self._ahead.pop(0)
