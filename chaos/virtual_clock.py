"""Time that passes when it is told to: hours of waiting take no time."""

from datetime import datetime, timedelta


class VirtualClock:
    """Seconds of a machine, and the shop's clock that goes with them."""

    def __init__(self, start: datetime) -> None:
        self.seconds = 0.0
        self._start = start

    def now(self) -> datetime:
        """The shop's time."""
        return self._start + timedelta(seconds=self.seconds)

    def forward_to(self, seconds: float) -> None:
        """Let time pass until then; it never goes back."""
        self.seconds = max(self.seconds, seconds)
