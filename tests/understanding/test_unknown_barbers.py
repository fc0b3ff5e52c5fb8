"""Somebody asked for by name whom the shop does not have is told by that name."""

import pytest

from application.understanding.reading import Asked
from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("haircut with Pedro tomorrow at 3pm", "Pedro"),
        ("haircut with pedro", "pedro"),
        ("is pedro in tomorrow?", "pedro"),
        ("is Mike working friday", "Mike"),
        ("corte con Zacarías mañana", "Zacarías"),
        ("un corte con javier", "javier"),
        ("¿está Pedro mañana?", "Pedro"),
    ],
)
def test_an_unknown_barber_is_told_by_name(text: str, name: str) -> None:
    reading = read(text, context("en"))

    assert (reading.stranger, reading.barber) == (name, None)
    assert reading.understood


@pytest.mark.parametrize(
    "text",
    [
        "haircut with Ana",
        "corte con lucho",
        "corte con luiss",
        "haircut with my son",
        "corte con mi hijo",
        "corte con tijera",
        "haircut with anyone",
        "my name is Pedro, haircut with ana",
        "soy Javier, corte con cualquiera",
        "CORTE CON BARBA",
        "corte con degradado bajo",
        "haircut with scissors",
    ],
)
def test_whoever_works_there_or_is_no_barber_is_no_stranger(text: str) -> None:
    reading = read(text, context("en"))

    assert reading.stranger is None


@pytest.mark.parametrize("asked", ["barber"])
@pytest.mark.parametrize("text", ["Pedro", "pedro pls", "con Wenceslao"])
def test_an_unknown_name_answers_the_question_for_a_barber(text: str, asked: Asked) -> None:
    reading = read(text, context("en", asked))

    assert reading.stranger is not None
    assert reading.intents == ("book",)
