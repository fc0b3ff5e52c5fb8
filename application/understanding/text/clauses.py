"""Tells a wish from what is told beside it: "my flight is at six, so can it be at four"."""

from collections.abc import Collection, Iterator

from application.understanding.text.pieces import Piece, Row

_SIGNS = {",", ".", ";", "!", "?"}
_KINDS = (("weekday", "offset", "month"), ("number", "part"))  # of days, of times
_LEADS = ("on", "the", "at", "at_one", "this", "next", "coming", "from", "by", "before", "after")


def told_apart(row: Row, tokens: Collection[int], breaks: Collection[int]) -> bool:
    """Whether a day or a time stands in a clause that has none of the tokens.

    A clause ends at a sign, or before a token of `breaks`, such as "so".
    """
    return any(
        piece.has(*_KINDS[0], *_KINDS[1]) for piece, far in _placed(row, tokens, breaks) if not far
    )


def told_beside(row: Row, tokens: Collection[int], breaks: Collection[int]) -> frozenset[int]:
    """The days in a clause with one of the tokens, if another clause has one; the times likewise."""
    placed = list(_placed(row, tokens, breaks))
    beside: set[int] = set()
    for kinds in _KINDS:
        if any(piece.has(*kinds) and not far for piece, far in placed):
            beside |= {at for at, (piece, far) in enumerate(placed) if far and piece.has(*kinds)}
    led = {at for last in beside for at in _leading(row, last)}
    return frozenset(
        token for at in beside | led for token in range(row.at(at).first, row.at(at).last)
    )


def _leading(row: Row, place: int) -> Iterator[int]:
    """The places of the words that lead to it: "on the"."""
    while row.at(place - 1).has(*_LEADS):
        place -= 1
        yield place


def _placed(
    row: Row, tokens: Collection[int], breaks: Collection[int]
) -> Iterator[tuple[Piece, bool]]:
    """Each piece, and whether its clause has one of the tokens."""
    clause: list[Piece] = []
    clauses = [clause]
    for place, piece in enumerate(row.pieces):
        parts = piece.text in _SIGNS and not row.at(place + 1).glued  # not the one of "9.30"
        if parts or piece.first in breaks:
            clause = []
            clauses.append(clause)
        clause.append(piece)
    for pieces in clauses:
        far = any(token in tokens for one in pieces for token in range(one.first, one.last))
        yield from ((piece, far) for piece in pieces)
