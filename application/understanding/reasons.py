"""Why a text reads as it does: for each part of it the rule, and the words that the rule knew."""

from collections.abc import Iterator

import msgspec

from application.understanding.reading import Context, Reading, Span
from application.understanding.rules import Scan, scan_of
from application.understanding.text.pieces import Piece
from application.understanding.text.words import Value


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the text (`text[start:end]`), what was read from it, and why.

    `slot` and `rule` are empty where no slot was read from the part itself: such words only
    change what the others mean ("not", "or"), or say how much of a wish it is ("can I get").
    """

    start: int
    end: int
    slot: str
    rule: str
    known: tuple[str, ...]  # the kinds of words that the part may stand for, with their values


def reasons_for(text: str, context: Context, reading: Reading) -> tuple[Reason, ...]:
    """The reasons for the reading of the text, in the order of the text."""
    scan = scan_of(text, context)
    read = {place for span in reading.spans for place in range(span.start, span.end)}
    others = [one for one in _unslotted(scan) if not read & set(range(one.start, one.end))]
    found = [*(_slotted(span, scan) for span in reading.spans), *others]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _slotted(span: Span, scan: Scan) -> Reason:
    within = [one for one in scan.row.pieces if span.start <= one.start and one.end <= span.end]
    known = dict.fromkeys(kind for piece in within for kind in _kinds(piece.marks))
    return Reason(start=span.start, end=span.end, slot=span.slot, rule=span.why, known=tuple(known))


def _unslotted(scan: Scan) -> Iterator[Reason]:
    """The hints of a wish, and the known words outside them."""
    hinted: set[int] = set()
    known = {token for piece in scan.row.pieces if piece.marks for token in _tokens(piece)}
    for first in range(len(scan.tokens)):
        end, marks = scan.lexicon.hints.longest(scan.row.words, first)
        told_otherwise = end == first + 1 and first in known
        if marks and first not in hinted and not told_otherwise:
            hinted |= set(range(first, end))
            yield _unread(scan, first, end, marks)
    for piece in scan.row.pieces:
        if piece.marks and hinted.isdisjoint(_tokens(piece)):
            yield _unread(scan, piece.first, piece.last, piece.marks)


def _unread(scan: Scan, first: int, end: int, marks: dict[str, Value]) -> Reason:
    start, stop = scan.tokens[first].start, scan.tokens[end - 1].end
    return Reason(start=start, end=stop, slot="", rule="", known=_kinds(marks))


def _tokens(piece: Piece) -> range:
    return range(piece.first, piece.last)


def _kinds(marks: dict[str, Value]) -> tuple[str, ...]:
    return tuple(kind if value == 1 else f"{kind} {value}" for kind, value in marks.items())
