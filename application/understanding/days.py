"""Reads the days that a message names, each where it stands."""

from collections.abc import Iterator

from application.understanding.almanac import Almanac, DayFound, Rule
from application.understanding.counted_days import (
    coming_days,
    counted_day,
    past_day,
    span_of_days,
)
from application.understanding.holidays import holiday
from application.understanding.impossible import impossible_day
from application.understanding.month_days import day_and_month, month_and_day, whole_month
from application.understanding.nth_days import nth_day, weekday_ahead
from application.understanding.numbered_days import numbered_day
from application.understanding.numeric_days import iso_day, numeric_day
from application.understanding.pieces import Row
from application.understanding.weekdays import day_near_today, named_weekday
from application.understanding.weeks_of_days import week_of_day
from application.understanding.words import words_of


def days_in(row: Row, almanac: Almanac, blocked: frozenset[int]) -> Iterator[DayFound]:
    """Every day named, in order; pieces whose first token is blocked are not read."""
    place = 0
    while place < len(row):
        found = None if row.at(place).first in blocked else _day_at(row, place, almanac)
        if found is not None:
            yield found
        place = found.last if found is not None else place + 1


def _day_at(row: Row, place: int, almanac: Almanac) -> DayFound | None:
    if _STARTS.isdisjoint(row.at(place).marks):
        return None
    for rule in _RULES:
        found = rule(row, place, almanac)
        if found is not None:
            return found
    return None


# A rule is tried only where one of these begins: most words begin no day.
_STARTS = words_of(
    "number ordinal single couple within holiday month weekday offset the on from of between this next coming early "
    "for mid late_in week weekend month_word past now last last_of ago_before in fortnight shift "
)
_RULES: tuple[Rule, ...] = (
    iso_day,
    numeric_day,
    holiday,
    nth_day,
    weekday_ahead,
    day_and_month,
    month_and_day,
    past_day,
    counted_day,
    coming_days,
    week_of_day,
    span_of_days,
    named_weekday,
    numbered_day,
    whole_month,
    day_near_today,
    impossible_day,
)
