"""One mailbox in memory: its letters in order, those that come back, and where it stands."""

from dataclasses import dataclass, field
from datetime import timedelta
from math import inf

from application.ports import Queue, Reason, Wait
from infrastructure.mailboxes.mailroom import Settling


@dataclass
class Kept:
    """A letter as it lies in a mailbox."""

    number: int
    body: bytes
    settle: bool
    came: float


@dataclass
class Mailbox:
    """The letters of one key, who has them, and how often they were taken."""

    queue: Queue
    key: str
    letters: list[Kept] = field(default_factory=list)
    back: list[Kept] = field(default_factory=list)
    not_before: float = 0.0  # leased or postponed until then
    token: str | None = None
    attempts: int = 0  # given back unhandled
    takers: int = 0  # of the token
    parked_by: str | None = None
    waits: dict[Reason, tuple[int, float]] = field(default_factory=dict)  # times, since when

    def due(self, settling: Settling) -> float:
        """When it is to be taken; in the past if now."""
        if self.parked_by:
            return inf
        if self.not_before:
            return self.not_before
        if any(not letter.settle for letter in self.letters):
            return 0.0
        first, last = self.letters[0].came, self.letters[-1].came
        quiet, longest = settling.quiet.total_seconds(), settling.longest.total_seconds()
        return min(first + longest, last + quiet)

    def take(self, token: str) -> None:
        """Lease it."""
        self.welcome_back()
        self.takers = self.takers + 1 if self.token else 1
        self.token = token

    def welcome_back(self) -> bool:
        """Put the letters that come back to their places, and tell whether there were any."""
        were = bool(self.back)
        self.letters = sorted([*self.back, *self.letters], key=lambda letter: letter.came)
        self.back = []
        if were:
            self.forget_tries()
        return were

    def forget_tries(self) -> None:
        """The next letter has been taken by nobody and waited for nothing."""
        self.attempts = 0
        self.waits = {}

    def wait(self, reason: Reason, now: float) -> None:
        """Count that it was postponed for that reason; a pause ends a run of outages."""
        if reason == "pause":
            self.waits.pop("outage", None)
            return
        times, since = self.waits.get(reason, (0, now))
        self.waits[reason] = (times + 1, since)

    def waited(self, reason: Reason, now: float) -> Wait:
        """How often it was postponed for that reason, and for how long now."""
        times, since = self.waits.get(reason, (0, now))
        return Wait(times=times, lasted=timedelta(seconds=now - since))
