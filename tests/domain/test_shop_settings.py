import msgspec

from domain.shop_settings import ShopSettings, ShopSettingsLoaded, evolve, stream
from tests.domain.town import shop as town_shop

SHOP = town_shop()
PUBLIC = msgspec.structs.replace(SHOP, owner="", owner_phone=None)


def test_settings_that_are_new_are_recorded() -> None:
    assert ShopSettings().load(SHOP) == (ShopSettingsLoaded(shop=PUBLIC),)


def test_settings_that_are_in_force_change_nothing() -> None:
    settings = evolve(ShopSettings(), ShopSettingsLoaded(shop=PUBLIC))

    assert settings.load(SHOP) == ()


def test_settings_of_another_version_are_recorded_and_so_is_the_way_back() -> None:
    changed = msgspec.structs.replace(SHOP, version="2")
    settings = evolve(ShopSettings(shop=PUBLIC), ShopSettingsLoaded(shop=changed))

    assert settings.load(SHOP) == (ShopSettingsLoaded(shop=PUBLIC),)


def test_how_the_owner_is_reached_is_not_recorded() -> None:
    owned = msgspec.structs.replace(SHOP, owner="Aurelio", owner_phone="34600000000")

    (event,) = ShopSettings().load(owned)

    assert (event.shop.owner, event.shop.owner_phone) == ("", None)


def test_each_shop_has_a_stream_of_its_own() -> None:
    assert stream(SHOP.id) == f"shop:{SHOP.id}"
