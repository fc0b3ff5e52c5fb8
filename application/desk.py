"""Where a use case works: one shop, one moment, the ledger, and fresh names for new things."""

from datetime import datetime

import msgspec

from application.ledger import Ledger
from application.ports import Identities
from domain.shop import Shop


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """All that a use case needs besides its own arguments."""

    shop: Shop
    ledger: Ledger
    identities: Identities
    now: datetime
