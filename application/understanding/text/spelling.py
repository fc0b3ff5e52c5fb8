"""Recognises a known word in spite of the way it is spelt."""

import functools
import itertools
import re

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from application.understanding.reading import Language
from application.understanding.text.haste import in_full
from application.understanding.text.lexicon import Lexicon, lexicon_of, own_words
from application.understanding.text.slips import slipped
from application.understanding.text.tokens import Token
from application.understanding.wants.first_names import FIRST_NAMES

_RUN = re.compile(r"(.)\1{2,}")
_END = re.compile(r"(.)\1+$")  # "helloo", "tardess"
_DOUBLE = re.compile(r"(.)\1+")
_FOLDED_FROM = 3  # letters from which "annna" may be "ana"
_SHORTEST_STEM = 3  # letters: "visita" is nothing small
_HEARD_FROM = 3  # letters from which "ora" may be "hora"
_GUESSED_FROM = 5  # letters from which one wrong letter is forgiven
_NAMES_GUESSED_FROM = 4  # the shop's own names are few
_GUESSED_FREELY_FROM = 8  # and from which two are
_NAMES_SOUND = (
    *(("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("z", "s"), ("ee", "i"), ("ea", "i")),
    *(("ie", "i"), ("y", "i"), ("oo", "u"), ("ou", "u"), ("h", "")),
)
_GUESSES = 64  # per message: no text may make the search long


class Spelt(msgspec.Struct, frozen=True):
    """The known word meant, and whether that is only likely."""

    text: str
    doubtful: bool = False


class Speller:
    """Spells the words of one message."""

    def __init__(self, lexicon: Lexicon, topic_words: frozenset[str]) -> None:
        self._known, self._names_known = lexicon.known, topic_words
        self._short, self._endings = lexicon.words.short, lexicon.words.endings
        self._language = language = lexicon.words.language
        self._folded = _folded(language, topic_words)
        self._choices = _choices(language, topic_words)
        self._names = _choices(None, topic_words)
        self._sounds = lexicon.words.sounds
        self._sounding = _sounding(language) if self._sounds else {}
        self._called = _by_sound(topic_words)
        self._guesses = _GUESSES

    def spell(self, token: Token) -> Spelt:
        """The word as known; as written if it is like no known one."""
        if token.kind != "word":
            return Spelt(token.text)
        if token.text in self._short:
            return Spelt(self._short[token.text])
        if token.text in self._known:
            return Spelt(token.text)
        for variant in (*_variants(token), *self._plain(token.text)):
            if variant in self._known or variant in self._names_known:
                return Spelt(variant)
        text = token.text
        hasty = self._hasty(text) or self._alike(text)
        return hasty or self._slip(text) or self._guess(text)

    def _slip(self, text: str) -> Spelt | None:
        """The word that the fingers slipped over; no name is one of those."""
        meant = None if text in FIRST_NAMES else slipped(text, self._language)
        return None if meant is None else Spelt(meant, doubtful=True)

    def _hasty(self, text: str) -> Spelt | None:
        """The word that is meant by its bones, or by how it is slurred; no name is one of those."""
        full = None if text in FIRST_NAMES else in_full(text, self._language)
        return None if full is None else Spelt(full[0], doubtful=full[1])

    def _alike(self, text: str) -> Spelt | None:
        """The word that is the same but for doubled letters, or that sounds the same."""
        folded = self._folded.get(_DOUBLE.sub(r"\1", text))
        if folded is not None and len(text) >= _FOLDED_FROM:
            return Spelt(folded)
        named = self._called.get(_sound(text, _NAMES_SOUND))
        if named is not None and len(text) >= _NAMES_GUESSED_FROM:
            return Spelt(named, doubtful=True)
        heard = self._sounding.get(_sound(text, self._sounds)) if self._sounding else None
        if heard is not None and len(text) >= _HEARD_FROM:
            return Spelt(heard, doubtful=True)
        return None

    def _plain(self, text: str) -> tuple[str, ...]:
        """What a diminutive or a superlative may be made of."""
        return tuple(
            text.removesuffix(ending) + plain
            for ending, plain in self._endings
            if text.endswith(ending) and self._stems(text.removesuffix(ending), plain)
        )

    def _stems(self, stem: str, plain: str) -> bool:
        named = stem + plain in self._names_known  # "anita"
        return len(stem) >= _SHORTEST_STEM or (named and len(stem) > 1)

    def _guess(self, text: str) -> Spelt:
        length = len(text)
        singular = text.removesuffix("s")
        if singular in self._names_known and singular not in self._known:
            return Spelt(singular, doubtful=True)
        if singular in self._known or singular in self._names_known:
            return Spelt(text)
        if not _NAMES_GUESSED_FROM <= length <= 2 * _GUESSED_FREELY_FROM or not self._guesses:
            return Spelt(text)
        self._guesses -= 1
        named = length < _GUESSED_FROM or text in FIRST_NAMES
        choices = self._names if named else self._choices
        return self._nearest(text, choices.get(text[0], ()))

    def _nearest(self, text: str, choices: tuple[str, ...]) -> Spelt:
        allowed = 2 if len(text) >= _GUESSED_FREELY_FROM else 1
        found = process.extractOne(text, choices, scorer=OSA.distance, score_cutoff=allowed)
        return Spelt(found[0], doubtful=True) if found else Spelt(text)


def _variants(token: Token) -> tuple[str, ...]:
    base = token.text.removesuffix("s") if token.possessive else token.text
    twice = _RUN.sub(r"\1\1", token.text)
    return (token.text, base, twice, _RUN.sub(r"\1", token.text), _END.sub(r"\1", token.text))


@functools.lru_cache(maxsize=64)
def _folded(language: Language, names: frozenset[str]) -> dict[str, str]:
    words = lexicon_of(language).correctable | names
    return {_DOUBLE.sub(r"\1", word): word for word in sorted(words)}


@functools.lru_cache(maxsize=64)
def _by_sound(names: frozenset[str]) -> dict[str, str]:
    """The shop's own names by how they sound: "preeya" is "Priya"."""
    long = sorted(name for name in names if len(name) >= _NAMES_GUESSED_FROM)
    return {_sound(name, _NAMES_SOUND): name for name in long}


@functools.cache
def _sounding(language: Language) -> dict[str, str]:
    """The words of a language by how they sound."""
    lexicon = lexicon_of(language)
    words = own_words(lexicon.words)
    return {_sound(word, lexicon.words.sounds): word for word in sorted(words, reverse=True)}


@functools.lru_cache(maxsize=4096)
def _sound(word: str, sounds: tuple[tuple[str, str], ...]) -> str:
    for letters, sound in sounds:
        word = word.replace(letters, sound)
    return _DOUBLE.sub(r"\1", word)


@functools.lru_cache(maxsize=64)
def _choices(language: Language | None, names: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The words long enough to be guessed, by their first letter, which is seldom wrong."""
    words = lexicon_of(language).correctable | names if language else names
    long = sorted(word for word in words if len(word) >= _NAMES_GUESSED_FROM)
    return {letter: tuple(group) for letter, group in itertools.groupby(long, lambda w: w[0])}
