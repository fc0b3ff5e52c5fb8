"""Reads what is said beside a plain booking: later or earlier, how to pay, that one cannot come."""

import datetime as dt

from application.understanding.marks import Marks
from application.understanding.pieces import Row
from application.understanding.reading import About, Intent, Shift
from application.understanding.scheduled import Schedule

_ASIDES: tuple[About, ...] = ("payment", "walk_ins")


def absent(marks: Marks) -> bool:
    """Whether somebody cannot come, who may well want another day."""
    return "absent" in marks.hints


def left_day(schedule: Schedule) -> dt.date | None:
    """The day of the appointment that is left for another, said or refused."""
    return schedule.old_day or next(iter(schedule.days_refused), None)


def shift_in(row: Row, schedule: Schedule) -> Shift | None:
    """Whether later or earlier times are asked for; words that tell a day are no such wish."""
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
