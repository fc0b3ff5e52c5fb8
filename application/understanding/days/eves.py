"""Reads days from the one beside them: "before my wedding on the 8th", "the day before"."""

import datetime as dt

import msgspec

from application.understanding.days.almanac import DayFound
from application.understanding.reading import DayRange
from application.understanding.schedules.events import claimed
from application.understanding.text.pieces import Row

_LEAD = 9  # pieces from "before" over the event to its day
_A_DAY = dt.timedelta(days=1)


def before_events(days: list[DayFound], row: Row, today: dt.date) -> list[DayFound]:
    """The days meant where only one is named, and it is not itself the wish."""
    if len(days) != 1 or not days[0].days:
        return days
    found = days[0]
    told = _neighbour(found, row)
    if told is not None:
        place, moved = told
        day = found.days[0] + moved * _A_DAY
        kept = (day,) if day >= today else found.days
        meant = msgspec.structs.replace(
            found, first=place, last=place + 2, days=kept, weekday=None, inferred=True
        )
        either = any(piece.has("or") for piece in row.between(found.last, place))
        return [found, meant] if either or _declined(found, row) else [meant]
    if not claimed(found, row):
        return days
    return [_until(found, row, today)]


def _declined(found: DayFound, row: Row) -> bool:
    """As in "not Friday, the day after", "el viernes no, al día siguiente"."""
    return row.at(found.first - 1).has("not") or row.at(found.last).has("no", "not_after")


def _neighbour(found: DayFound, row: Row) -> tuple[int, int] | None:
    """Where "the day before" or "the day after" stands, and how many days on that is."""
    for place in range(found.last, len(row)):
        after = row.at(place + 1)
        day = row.at(place).has("day_word")
        if row.at(place).has("eve_of") or (day and after.has("before")):
            return place, -1
        if row.at(place).has("day_after") or (day and after.has("after")):
            return place, 1
    return None


def _until(found: DayFound, row: Row, today: dt.date) -> DayFound:
    before = any(piece.has("before") for piece in row.between(found.first - _LEAD, found.first))
    last = found.days[0] - _A_DAY
    if not before or last < today:
        return msgspec.structs.replace(found, inferred=True)
    span = DayRange(first=today, last=last)
    return msgspec.structs.replace(found, days=(), span=span, weekday=None, inferred=True)
