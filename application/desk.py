"""Where a use case works: one shop, one moment, the ledger, and fresh names for new things."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.ledger import Ledger
from application.ports import Identities
from domain.shop import Shop


class Freshness(Protocol):
    """Sees to it that a diary knows what stands in its barber's calendar."""

    async def __call__(self, calendar_id: str) -> bool:
        """Whether it knows; `False` where the calendar could not be read in time."""
        ...


async def always_fresh(calendar_id: str) -> bool:
    """Take what the diary knows as it is."""
    del calendar_id
    return True


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """All that a use case needs besides its own arguments."""

    shop: Shop
    ledger: Ledger
    identities: Identities
    now: datetime
    freshness: Freshness = always_fresh
