"""Reads what is said beside a plain booking: later or earlier, how to pay, that one cannot come."""

import datetime as dt

from application.understanding.reading import About, ByAnother, Intent, Shift
from application.understanding.schedules.scheduled import Schedule
from application.understanding.text.marks import Marks
from application.understanding.text.pieces import Piece, Row

_LONGEST_DELAY = 120  # minutes
_ASIDES: tuple[About, ...] = ("payment", "walk_ins")


def absent(marks: Marks) -> bool:
    """Whether somebody cannot come, who may well want another day."""
    return "absent" in marks.hints


def prefers_another(row: Row, marks: Marks) -> bool:
    """Whether what is booked is to be at another time: "I have Friday, Saturday suits better"."""
    if "booked" not in marks.hints:
        return False
    rather = not {"instead", "rather"}.isdisjoint(marks.hints)
    return rather or ("wish" in marks.hints and _twice(row))


def _twice(row: Row) -> bool:
    """Whether two days or two hours are said, as in "I'm in at 4, could I come at 5"."""
    days = sum(piece.has("weekday", "offset") for piece in row.pieces)
    hours = (
        row.at(place - 1).has("at", "at_one", "making")
        for place, piece in enumerate(row.pieces)
        if piece.has("number")
    )
    return days > 1 or sum(hours) > 1


def left_day(schedule: Schedule) -> dt.date | None:
    """The day of the appointment that is left for another, said or refused."""
    return schedule.old_day or next(iter(schedule.days_refused), None)


def shift_in(row: Row, schedule: Schedule, compared: ByAnother | None) -> Shift | None:
    """Whether later or earlier times are asked for; words that tell a day are no such wish."""
    if compared is not None and compared.minutes:
        return "later" if compared.minutes > 0 else "earlier"
    places = [place for place, piece in enumerate(row.pieces) if piece.has("shift")]
    said = {row.at(place).name("shift") for place in places if not schedule.holds(place)}
    if "later" in said:
        return "later"
    return "earlier" if "earlier" in said else None


def about_in(marks: Marks, intents: tuple[Intent, ...]) -> About | None:
    """What a question beside the list of services is about, or that there is only anger."""
    if "services" in intents:
        return next((topic for topic in _ASIDES if topic in marks.hints), None)
    return "insult" if intents == ("unknown",) and "insult" in marks.hints else None


def delay_in(row: Row) -> int | None:
    """By how many minutes somebody comes late: "10 min late", "half an hour late"."""
    for place, piece in enumerate(row.pieces):
        count = piece.number("number") or piece.number("single")
        unit = row.at(place + 1).number("unit_minutes")
        if piece.has("half_hour"):
            return piece.number("half_hour")
        if piece.has("number") and _led(row, place) and _ends(row.at(place + 1)):
            return count
        if count is not None and unit is not None and count * unit <= _LONGEST_DELAY:
            return count * unit
        if count is not None and row.at(place + 1).has("late_word"):
            return count  # "running 10 late"
    return None


def _led(row: Row, place: int) -> bool:
    """As in "there in 5", "late by about 5", but not "late, there by 5"."""
    if row.at(place - 1).has("in"):
        return True
    by = place - 1 - row.at(place - 1).has("approximate")
    return row.at(by).has("by") and any(piece.has("late_word") for piece in row.between(by - 2, by))


def _ends(piece: Piece) -> bool:
    return not piece.marks or piece.has("correct", "polite")
