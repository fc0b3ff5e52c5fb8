"""Joins the days found that are one: "Friday the 3rd", "next week, Friday"."""

import datetime as dt

import msgspec

from application.understanding.days import dates
from application.understanding.days.almanac import Almanac, DayFound
from application.understanding.days.impossible import NO_SUCH_DAY
from application.understanding.reading import DayRange
from application.understanding.text.pieces import Piece, Row

STATED = "which day it is"  # "tomorrow is Sunday", which wishes nothing
_IS = {"is", "es", "cae", "tomorrows", "todays", "tmrws"}
_OF_AN_HOUR = ("that", "eso", "ahi")  # "I finish at 5 on Friday, so after that"
_SOME = {"algun", "cualquier", "some"}  # "algún día antes de Navidad"
_NEAR = 4  # pieces
_BOUNDS = ("after", "before", "by")
_WEEK = dt.timedelta(days=6)
_A_DAY = dt.timedelta(days=1)


def joined(named: list[DayFound], row: Row, almanac: Almanac, *, leaving: bool) -> list[DayFound]:
    """The days found, with those joined that are one and the past left out."""
    joined: list[DayFound] = []
    gone = 0  # where the last day of the past ends
    for found in named:
        if found.why == "month" and gone and found.first - gone < 2:  # noqa: PLR2004
            continue  # "last year in May"
        gone = found.last if found.why == "past" else gone
        if found.why == NO_SUCH_DAY and joined and _leads_to(joined[-1], found, row):
            joined.pop()  # "Friday, the 31st of November"
        bounded = found if leaving and _towards(found, row) else _bounded(found, row, almanac.today)
        whole = found if joined and _reaches(joined[-1], found, row) else bounded
        together = _together(joined[-1], whole, row, leaving=leaving) if joined else None
        if together is not None:
            joined[-1] = together
        elif bounded.days or bounded.span is not None:
            joined.append(bounded)
    return _in_their_week(_in_their_month(joined, row), row, leaving=leaving)


def _leads_to(one: DayFound, two: DayFound, row: Row) -> bool:
    return one.weekday is not None and two.first - one.last <= row.at(one.last).has("the", "on") + (
        row.at(one.last).text == ","
    )


def _towards(found: DayFound, row: Row) -> bool:
    """As in "put it back till Tuesday", which bounds nothing."""
    place = found.first - (not row.at(found.first).has("to"))
    return row.at(place).has("to") and row.at(place).has("by")


def _reaches(one: DayFound, two: DayFound, row: Row) -> bool:
    """As in "from Thursday till Saturday", where "till" bounds nothing by itself."""
    led = any(row.at(place).has("from") for place in (one.first - 1, one.first))
    return led and any(piece.has("to", "by") for piece in row.between(one.last, two.first + 1))


def _bounded(found: DayFound, row: Row, today: dt.date) -> DayFound:
    """As in "before Friday", "from the 5th on"."""
    place = found.first - (not row.at(found.first).has(*_BOUNDS))
    while place > found.first - _NEAR and row.at(place).has("the", "on"):
        if row.at(place).has(*_BOUNDS):
            break
        place -= 1
    before = row.at(place)
    onwards = row.at(found.last).has("onwards") and not row.at(found.last + 1).has("number")
    onwards &= not row.at(found.last).text.endswith(_OF_AN_HOUR)
    if found.days and onwards:
        return _ranged(found, DayRange(first=found.days[0], last=found.days[0] + _WEEK))
    if found.span is not None and before.has(*_BOUNDS):
        return _beside(found, found.span, row, (before, today))
    minutes = before.text == "past" and row.at(place - 1).has(
        "fraction"
    )  # "quarter past on Monday"
    calling = before.text == "by" and row.at(place - 1).has("calls")  # "come by on Thursday"
    if not found.days or not before.has(*_BOUNDS) or before.has("starting") or minutes or calling:
        return found
    if row.at(place - 1).has("unit_days") and row.at(place - 2).text not in _SOME:
        return _counted_from(found, row, place, today)
    day = found.days[0]
    if before.has("after"):
        first = day + dt.timedelta(days=not before.has("from", "inclusive"))
        return _ranged(found, DayRange(first=first, last=first + _WEEK))
    last = day - dt.timedelta(days=before.has("before"))
    return _ranged(found, DayRange(first=today, last=last) if last >= today else None)


