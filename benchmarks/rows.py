"""The rows of the table."""

from typing import Literal

import msgspec

from benchmarks.figures import Figures


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What the median of a ratio has to keep to."""

    side: Literal["at least", "at most"]
    bound: float

    def met_by(self, ratio: Figures) -> bool:
        """Whether the ratio is good enough."""
        if self.side == "at least":
            return ratio.median >= self.bound
        return ratio.median <= self.bound


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One thing measured; `missing` says why it could not be, and then there are no figures.

    `ratio` is what `of` says: `ours ÷ this`, where nothing else is said.
    """

    case: str
    what: str
    unit: str
    measured: Figures | None = None
    ratio: Figures | None = None
    of: str = "ours ÷ this"
    target: Target | None = None
    missing: str = ""

    @property
    def missed(self) -> bool:
        """Whether it was compared and did not keep to its target."""
        if self.target is None or self.ratio is None:
            return False
        return not self.target.met_by(self.ratio)
