"""The time."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The shop's time."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        ...
