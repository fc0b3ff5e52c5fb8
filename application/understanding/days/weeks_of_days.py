"""Reads the week that a day lies in: "la semana del 10", "the week of March 3rd"."""

import datetime as dt

from application.understanding.days import dates
from application.understanding.days.almanac import Almanac, DayFound, Rule
from application.understanding.days.month_days import day_and_month, month_and_day
from application.understanding.days.numbered_days import numbered_day
from application.understanding.days.numeric_days import numeric_day
from application.understanding.days.steps import skip
from application.understanding.reading import DayRange
from application.understanding.text.pieces import Row

_SATURDAY = 5
_DAYS: tuple[Rule, ...] = (numeric_day, day_and_month, month_and_day, numbered_day)


def week_of_day(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """Monday to Sunday around the day, from today on."""
    start = skip(row, at, "the", "on", "in")
    if not row.at(start).has("week", "weekend") or not row.at(start + 1).has("of", "starting"):
        return None
    found = _day(row, start + 1, almanac)
    if found is None or not found.days:
        return None
    monday = found.days[0] - dt.timedelta(days=found.days[0].weekday())
    saturday = monday + dt.timedelta(days=_SATURDAY)
    first = max(saturday if row.at(start).has("weekend") else monday, almanac.today)
    span = DayRange(first=first, last=monday + dates.WEEK - dt.timedelta(days=1))
    return DayFound(first=at, last=found.last, why="week of a day", span=span)


def _day(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """The day named at the place, or after the word there that only leads to it."""
    places = (at, at + 1, skip(row, at + 1, "the", "weekday"))
    named = (rule(row, place, almanac) for place in places for rule in _DAYS)
    return next((found for found in named if found is not None), None)
