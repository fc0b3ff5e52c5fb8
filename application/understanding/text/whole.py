"""Reads the few words that mean something only as the whole message: STOP, BAJA, MIS DATOS."""

import functools

from application.understanding.reading import Intent
from application.understanding.text.languages import LANGUAGES
from application.understanding.text.pieces import Row
from application.understanding.text.words import phrases


def whole_message(row: Row) -> Intent | None:
    """The intent of a message that is nothing but such a phrase, signs aside."""
    return _known().get(tuple(word for word in row.words if word.isalnum()))


@functools.cache
def _known() -> dict[tuple[str, ...], Intent]:
    return {
        phrase: intent
        for words in LANGUAGES.values()
        for intent, notation in words.whole
        for phrase in phrases(notation)
    }
