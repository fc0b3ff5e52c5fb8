"""The phrases of all languages as seen from one of them, ready to be found in a text."""

import functools
from collections.abc import Iterable, Sequence

import msgspec

from application.understanding.reading import Language, TimeRange
from application.understanding.text.languages import LANGUAGES
from application.understanding.text.words import Value, Words, phrases

_CORRECTED_KINDS = {"weekday", "offset", "part", "month"}
_RUN_TOGETHER, _PAIR = "service", 2
_NOTHING: dict[str, Value] = {}
_WORTH_CORRECTING = 5  # letters; shorter words are too like one another


class Node(msgspec.Struct, gc=False):
    """One word further into the known phrases, and what the phrase means that ends here."""

    after: dict[str, "Node"] = msgspec.field(default_factory=dict)
    marks: dict[str, Value] = msgspec.field(default_factory=dict)

    def add(self, words: Iterable[str], marks: dict[str, Value]) -> None:
        """Let the phrase mean the marks too."""
        node = self
        for word in words:
            node = node.after.setdefault(word, Node())
        node.marks = {**node.marks, **marks} if node.marks else marks

    def longest(self, words: Sequence[str], start: int) -> tuple[int, dict[str, Value]]:
        """Where the longest phrase from `start` ends, and its meaning; `start` if none does."""
        if start >= len(words) or words[start] not in self.after:
            return start, _NOTHING
        node, end, marks = self, start, _NOTHING
        for place in range(start, len(words)):
            following = node.after.get(words[place])
            if following is None:
                break
            node = following
            if node.marks:
                end, marks = place + 1, node.marks
        return end, marks


class Lexicon(msgspec.Struct, frozen=True):
    """What every known word and phrase means in a text of one language."""

    words: Words
    slots: Node
    intents: Node
    hints: Node
    filler: frozenset[str]
    known: frozenset[str]
    correctable: frozenset[str]

    def part(self, name: str) -> TimeRange:
        """The wall-clock times of a named part of the day; all day if the name is not known."""
        for words in (self.words, *LANGUAGES.values()):
            if name in words.parts:
                return words.parts[name]
        return TimeRange(start=None, end=None)


Meaning = dict[tuple[str, ...], dict[str, Value]]


@functools.cache
def lexicon_of(language: Language) -> Lexicon:
    """The lexicon for a text of the language; the others' words count where they cannot mislead."""
    own = LANGUAGES[language]
    order = [words for words in LANGUAGES.values() if words is not own]
    told = {words.language: _meanings(words.language) for words in LANGUAGES.values()}
    slots, intents, hints = (
        _merged([(told[words.language][n], words.native) for words in order], told[language][n])
        for n in range(3)
    )
    everything = (*order, own)
    filler = frozenset().union(*(words.filler for words in everything))
    return Lexicon(
        words=own,
        slots=_trie(slots),
        intents=_trie(intents),
        hints=_trie(hints),
        filler=filler,
        known=_single_words(slots, intents, hints) | filler | own.alike,
        correctable=_correctable(told[language][0]) | own.misspelt,
    )


def own_words(words: Words) -> frozenset[str]:
    """Every word of the language's own phrases, save numbers and signs."""
    named = _single_words(*_meanings(words.language))
    return frozenset(word for word in named if word.isalpha())


@functools.cache
def _meanings(language: Language) -> tuple[Meaning, Meaning, Meaning]:
    """What the phrases of a language mean: its slots, its intents and its hints."""
    words = LANGUAGES[language]
    return _slot_meanings(words), _intents(words), _hints(words)


def _merged(others: list[tuple[Meaning, frozenset[str]]], own: Meaning) -> Meaning:
    merged: Meaning = {}
    for meanings, native in others:
        merged |= {words: m for words, m in meanings.items() if " ".join(words) not in native}
    return merged | own


def _slot_meanings(words: Words) -> Meaning:
    meanings: Meaning = {}
    for kind, value, notation in words.slots:
        for phrase in phrases(notation):
            meanings[phrase] = {**meanings.get(phrase, {}), kind: value}
            if kind == _RUN_TOGETHER and len(phrase) == _PAIR:
                meanings.setdefault(("".join(phrase),), {kind: value})  # "skinfade"
    return meanings


def _intents(words: Words) -> Meaning:
    meant: Meaning = {}
    for intent, notation in words.intents:
        meaning: dict[str, Value] = {"intent": intent}
        meant.update({phrase: meaning for phrase in phrases(notation)})  # noqa: C420 - one for all
    overheard = phrases(words.overheard) if words.overheard else ()
    return meant | {phrase: {"overheard": 1} for phrase in overheard}


def _hints(words: Words) -> Meaning:
    meanings: Meaning = {}
    for hint, notation in words.hints:
        for phrase in phrases(notation):
            meanings[phrase] = {**meanings.get(phrase, {}), hint: 1}
    return meanings


def _trie(meanings: Meaning) -> Node:
    root = Node()
    for words, marks in meanings.items():
        root.add(words, marks)
    return root


def _single_words(*meanings: Meaning) -> frozenset[str]:
    return frozenset(word for meaning in meanings for phrase in meaning for word in phrase)


def _correctable(slots: Meaning) -> frozenset[str]:
    return frozenset(
        phrase[0]
        for phrase, marks in slots.items()
        if len(phrase) == 1
        and len(phrase[0]) >= _WORTH_CORRECTING
        and _CORRECTED_KINDS & marks.keys()
    )
