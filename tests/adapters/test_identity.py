import pytest

from domain.customer import Address
from domain.identity import identifiers


def test_the_business_scoped_id_is_surer_than_the_phone() -> None:
    assert identifiers(Address(wa_id="15550100111", bsuid="US.1")) == (
        "bsuid:US.1",
        "wa:15550100111",
    )


def test_a_person_may_have_but_one_name() -> None:
    assert identifiers(Address(bsuid="US.1")) == ("bsuid:US.1",)
    assert identifiers(Address(wa_id="15550100111")) == ("wa:15550100111",)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("5215550100111", "525550100111"),  # Mexico, as WhatsApp often writes it
        ("525550100111", "525550100111"),
        ("52155501001", "52155501001"),  # too short for the old prefix
        ("5511987654321", "551187654321"),  # Brazil with the ninth digit
        ("551187654321", "551187654321"),
        ("5511945678901", "5511945678901"),  # a mobile number that always had nine digits
        ("551132345678", "551132345678"),  # a fixed line
        ("5491155501001", "5491155501001"),  # Argentina stays as it is
        ("541155501001", "541155501001"),
        ("+1 555-010-0111", "15550100111"),
    ],
)
def test_numbers_that_whatsapp_writes_in_two_ways_have_one_name(written: str, name: str) -> None:
    assert identifiers(Address(wa_id=written)) == (f"wa:{name}",)
