"""What the model may cost."""

import msgspec


class Budget(msgspec.Struct, frozen=True, kw_only=True):
    """How many questions a shop, and one customer of it, may cost on a day of the shop's."""

    shop: int = 500
    customer: int = 20
