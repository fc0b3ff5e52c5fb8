import pytest

from entrypoints.refusals import WORDS, why_refused
from infrastructure.whatsapp.errors import REFUSED


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (131042, "131042: a payment is missing"),
        (250, "250: the app lacks a permission"),
        (987654, "987654"),
    ],
)
def test_a_refusal_is_told_by_its_code_and_what_is_to_be_mended(code: int, words: str) -> None:
    assert why_refused(code) == words


def test_every_code_that_pauses_a_number_is_told_in_words() -> None:
    pausing = {code for code, remedy in REFUSED.items() if remedy == "pause"}

    assert pausing <= WORDS.keys()
