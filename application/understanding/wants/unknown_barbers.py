"""Finds somebody whom the shop does not have, asked for by name: "with Pedro", "¿está Pedro?"."""

from collections.abc import Iterator

from application.understanding.reading import Context
from application.understanding.text.lexicon import Lexicon
from application.understanding.text.pieces import Piece, Row
from application.understanding.wants.first_names import FIRST_NAMES

_SHORTEST = 3  # letters


def unknown_barber(row: Row, text: str, context: Context, lexicon: Lexicon) -> str | None:
    """The name as written; `None` where nobody unknown is asked for.

    A word that may be something else counts as a name only if people bear it, or if it is
    written with a capital after "with".
    """
    loud = text.isupper()
    for place in _candidates(row, lexicon.known):
        piece, before = row.at(place), row.at(place - 1)
        called = piece.text in FIRST_NAMES
        capital = text[piece.start].isupper() and not loud
        joined = before.has("with") and (called or capital)
        alone = context.asked == "barber" and (called or _only_word(row, place))
        if joined or alone or (called and _asked_after(row, place, lexicon)):
            return text[piece.start : piece.end]
    return None


def _candidates(row: Row, known: frozenset[str]) -> Iterator[int]:
    for place, piece in enumerate(row.pieces):
        if _wordlike(piece) and piece.text not in known:
            yield place


def _wordlike(piece: Piece) -> bool:
    return not piece.marks and len(piece.text) >= _SHORTEST and piece.text.isalpha()


def _asked_after(row: Row, place: int, lexicon: Lexicon) -> bool:
    """As in "is Pedro in?", "Pedro trabaja el viernes?", but not "know where Pedro is"."""
    before, after = row.at(place - 1), row.at(place + 1)
    if after.text in lexicon.filler and not _tells_presence(after, lexicon):
        after = row.at(place + 2)  # "Pedro todavía trabaja ahí?"
    asked = _tells_presence(before, lexicon) and not before.has("in")  # "in German"
    return asked or (place == 0 and _tells_presence(after, lexicon))


def _tells_presence(piece: Piece, lexicon: Lexicon) -> bool:
    _, meant = lexicon.hints.longest((piece.text,), 0)
    return "presence" in meant


def _only_word(row: Row, place: int) -> bool:
    others = (*row.between(0, place), *row.between(place + 1, len(row)))
    return all(piece.has("with", "polite") or not piece.text.isalnum() for piece in others)
