"""What a verification found."""

from typing import Literal

import msgspec

Reason = Literal[
    "changed",
    "removed",
    "inserted",
    "reordered",
    "cut off",
    "unreadable",
    "unlike its checkpoint",
    "checkpoint not signed by this key",
    "checkpoint out of order",
    "checkpoint unreadable",
    "version out of order",
    "index unlike the log",
    "head unlike the log",
    "witness changed",
    "trailer unlike the log",
]


class FirstBad(msgspec.Struct, frozen=True):
    """Where the log ceases to be what was recorded: at `position`, or somewhere up to `upto`."""

    position: int
    upto: int
    reason: Reason


def bad(position: int, reason: Reason) -> FirstBad:
    """Exactly there."""
    return FirstBad(position, position, reason)


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What was checked: the first `sealed` of `size` events are vouched for by checkpoints.

    Where something is bad, `size`, `chain` and `root` are those of the events before it, as far
    as these were looked at. What is not sealed is not known to be good.
    """

    log: str
    size: int
    sealed: int
    chain: str
    root: str
    checkpoints: int
    first_bad: FirstBad | None

    @property
    def unsealed(self) -> int:
        """How many events come after the last checkpoint."""
        return self.size - self.sealed
