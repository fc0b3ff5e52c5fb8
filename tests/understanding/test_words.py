"""The word lists hold together."""

import msgspec
import pytest

from application.understanding.text.languages import LANGUAGES
from application.understanding.text.tokens import fold
from application.understanding.text.words import Words, phrases
from application.understanding.wants.topics import COMBINED

GENERIC = {*COMBINED, "shave", "kids_cut", "hair_color"}
every_language = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES.keys())


@every_language
def test_every_named_part_of_the_day_has_its_times(words: Words) -> None:
    named = {value for kind, value, _ in words.slots if kind == "part"}

    assert named <= words.parts.keys()


@every_language
def test_every_everyday_word_for_a_service_means_a_conventional_one(words: Words) -> None:
    meant = {value for kind, value, _ in words.slots if kind == "service"}

    assert meant <= GENERIC


@every_language
def test_phrases_are_written_as_texts_are_folded(words: Words) -> None:
    notations = [notation for _, _, notation in words.slots]
    notations += [notation for _, notation in (*words.intents, *words.whole, *words.hints)]

    unfolded = [notation for notation in notations if fold(notation) != notation]

    assert unfolded == []


@every_language
def test_a_word_list_survives_being_written_down(words: Words) -> None:
    written = msgspec.json.encode(words)

    assert msgspec.json.decode(written, type=Words) == words


def test_a_phrase_stands_for_every_choice_of_its_words() -> None:
    notation = "book me/us/- in|reserve"

    found = list(phrases(notation))

    assert found == [("book", "me", "in"), ("book", "us", "in"), ("book", "in"), ("reserve",)]
