"""Reads the days from Monday to Friday said as one: "entre semana", "on a weekday"."""

import datetime as dt

from application.understanding.days import dates
from application.understanding.days.almanac import Almanac, DayFound
from application.understanding.reading import DayRange
from application.understanding.text.pieces import Row

_FRIDAY = 4


def working_days(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """What is left of this week's working days, or next week's from Friday on."""
    told = row.at(at).has("weekdays") and almanac.context.asked == "day"
    if not (told or row.at(at).has("working_days")):
        return None
    monday = dates.week_of(almanac.today, 1).first
    friday = monday + dt.timedelta(days=_FRIDAY)
    if almanac.today.weekday() < _FRIDAY:
        monday, friday = almanac.today, friday - dates.WEEK
    span = DayRange(first=monday, last=friday)
    return DayFound(first=at, last=at + 1, why="working days", span=span, inferred=True)
