"""Reckons with days; a day that does not exist or cannot be reckoned is `None`."""

import calendar
import datetime as dt

from application.understanding.reading import DayRange

WEEK = dt.timedelta(days=7)
MONTHS = 12
_SUNDAY = 6
_YEARS_AHEAD = 5


def existing(year: int, month: int, day: int) -> dt.date | None:
    """The day, if there is such a day."""
    if not 1 <= month <= MONTHS or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


def in_year(today: dt.date, year: int, month: int, day: int) -> dt.date | None:
    """The day of an explicit year (of two or four digits), unless past or far ahead."""
    century = today.year // 100 * 100
    full = year + century if year < 100 else year  # noqa: PLR2004 - two digits
    near = today.year <= full <= today.year + _YEARS_AHEAD
    found = existing(full, month, day) if near else None
    return found if found is not None and found >= today else None


def next_on(today: dt.date, month: int, day: int) -> dt.date | None:
    """The next such day from today on, within the leap years' reach."""
    for year in range(today.year, today.year + _YEARS_AHEAD):
        found = existing(year, month, day)
        if found is not None and found >= today:
            return found
    return None


def next_of_month(today: dt.date, day: int, skipped_months: int = 0) -> dt.date | None:
    """The next day of a month with this number, from today on or from a later month's first."""
    start = today if not skipped_months else first_of_month(today, skipped_months)
    for ahead in range(MONTHS):
        month = first_of_month(start, ahead)
        found = existing(month.year, month.month, day)
        if found is not None and found >= today:
            return found
    return None


def first_of_month(today: dt.date, ahead: int) -> dt.date:
    """The first day of the month `ahead` months after today's."""
    months = today.year * MONTHS + today.month - 1 + ahead
    return dt.date(months // MONTHS, months % MONTHS + 1, 1)


def month_from(today: dt.date, ahead: int) -> DayRange:
    """The days of a month, from today on."""
    first = first_of_month(today, ahead)
    last = first_of_month(today, ahead + 1) - dt.timedelta(days=1)
    return DayRange(first=max(first, today), last=last)


def months_later(today: dt.date, months: int) -> dt.date:
    """The same day of a later month, or that month's last day."""
    first = first_of_month(today, months)
    return first.replace(day=min(today.day, calendar.monthrange(first.year, first.month)[1]))


def coming(today: dt.date, weekday: int) -> dt.date:
    """The first such weekday from today on."""
    return today + dt.timedelta(days=(weekday - today.weekday()) % 7)


def week_of(today: dt.date, ahead: int) -> DayRange:
    """Monday to Sunday of a later week, or today to Sunday of this one."""
    monday = today - dt.timedelta(days=today.weekday()) + ahead * WEEK
    return DayRange(first=max(monday, today), last=monday + dt.timedelta(days=_SUNDAY))


def weekend_of(today: dt.date, ahead: int) -> DayRange:
    """Saturday and Sunday of a later week, or what is left of this week's."""
    sunday = week_of(today, ahead).last
    return DayRange(first=max(sunday - dt.timedelta(days=1), today), last=sunday)
