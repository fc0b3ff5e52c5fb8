"""What may be checked of a log beside its leaves."""

from collections.abc import Sequence
from typing import Protocol

from infrastructure.audit.audit_log import Entry
from infrastructure.audit.verdict import FirstBad


class Check(Protocol):
    """One more thing that has to be right, looked at page by page."""

    def begin(self) -> FirstBad | None:
        """What is wrong before anything is read."""
        ...

    def page(self, entries: Sequence[Entry]) -> FirstBad | None:
        """The first thing that is wrong there; the entries follow those of the page before."""
        ...

    def end(self, size: int) -> FirstBad | None:
        """What is wrong once all was read."""
        ...
