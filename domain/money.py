"""Money as the till knows it."""

from typing import Self

import msgspec


class Money(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An amount in the currency's minor units (cents); `currency` is an ISO 4217 code."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if self.minor < 0:
            raise ValueError("money is never negative here")
        if len(self.currency) != 3 or not self.currency.isupper():  # noqa: PLR2004
            raise ValueError("a currency is an ISO 4217 code of three capitals")

    def plus(self, other: Self) -> "Money":
        """Add another amount of the same currency."""
        if other.currency != self.currency:
            raise ValueError("amounts of different currencies do not add")
        return Money(minor=self.minor + other.minor, currency=self.currency)
