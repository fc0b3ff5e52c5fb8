"""Nothing is confirmed by a doubt, a question, a delay or a wish for something else."""

import pytest

from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize(
    "text",
    [
        "no sé si pueda",
        "no estoy seguro",
        "déjame ver si puedo",
        "bueno, luego veo",
        "ok, lo consulto y te digo",
        "vale, te aviso",
        "ahorita te confirmo",
        "mañana te confirmo",
        "espérate tantito",
        "si es más tarde sí",
        "depende del precio",
        "seguro?",
        "cómo confirmo?",
        "tengo que confirmar?",
        "si confirmo me cobran?",
        "cuánto tiempo tengo para confirmar?",
        "me parece muy caro",
        "está bien pero a las 5",
        "perfecto pero con luis",
        "ok pero no a esa hora",
        "no confirmes todavía",
        "no entiendo",
        "eso no es lo que pedí",
        "ni la 1 ni la 2",
    ],
)
def test_it_is_not_read_as_a_yes(text: str) -> None:
    assert "confirm" not in read(text, context("es", "confirm")).intents
