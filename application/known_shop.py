"""The shop that something is about, where the settings still have it."""

from collections.abc import Mapping

from domain.shop import Shop


class NoSuchShop(Exception):
    """The settings have no shop of that id, or none with that phone number."""

    def __init__(self, shop: str) -> None:
        super().__init__("no_such_shop")
        self.shop = shop


def known_shop(shops: Mapping[str, Shop], key: str) -> Shop:
    """The shop under that key. Raises `NoSuchShop`."""
    shop = shops.get(key)
    if shop is None:
        raise NoSuchShop(key)
    return shop
