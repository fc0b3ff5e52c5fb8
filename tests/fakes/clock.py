"""A clock that stands still until a test moves it."""

from datetime import datetime, timedelta


class StandingClock:
    """The clock port; it shows the same instant until it is moved."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def forward(self, length: timedelta) -> None:
        self._now += length

    def set(self, now: datetime) -> None:
        self._now = now
