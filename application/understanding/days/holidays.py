"""Reads the holidays: "Christmas Eve", "nochevieja", "Easter Monday"."""

from application.understanding.days import dates
from application.understanding.days.almanac import Almanac, DayFound
from application.understanding.days.feasts import days_from_easter
from application.understanding.days.numeric_days import rolled
from application.understanding.days.steps import skip
from application.understanding.text.pieces import Row

_HUNDRED = 100  # a holiday is written as its month and day: 1225


def holiday(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """The next such day from today on."""
    start = skip(row, at, "the", "on", "this", "next")
    value, after = row.at(start).number("holiday"), row.at(start).number("feast")
    if after is not None:
        feast = days_from_easter(almanac.today, after)
        return DayFound(first=at, last=start + 1, why="holiday", days=(feast,), inferred=True)
    if value is None:
        return None
    month, number = divmod(value, _HUNDRED)
    day = dates.next_on(almanac.today, month, number)
    days = () if day is None else (day,)
    lately = rolled(days, almanac.today)
    return DayFound(first=at, last=start + 1, why="holiday", days=days, inferred=lately)
