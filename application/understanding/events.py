"""Leaves out the days and times of something else: "I have a wedding Sunday, so Saturday at 5"."""

from collections.abc import Sequence

from application.understanding.pieces import Piece, Row
from application.understanding.relations import F, Found

_REACH = 5  # pieces between an event and its day
_LINKS = ("at", "on", "the", "of", "in", "from", "mine", "holds", "at_one", "approximate", "this")
_BEFORE_EVENT = ("holds", "single", "the", "mine")


def wished(findings: Sequence[F], row: Row) -> tuple[F, ...]:
    """The findings that no event claims; all of them where nothing else is left."""
    free = tuple(
        found
        for found in findings
        if not (claimed(found, row) or row.at(found.first).has("excuse"))
    )
    return free or tuple(findings)


def claimed(found: Found, row: Row) -> bool:
    """Whether the day or the time is that of an event, or of the reason why."""
    return _after_an_event(found, row) or _before_an_event(found, row) or _in_a_reason(found, row)


def _after_an_event(found: Found, row: Row) -> bool:
    """As in "my cousin's wedding is on Sunday", "dentista a las 4"."""
    place = found.first - 1
    while place >= max(0, found.first - _REACH):
        piece = row.at(place)
        if piece.has("event"):
            return True
        if not (piece.has(*_LINKS) or _whose(row.at(place - 1), piece)):
            return False
        place -= 1
    return False


def _in_a_reason(found: Found, row: Row) -> bool:
    """As in "because in the morning I work"."""
    place = found.first - 1
    while place >= max(0, found.first - _REACH):
        if row.at(place).has("because"):
            return True
        if not row.at(place).text.isalnum() and not row.at(place).marks:
            return False
        place -= 1
    return False


def _whose(before: Piece, piece: Piece) -> bool:
    """As in the "prima" of "la boda de mi prima"."""
    return before.has("mine", "of") and not piece.marks and piece.text.isalpha()


def _before_an_event(found: Found, row: Row) -> bool:
    """As in "Friday I have a wedding"."""
    place = found.last
    while place < found.last + _REACH and row.at(place).has(*_BEFORE_EVENT):
        place += 1
    return place > found.last and row.at(place).has("event")
