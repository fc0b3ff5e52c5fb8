"""What is asked of a log to prove something about it: any recorder of the library will do."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from eventsourcing.persistence import Notification


class LogReader(Protocol):
    """The library's two ways to read a log; raises what its recorders raise."""

    def select_notifications(self, start: int | None, limit: int) -> Sequence[Notification]:
        """At most so many events from that position on, in order."""
        ...

    def max_notification_id(self) -> int | None:
        """The last position; `None` before the first."""
        ...


class KeptLeaves(Protocol):
    """The leaves of events that were removed from the log."""

    def between(self, first: int, last: int) -> Mapping[int, bytes]:
        """The kept leaves from the one position to the other, both included."""
        ...


class NothingRemoved:
    """Keeps no leaf, for logs from which nothing is ever removed."""

    def between(self, first: int, last: int) -> Mapping[int, bytes]:  # noqa: ARG002 - the protocol's
        """None."""
        return {}
