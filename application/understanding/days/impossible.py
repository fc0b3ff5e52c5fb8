"""Finds days and times that do not exist: "feb 30", "31 de abril", "the 32nd", "25:00"."""

import calendar

from application.understanding.days.almanac import Almanac, DayFound
from application.understanding.days.dates import MONTHS
from application.understanding.days.steps import counted, fenced, has, skip
from application.understanding.text.pieces import Row
from application.understanding.times.clock_endings import DAY, HOUR, not_a_time

NO_SUCH_DAY = "no such day"
_LEAP_YEAR = 2024
_LAST_OF_MONTH = 31
_TWO_DIGITS = 2
_SIGNS = {":", "."}


def never(month: int, day: int) -> bool:
    """Whether no year has that day."""
    if not 1 <= month <= MONTHS or day < 1:
        return True
    return day > calendar.monthrange(_LEAP_YEAR, month)[1]


def impossible_day(row: Row, at: int, _: Almanac) -> DayFound | None:
    """A number that no month has, said as a day: "the 32nd", "el 32", "40 de mayo"."""
    start = skip(row, at, "the", "on")
    piece = row.at(start)
    number = piece.number("number") or 0
    if piece.digits != _TWO_DIGITS or number <= _LAST_OF_MONTH or fenced(row, start, start + 1):
        return None
    end = start + 1
    suffixed = row.at(end).has("th") and row.at(end).glued
    month = skip(row, end + suffixed, "of", "the")
    if row.at(month).has("month") and not row.at(month).has("verb"):
        return DayFound(first=at, last=month + 1, why=NO_SUCH_DAY)
    article = has(row.between(at, start), "the")
    closed = not row.at(end).text.isalnum() or row.at(end).has("at")
    if suffixed or (article and closed and not counted(row, end)):
        return DayFound(first=at, last=end + suffixed, why=NO_SUCH_DAY)
    return None


def impossible_clock(row: Row, at: int) -> int | None:
    """Where a time ends that no clock shows ("25:00", "10:75", "at 27"); `None` if none begins."""
    led = row.at(at).has("at")
    start = at + led
    piece, sign, minute = row.at(start), row.at(start + 1), row.at(start + 2)
    hour = piece.number("number")
    if hour is None or not 0 < piece.digits <= _TWO_DIGITS or not (led or sign.text == ":"):
        return None
    if fenced(row, start, start):
        return None
    if sign.text in _SIGNS and sign.glued and minute.glued and minute.digits == _TWO_DIGITS:
        wrong = hour > DAY or (minute.number("number") or 0) >= HOUR
        return start + 3 if wrong and not _goes_on(row, start + 3) else None
    if not led or hour <= DAY or not_a_time(row, start, start + 1) or _goes_on(row, start + 1):
        return None
    return start + 1 if row.at(start + 1).text in {"", ",", ".", "?", "!"} else None


def _goes_on(row: Row, place: int) -> bool:
    """Whether more figures follow, as in a telephone number or a score."""
    return (
        row.at(place).glued
        and row.at(place).text in {":", ".", "/", "-"}
        and (row.at(place + 1).digits > 0 and row.at(place + 1).glued)
    )
