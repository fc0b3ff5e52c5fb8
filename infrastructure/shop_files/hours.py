"""Opening hours, breaks and days off, as a shop file writes them."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from domain.hours import ClockRange, WeekRule
from domain.shop import DaysOff
from domain.wall_time import MINUTES_OF_DAY
from infrastructure.shop_files.table import Table, shown

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_RANGE = re.compile(r"(\d\d):([0-5]\d)\s*[-\N{EN DASH}]\s*(\d\d):([0-5]\d)")
_FORM = 'write a list of times of the day such as ["09:00-13:00", "15:00-24:00"], or [] for none'


def week_rule(table: Table) -> WeekRule:
    """The ranges of each weekday, and those of single dates under `dates`."""
    weekly = {n: _ranges(table, day) for n, day in enumerate(WEEKDAYS) if table.has(day)}
    dates = table.table("dates")
    rule = WeekRule(
        weekly={day: ranges for day, ranges in weekly.items() if ranges},
        dates={_date(dates, key): _ranges(dates, key) for key in dates},
    )
    table.close()
    return rule


def days_off(tables: Iterable[Table], languages: tuple[str, ...]) -> tuple[DaysOff, ...]:
    """Closures or a barber's time off, earliest first; without `last` it is one day."""
    found = sorted((_days(table, languages) for table in tables), key=lambda one: one.first)
    return tuple(found)


def words(table: Table, languages: tuple[str, ...]) -> dict[str, str]:
    """One text for every language of the shop."""
    said = {language: table.text(language, "write it in every language") for language in languages}
    if languages:
        table.close()
    return said


def _days(table: Table, languages: tuple[str, ...]) -> DaysOff:
    first = table.day("first")
    last = table.day("last", default=first)
    names = words(table.table("names"), languages) if table.has("names") else {}
    table.close()
    if date.min < last < first:
        table.wrong("last", f"is {last}, before {first}", "let it end on or after the first day")
    return DaysOff(first=first, last=max(first, last), names=names)


def _date(table: Table, key: str) -> date:
    table.has(key)
    try:
        return date.fromisoformat(key if _DATE.fullmatch(key) else "")
    except ValueError:
        table.wrong(key, "is no date", "write year-month-day, such as 2026-12-24")
        return date.min


def _ranges(table: Table, key: str) -> tuple[ClockRange, ...]:
    texts = table.texts(key, _FORM)
    ranges = sorted(one for one in (_range(table, key, text) for text in texts) if one)
    for earlier, later in pairwise(ranges):
        if later.start < earlier.end:
            what = f"has {_clock(earlier)} and {_clock(later)}, which overlap"
            table.wrong(key, what, "let each range start when the one before it has ended")
    return _merged(ranges)


def _range(table: Table, key: str, text: str) -> ClockRange | None:
    match = _RANGE.fullmatch(text)
    if match is None:
        table.wrong(key, f"has {shown(text)}", _FORM)
        return None
    hour, minute, end_hour, end_minute = map(int, match.groups())
    start, end = hour * 60 + minute, end_hour * 60 + end_minute
    if start < end <= MINUTES_OF_DAY:
        return ClockRange(start=start, end=end)
    mend = "start before the end, within one day: 24:00 is midnight, and the rest is the next day's"
    table.wrong(key, f"has {shown(text)}", mend)
    return None


def _merged(ranges: Iterable[ClockRange]) -> tuple[ClockRange, ...]:
    merged: list[ClockRange] = []
    for one in ranges:
        if merged and one.start <= merged[-1].end:
            last = merged.pop()
            merged.append(ClockRange(start=last.start, end=max(last.end, one.end)))
        else:
            merged.append(one)
    return tuple(merged)


def _clock(one: ClockRange) -> str:
    ends = (f"{minute // 60:02}:{minute % 60:02}" for minute in (one.start, one.end))
    return "-".join(ends)
