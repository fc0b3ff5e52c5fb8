"""Who cannot come and names another day wants to move; who names none, to cancel."""

import datetime as dt

import pytest

from application.understanding.rules import read
from tests.understanding.shop import context

FRIDAY, SATURDAY = dt.date(2025, 11, 14), dt.date(2025, 11, 15)


@pytest.mark.parametrize(
    "text",
    [
        "no puedo ir el viernes, ¿se puede el sábado?",
        "el viernes no puedo ir, mejor el sabado",
        "no llego a la cita del viernes, la podemos dejar para el sabado?",
        "no podre ir el biernes perdon, puede ser el savado",
        "i can't make it friday, can we do saturday instead?",
        "cant come friday sorry, can i come saturday",
        "wont be able to make firday, is saturday free",
    ],
)
def test_cannot_come_and_another_day_is_a_wish_to_move(text: str) -> None:
    reading = read(text, context("en"))

    assert reading.intents == ("move",)
    assert (reading.old_day, reading.day) == (FRIDAY, SATURDAY)


@pytest.mark.parametrize(
    "text",
    [
        "no puedo ir el viernes",
        "i can't make it friday",
        "cant come friday sorry",
        "no llego el viernes",
    ],
)
def test_cannot_come_alone_is_a_wish_to_cancel(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.intents, reading.day) == (("cancel",), FRIDAY)
