"""The shops that come with the product: the demo is what programs expect, Madrid shows the rest."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.hours import ClockRange, WeekRule
from domain.money import Money
from domain.shop import Policies, Shop
from infrastructure.shop_files.files import load_shops

FOLDER = Path(__file__).parents[2] / "shops"


@pytest.fixture(scope="module")
def demo() -> Shop:
    (shop,) = load_shops(FOLDER / "demo.toml")
    return shop


@pytest.fixture(scope="module")
def madrid() -> Shop:
    (shop,) = load_shops(FOLDER / "madrid.toml")
    return shop


def test_the_shops_of_the_repository_go_together() -> None:
    assert [shop.id for shop in load_shops(FOLDER)] == ["demo", "madrid"]


def test_the_demo_shop_has_the_services_that_programs_expect(demo: Shop) -> None:
    services = [
        (one.id, one.names["en"], one.names["es"], one.length.total_seconds() / 60, one.price.minor)
        for one in demo.services
    ]

    assert services == [
        ("haircut", "Haircut", "Corte de pelo", 30, 2500),
        ("beard_trim", "Beard trim", "Arreglo de barba", 20, 1500),
        ("haircut_beard", "Haircut + beard", "Corte y barba", 45, 3500),
        ("shave", "Shave", "Afeitado", 30, 2000),
        ("kids_cut", "Kids cut", "Corte de niño", 25, 1800),
        ("hair_color", "Hair colour", "Tinte", 90, 6000),
    ]


def test_the_demo_shop_opens_from_monday_to_saturday_nine_to_seven(demo: Shop) -> None:
    assert demo.timezone == "America/New_York"
    assert demo.hours == WeekRule(weekly=dict.fromkeys(range(6), (ClockRange(540, 1140),)))
    assert demo.closures == ()
    assert demo.policies == Policies()


def test_the_demo_shop_has_three_barbers_and_colour_is_anas_and_luiss(demo: Shop) -> None:
    names = [one.name for one in demo.barbers]
    plain = [one.id for one in demo.services if one.id != "hair_color"]
    marco, *others = demo.barbers

    assert names == ["Marco", "Luis", "Ana"]
    assert [id_ for id_ in plain if marco.offers((id_,))] == plain
    assert not marco.offers((demo.services[-1].id,))
    assert [one.services for one in others] == [None, None]
    assert [one.hours for one in demo.barbers] == [None, None, None]


def test_the_demo_shop_keeps_no_buffers(demo: Shop) -> None:
    buffers = {(one.before, one.after) for one in demo.services}

    assert buffers == {(timedelta(0), timedelta(0))}


def test_the_demo_shop_answers_under_its_phone_number_id_in_both_languages(demo: Shop) -> None:
    assert demo.phone_number_id == "105000000000002"
    assert demo.languages == ("en", "es")
    assert demo.country == "US"


def test_madrid_closes_at_midday_and_on_saturday_afternoon(madrid: Shop) -> None:
    assert madrid.hours.weekly[0] == (ClockRange(600, 840), ClockRange(990, 1230))
    assert madrid.hours.weekly[5] == (ClockRange(600, 840),)
    assert 6 not in madrid.hours.weekly


def test_madrid_counts_in_euros_and_keeps_buffers(madrid: Shop) -> None:
    cut = madrid.services[0]

    assert cut.price == Money(minor=1650, currency="EUR")
    assert cut.after == timedelta(minutes=5)


def test_madrid_is_closed_on_holidays_and_open_on_the_sunday_before_christmas(
    madrid: Shop,
) -> None:
    assert madrid.opening(date(2026, 12, 25)) == ()
    assert len(madrid.opening(date(2026, 12, 20))) == 1
    assert madrid.opening(date(2026, 12, 27)) == ()


def test_madrid_has_barbers_of_every_kind(madrid: Shop) -> None:
    javi, lucia, omar = madrid.barbers

    assert javi.hours is None
    assert javi.time_off
    assert lucia.hours is not None
    assert not lucia.offers((madrid.services[-1].id,))
    assert omar.breaks.weekly
