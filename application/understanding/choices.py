"""Reads which of several offered things is picked: "the second one", "opción 3", "2"."""

from application.understanding.pieces import Piece, Row
from application.understanding.reading import Context

_MOST = 10  # rows of a list
_ONE_OF_A_LIST = {"offer", "menu", "appointment", "service", "barber", None}


def choice_in(row: Row, context: Context) -> tuple[int, int] | None:
    """The place in what was offered, from 0 or -1 for the last, and the piece that says it."""
    for place, piece in enumerate(row.pieces):
        if piece.has("choice"):
            index = piece.number("choice")
            return -1 if index is None else index, place
        number = piece.number("ordinal") if _ordinal(row, place, context) else None
        if number is None and _numbered(row, place, context):
            number = piece.number("number")
        if number is not None and 0 < number <= _MOST:
            return number - 1, place
    return None


def _ordinal(row: Row, place: int, context: Context) -> bool:
    if not row.at(place).has("ordinal"):
        return False
    after, before = row.at(place + 1), row.at(place - 1)
    if after.has("one"):
        return True
    pointed = context.asked == "offer" or before.has("the", "at_one")
    return pointed and _ends(after)


def _numbered(row: Row, place: int, context: Context) -> bool:
    piece, before = row.at(place), row.at(place - 1)
    if not piece.has("number") or not _ends(row.at(place + 1)):
        return False
    if before.has("option", "one") or before.text == "#":
        return True
    pointed = before.has("the", "at_one") and context.asked == "offer"
    bare = context.asked in _ONE_OF_A_LIST and alone(row, place) and piece.digits > 0
    return pointed or bare


def _ends(piece: Piece) -> bool:
    return not piece.text or not piece.text.isalnum() or piece.has("polite", "for")


def alone(row: Row, place: int) -> bool:
    """Whether the piece is all that the message says, save signs and courtesy."""
    others = (*row.between(0, place), *row.between(place + 1, len(row)))
    return all(not piece.text.isalnum() or piece.has("polite") for piece in others)
