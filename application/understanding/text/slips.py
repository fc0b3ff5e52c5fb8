"""Reads words that the fingers slipped over: letters in the wrong order, left out or doubled."""

import functools
from collections.abc import Iterator

from application.understanding.reading import Language
from application.understanding.text.languages import LANGUAGES
from application.understanding.text.lexicon import own_words

_SWAPPED_FROM = 5  # letters; shorter words are too like one another
_LEFT_OUT_FROM = 6  # letters of what is left


@functools.lru_cache(maxsize=4096)
def slipped(word: str, language: Language) -> str | None:
    """The language's own word that is meant; `None` if there is none, or more than one."""
    if len(word) < _SWAPPED_FROM:
        return None
    known = _own(language)
    found = next((one for one in (*_swapped(word), *_undoubled(word)) if one in known), None)
    if found is None and len(word) >= _LEFT_OUT_FROM:
        return _by_what_is_left(language).get(word)
    return found


def _swapped(word: str) -> Iterator[str]:
    for place in range(len(word) - 1):
        one, two = word[place], word[place + 1]
        if one != two:
            yield f"{word[:place]}{two}{one}{word[place + 2 :]}"


def _undoubled(word: str) -> Iterator[str]:
    if len(word) > _SWAPPED_FROM:
        for place in range(1, len(word)):
            if word[place] == word[place - 1]:
                yield f"{word[:place]}{word[place + 1 :]}"


@functools.cache
def _own(language: Language) -> frozenset[str]:
    return own_words(LANGUAGES[language]) | LANGUAGES[language].filler


def _without_one(word: str) -> set[str]:
    last = len(word) - 1
    kept = last - 2 if word.endswith("ndo") else last  # "cobrado" is no slip of "cobrando"
    return {f"{word[:place]}{word[place + 1 :]}" for place in range(1, last) if place != kept}


@functools.cache
def _by_what_is_left(language: Language) -> dict[str, str]:
    """The long words by what they are without one letter; the last is a matter of grammar."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for word in sorted(_own(language)):
        if len(word) <= _LEFT_OUT_FROM:
            continue
        for left in _without_one(word):
            if left in found:
                doubtful.add(left)
            found[left] = word
    return {left: word for left, word in found.items() if left not in doubtful}
