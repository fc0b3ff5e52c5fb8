"""Tells the language of a message by its telling words."""

import functools
from collections.abc import Sequence

from application.understanding.reading import Language
from application.understanding.text.languages import LANGUAGES
from application.understanding.text.pieces import Row
from application.understanding.text.tokens import Token
from application.understanding.text.words import Words, phrases

_FUNCTION_WORD = 2
_OTHER_WORD = 1
_COMMON = {"fits", "yes"}  # so is what "is 5 ok" ends with
_ANSWERS = {"confirm", "deny"}  # "si" and "ok" are said in any language


def language_of(tokens: Sequence[Token]) -> Language | None:
    """The language of more function words; `None` if nothing tells, or two tell alike."""
    words = [token.text for token in tokens if token.kind == "word"]
    if len(words) == 1 and len(words[0]) == 1:
        return None  # "y" is a yes, and an "and" in Spanish
    scores = {name: sum(_weights(name).get(word, 0) for word in words) for name in LANGUAGES}
    best = max(scores, key=lambda name: scores[name])
    tied = list(scores.values()).count(scores[best]) > 1
    tied |= len(words) == 1 and words[0] in _answers_elsewhere(best)  # "ya" is a yes in English
    return None if tied or not scores[best] else best


@functools.cache
def _answers_elsewhere(language: Language) -> frozenset[str]:
    """The words that answer in another language and not in this one."""
    own = _answers(language)
    return frozenset(word for other in LANGUAGES for word in _answers(other)) - own


@functools.cache
def _answers(language: Language) -> frozenset[str]:
    told = (notation for intent, notation in LANGUAGES[language].intents if intent in _ANSWERS)
    every = (phrase for notation in told for phrase in phrases(notation))
    return frozenset(phrase[0] for phrase in every if len(phrase) == 1)


@functools.cache
def _weights(language: Language) -> dict[str, int]:
    own = LANGUAGES[language]
    shared = frozenset(
        word for other in LANGUAGES.values() if other is not own for word in _vocabulary(other)
    )
    weights = dict.fromkeys(_vocabulary(own) - shared, _OTHER_WORD)
    return weights | {word: _FUNCTION_WORD for word in own.telling if word not in _telling_shared()}


def _vocabulary(words: Words) -> frozenset[str]:
    notations = [notation for kind, _, notation in words.slots if kind not in _COMMON]
    notations += [notation for intent, notation in words.intents if intent not in _ANSWERS]
    return words.telling | frozenset(
        phrase[0] for notation in notations for phrase in phrases(notation) if len(phrase) == 1
    )


@functools.cache
def _telling_shared() -> frozenset[str]:
    sets = [words.telling for words in LANGUAGES.values()]
    return frozenset(word for word in sets[0] if all(word in telling for telling in sets))


def tongue_wished(row: Row) -> Language | None:
    """The language that is named: "in Spanish, please"."""
    for piece in row.pieces:
        for language in LANGUAGES:
            if piece.marks.get("tongue") == language:
                return language
    return None
