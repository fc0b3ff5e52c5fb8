"""Reads which of several offered things is picked: "the second one", "opción 3", "2"."""

from application.understanding.reading import Context
from application.understanding.text.pieces import Piece, Row

MOST_ROWS = 10  # of a list
_ONE_OF_A_LIST = {"offer", "menu", "appointment", "service", "barber", None}


def choice_in(row: Row, context: Context) -> tuple[int, int] | None:
    """The place in what was offered, from 0 or -1 for the last, and the piece that says it."""
    for place, piece in enumerate(row.pieces):
        if not piece.has("choice", "ordinal", "number", "middle") or _declined(row, place):
            continue
        if piece.has("middle"):
            half, odd = divmod(len(context.offered), 2)
            return (half, place) if odd else None
        if piece.has("choice"):
            index = piece.number("choice")
            return -1 if index is None else index, place
        number = piece.number("ordinal") if _ordinal(row, place, context) else None
        if number is None and (_numbered(row, place, context) or _nth(row, place, context)):
            number = piece.number("number")
        if number is not None and 0 < number <= MOST_ROWS:
            return number - 1, place
    return None


def _declined(row: Row, place: int) -> bool:
    """As in "ni la 1 ni la 2"."""
    first = place - row.at(place - 1).has("the", "at_one")
    return row.at(first - 1).has("not")


def _ordinal(row: Row, place: int, context: Context) -> bool:
    if not row.at(place).has("ordinal"):
        return False
    after, before = row.at(place + 1), row.at(place - 1)
    if after.has("one"):
        return True
    pointed = context.asked == "offer" or before.has("the", "at_one")
    fitting = context.asked == "offer" and after.has("fits", "fit_lead")  # "second works"
    return pointed and (fitting or _ends(after))


def _nth(row: Row, place: int, context: Context) -> bool:
    """As in "I'll take the 2nd", unless a time on the screen is on that day."""
    number, after = row.at(place).number("number"), row.at(place + 1)
    if number is None or context.asked != "offer" or not (after.has("th") and after.glued):
        return False
    dated = any(offer.day.day == number for offer in context.offered)
    return not dated and (_ends(row.at(place + 2)) or row.at(place + 2).has("one"))


def _numbered(row: Row, place: int, context: Context) -> bool:
    piece, before = row.at(place), row.at(place - 1)
    if not piece.has("number") or not _ends(row.at(place + 1)):
        return False
    if before.has("option", "one") or before.text == "#":
        return True
    pointed = before.has("the", "at_one") and context.asked == "offer"
    pointed |= points_at_a_row(row, place, context)
    bare = context.asked in _ONE_OF_A_LIST and alone(row, place) and piece.digits > 0
    return pointed or bare


def points_at_a_row(row: Row, place: int, context: Context) -> bool:
    """As in "el 1", where a service or a barber was asked for, and nothing else is said."""
    row_named = context.asked == "offer" and row.at(place - 1).text == "la"
    if not (row_named or context.asked in {"service", "barber"}) or not row.at(place).digits:
        return False
    others = (*row.between(0, place - 1), *row.between(place + 1, len(row)))
    ends = all(not piece.text.isalnum() or piece.has("polite") for piece in others)
    number = row.at(place).number("number") or 0
    return ends and row.at(place - 1).has("the", "at_one") and number <= MOST_ROWS


def _ends(piece: Piece) -> bool:
    return not piece.text or not piece.text.isalnum() or piece.has("polite", "for", "of_these")


def alone(row: Row, place: int) -> bool:
    """Whether the piece is all that the message says, save signs and courtesy."""
    others = (*row.between(0, place), *row.between(place + 1, len(row)))
    return all(not piece.text[:1].isalnum() or piece.has("polite") for piece in others)
