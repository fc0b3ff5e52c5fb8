"""What the rules know of one language: data only, one value of `Words` per language module.

Phrases are written without accents, in lower case. `|` parts phrases, `/` parts the
alternatives of one word, and the alternative `-` is the absence of that word:
"book me/us/- in" stands for "book me in", "book us in" and "book in".
"""

import itertools
from collections.abc import Iterator

import msgspec

from application.understanding.reading import Intent, Language, TimeRange
from application.understanding.text.figures import Figure

Value = int | str
Entry = tuple[str, Value, str]  # kind, value, phrases


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """One language: its phrases by meaning, its habits, and its telling words."""

    language: Language
    slots: tuple[Entry, ...]  # words that days, times, people and services are made of
    intents: tuple[tuple[Intent, str], ...]
    hints: tuple[tuple[str, str], ...]  # words that decide an intent only beside something else
    whole: tuple[tuple[Intent, str], ...]  # meant only as the whole message
    frames: tuple[tuple[Intent, str], ...] = ()  # phrases in which `*` is a gap of a few words
    overheard: str = ""  # phrases whose parts would tell an intent that nobody has here
    parts: dict[str, TimeRange]  # the named parts of the day
    telling: frozenset[str]  # words that show the language
    filler: frozenset[str]  # words that carry no wish
    misspelt: frozenset[str] = frozenset()  # further words worth recognising when misspelt
    endings: tuple[tuple[str, str], ...] = ()  # of the small and the great: "barbita" is "barba"
    alike: frozenset[str] = frozenset()  # real words that are no slip for a known one
    negations: frozenset[str] = frozenset()  # "don't", before what is not wanted
    short: dict[str, str] = {}  # how a word is written in haste: "q" for "que"
    squeezed: str = ""  # words often written without vowels, the likeliest first
    slurs: tuple[tuple[str, str], ...] = ()  # "-in" for "-ing": beginnings and ends as heard
    figures: tuple[Figure, ...] = ()  # "4" for "for"
    sounds: tuple[tuple[str, str], ...] = ()  # letters that sound alike: "korte" is "corte"
    addressing: frozenset[str] = frozenset()  # words that speak to or of the shop, or of oneself
    native: frozenset[str] = frozenset()  # phrases that mean something else in other languages
    day_first: bool = True  # "3/11" is 3 November
    next_is_coming: bool = True  # "next Friday" is the coming one, seldom the one after


def either(*families: str) -> str:
    """One notation for all the phrases of several."""
    return "|".join(families)


def phrases(notation: str) -> Iterator[tuple[str, ...]]:
    """Every phrase that the notation stands for, as words."""
    for phrase in notation.split("|"):
        alternatives = [word.split("/") for word in phrase.split()]
        for words in itertools.product(*alternatives):
            yield tuple(word for word in words if word != "-")


def words_of(text: str) -> frozenset[str]:
    """The words of a plain list."""
    return frozenset(text.split())
