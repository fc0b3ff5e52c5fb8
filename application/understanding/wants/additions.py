"""Reads services that come to what is ordered already, or are taken from it: "con barba también"."""

from application.understanding.text.pieces import Row
from application.understanding.wants.orders import Order, combined
from application.understanding.wants.topics import COMBINED, Topics

_ARTICLES = ("the", "single", "mine")


def with_what_was_ordered(
    order: Order, row: Row, ordered: tuple[str, ...], topics: Topics
) -> tuple[str, ...]:
    """The services of the order, with those ordered before where the message adds to them."""
    if not order.services:
        return what_is_left(row, ordered, topics)
    if not ordered or not _adds(order, row):
        return order.services
    return combined([*ordered, *order.services], topics, order.people)


def what_is_left(row: Row, ordered: tuple[str, ...], topics: Topics) -> tuple[str, ...]:
    """The services ordered before without the one left out, as in "sí, pero sin barba"."""
    if not ordered:
        return ()
    dropped = {piece.name("without") for piece in row.pieces if piece.has("without")}
    if not dropped:
        return ()
    hair, beard, both = (topics.services(generic)[:1] for generic in COMBINED)
    parted = tuple(
        one
        for service in ordered
        for one in ((*hair, *beard) if (service,) == both else (service,))
    )
    gone = {one for generic in dropped if generic for one in topics.services(generic)}
    left = tuple(dict.fromkeys(one for one in parted if one not in gone))
    return left if left != parted else ()


def _adds(order: Order, row: Row) -> bool:
    if any(piece.has("instead_of") for piece in row.pieces):
        return False
    if any(piece.has("also") for piece in row.pieces):
        return True
    place = min(first for first, _, slot in order.places if slot == "services") - 1
    while row.at(place).has(*_ARTICLES):
        place -= 1
    return row.at(place).has("and", "with")
