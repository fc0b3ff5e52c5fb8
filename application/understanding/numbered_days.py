"""Reads days that are numbers: "the 3rd", "el 15", "del 20 al 22"."""

from application.understanding import dates
from application.understanding.almanac import Almanac, DayFound
from application.understanding.pieces import Piece, Row
from application.understanding.reading import DayRange
from application.understanding.steps import (
    counted,
    day_number,
    fenced,
    has,
    periods_ahead,
    range_end,
    skip,
)

_OF_TIMES = (
    "minutes_past",
    "minutes_to",
    "at",
    "after",
    "before",
    "approximate",
    "for",
    "and",
    "to",
)


def numbered_day(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "the 3rd", "3rd", "el 3", and a bare "3" where the day was asked."""
    start = skip(row, at, "the", "on")
    number, end = day_number(row, start)
    if number is not None and has(row.between(at, start), "the"):
        stretch = _stretch(row, at, (number, end), almanac)
        if stretch is not None:
            return stretch
    if number is None or counted(row, end) or row.at(end).has("one") or fenced(row, start, end):
        return None
    suffixed = row.at(end - 1).has("th")
    article = has(row.between(min(at, start - 1), start), "the")
    if row.at(skip(row, end, "of", "the", "day_word")).has("month"):
        return None
    article &= not row.at(start).has("single")
    timed = row.at(start - 1).has(*_OF_TIMES) or row.at(end).has("part", "minutes_to")
    bare = almanac.context.asked == "day" and row.at(start).digits > 0 and not timed
    if not (suffixed or article or bare) or _is_choice(row.at(start), suffixed, almanac):
        return None
    skipped, end = _of_month(row, end)
    day = dates.next_of_month(almanac.today, number, skipped)
    days = () if day is None else (day,)
    return DayFound(first=at, last=end, why="day of the month", days=days)


def _stretch(row: Row, at: int, first: tuple[int, int], almanac: Almanac) -> DayFound | None:
    """As in "del 20 al 22"."""
    if row.at(first[1]).has("at") or not row.at(at).has("from", "of", "between"):
        return None
    last_number, end = range_end(row, first[1], first[0])
    start = dates.next_of_month(almanac.today, first[0])
    last = dates.next_of_month(start, last_number) if start is not None else None
    if end == first[1] or start is None or last is None:
        return None
    span = DayRange(first=start, last=last)
    return DayFound(first=at, last=end, why="days of the month", span=span, inferred=True)


def _is_choice(piece: Piece, suffixed: bool, almanac: Almanac) -> bool:  # noqa: FBT001
    offered = len(almanac.context.offered)
    number = piece.number("ordinal") or piece.number("number") or 0
    if almanac.context.asked == "offer" and (piece.has("ordinal") or suffixed):
        return number <= max(offered, 1)
    return piece.has("ordinal") and number == 1 and almanac.context.asked != "day"


def _of_month(row: Row, place: int) -> tuple[int, int]:
    """How many months are skipped by "of this month" or "of next month", and where that ends."""
    start = skip(row, place, "of", "the", "this", "next", "coming")
    if start == place or not row.at(start).has("month_word"):
        return 0, place
    end = start + 1 + row.at(start + 1).has("coming", "next")
    ahead, _ = periods_ahead(row.between(place, end))
    return ahead, end
