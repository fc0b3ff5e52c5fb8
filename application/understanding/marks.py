"""Finds the phrases that tell what a customer wants, and how much was not understood."""

import itertools

import msgspec

from application.understanding.frames import frames_in
from application.understanding.lexicon import Lexicon
from application.understanding.pieces import Row
from application.understanding.reading import Intent
from application.understanding.tokens import Token

_FOREIGN, _NEGATED = "foreign", "negated"
_REACH = 4  # words from "don't" to what is not wanted


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
    negations: frozenset[int]  # tokens such as "not"


def marks_in(row: Row, lexicon: Lexicon) -> Marks:
    """The telling phrases: at each place the longest."""
    found: list[IntentMark] = []
    covered: set[int] = set()
    overheard: set[int] = set()
    spoken = _spoken_for(row)
    parts = {piece.first for piece in row.pieces if piece.has("part")}
    place = 0
    while place < len(row.words):
        end, marks = lexicon.intents.longest(row.words, place)
        if set(range(place, end)) <= spoken:
            end, marks = place, {}
        covered |= set(range(place, end))
        if "overheard" in marks:
            overheard |= set(range(place, end))
        if "intent" in marks and not (marks["intent"] == "greeting" and place and place in parts):
            found.append(IntentMark(marks["intent"], place, end))  # type: ignore[arg-type]
        place = max(end, place + 1)
    hints, hinting, negations = _hints(row, lexicon, overheard)
    covered |= hinting
    told = {mark.intent for mark in found}
    for frame in frames_in(row.words, lexicon.words):
        told_too = frame.intent in told and frame.intent != "greeting"
        if not told_too and overheard.isdisjoint(range(frame.first, frame.last)):
            told.add(frame.intent)
            found.append(IntentMark(frame.intent, frame.first, frame.last))
    found.sort(key=lambda mark: mark.first)
    kept, refused = _unrefused(found, row, lexicon.words.negations)
    becoming = "becomes" in hints or ("comes" in hints and _several_times(row))
    kept = _moving(kept) if becoming else kept
    return Marks(kept, frozenset(hints), frozenset(covered), refused, frozenset(negations))


def _hints(row: Row, lexicon: Lexicon, overheard: set[int]) -> tuple[set[str], set[int], set[int]]:
    """The hints in the row, the tokens that they tell by, and the negations among them.

    Foreign words stay strange.
    """
    hints: set[str] = set()
    covered: set[int] = set()
    negations: set[int] = set()
    for place in range(len(row.words)):
        end, meant = lexicon.hints.longest(row.words, place)
        if not meant or place in overheard:
            continue
        hints.update(meant)
        if _FOREIGN not in meant:
            covered.update(range(place, end))
        if _NEGATED in meant:
            negations.add(place)
    return hints, covered, negations


def _several_times(row: Row) -> bool:
    """Whether two days or numbers are said, as in "my appointment is at 4, can I come at 3"."""
    return sum(piece.has("weekday", "offset", "number") for piece in row.pieces) > 1


def _moving(found: tuple[IntentMark, ...]) -> tuple[IntentMark, ...]:
    """As in "can my appointment on Tuesday be on Friday", which asks for more than when it is."""
    return tuple(
        IntentMark("move", mark.first, mark.last) if mark.intent == "my_appointments" else mark
        for mark in found
    )


def _spoken_for(row: Row) -> frozenset[int]:
    """Tokens of longer phrases that say when or who: the "cuánto" of "cuánto antes"."""
    return frozenset(
        token
        for piece in row.pieces
        if piece.has("earliest", "part", "any", "any_time", "any_barber")
        and piece.last - piece.first > 1
        for token in range(piece.first, piece.last)
    )


def _unrefused(
    found: list[IntentMark], row: Row, negations: frozenset[str]
) -> tuple[tuple[IntentMark, ...], frozenset[Intent]]:
    """Leaves out "don't cancel", which is neither a wish to cancel nor a denial."""
    dropped: list[IntentMark] = []
    for before, mark in itertools.pairwise(found):
        between = row.words[before.last - 1 : mark.first]
        apart = mark.first >= before.last
        negated = apart and len(between) <= _REACH and negations.issuperset(between)
        if mark.intent == "cancel" and before.intent == "deny" and negated:
            dropped += [before, mark]
    refused = frozenset(mark.intent for mark in dropped if mark.intent != "deny")
    return tuple(mark for mark in found if mark not in dropped), refused


def strangers(
    row: Row, tokens: tuple[Token, ...], marks: Marks, lexicon: Lexicon
) -> frozenset[int]:
    """The tokens of the words that say something that the rules do not know."""
    meant = {
        token for piece in row.pieces if piece.marks for token in range(piece.first, piece.last)
    }
    return frozenset(
        place
        for place, token in enumerate(tokens)
        if token.kind == "word"
        and place not in meant
        and place not in marks.covered
        and row.words[place] not in lexicon.filler
    )
