"""The language shows in telling words only."""

import pytest

from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize("text", ["ok", "si", "2", "Ana", "👍", "no", "", "14:30"])
def test_a_word_of_both_languages_tells_no_language(text: str) -> None:
    shop = context("en")

    reading = read(text, shop)

    assert reading.language is None


@pytest.mark.parametrize("text", ["I would like a haircut", "do you have anything friday", "hello"])
def test_english_is_recognised_whatever_the_chat_spoke_before(text: str) -> None:
    shop = context("es")

    reading = read(text, shop)

    assert reading.language == "en"


@pytest.mark.parametrize("text", ["quiero un corte", "tienes hueco el viernes", "hola"])
def test_spanish_is_recognised_whatever_the_chat_spoke_before(text: str) -> None:
    shop = context("en")

    reading = read(text, shop)

    assert reading.language == "es"


def test_a_mixed_message_is_in_the_language_of_more_function_words() -> None:
    shop = context("es")

    reading = read("can you book me un corte for tomorrow", shop)

    assert reading.language == "en"
