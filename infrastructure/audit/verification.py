"""Checks a whole log against what was witnessed of it, and names the first bad position.

With `IndexCheck` the head and the indexes of streams are checked, too. Nothing is said of what else
is in Redis: wrapped keys (one that is lost or exchanged makes a personal stream unreadable), the
relay's position, tracking positions, views and snapshots, mailboxes and identities; nor of published
checkpoints that were deleted, where the folder has them or nobody else does.
"""

from collections.abc import Callable, Iterator, Sequence

from eventsourcing.persistence import Notification

from infrastructure.audit.arbitration import Arbitration
from infrastructure.audit.audit_log import AuditLog, Entry, Kept
from infrastructure.audit.checks import Check
from infrastructure.audit.comparison import Comparison
from infrastructure.audit.fingerprint import parted
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.named_log import fault_of
from infrastructure.audit.trail import Judged, Trail
from infrastructure.audit.verdict import FirstBad, Verdict, bad
from infrastructure.audit.witness_records import WitnessRecords

Progress = Callable[[int, int], None]
"""Hears how much was done, and of how much: events, or the bytes of a file."""


def silent(done: int, total: int) -> None:
    """Tells nobody."""


class Verification:
    """One verification of one log, in bounded memory. It raises what log and records raise.

    Where the leaves of a witness are there, the first bad position is exact; else it lies between
    two checkpoints, or between the last one and the end of a log that is cut off.
    """

    def __init__(
        self,
        *,
        log: AuditLog,
        records: WitnessRecords,
        trail: Trail,
        checks: Sequence[Check] = (),
        progress: Progress = silent,
    ) -> None:
        self._log = log
        self._records = records
        self._checks = checks
        self._progress = progress
        self._compared = Comparison(trail)
        self._size = 0

    def __call__(self, name: str) -> Verdict:
        """What is found of the log of that name."""
        begun = (check.begin() for check in self._checks)
        found = next((one for one in begun if one), None)
        if found is None:
            self._size = self._log.size()
            found = self._walked() or self._ended()
        return self._compared.verdict(name, found)

    def _walked(self) -> FirstBad | None:
        for page in self._log.pages(0, self._size):
            if found := self._page(page):
                return found
            self._progress(self._compared.seen.size, self._size)
        return None

    def _page(self, page: Sequence[Entry]) -> FirstBad | None:
        whole = list(_whole(page))
        leaves = [entry.leaf if isinstance(entry, Kept) else leaf_of(entry) for entry in whole]
        faults = [
            next(_absences(page), None),
            self._difference(leaves),
            *(check.page(whole) for check in self._checks),
        ]
        first = min((one for one in faults if one), key=lambda one: one.position, default=None)
        if first is None:
            return self._compared.take(leaves)
        good = leaves[: first.position - 1 - self._compared.seen.size]
        return self._compared.take(good) or self._explained(first)

    def _difference(self, leaves: Sequence[bytes]) -> FirstBad | None:
        """The first leaf that is not the one that was witnessed."""
        start = self._compared.seen.size
        known = self._records.read_leaves(start, start + len(leaves))
        if b"".join(leaves)[: len(known)] == known:
            return None
        pairs = zip(leaves, parted(known), strict=False)
        return next(
            bad(at, "changed") for at, pair in enumerate(pairs, start + 1) if len({*pair}) > 1
        )

    def _explained(self, first: FirstBad) -> FirstBad:
        arbitration = Arbitration(
            log=self._log, size=self._size, records=self._records, compared=self._compared
        )
        if first.reason == "changed":
            return arbitration.difference(first.position)
        if first.reason in ("version out of order", "index unlike the log"):
            return arbitration.oddity(first)
        if first.reason == "removed" and self._log.ends_before(first.position):
            is_known = self._is_witnessed(first.position)
            at = first.position
            return self._cut_off(at) if is_known else bad(at, "head unlike the log")
        return first

    def _is_witnessed(self, position: int) -> bool:
        rest = self._compared.rest()
        is_sealed = (one.fault is None and one.size >= position for one in rest)
        return self._records.leaves >= position or any(is_sealed)

    def _ended(self) -> FirstBad | None:
        """What is wrong with the end of a log whose events are all as they should be."""
        faulty: Judged | None = None
        for judged in self._compared.rest():
            if judged.fault is None:
                return self._cut_off(self._size + 1)
            faulty = faulty or judged
        if self._records.leaves > self._size:
            return self._cut_off(self._size + 1)
        if faulty:
            return self._compared.stretch(faulty, self._size)
        ended = (check.end(self._size) for check in self._checks)
        return next((one for one in ended if one), None)

    def _cut_off(self, position: int) -> FirstBad:
        """Nothing is there; an event before it may be gone, unless leaves tell that none is."""
        known = max(self._compared.sealed, min(self._records.leaves, position - 1))
        return FirstBad(known + 1, position, "cut off")


def _whole(page: Sequence[Entry]) -> Iterator[Notification | Kept]:
    """The entries up to the first that is missing or stands twice."""
    for entry in page:
        if not isinstance(entry, Notification | Kept):
            return
        yield entry


def _absences(page: Sequence[Entry]) -> Iterator[FirstBad]:
    for entry in page:
        if not isinstance(entry, Notification | Kept):
            yield bad(entry.id, fault_of(entry))
