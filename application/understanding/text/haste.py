"""Reads words as thumbs type them: without their vowels ("wrks") or by their sound ("dat")."""

import functools
import re
from collections.abc import Iterator

from application.understanding.reading import Language
from application.understanding.text.languages import LANGUAGES
from application.understanding.text.lexicon import lexicon_of, own_words
from application.understanding.text.words import phrases

_VOWELS = "aeiou"
_DOUBLE = re.compile(r"(.)\1+")
_TELLING = 4  # consonants that are enough to tell a word among all
_SHORTEST = 2  # letters of any word written in haste
_ENDLESS = 3  # letters from which the last may be one of two: "wil"
_MUTE = (("wh", "w"), ("ght", "t"), ("ck", "k"))  # "wr", "rt", "chk"


@functools.lru_cache(maxsize=4096)
def in_full(word: str, language: Language) -> tuple[str, bool] | None:
    """The known word meant, and whether it is only likely; `None` if the word is like none."""
    if len(word) < _SHORTEST:
        return None
    known = lexicon_of(language).known
    once = tuple(_heard(word, language))
    twice = (again for one in once for again in _heard(one, language))  # "sumthin"
    heard = next((one for one in (*once, *twice) if one in known), None)
    if heard is not None:
        return heard, False
    bones = _bones(word)
    usual = next((one for one in _usual(language).get(bones, ()) if _left_over(word, one)), None)
    if usual is not None:
        return usual, usual in _services(language)
    rare = _rare(language).get(bones)
    return (rare, True) if rare is not None and _left_over(word, rare) else None


def _heard(word: str, language: Language) -> Iterator[str]:
    """The words that sound like it, as a language's speakers slur them: "dat", "doin", "sumone"."""
    for slurred, full in LANGUAGES[language].slurs:
        part, instead = slurred.strip("-"), full.strip("-")
        if slurred.endswith("-") and word.startswith(part):
            yield instead + word.removeprefix(part)
        if slurred.startswith("-") and word.endswith(part):
            yield word.removesuffix(part) + instead
    if len(word) >= _ENDLESS and LANGUAGES[language].slurs:
        yield word + word[-1]


def _bones(word: str) -> str:
    """The word without its vowels, save one that it begins with."""
    rest = "".join(letter for letter in word[1:] if letter not in _VOWELS)
    return _DOUBLE.sub(r"\1", word[0] + rest)


def _left_over(word: str, whole: str) -> bool:
    """Whether the word is what is left of the whole one, its letters in their order."""
    letters = iter(whole)
    return len(word) < len(whole) and all(letter in letters for letter in word)


@functools.cache
def _usual(language: Language) -> dict[str, tuple[str, ...]]:
    """The words that are squeezed most, by their bones; the likeliest first."""
    found: dict[str, tuple[str, ...]] = {}
    for word in LANGUAGES[language].squeezed.split():
        for bones in {_bones(one) for one in (word, *(word.replace(*mute) for mute in _MUTE))}:
            found[bones] = (*found.get(bones, ()), word)
    return found


@functools.cache
def _services(language: Language) -> frozenset[str]:
    """The words for services, which are confirmed by a button if they are not spelt in full."""
    notations = (notation for kind, _, notation in LANGUAGES[language].slots if kind == "service")
    return frozenset(
        word for notation in notations for phrase in phrases(notation) for word in phrase
    )


@functools.cache
def _rare(language: Language) -> dict[str, str]:
    """Every long word of a language that squeezes words, where no other has the same bones."""
    if not LANGUAGES[language].squeezed:
        return {}
    found: dict[str, set[str]] = {}
    for word in own_words(LANGUAGES[language]):
        if len(_bones(word)) >= _TELLING:
            found.setdefault(_bones(word), set()).add(word)
    return {bones: next(iter(words)) for bones, words in found.items() if len(words) == 1}
