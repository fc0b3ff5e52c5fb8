"""How several findings of one kind relate: refused, corrected, or alternatives."""

import itertools
from collections.abc import Sequence
from typing import Protocol, TypeVar

from application.understanding.text.pieces import Piece, Row

_NEAR = 4  # pieces from "my appointment" to its day
_OF_MINE = ("at", "on", "the", "from")  # words between the two
_REACH = 4  # pieces from a refusal to what it refuses
_PURPOSES = {"it", "its", "that", "im", "my", "i", "we", "he", "she"}
_LINKS = (
    "at",
    "on",
    "the",
    "with",
    "approximate",
    "for",
    "in",
    "from",
    "of",
    "this",
    "at_one",
    "single",
)


class Found(Protocol):
    """Anything found at a place of the row."""

    @property
    def first(self) -> int:
        """The first piece."""

    @property
    def last(self) -> int:
        """The piece after the last."""


F = TypeVar("F", bound=Found)


def related(
    findings: Sequence[F], row: Row, *, correcting: bool = True
) -> tuple[tuple[F, ...], tuple[F, ...]]:
    """The findings that hold, in order, and those that the customer refuses.

    A finding that a later one corrects is neither; not `correcting` if a "sorry" between two
    excuses who made it ("can't come Friday, sorry, is Monday free").
    """
    kept: list[F] = []
    refused: list[F] = []
    before = 0
    for finding in findings:
        listed = bool(refused) and refused[-1].last == before and _listed(row, before, finding)
        if listed or _refused(row, before, finding, following=bool(kept)):
            refused.append(finding)
        else:
            kept = [] if correcting and _corrected(row, before, finding) else kept
            kept.append(finding)
        before = finding.last
    return tuple(kept), tuple(refused)


def _listed(row: Row, before: int, finding: Found) -> bool:
    """As in "not Friday or Saturday"."""
    between = row.between(before, finding.first)
    return bool(between) and all(piece.has("or", "and", *_LINKS) for piece in between)


def _refused(row: Row, before: int, finding: Found, *, following: bool) -> bool:
    after = row.at(finding.last)
    beyond = row.at(finding.last + 1)
    ends = beyond.has("polite") or not (beyond.text[:1].isalnum() or beyond.text == "?")
    if after.has("not_after") or (after.has("no") and ends):
        return True
    place = finding.first - 1
    while place > max(before, finding.first - _REACH) and row.at(place).has(*_LINKS):
        if row.at(place).has("not", "no"):
            break
        place -= 1
    if place < before:
        return False
    joined = row.at(finding.first).has("part") or row.at(place + 1).has("with")
    opening = place == 0 and row.at(finding.last).text == ","  # "no a las 4, a las 5"
    joined |= row.at(place - 1).has("but") or opening
    if row.at(place).has("no") and joined:
        return True
    if row.at(place).has("but") and row.at(place - 1).has("part") and row.at(place - 2).has("any"):
        return True  # "any evening but Thursday"
    served = place == finding.first - 1 and row.at(finding.first).has("service", "topic", "barber")
    served |= place == finding.first - 1 and _other_hour(row, place)
    contrasted = following and served
    return row.at(place).has("not") or (row.at(place).has("no") and contrasted)


def _other_hour(row: Row, no: int) -> bool:
    """As in "a las 5, no a las 6", where it is the one after the "no" that is not meant."""
    return row.at(no - 1).text == "," and row.at(no + 1).text in {"a las", "a la"}


def _corrected(row: Row, before: int, finding: Found) -> bool:
    """As in "Thursday, no wait, Friday". A "no" without a comma after it may belong to either."""
    between = row.between(before, finding.first)
    if any(piece.has("correct") for piece in between) or _follows_from(between):
        return True
    better = row.between(finding.last, finding.last + 2)  # "4 is good but half four is better"
    if any(piece.has("but") for piece in between) and better and better[-1].has("correct"):
        return True
    return any(
        piece.has("no", "deny") and _set_apart(row, before + place, finding)
        for place, piece in enumerate(between)
    )


def _follows_from(between: Sequence[Piece]) -> bool:
    """As in "I start at 10, so 9", but not "on Friday, so I look good on Saturday"."""
    place = next((n for n, piece in enumerate(between) if piece.has("so")), None)
    if place is None or any(piece.has("or") for piece in between):
        return False
    led = between[place + 1 :]
    return len(led) <= _REACH and all(piece.text not in _PURPOSES for piece in led)


def _set_apart(row: Row, no: int, finding: Found) -> bool:
    """Whether a comma stands after the "no", or before one that leads to an hour: "at 5, no 6"."""
    if row.at(no + 1).text in {",", "."}:
        return True
    hour = row.at(finding.first).has("number", "at", "noon")
    bare = row.at(no - 1).has("number") and row.at(no + 1).digits > 0
    parted = bare or row.at(no - 1).text in {",", "."}
    return parted and no + 1 == finding.first and hour


def alternatives(findings: Sequence[F], row: Row) -> tuple[F, ...]:
    """Several that are named as equals, "Friday, Saturday or Monday"; empty if they are not."""
    apart = any(not _equals(one, two, row) for one, two in itertools.pairwise(findings))
    joined = any(
        piece.has("or", "and")
        for one, two in itertools.pairwise(findings)
        for piece in row.between(one.last, two.first)
    )
    return tuple(findings) if joined and not apart else ()


def _equals(one: Found, two: Found, row: Row) -> bool:
    between = row.between(one.last, two.first)
    if any(piece.has("or") for piece in between):
        return True
    joins = [piece for piece in between if not piece.has(*_LINKS)]
    return bool(joins) and all(piece.has("and") or piece.text in {",", "/"} for piece in joins)


def unsure(found: Found, row: Row) -> bool:
    """Whether "no" or "bank holiday" stands right before it: "no Friday" may refuse it or wish it."""
    return row.at(found.first - 1).has("no", "every", "movable")


def owned(found: Found, row: Row) -> bool:
    """Whether it is that of an appointment which the customer has: "my Friday appointment"."""
    place = found.first - (not row.at(found.first).has("mine"))
    near = found.first - _NEAR
    while place > near and row.at(place).has(*_OF_MINE) and not row.at(place).has("mine"):
        place -= 1
    return row.at(place).has("mine") and not row.at(place).has("to")