def _beside(found: DayFound, span: DayRange, row: Row, bounded: tuple[Piece, dt.date]) -> DayFound:
    """As in "before the weekend", "after next week", "by the end of the month"."""
    bound, today = bounded
    if bound.has("after"):
        first = span.last + dt.timedelta(days=1)
        return _ranged(found, DayRange(first=first, last=first + _WEEK))
    ends = any(piece.has("late_in") for piece in row.between(found.first, found.last))
    if not (ends or bound.has("before")):
        return found
    last = span.last if ends else span.first - dt.timedelta(days=1)
    return _ranged(found, DayRange(first=today, last=last) if last >= today else None)


def _counted_from(found: DayFound, row: Row, place: int, today: dt.date) -> DayFound:
    """As in "the day before Friday"; nothing where the count is not understood."""
    count = row.at(place - 2).number("number") or row.at(place - 2).number("single")
    whole = row.at(place - 1).has("week") and row.at(place - 2).has("the", "at_one")
    if count is None and whole:
        return _week_beside(found, today, after=row.at(place).has("after"))
    alone = count is None and row.at(place - 1).has("day_word")
    count = 1 if alone or row.at(place - 2).has("the") else count
    days = (count or 0) * (row.at(place - 1).number("unit_days") or 1)
    moved = dt.timedelta(days=days if row.at(place).has("after") else -days)
    kept = tuple(day + moved for day in found.days if count and day + moved >= today)
    return msgspec.structs.replace(found, days=kept, weekday=None, inferred=True)


def _week_beside(found: DayFound, today: dt.date, *, after: bool) -> DayFound:
    """As in "the week before Christmas": the seven days beside it."""
    day = found.days[0]
    first = day + _A_DAY if after else day - _WEEK - _A_DAY
    last = first + _WEEK
    span = DayRange(first=max(first, today), last=last) if last >= today else None
    return _ranged(found, span)


def _ranged(found: DayFound, span: DayRange | None) -> DayFound:
    return msgspec.structs.replace(found, days=(), span=span, weekday=None, inferred=True)


def _together(one: DayFound, two: DayFound, row: Row, *, leaving: bool) -> DayFound | None:
    """Two findings that are one: "Friday the 3rd", "from Monday to Wednesday"."""
    between = row.between(one.last, two.first)
    if not (one.days and two.days):
        return None
    if one.last == two.first and row.at(two.first).glued and two.weekday is not None:
        return _stretch(one, two, row)  # "Mon-Wed"
    leading = row.at(two.first)  # "hasta el" both joins and leads to the day
    between = (*between, leading) if leading.has("by") else between
    linked = [
        piece for piece in between if piece.has("to", "by") or not piece.has("the", "on", "of")
    ]
    if len(linked) == 1 and (linked[0].has("to", "by") or linked[0].text == "-"):
        return None if leaving else _stretch(one, two, row)
    spread = row.at(one.first).has("between") or row.at(one.first - 1).has("between")
    if spread and len(linked) == 1 and linked[0].has("and"):
        return _stretch(one, two, row)
    stated = [piece for piece in linked if piece.text not in {",", "(", ")"}]
    if any(piece.text not in _IS for piece in stated) or not _one_day(one, two):
        return None
    told = bool(stated) or row.at(two.first - 1).text in _IS
    agreed = _agreed(one, two)
    return msgspec.structs.replace(agreed, why=STATED) if told else agreed


def _one_day(one: DayFound, two: DayFound) -> bool:
    """Whether a weekday and a date stand together, and not "tomorrow to Saturday"."""
    weekly = any(found.why == "count" and found.inferred for found in (one, two))
    if weekly or (one.weekday is None) == (two.weekday is None):
        return False
    return "relative day" not in {one.why, two.why} or bool(set(one.days) & set(two.days))


