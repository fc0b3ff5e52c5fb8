"""Joins the days found that are one: "Friday the 3rd", "next week, Friday"."""

import datetime as dt

import msgspec

from application.understanding.almanac import Almanac, DayFound
from application.understanding.pieces import Piece, Row
from application.understanding.reading import DayRange

_NEAR = 4  # pieces
_BOUNDS = ("after", "before", "by")
_WEEK = dt.timedelta(days=6)


def joined(named: list[DayFound], row: Row, almanac: Almanac, *, leaving: bool) -> list[DayFound]:
    """The days found, with those joined that are one and the past left out."""
    joined: list[DayFound] = []
    gone = 0  # where the last day of the past ends
    for found in named:
        if found.why == "month" and gone and found.first - gone < 2:  # noqa: PLR2004
            continue  # "last year in May"
        gone = found.last if found.why == "past" else gone
        bounded = _bounded(found, row, almanac.today)
        whole = found if joined and _reaches(joined[-1], found, row) else bounded
        together = _together(joined[-1], whole, row, leaving=leaving) if joined else None
        if together is not None:
            joined[-1] = together
        elif bounded.days or bounded.span is not None:
            joined.append(bounded)
    return _in_their_week(joined, row)


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
    if found.days and onwards:
        return _ranged(found, DayRange(first=found.days[0], last=found.days[0] + _WEEK))
    if found.span is not None and before.has("after", "before"):
        return _beside(found, found.span, today, after=before.has("after"))
    if not found.days or not before.has(*_BOUNDS):
        return found
    if row.at(place - 1).has("unit_days"):
        return _counted_from(found, row, place, today)
    day = found.days[0]
    if before.has("after"):
        first = day + dt.timedelta(days=before.has("from") is False)
        return _ranged(found, DayRange(first=first, last=first + _WEEK))
    last = day - dt.timedelta(days=before.has("before"))
    return _ranged(found, DayRange(first=today, last=last) if last >= today else None)


def _beside(found: DayFound, span: DayRange, today: dt.date, *, after: bool) -> DayFound:
    """As in "before the weekend", "after next week"."""
    if after:
        first = span.last + dt.timedelta(days=1)
        return _ranged(found, DayRange(first=first, last=first + _WEEK))
    last = span.first - dt.timedelta(days=1)
    return _ranged(found, DayRange(first=today, last=last) if last >= today else None)


def _counted_from(found: DayFound, row: Row, place: int, today: dt.date) -> DayFound:
    """As in "the day before Friday"; nothing where the count is not understood."""
    count = row.at(place - 2).number("number") or row.at(place - 2).number("single")
    alone = count is None and row.at(place - 1).has("day_word")
    count = 1 if alone or row.at(place - 2).has("the") else count
    days = (count or 0) * (row.at(place - 1).number("unit_days") or 1)
    moved = dt.timedelta(days=days if row.at(place).has("after") else -days)
    kept = tuple(day + moved for day in found.days if count and day + moved >= today)
    return msgspec.structs.replace(found, days=kept, weekday=None, inferred=True)


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
    if any(piece.text not in {",", "(", ")"} for piece in linked):
        return None
    return _agreed(one, two) if _one_day(one, two) else None


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


def _in_their_week(joined: list[DayFound], row: Row) -> list[DayFound]:
    """The Friday of that week for "next week, Friday"."""
    weeks = [found for found in joined if found.span or _counts_weeks(found, row)]
    weekdays = [found for found in joined if found.weekday is not None and found.days]
    if len(weeks) != 1 or not weekdays or len(joined) > len(weekdays) + 1:
        return joined
    near = min(weekdays, key=lambda one: abs(one.first - weeks[0].first))
    if any(piece.has("or", "not", "correct") for piece in _between(weeks[0], near, row)):
        return joined
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
