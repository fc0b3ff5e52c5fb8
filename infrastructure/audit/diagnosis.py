"""What was done to a log, where it differs from what a witness saw."""

from collections.abc import Iterator

from eventsourcing.persistence import Notification

from infrastructure.audit.audit_log import PAGE, AuditLog
from infrastructure.audit.fingerprint import parted
from infrastructure.audit.leaf import leaf_at
from infrastructure.audit.merkle_proofs import LeafReader
from infrastructure.audit.verdict import Reason


class Diagnosis:
    """Compares a log of some size with the leaves that were seen of it."""

    def __init__(self, log: AuditLog, size: int, read: LeafReader, seen: int) -> None:
        self._log = log
        self._size = size
        self._read = read
        self._seen = seen

    def reason(self, position: int) -> Reason:
        """The simplest manipulation that explains the first difference, which is there."""
        found = self._event(position)
        if found is None:
            return "changed"
        origin = self._origin(found, position + 1)
        if origin:
            return "removed" if self._goes_on(position + 1, origin + 1) else "reordered"
        return "inserted" if self._is_further_on(position) else "changed"

    def _event(self, position: int) -> Notification | None:
        entry = self._log.entry(position) if position <= self._size else None
        return entry if isinstance(entry, Notification) else None

    def _origin(self, one: Notification, first: int) -> int | None:
        """The position that the event had, at that one or later."""
        places = self._leaves(first, self._seen)
        return next((at for at, leaf in places if leaf_at(at, one) == leaf), None)

    def _goes_on(self, position: int, origin: int) -> bool:
        """Whether what stands at the position stood at the origin: all has moved up."""
        one = self._event(position)
        if one is None:
            return position > self._size
        return any(leaf_at(origin, one) == leaf for _, leaf in self._leaves(origin, origin))

    def _is_further_on(self, position: int) -> bool:
        """Whether what stood at the position has moved down, within the next page."""
        expected = self._read(position - 1, position)
        ahead = range(position + 1, min(position + PAGE, self._size) + 1)
        events = (self._event(at) for at in ahead)
        return any(one is not None and leaf_at(position, one) == expected for one in events)

    def _leaves(self, first: int, last: int) -> Iterator[tuple[int, bytes]]:
        for start in range(first, min(last, self._seen) + 1, PAGE):
            stop = min(start + PAGE - 1, last, self._seen)
            yield from enumerate(parted(self._read(start - 1, stop)), start)