def _stretch(one: DayFound, two: DayFound, row: Row) -> DayFound | None:
    leads = (row.at(one.first - 1), row.at(one.first))
    dated = {one.why, two.why} == {"date"}
    led = any(piece.has("from", "of", "between") for piece in leads) or dated
    if not led and one.weekday is None:
        return None
    first, last = one.days[0], two.days[0]
    if last <= first and two.weekday is not None:
        last += dt.timedelta(days=(two.weekday - last.weekday()) % 7)
        last += dt.timedelta(days=7 * ((first - last).days // 7 + 1))
    if first >= last:
        return None
    span = DayRange(first=first, last=last)
    return DayFound(first=one.first, last=two.last, why="days", span=span, inferred=True)


def _agreed(one: DayFound, two: DayFound) -> DayFound:
    """A weekday and a date: the date where they agree, else both are asked back."""
    dated, weekly = (one, two) if one.weekday is None else (two, one)
    fitting = tuple(day for day in dated.days if day.weekday() == weekly.weekday)
    days = fitting or tuple(dict.fromkeys((*dated.days, *weekly.days)))
    inferred = dated.inferred and not fitting
    return DayFound(
        first=one.first, last=two.last, why="weekday and date", days=days, inferred=inferred
    )


def _in_their_month(joined: list[DayFound], row: Row) -> list[DayFound]:
    """The 5th of that month for "next month, on the 5th"."""
    months = [
        found
        for found in joined
        if found.span is not None and row.at(found.last - 1).has("month_word", "coming", "next")
    ]
    numbered = [found for found in joined if found.why == "day of the month" and found.days]
    if len(months) != 1 or len(joined) != 2 or not numbered or months[0].span is None:  # noqa: PLR2004
        return joined
    if not any(piece.has("month_word") for piece in row.between(months[0].first, months[0].last)):
        return joined
    if any(piece.has("or", "not", "correct") for piece in _between(months[0], numbered[0], row)):
        return joined
    first = months[0].span.first
    day = dates.existing(first.year, first.month, numbered[0].days[0].day)
    return [msgspec.structs.replace(numbered[0], days=(day,))] if day is not None else joined


def _in_their_week(joined: list[DayFound], row: Row, *, leaving: bool) -> list[DayFound]:
    """The Friday of that week for "next week, Friday"."""
    weeks = [found for found in joined if found.span or _counts_weeks(found, row)]
    weekdays = [found for found in joined if found.weekday is not None and found.days]
    if len(weeks) != 1 or not weekdays or len(joined) > len(weekdays) + 1:
        return joined
    near = min(weekdays, key=lambda one: abs(one.first - weeks[0].first))
    parting = ("or", "not", "correct", *(("to",) if leaving else ()))  # "from Friday to next week"
    if any(piece.has(*parting) for piece in _between(weeks[0], near, row)):
        return joined
    if row.at(near.last).has("no", "not_after"):
        return joined  # "some day next week, Thursday no"
    if row.at(near.first - 1 - row.at(near.first - 1).has("the", "on")).has("not"):
        but = _placed(near, weeks[0])  # "any day but Wednesday, next week"
        return joined if but is None else [but if one is near else one for one in joined]
    placed = [_placed(weekday, weeks[0]) for weekday in weekdays]
    return [found for found in placed if found is not None] or joined


def _between(one: DayFound, two: DayFound, row: Row) -> tuple[Piece, ...]:
    first, second = sorted((one, two), key=lambda found: found.first)
    return row.between(first.last, second.first)


def _placed(weekday: DayFound, week: DayFound) -> DayFound | None:
    monday, sunday = _reach(week)
    offset = ((weekday.weekday or 0) - monday.weekday()) % 7
    inside = [monday + dt.timedelta(days=offset + 7 * n) for n in range(6)]
    days = tuple(day for day in inside if day <= sunday)[:2]
    inferred = weekday.inferred or len(days) > 1
    return msgspec.structs.replace(weekday, days=days, inferred=inferred) if days else None


def _counts_weeks(found: DayFound, row: Row) -> bool:
    pieces = row.between(found.first, found.last)
    return found.why == "count" and any(piece.has("week", "fortnight") for piece in pieces)


def _reach(week: DayFound) -> tuple[dt.date, dt.date]:
    if week.span is not None:
        return week.span.first, week.span.last
    monday = week.days[0] - dt.timedelta(days=week.days[0].weekday())
    return monday, monday + _WEEK
