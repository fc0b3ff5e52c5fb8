"""What a shop's file said, as it was loaded: later decisions cite its version."""

import msgspec

from domain.identifiers import ShopId
from domain.shop import Shop


class ShopSettingsLoaded(msgspec.Struct, frozen=True, kw_only=True, tag="shop.settings_loaded"):
    """From now on the shop is run by these settings; `shop.version` names them.

    How the owner is reached is left out: it decides nothing, and the record is for ever.
    """

    shop: Shop


ShopSettingsEvent = ShopSettingsLoaded


class ShopSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings in force; `None` before any were loaded."""

    shop: Shop | None = None

    def load(self, shop: Shop) -> tuple[ShopSettingsEvent, ...]:
        """Run the shop by these settings; nothing if it is run by them already."""
        recorded = msgspec.structs.replace(shop, owner="", owner_phone=None)
        return () if recorded == self.shop else (ShopSettingsLoaded(shop=recorded),)


def evolve(settings: ShopSettings, event: ShopSettingsEvent) -> ShopSettings:
    """The settings after the event."""
    del settings
    return ShopSettings(shop=event.shop)


def stream(shop_id: ShopId) -> str:
    """The name of a shop's event stream."""
    return f"shop:{shop_id}"
