"""Reads services that come to what is ordered already: "and a beard trim too", "con barba también"."""

from application.understanding.orders import Order, combined
from application.understanding.pieces import Row
from application.understanding.topics import Topics

_ARTICLES = ("the", "single", "mine")


def with_what_was_ordered(
    order: Order, row: Row, ordered: tuple[str, ...], topics: Topics
) -> tuple[str, ...]:
    """The services of the order, with those ordered before where the message adds to them."""
    if not order.services or not ordered or not _adds(order, row):
        return order.services
    return combined([*ordered, *order.services], topics, order.people)


def _adds(order: Order, row: Row) -> bool:
    if any(piece.has("instead_of") for piece in row.pieces):
        return False
    if any(piece.has("also") for piece in row.pieces):
        return True
    place = min(first for first, _, slot in order.places if slot == "services") - 1
    while row.at(place).has(*_ARTICLES):
        place -= 1
    return row.at(place).has("and", "with")
