"""What the clients of a round append with."""

from collections.abc import Callable, Sequence
from typing import Protocol

from eventsourcing.persistence import StoredEvent

Append = Callable[[Sequence[StoredEvent]], object]


class Appender(Protocol):
    """One way to append, sent to each client's process, which opens a connection of its own."""

    @property
    def name(self) -> str:
        """As it stands in the table."""
        ...

    def open(self) -> Append:
        """Connect, for as long as the process lives. The append returns once it is acknowledged."""
        ...
