"""Messages of our own invention, each read as a person would."""

import pytest

from application.understanding.rules import read
from tests.understanding.cases import Case, as_case, cases
from tests.understanding.shop import context


@pytest.mark.parametrize("case", cases("en"), ids=lambda case: f"{case.text} [{case.asked}]")
def test_an_english_message_is_read_as_meant(case: Case) -> None:
    shop = context("en", case.asked)

    reading = read(case.text, shop)

    assert as_case(reading, case) == case


@pytest.mark.parametrize("case", cases("es"), ids=lambda case: f"{case.text} [{case.asked}]")
def test_a_spanish_message_is_read_as_meant(case: Case) -> None:
    shop = context("es", case.asked)

    reading = read(case.text, shop)

    assert as_case(reading, case) == case
