"""Reads the day after the one that is refused: "not this Friday, the next", "el lunes no, el otro"."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from application.understanding.days.almanac import DayFound
from application.understanding.days.steps import has, skip
from application.understanding.reading import DayRange
from application.understanding.text.pieces import Row

_WEEK = dt.timedelta(days=7)
_REACH = 6  # pieces from what is refused to "the next one"
_NOUNS = ("weekday", "week", "weekend", "month_word", "month", "unit_days", "service", "topic")


def next_one(refused: Sequence[DayFound], row: Row) -> DayFound | None:
    """The same weekday, or the same days, a week after what is refused last."""
    if not refused:
        return None
    last = refused[-1]
    place = next((at for at in range(last.last, last.last + _REACH) if _told(row, at)), None)
    if place is None or not (last.weekday is not None or last.span is not None):
        return None
    return msgspec.structs.replace(
        last,
        first=place,
        last=place + 1,
        why="the one after",
        days=tuple(day + _WEEK for day in last.days[:1]),
        span=None if last.span is None else _later(last.span),
        inferred=True,
    )


def _told(row: Row, place: int) -> bool:
    led = row.at(place - 1).has("the", "on", "at_one")
    if not (row.at(place).has("next", "after_next") or (row.at(place).has("coming") and led)):
        return False
    nouns = (row.at(place + 1), row.at(skip(row, place + 1, "the", "coming")))
    return not has(nouns, *_NOUNS)


def _later(span: DayRange) -> DayRange:
    """A week later; a week of which only the rest is left begins on its Monday then."""
    first = span.first - dt.timedelta(days=span.first.weekday()) if _is_week(span) else span.first
    return DayRange(first=first + _WEEK, last=span.last + _WEEK)


def _is_week(span: DayRange) -> bool:
    return span.last.weekday() == 6 and span.first + dt.timedelta(days=2) < span.last  # noqa: PLR2004
