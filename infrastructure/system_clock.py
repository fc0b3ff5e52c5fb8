"""The clock of a real shop."""

from datetime import UTC, datetime


class SystemClock:
    """The machine's time."""

    def now(self) -> datetime:
        """This instant, in UTC."""
        return datetime.now(UTC)
