"""Somebody asked for whom the shop does not have leaves the reading unsure."""

import pytest

from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("haircut with pedro tomorrow at 2pm", True),
        ("corte con pedro mañana a las 4 de la tarde", True),
        ("haircut with bruno tomorrow at 2pm", False),
        ("corte con bruno mañana a las 4 de la tarde", False),
    ],
)
def test_a_barber_whom_the_shop_does_not_have_is_never_passed_over(
    text: str, *, unsure: bool
) -> None:
    reading = read(text, context("en"))

    assert ("spelling" in reading.inferred) is unsure
