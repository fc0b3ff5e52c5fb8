"""What several rounds came to."""

from collections.abc import Sequence
from statistics import median

import msgspec


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """The median of the rounds, and the lowest and the highest of them."""

    median: float
    lowest: float
    highest: float


def figures(rounds: Sequence[float]) -> Figures:
    """Raises `StatisticsError` without any round."""
    return Figures(median=median(rounds), lowest=min(rounds), highest=max(rounds))


def ratios(ones: Sequence[float], others: Sequence[float]) -> Figures:
    """The figures of one ÷ other, round by round: what disturbs a round disturbs both."""
    return figures([one / other for one, other in zip(ones, others, strict=True)])
