"""Finds the phrases that tell what a customer wants, and how much was not understood."""

import itertools

import msgspec

from application.understanding.reading import Intent
from application.understanding.text.frames import FrameFound, frames_in
from application.understanding.text.lexicon import Lexicon
from application.understanding.text.pieces import Row
from application.understanding.text.tokens import Token
from application.understanding.text.words import Value

_FOREIGN, _AFAR, _CLAUSE = "foreign", "afar", "clause"
_NEGATED, _CONTRARY, _ASSENT = "negated", "contrary", "assent"
_HEARD_ANYWAY = {_FOREIGN, _AFAR, "insult"}  # within a phrase whose parts would mislead
_PLACED = (_FOREIGN, _AFAR, _CLAUSE, _NEGATED, _CONTRARY, _ASSENT)
# "Did my wife book me in" makes no appointment, "hope all is good" is no yes.
_OVERRULED: dict[Intent, frozenset[Intent]] = {
    "cancel": frozenset({"book"}),
    "my_appointments": frozenset({"book"}),
    "greeting": frozenset({"confirm", "deny", "availability", "person"}),
    "thanks": frozenset({"confirm", "deny"}),
    "goodbye": frozenset({"confirm", "deny", "person"}),
}
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
    contraries: frozenset[int] = frozenset()  # tokens such as "wrong"
    assents: frozenset[int] = frozenset()  # tokens such as "yes", no mere "ok"
    far: frozenset[int] = frozenset()  # tokens such as "bank", "flight"
    breaks: frozenset[int] = frozenset()  # tokens such as "so", "but"


def marks_in(row: Row, lexicon: Lexicon) -> Marks:
    """The telling phrases: at each place the longest."""
    found: list[IntentMark] = []
    covered: set[int] = set()
    overheard: set[int] = set()
    clocked: set[int] = set()
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
        if marks.get("intent") == "hours":
            clocked |= set(range(place, end))  # the "hora" of "a qué hora abren" is no visit
        if "intent" in marks and not (marks["intent"] == "greeting" and place and place in parts):
            found.append(IntentMark(marks["intent"], place, end))  # type: ignore[arg-type]
        place = max(end, place + 1)
    hints, hinting, placed = _hints(row, lexicon, overheard | clocked)
    covered |= hinting
    told = {mark.intent for mark in found}
    for frame in frames_in(row.words, lexicon.words):
        told_too = frame.intent in told and frame.intent not in {"greeting", "thanks"}
        inside = any(mark.first <= frame.first and frame.last <= mark.last for mark in found)
        if inside or not overheard.isdisjoint(range(frame.first, frame.last)):
            continue
        covered.update(frame.told)
        if frame.intent in _OVERRULED and (frame.intent == "goodbye" or not told_too):
            found = [one for one in found if not _overruled(one, frame)]
        if not told_too:
            told.add(frame.intent)
            found.append(IntentMark(frame.intent, frame.first, frame.last))
    found.sort(key=lambda mark: mark.first)
    kept, refused = _unrefused(found, row, lexicon.words.negations)
    kept = _unable(kept, row)
    becoming = "becomes" in hints or ("comes" in hints and _several_times(row))
    kept = _moving(kept) if becoming else kept
    return Marks(
        kept,
        frozenset(hints),
        frozenset(covered),
        refused,
        negations=frozenset(placed[_NEGATED]),
        contraries=frozenset(placed[_CONTRARY]),
        assents=frozenset(placed[_ASSENT]),
        far=frozenset(placed[_FOREIGN] | placed[_AFAR]),
        breaks=frozenset(placed[_CLAUSE]),
    )


def _hints(
    row: Row, lexicon: Lexicon, overheard: set[int]
) -> tuple[set[str], set[int], dict[str, set[int]]]:
    """The hints in the row, the tokens that they tell by, and the places of some of them.

    Foreign words stay strange.
    """
    hints: set[str] = set()
    covered: set[int] = set()
    placed: dict[str, set[int]] = {hint: set() for hint in _PLACED}
    elsewhere = _with_others(row)
    for place in range(len(row.words)):
        end, meant = lexicon.hints.longest(row.words, place)
        meant = elsewhere.get(place, meant)
        if not meant or (place in overheard and not _HEARD_ANYWAY & meant.keys()):
            continue
        hints.update(meant)
        if _FOREIGN not in meant:
            covered.update(range(place, end))
        for hint in placed.keys() & meant.keys():
            placed[hint].add(place)
    return hints, covered, placed


def _with_others(row: Row) -> dict[int, dict[str, Value]]:
    """What an appointment of another trade tells, by its token: "my cita con el dentista".

    That of a customer who says "I have" it is only told beside a wish of ours.
    """
    found: dict[int, dict[str, Value]] = {}
    for place, piece in enumerate(row.pieces):
        if not piece.has("with"):
            continue
        if any(one.has("event", "profession") for one in row.between(place + 1, place + 3)):
            held = any(one.has("holds") for one in row.between(place - 3, place))
            found[row.at(place - 1).first] = {_AFAR if held else _FOREIGN: 1}
    return found


def _overruled(mark: IntentMark, frame: FrameFound) -> bool:
    overlap = mark.first < frame.last and mark.last > frame.first
    return overlap and mark.intent in _OVERRULED[frame.intent]


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


def _unable(found: tuple[IntentMark, ...], row: Row) -> tuple[IntentMark, ...]:
    """Leaves out the "come by" of "I am not able to come by"."""
    dropped = [
        mark
        for before, mark in itertools.pairwise(found)
        if (before.intent, mark.intent) == ("cancel", "book") and _leads(row, before, mark)
    ]
    return tuple(mark for mark in found if mark not in dropped)


def _leads(row: Row, before: IntentMark, mark: IntentMark) -> bool:
    between = [piece for piece in row.pieces if before.last <= piece.first < mark.first]
    return bool(between) and all(piece.has("to") for piece in between)


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
