"""Reads the holidays that fall on the same date every year: "Christmas Eve", "nochevieja"."""

from application.understanding import dates
from application.understanding.almanac import Almanac, DayFound
from application.understanding.numeric_days import rolled
from application.understanding.pieces import Row
from application.understanding.steps import skip

_HUNDRED = 100  # a holiday is written as its month and day: 1225


def holiday(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """The next such day from today on."""
    start = skip(row, at, "the", "on", "this", "next")
    value = row.at(start).number("holiday")
    if value is None:
        return None
    month, number = divmod(value, _HUNDRED)
    day = dates.next_on(almanac.today, month, number)
    days = () if day is None else (day,)
    lately = rolled(days, almanac.today)
    return DayFound(first=at, last=start + 1, why="holiday", days=days, inferred=lately)
