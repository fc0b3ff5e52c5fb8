"""Reads a day by the one beside it: "el día después de Navidad", "la víspera de Reyes"."""

import datetime as dt

import msgspec

from application.understanding.days import dates
from application.understanding.days.almanac import Almanac, DayFound, Rule
from application.understanding.days.holidays import holiday
from application.understanding.days.month_days import day_and_month, month_and_day
from application.understanding.days.numbered_days import numbered_day
from application.understanding.days.numeric_days import numeric_day
from application.understanding.days.steps import skip
from application.understanding.days.weekdays import day_near_today, named_weekday
from application.understanding.text.pieces import Row

_DAYS: tuple[Rule, ...] = (holiday, day_and_month, named_weekday, numbered_day)
_NAMED: tuple[Rule, ...] = (holiday, numeric_day, day_and_month, month_and_day, numbered_day)
_BARE: tuple[Rule, ...] = (numeric_day, day_near_today)  # no article leads to these


def day_beside(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """The day before or after the one named, unless that is gone by."""
    moved = row.at(at).number("beside")
    if moved is None:
        return None
    read = (
        *(rule(row, at, almanac) for rule in _DAYS),
        *(rule(row, at + 1, almanac) for rule in _BARE),
    )
    base = next((found for found in read if found is not None and found.days), None)
    if base is None:
        return None
    days = tuple(day + dt.timedelta(days=moved) for day in base.days)
    kept = tuple(day for day in days if day >= almanac.today)
    return msgspec.structs.replace(
        base, first=at, days=kept, weekday=None, why="day beside another", inferred=True
    )


def weekday_beside(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "the Friday before Christmas", "el lunes después del 10"."""
    start = skip(row, at, "the", "on")
    weekday, bound = row.at(start).number("weekday"), row.at(start + 1)
    if weekday is None or not bound.has("before", "after"):
        return None
    read = (rule(row, place, almanac) for place in (start + 1, start + 2) for rule in _NAMED)
    base = next((found for found in read if found is not None and found.days), None)
    if base is None:
        return None
    following = dates.coming(base.days[0] + dt.timedelta(days=1), weekday)
    preceding = dates.coming(base.days[0] - dates.WEEK, weekday)
    day = following if bound.has("after") else preceding
    kept = (day,) if day >= almanac.today else ()
    return DayFound(first=at, last=base.last, why="day beside another", days=kept, inferred=True)
