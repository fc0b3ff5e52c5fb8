"""Reads the customer's own name: "my name is Ana", "soy Luis"."""

from application.understanding.first_names import FIRST_NAMES
from application.understanding.pieces import Row

_LONGEST = 3  # words


def name_in(row: Row, text: str, known: frozenset[str]) -> range:
    """The pieces of the customer's name; empty if it is not said."""
    for place, piece in enumerate(row.pieces):
        strong = piece.has("name_lead")
        if strong or piece.has("name_lead_weak"):
            end = _end(row, text, place + 1, known, strong=strong)
            if end > place + 1:
                return range(place + 1, end)
    return range(0)


def _end(row: Row, text: str, start: int, known: frozenset[str], *, strong: bool) -> int:
    place = start
    while place < min(start + _LONGEST, len(row)):
        piece = row.at(place)
        first = place == start
        unknown = piece.text not in known or piece.text in FIRST_NAMES
        named = piece.has("barber") or (not piece.marks and unknown)
        capital = text[piece.start].isupper()
        if not piece.text.isalpha() or not (named or (first and strong and capital)):
            break
        if not strong and not capital:
            break
        place += 1
    return place
