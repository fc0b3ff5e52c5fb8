"""Reads days written in figures: "2025-11-30", "3/11"."""

import datetime as dt

from application.understanding.days import dates
from application.understanding.days.almanac import Almanac, DayFound
from application.understanding.days.impossible import NO_SUCH_DAY, never
from application.understanding.days.steps import fenced, written_fraction
from application.understanding.reading import DayRange
from application.understanding.text.pieces import Piece, Row

YEAR_DIGITS = 4
_LATELY = dt.timedelta(days=60)  # a date that passed this lately was hardly meant for next year
_ALWAYS_OPEN = (24, 7)
_MONTH = range(31)
_ROUND = 5  # minutes: "3.10" may be a time, "3.12." is none


def iso_day(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "2025-11-30"."""
    year, month, day = row.at(at), row.at(at + 2), row.at(at + 4)
    dashed = row.at(at + 1).text in {"-", "/", "."} and row.at(at + 3).text == row.at(at + 1).text
    if year.digits != YEAR_DIGITS or not dashed or not (month.digits and day.digits):
        return None
    numbers = [piece.number("number") or 0 for piece in (year, month, day)]
    if never(numbers[1], numbers[2]):
        return DayFound(first=at, last=at + 5, why=NO_SUCH_DAY)
    found = dates.in_year(almanac.today, *numbers)
    return DayFound(first=at, last=at + 5, why="date", days=() if found is None else (found,))


def numeric_day(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "3/11": day or month first by the language, both where that is doubtful."""
    one, sign, two = row.at(at), row.at(at + 1).text, row.at(at + 2)
    if sign not in {"/", "-", "."} or not _short(one) or not _short(two) or not two.glued:
        return None
    year = row.at(at + 4) if row.at(at + 3).text == sign and row.at(at + 4).digits else None
    if year is None and not _bare_date(row, at, almanac):
        return None
    days, inferred = _numeric_days(_pair(one, two), year, almanac)
    last = at + 3 if year is None else at + 5
    stretch = _stretch(row, at, last, days, almanac) if days and sign == "/" else None
    if stretch is not None:
        return stretch
    if fenced(row, at, last):
        return None
    if all(_no_day(order, year) for order in (_pair(one, two), _pair(two, one))):
        return DayFound(first=at, last=last, why=NO_SUCH_DAY) if _dayish(one, two) else None
    return DayFound(first=at, last=last, why="date", days=days, inferred=inferred)


def _stretch(
    row: Row, at: int, last: int, days: tuple[dt.date, ...], almanac: Almanac
) -> DayFound | None:
    """As in "12/20-12/24"."""
    other = last + 1
    slashed = row.at(other + 1).text == "/" and row.at(other + 2).digits > 0
    if row.at(last).text != "-" or not slashed or row.at(at - 1).text in {"-", "/"}:
        return None
    end = numeric_day(Row((*row.pieces[:last], *row.pieces[other:]), row.words), last, almanac)
    if end is None or not end.days or end.days[0] <= days[0]:
        return None
    span = DayRange(first=days[0], last=end.days[0])
    return DayFound(first=at, last=end.last + 1, why="dates", span=span)


def _bare_date(row: Row, at: int, almanac: Almanac) -> bool:
    """Whether two numbers without a year are a date, and no "24/7"."""
    if _pair(row.at(at), row.at(at + 2)) == _ALWAYS_OPEN or written_fraction(row, at):
        return False
    return row.at(at + 1).text == "/" or _day_first(row, at, almanac)


def _day_first(row: Row, at: int, almanac: Almanac) -> bool:
    """As in "el 3-11" and "21-5", which are a day and its month, and not "del 15-17 de mayo"."""
    before, after = row.at(at - 1), row.at(at + 3)
    led = before.has("the") and not before.has("from", "of", "to")
    falling = row.at(at + 1).text == "-" and (row.at(at).number("number") or 0) > dates.MONTHS
    counts = after.has("of", "month", "am", "pm", "oclock", "people_unit")
    fits = (row.at(at + 2).number("number") or 0) <= dates.MONTHS
    if not almanac.lexicon.words.day_first:
        return _month_first(row, at)
    minutes = row.at(at + 2).number("number") or 0
    dotted = row.at(at).text.startswith("0") or (minutes % _ROUND and not row.at(at + 4).marks)
    closed = after.text == "." and after.glued and bool(dotted) and not before.has("at")
    return (led or falling or closed) and fits and not counts  # "08.12."


def _month_first(row: Row, at: int) -> bool:
    """As in "5-21", which neither counts nor numbers anything."""
    pair = _pair(row.at(at), row.at(at + 2))
    before, after = row.at(at - 1), row.at(at + 3)
    counts = after.has("of", "month", "am", "pm", "oclock", "people_unit", "unit_minutes", "money")
    counts |= after.has("unit_days", "unit_months", "half") or before.has("from", "between")
    dashed = row.at(at + 1).text == "-" and pair[0] <= dates.MONTHS < pair[1]
    return dashed and not counts and not never(*pair)


def _no_day(order: tuple[int, int], year: Piece | None) -> bool:
    """Whether no year has that month and day, or the year written has not."""
    number = year.number("number") if year is not None and year.digits == YEAR_DIGITS else None
    missing = number and dates.existing(number, *order) is None
    return never(*order) or bool(missing)


def _pair(one: Piece, two: Piece) -> tuple[int, int]:
    return (one.number("number") or 0, two.number("number") or 0)


def _dayish(*pieces: Piece) -> bool:
    """Whether a figure may well be meant as a day or a month: "13/13", but not "50/50"."""
    return all(0 < (piece.number("number") or 0) <= len(_MONTH) for piece in pieces)


def _short(piece: Piece) -> bool:
    return 0 < piece.digits <= len("31")


def _numeric_days(
    pair: tuple[int, int], year: Piece | None, almanac: Almanac
) -> tuple[tuple[dt.date, ...], bool]:
    """The likeliest day first; the other order too where the customer may well mean it."""
    day_first = almanac.lexicon.words.day_first
    orders = [(pair[1], pair[0]), pair] if day_first else [pair, (pair[1], pair[0])]
    read = [_month_day(month, day, year, almanac.today) for month, day in orders]
    found = list(dict.fromkeys(day for day in read if day is not None))
    if read[0] is not None and day_first and almanac.certain_language:
        found = found[:1]
    horizon = almanac.today + dt.timedelta(days=almanac.context.horizon_days)
    kept = tuple(day for day in found if day == found[0] or day <= horizon)
    inferred = read[0] is None or (year is None and rolled(kept[:1], almanac.today))
    return kept, inferred


def _month_day(month: int, day: int, year: Piece | None, today: dt.date) -> dt.date | None:
    if year is None:
        return dates.next_on(today, month, day)
    return dates.in_year(today, year.number("number") or 0, month, day)


def rolled(days: tuple[dt.date, ...], today: dt.date) -> bool:
    """Whether the day passed lately this year, so that next year's is a guess."""
    return any(day.year > today.year and today - _same_last_year(day) <= _LATELY for day in days)


def _same_last_year(day: dt.date) -> dt.date:
    return dates.existing(day.year - 1, day.month, day.day) or day - dt.timedelta(days=366)
