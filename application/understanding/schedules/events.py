"""Leaves out the days and times of something else: "I have a wedding Sunday, so Saturday at 5"."""

from collections.abc import Sequence

from application.understanding.schedules.relations import F, Found
from application.understanding.text.pieces import Piece, Row

_REACH = 5  # pieces between an event and its day
_REASON = 7  # pieces from "because" to the last time that it tells
_LINKS = (
    *("at", "on", "the", "of", "in", "from", "mine", "holds", "at_one", "approximate", "this"),
    "companion",
)
_AHEAD = {"coming", "up", "coming up"}  # "a wedding coming up on the 12th"
_TIMES = ("weekday", "offset", "month", "number")
_OF_WORK = ("from", "on", "the", "every", "and", "or")
_OF_HOURS = ("weekday", "to", "number", "am", "pm", "at")
_WORKDAY = 9  # pieces over which "I work" tells of hours and days
_BEFORE_EVENT = ("holds", "single", "the", "mine")


def wished(findings: Sequence[F], row: Row, *, leaving: bool = False) -> tuple[F, ...]:
    """The findings that no event claims; all of them where nothing else is left.

    `leaving` if an appointment is moved: then what "was on Friday" is the one that is left.
    """
    free = tuple(
        found
        for found in findings
        if not (
            claimed(found, row)
            or row.at(found.first).has("excuse", "open_at")
            or _when_shut(found, row)
            or _while_away(found, row)
            or (not leaving and _gone_by(found, row))
        )
    )
    return free or tuple(findings)


def free(findings: Sequence[F], row: Row) -> list[F]:
    """The findings without the hours and days of work: "I work 9 to 5, Monday to Friday"."""
    kept: list[F] = []
    taken_up = -1  # where the last of those ends
    for found in findings:
        place = found.first
        said = row.between(found.first, found.last)
        ranged = any(piece.has("to") or piece.text == "-" for piece in said)
        weekly = taken_up > 0 and (said[0].text == "los" or said[-1].text.endswith("days"))
        links = (*_OF_WORK, *_OF_HOURS, "by") if ranged or weekly else _OF_WORK
        while place > found.first - _WORKDAY and (
            row.at(place - 1).has(*links) or (ranged and row.at(place - 1).text in {",", "-"})
        ):
            place -= 1
        since = row.at(place - 1).has("since")  # "5 weeks since 22 October"
        if since or _at_work(row, place - 1) or place == taken_up:
            taken_up = found.last
        else:
            kept.append(found)
    return kept


def _at_work(row: Row, place: int) -> bool:
    """Whether somebody works there: no "after work", no "del trabajo"."""
    return row.at(place).has("busy") and not row.at(place - 1).has("of", "the", "mine", "after")


def claimed(found: Found, row: Row) -> bool:
    """Whether the day or the time is that of an event, or of the reason why."""
    return _after_an_event(found, row) or _before_an_event(found, row) or _in_a_reason(found, row)


def _when_shut(found: Found, row: Row) -> bool:
    """As in "Sunday? no, you're closed, Monday then"."""
    if row.at(found.first - 1).has("shut"):
        return True
    ahead = row.between(found.last, found.last + _REACH)
    place = next((n for n, piece in enumerate(ahead) if piece.has("shut")), None)
    if place is None or ahead[place - 1].has("before"):
        return False
    return not any(piece.has(*_TIMES) for piece in ahead[:place])


def _while_away(found: Found, row: Row) -> bool:
    """As in "I'm away from the 8th to the 15th, Friday the 19th then"."""
    place = found.first - 1
    while place >= found.first - _REACH and row.at(place).has(*_LINKS, "by", "to"):
        place -= 1
    away = found.first if row.at(found.first).has("by", "to", "from") else place
    return row.at(place).has("away") or row.at(away - 1).has("away")


def _gone_by(found: Found, row: Row) -> bool:
    """As in "my last cut was on the 12th"."""
    place = found.first - 1
    while place >= found.first - _REACH and row.at(place).has(*_LINKS):
        place -= 1
    return row.at(place).has("gone")


def _after_an_event(found: Found, row: Row) -> bool:
    """As in "my cousin's wedding is on Sunday", "dentista a las 4"."""
    place = found.first - 1
    while place >= max(0, found.first - _REACH):
        piece = row.at(place)
        if piece.has("event"):
            return True
        linked = piece.has(*_LINKS) or piece.text in _AHEAD
        if not (linked or _whose(row.at(place - 1), piece)):
            return False
        place -= 1
    return False


def _in_a_reason(found: Found, row: Row) -> bool:
    """As in "because in the morning I work"."""
    place = found.first - 1
    while place >= max(0, found.first - _REASON):
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
