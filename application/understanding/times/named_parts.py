"""Reads one named part of a day where it stands: "in the afternoon", "Thursday am"."""

from application.understanding.text.pieces import Row
from application.understanding.times.bare_hours import Ground
from application.understanding.times.found_times import TimeFound

_WITH_AN_EARLY_HALF = {"morning", "afternoon", "evening"}


def part_at(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """The part of the day at the place, its beginning alone where "early" stands before the day."""
    part = row.at(at).name("part") or _half_day(row, at, ground)
    if part in _WITH_AN_EARLY_HALF and _early(row, at, ground):
        part = f"early_{part}"
    return None if part is None else TimeFound(first=at, last=at + 1, why="part", part=part)


def _early(row: Row, at: int, ground: Ground) -> bool:
    """As in "early tomorrow morning"."""
    place = at - 1
    while place in ground.taken:
        place -= 1
    return place < at - 1 and row.at(place).text == "early"


def _half_day(row: Row, at: int, ground: Ground) -> str | None:
    """As in "Thursday am", where no hour stands before it."""
    piece, after = row.at(at), row.at(at + 1)
    goes_on = after.text.isalnum() and not after.has("or")
    if at - 1 not in ground.taken or goes_on or piece.has("part"):
        return None
    return "morning" if piece.has("am") else ("afternoon" if piece.has("pm") else None)
