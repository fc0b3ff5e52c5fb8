"""Days, times, money and names as each language and country writes them."""

from datetime import date, timedelta

import pytest

from application.wording import Wording
from domain.identifiers import ServiceId
from domain.money import Money
from tests.application.counter import DEMO, MADRID, TUESDAY, at, changed

HAIRCUT, SHAVE = ServiceId("haircut"), ServiceId("shave")


def wording(language: str, country: str = "US") -> Wording:
    return Wording(changed(DEMO, country=country), language)


@pytest.mark.parametrize(
    ("language", "country", "minor", "currency", "said"),
    [
        ("en", "US", 1800, "USD", "$18"),
        ("en", "US", 1850, "USD", "$18.50"),
        ("en", "US", 123456, "USD", "$1,234.56"),
        ("es", "US", 1800, "USD", "$18"),
        ("es", "US", 1850, "USD", "$18.50"),
        ("en", "ES", 1800, "EUR", "18 €"),
        ("es", "ES", 1800, "EUR", "18 €"),
        ("es", "ES", 1650, "EUR", "16,50 €"),
        ("es", "ES", 123456, "EUR", "1.234,56 €"),
        ("es", "MX", 25000, "MXN", "$250"),
        ("es", "MX", 25050, "MXN", "$250.50"),
        ("en", "US", 0, "USD", "$0"),
        ("en", "US", 5, "USD", "$0.05"),
        ("en", "JP", 1800, "JPY", "¥1,800"),
    ],
)
def test_money_is_written_as_the_country_does(
    language: str, country: str, minor: int, currency: str, said: str
) -> None:
    amount = Money(minor=minor, currency=currency)

    assert wording(language, country).money(amount) == said


@pytest.mark.parametrize("amount", range(1, 2000, 37))
def test_no_cent_is_lost_in_writing(amount: int) -> None:
    said = wording("en").money(Money(minor=amount, currency="USD"))

    assert round(float(said.removeprefix("$")) * 100) == amount


@pytest.mark.parametrize(
    ("language", "country", "said"),
    [
        ("en", "US", "Tuesday 24 November, 2:00 pm"),
        ("en", "ES", "Tuesday 24 November, 2:00 pm"),
        ("es", "US", "martes 24 de noviembre, 14:00"),
        ("es", "ES", "martes 24 de noviembre, 14:00"),
        ("es", "MX", "martes 24 de noviembre, 14:00"),
    ],
)
def test_a_moment_names_weekday_day_and_time_of_the_shops_wall(
    language: str, country: str, said: str
) -> None:
    assert wording(language, country).when(at("14:00")) == said


@pytest.mark.parametrize(
    ("language", "country", "said"),
    [
        ("en", "US", "Tue 24 Nov 2:00 pm"),
        ("es", "ES", "mar 24 nov 14:00"),
        ("es", "MX", "mar 24 nov 14:00"),
    ],
)
def test_the_short_form_fits_a_row(language: str, country: str, said: str) -> None:
    assert wording(language, country).short(at("14:00")) == said


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("country", ["US", "ES", "MX", "AR"])
def test_no_day_of_the_year_is_too_long_for_a_row(language: str, country: str) -> None:
    words = wording(language, country)
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]

    longest = max((words.short(at("12:45", day)) for day in days), key=len)

    assert len(longest) <= 24


@pytest.mark.parametrize(("clock", "said"), [("00:00", "12:00 am"), ("12:00", "12:00 pm")])
def test_noon_and_midnight_are_told_apart(clock: str, said: str) -> None:
    assert wording("en").time(at(clock)) == said


def test_a_moment_is_said_in_the_zone_of_the_shop() -> None:
    moment = at("14:00", TUESDAY, DEMO)

    assert Wording(MADRID, "es").when(moment) == "martes 24 de noviembre, 20:00"


def test_services_are_joined_as_the_language_does() -> None:
    assert wording("en").services((HAIRCUT, SHAVE)) == "Haircut and Shave"
    assert wording("es").services((HAIRCUT, SHAVE)) == "Corte de pelo y Afeitado"


def test_a_service_that_the_shop_gave_up_is_left_out() -> None:
    assert wording("en").services((ServiceId("perm"), SHAVE)) == "Shave"


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["A"], "A"), (["A", "B", "C"], "A, B and C")]
)
def test_names_are_listed(names: list[str], said: str) -> None:
    assert wording("en").listed(names) == said


def test_an_unknown_language_is_the_shops_first() -> None:
    assert Wording(MADRID, "fr").language == "es"


def test_an_unknown_country_does_no_harm() -> None:
    assert wording("es", "ZZ").money(Money(minor=1800, currency="EUR")) == "18 €"


def test_a_text_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError):
        wording("en").text("no.such.text")


def test_a_value_that_is_missing_is_a_fault() -> None:
    with pytest.raises(KeyError):
        wording("en").text("booked", code="K7QF")
