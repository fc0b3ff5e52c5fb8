"""Spanish words written as they sound are read, and real words are left alone."""

import pytest

from application.understanding.rules import read, scan_of
from tests.understanding.shop import context


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("a ke ora abren", "hours"),
        ("kuanto kuesta el korte", "services"),
        ("donde keda la barveria", "address"),
        ("kiero ablar con una persona", "person"),
        ("aser una reserba pal biernes", "book"),
    ],
)
def test_what_is_written_as_it_sounds_is_understood(text: str, intent: str) -> None:
    assert read(text, context("es")).intent == intent


@pytest.mark.parametrize(
    "word", ["carro", "suave", "junto", "calcular", "congelar", "arrendar", "aceptado", "pasando"]
)
def test_a_word_of_its_own_is_no_slip_for_another(word: str) -> None:
    scan = scan_of(f"el {word} de mi casa", context("es"))

    assert scan.row.words[1] == word


def test_what_only_sounds_like_a_service_is_confirmed_by_a_button() -> None:
    reading = read("un rekorte mañana a las 4pm", context("es"))

    assert (reading.services, reading.inferred) == (("haircut",), ("spelling",))
