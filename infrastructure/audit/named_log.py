"""A log with its name, as a witness reads it: leaves, or an alarm."""

from collections.abc import Iterator, Sequence

from eventsourcing.persistence import Notification

from infrastructure.audit.alarms import HeadUnreadable, LogTampered
from infrastructure.audit.audit_log import AuditLog, Entry, Garbled, Kept, Missing, Surplus
from infrastructure.audit.fingerprint import Fingerprint
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.verdict import Reason


class NamedLog:
    """Raises `LogTampered` where something is missing or stands twice, and what the log raises."""

    def __init__(self, name: str, log: AuditLog) -> None:
        self.name = name
        self._log = log

    def size(self, *, at_least: int) -> int:
        """The last position."""
        try:
            size = self._log.size()
        except HeadUnreadable as error:
            raise LogTampered(self.name, 1, "head unlike the log") from error
        if size < at_least:
            raise LogTampered(self.name, size + 1, "cut off")
        return size

    def leaves(self, after: int, upto: int) -> Iterator[list[bytes]]:
        """The leaves after the one position up to the other, page by page."""
        for page in self._log.pages(after, upto):
            yield [self._leaf(entry) for entry in page]

    def _leaf(self, entry: Entry) -> bytes:
        if isinstance(entry, Notification):
            return leaf_of(entry)
        if isinstance(entry, Kept):
            return entry.leaf
        raise LogTampered(self.name, entry.id, fault_of(entry))


def fault_of(entry: Missing | Surplus | Garbled) -> Reason:
    """Why there is no leaf."""
    match entry:
        case Missing():
            return "removed"
        case Surplus():
            return "inserted"
        case Garbled():
            return "unreadable"


def fingerprint(pages: Iterator[Sequence[bytes]]) -> Fingerprint:
    """That of all these leaves."""
    made = Fingerprint()
    for page in pages:
        made.extend(page)
    return made
