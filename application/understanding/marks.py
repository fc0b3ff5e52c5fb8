"""Finds the phrases that tell what a customer wants, and how much was not understood."""

import itertools

import msgspec

from application.understanding.lexicon import Lexicon
from application.understanding.pieces import Row
from application.understanding.reading import Intent
from application.understanding.tokens import Token

_REACH = 2  # words from "don't" to what is not wanted


class IntentMark(msgspec.Struct, frozen=True):
    """One phrase that tells an intent; places are tokens, half-open."""

    intent: Intent
    first: int
    last: int


class Marks(msgspec.Struct, frozen=True):
    """Every telling phrase of a message."""

    intents: tuple[IntentMark, ...]
    hints: frozenset[str]
    covered: frozenset[int]  # tokens
    refused: frozenset[Intent]  # "don't cancel"


def marks_in(row: Row, lexicon: Lexicon) -> Marks:
    """The telling phrases: at each place the longest."""
    found: list[IntentMark] = []
    hints: set[str] = set()
    covered: set[int] = set()
    spoken = _spoken_for(row)
    place = 0
    while place < len(row.words):
        end, marks = lexicon.intents.longest(row.words, place)
        if set(range(place, end)) <= spoken:
            end, marks = place, {}
        hinted, meant = lexicon.hints.longest(row.words, place)
        hints |= meant.keys()
        covered |= set(range(place, max(end, hinted)))
        if marks:
            found.append(IntentMark(marks["intent"], place, end))  # type: ignore[arg-type]
        place = max(end, place + 1)
    kept, refused = _unrefused(found, row, lexicon.words.negations)
    return Marks(kept, frozenset(hints), frozenset(covered), refused)


def _spoken_for(row: Row) -> frozenset[int]:
    """Tokens of longer phrases that say when or who: the "cuánto" of "cuánto antes"."""
    return frozenset(
        token
        for piece in row.pieces
        if piece.has("earliest", "part", "any_barber") and piece.last - piece.first > 1
        for token in range(piece.first, piece.last)
    )


def _unrefused(
    found: list[IntentMark], row: Row, negations: frozenset[str]
) -> tuple[tuple[IntentMark, ...], frozenset[Intent]]:
    """Leaves out "don't cancel", which is neither a wish to cancel nor a denial."""
    dropped: list[IntentMark] = []
    for before, mark in itertools.pairwise(found):
        between = row.words[before.last - 1 : mark.first]
        negated = len(between) <= _REACH and negations.issuperset(between)
        if mark.intent == "cancel" and before.intent == "deny" and negated:
            dropped += [before, mark]
    refused = frozenset(mark.intent for mark in dropped if mark.intent != "deny")
    return tuple(mark for mark in found if mark not in dropped), refused


def strangers(row: Row, tokens: tuple[Token, ...], marks: Marks, lexicon: Lexicon) -> int:
    """How many words say something that the rules do not know."""
    meant = {
        token for piece in row.pieces if piece.marks for token in range(piece.first, piece.last)
    }
    return sum(
        token.kind == "word"
        and place not in meant
        and place not in marks.covered
        and row.words[place] not in lexicon.filler
        for place, token in enumerate(tokens)
    )
