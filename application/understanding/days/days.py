"""Reads the days that a message names, each where it stands."""

import functools
from collections.abc import Iterator

from application.understanding.days.almanac import Almanac, DayFound, Rule
from application.understanding.days.counted_days import (
    coming_days,
    counted_day,
    past_day,
    span_of_days,
    third_of_this_month,
    week_on,
)
from application.understanding.days.days_beside import day_beside, weekday_beside
from application.understanding.days.holidays import holiday
from application.understanding.days.impossible import impossible_day
from application.understanding.days.month_days import day_and_month, month_and_day, whole_month
from application.understanding.days.nth_days import nth_day, weekday_ahead
from application.understanding.days.numbered_days import numbered_day
from application.understanding.days.numeric_days import iso_day, numeric_day
from application.understanding.days.weekdays import day_near_today, named_weekday
from application.understanding.days.weeks_of_days import week_of_day
from application.understanding.days.working_days import working_days
from application.understanding.text.pieces import Row
from application.understanding.text.words import words_of


def days_in(row: Row, almanac: Almanac, blocked: frozenset[int]) -> Iterator[DayFound]:
    """Every day named, in order; pieces whose first token is blocked are not read."""
    place = 0
    while place < len(row):
        found = None if row.at(place).first in blocked else _day_at(row, place, almanac)
        if found is not None:
            yield found
        place = found.last if found is not None else place + 1


def _day_at(row: Row, place: int, almanac: Almanac) -> DayFound | None:
    for rule in _rules_for(tuple(row.at(place).marks)):
        found = rule(row, place, almanac)
        if found is not None:
            return found
    return None


# In their order; beside each the marks that it may begin with, for most words begin no day.
_RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (day_beside, words_of("beside")),
    (weekday_beside, words_of("the on weekday")),
    (iso_day, words_of("number")),
    (numeric_day, words_of("number")),
    (holiday, words_of("the on this next holiday feast")),
    (nth_day, words_of("the on number ordinal nth last_of last")),
    (weekday_ahead, words_of("in")),
    (day_and_month, words_of("the on from of between number ordinal")),
    (month_and_day, words_of("month")),
    (
        past_day,
        words_of("the on past weekday week month_word weekend last number single ago_before"),
    ),
    (week_on, words_of("week")),
    (counted_day, words_of("in number single couple")),
    (coming_days, words_of("within next")),
    (week_of_day, words_of("the on in week weekend")),
    (working_days, words_of("working_days weekdays")),
    (
        span_of_days,
        words_of("early mid late_in shift the on this next coming of week weekend month_word"),
    ),
    (third_of_this_month, words_of("of_month")),
    (named_weekday, words_of("this next coming the on weekday")),
    (numbered_day, words_of("from the on number ordinal")),
    (whole_month, words_of("in this next for of month")),
    (day_near_today, words_of("offset offset_asked now")),
    (impossible_day, words_of("the on number")),
)


@functools.lru_cache(maxsize=4096)
def _rules_for(marks: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule, starts in _RULES if not starts.isdisjoint(marks))
