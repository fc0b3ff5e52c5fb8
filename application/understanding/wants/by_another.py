"""Reads a time told by another one: "same time", "an hour later", "right after mine"."""

from application.understanding.reading import ByAnother
from application.understanding.schedules.scheduled import Schedule
from application.understanding.text.pieces import Piece, Row
from application.understanding.times.moments import minutes_at

_LONGEST = 240  # minutes: what is further off is told by its own time
_SIGNS = {"later": 1, "earlier": -1}
_COMPARING = ("same_time", "right_after", "shift", "beside", "pushed")


def by_another_in(row: Row, schedule: Schedule) -> ByAnother | None:
    """What the message compares its time with, where it names none itself."""
    if schedule.timed or not any(piece.has(*_COMPARING) for piece in row.pieces):
        return None
    for place, piece in enumerate(row.pieces):
        if schedule.holds(place):
            continue
        if piece.has("same_time"):
            return ByAnother()
        if piece.has("right_after") and _ends(row.at(place + 1)):
            return ByAnother(of="end")
        shifted = _shifted(row, place)
        if shifted is not None:
            return ByAnother(minutes=shifted)
    return None


def _shifted(row: Row, place: int) -> int | None:
    """The minutes of "half an hour later", "back by 30 minutes", "atrasarla una hora"."""
    minutes, last = minutes_at(row, place)
    if minutes is None or minutes > _LONGEST:
        return None
    then = row.at(last).name("shift") or row.at(last).name("beside")
    led = (piece.name("pushed") or piece.name("shift") for piece in _led(row, place))
    direction = then or next(filter(None, led), None)
    return None if direction is None else _SIGNS[direction] * minutes


def _led(row: Row, place: int) -> tuple[Piece, ...]:
    """The verb before the count, nearest first: "push my appointment back by", "la adelantas"."""
    return row.between(place - 5, place)[::-1]


def _ends(piece: Piece) -> bool:
    """Whether nothing follows that the words could be about: "after me", no "after my shift"."""
    return not piece.text.isalnum() or piece.has("polite", "correct", "day_word", "weekday")
