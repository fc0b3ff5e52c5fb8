"""Reads the days that a message names, each where it stands."""

import datetime as dt
from collections.abc import Callable, Iterator

import msgspec

from application.understanding import dates
from application.understanding.lexicon import Lexicon
from application.understanding.pieces import Piece, Row
from application.understanding.reading import Context, DayRange

_HOURS = 12
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
_STOPS = ("number", "month", "weekday", "to")  # "al" leads to an end as well as to a day
_LONGEST_LEAD = 5  # pieces before a day's name; a bound keeps every text linear
_LAST_OF_MONTH = 31
_YEAR_DIGITS = 4
_FAR = 400  # "in 500 days" is not about an appointment
_LATELY = dt.timedelta(days=60)  # a date that passed this lately was hardly meant for next year
_CLOSE = 2  # days: "next Monday" said on Saturday may be either
_ALWAYS_OPEN = (24, 7)


class DayFound(msgspec.Struct, frozen=True, kw_only=True):
    """Days said at one place: the likeliest first, or a range, or nothing wanted (the past)."""

    first: int  # pieces, half-open
    last: int
    why: str
    days: tuple[dt.date, ...] = ()
    span: DayRange | None = None
    weekday: int | None = None
    inferred: bool = False


class Almanac(msgspec.Struct, frozen=True):
    """What a day's name is read against."""

    context: Context
    lexicon: Lexicon
    certain_language: bool

    @property
    def today(self) -> dt.date:
        """The shop's day at the moment of reading."""
        return self.context.today


Rule = Callable[[Row, int, Almanac], DayFound | None]


def days_in(row: Row, almanac: Almanac, blocked: frozenset[int]) -> Iterator[DayFound]:
    """Every day named, in order; pieces whose first token is blocked are not read."""
    place = 0
    while place < len(row):
        found = None if row.at(place).first in blocked else _day_at(row, place, almanac)
        if found is not None:
            yield found
        place = found.last if found is not None else place + 1


def _day_at(row: Row, place: int, almanac: Almanac) -> DayFound | None:
    if not row.at(place).marks:
        return None
    for rule in _RULES:
        found = rule(row, place, almanac)
        if found is not None:
            return found
    return None


def _iso(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    year, month, day = row.at(at), row.at(at + 2), row.at(at + 4)
    dashed = row.at(at + 1).text in {"-", "/"} and row.at(at + 3).text == row.at(at + 1).text
    if year.digits != _YEAR_DIGITS or not dashed or not (month.digits and day.digits):
        return None
    numbers = [piece.number("number") or 0 for piece in (year, month, day)]
    found = dates.in_year(almanac.today, *numbers)
    return DayFound(first=at, last=at + 5, why="date", days=() if found is None else (found,))


def _numeric(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    one, sign, two = row.at(at), row.at(at + 1).text, row.at(at + 2)
    if sign not in {"/", "-", "."} or not _short(one) or not _short(two) or not two.glued:
        return None
    year = row.at(at + 4) if row.at(at + 3).text == sign and row.at(at + 4).digits else None
    if year is None and (sign != "/" or _pair(one, two) == _ALWAYS_OPEN):
        return None
    days, inferred = _numeric_days(_pair(one, two), year, almanac)
    last = at + 3 if year is None else at + 5
    if _fenced(row, at, last):
        return None
    return DayFound(first=at, last=last, why="date", days=days, inferred=inferred)


def _pair(one: Piece, two: Piece) -> tuple[int, int]:
    return (one.number("number") or 0, two.number("number") or 0)


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
    inferred = read[0] is None or (year is None and _rolled(kept[:1], almanac.today))
    return kept, inferred


def _month_day(month: int, day: int, year: Piece | None, today: dt.date) -> dt.date | None:
    if year is None:
        return dates.next_on(today, month, day)
    return dates.in_year(today, year.number("number") or 0, month, day)


def _rolled(days: tuple[dt.date, ...], today: dt.date) -> bool:
    """Whether the day passed lately this year, so that next year's is a guess."""
    return any(day.year > today.year and today - _same_last_year(day) <= _LATELY for day in days)


def _same_last_year(day: dt.date) -> dt.date:
    return dates.existing(day.year - 1, day.month, day.day) or day - dt.timedelta(days=366)


def _number_month(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    start = _skip(row, at, "the", "on", "from", "of", "between")
    first, place = _day_number(row, start)
    if first is None:
        return None
    last_day, place = _range_end(row, place, first, spread=_has(row.between(at, start), "between"))
    place = _skip(row, place, "of", "the")
    month = row.at(place).number("month")
    if month is None:
        return None
    return _dated(row, (at, place + 1), (month, first, last_day), almanac)


def _month_number(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    month = row.at(at).number("month")
    if month is None:
        return None
    comma = row.at(at + 1).text == ","
    first, place = _day_number(row, _skip(row, at + 1 + comma, "the"))
    if first is None:
        return None
    last_day, place = _range_end(row, place, first)
    return _dated(row, (at, place), (month, first, last_day), almanac)


def _dated(
    row: Row, place: tuple[int, int], said: tuple[int, int, int], almanac: Almanac
) -> DayFound | None:
    month, first_day, last_day = said
    year, end = _year(row, place[1])
    today = almanac.today
    first = _in_month(today, year, month, first_day)
    last = _in_month(today, year, month, last_day)
    if last_day != first_day and first and last and first <= last:
        span = DayRange(first=first, last=last)
        return DayFound(first=place[0], last=end, why="dates", span=span)
    days = () if first is None or last_day != first_day else (first,)
    inferred = year is None and _rolled(days, today)
    return DayFound(first=place[0], last=end, why="date", days=days, inferred=inferred)


def _in_month(today: dt.date, year: int | None, month: int, day: int) -> dt.date | None:
    if year is None:
        return dates.next_on(today, month, day)
    return dates.in_year(today, year, month, day)


def _year(row: Row, place: int) -> tuple[int | None, int]:
    after = place + (row.at(place).has("of") or row.at(place).text == ",")
    if row.at(after).digits == _YEAR_DIGITS and not _clockish(row, after + 1):
        return row.at(after).number("number"), after + 1
    return None, place


def _day_number(row: Row, place: int) -> tuple[int | None, int]:
    """A day of the month ("3", "3rd", "third", "three") and where it ends."""
    piece = row.at(place)
    number = piece.number("ordinal") or piece.number("number")
    if number is None or piece.digits > len("31") or not 1 <= number <= _LAST_OF_MONTH:
        return None, place
    suffixed = row.at(place + 1).has("th") and row.at(place + 1).glued
    if not suffixed and _clockish(row, place + 1):
        return None, place
    return number, place + 1 + suffixed


def _range_end(row: Row, place: int, first: int, *, spread: bool = False) -> tuple[int, int]:
    joined = row.at(place).has("to") or row.at(place).text == "-"
    if not joined and not (spread and row.at(place).has("and")):
        return first, place
    number, after = _day_number(row, _skip(row, place + 1, "the"))
    return (number, after) if number is not None else (first, place)


def _clockish(row: Row, place: int) -> bool:
    piece = row.at(place)
    if piece.has("am", "pm", "oclock", "unit_minutes", "ish", "minutes_past"):
        return True
    half = piece.has("half") and piece.glued
    split = piece.text in {":", "."} and piece.glued and row.at(place + 1).glued
    return half or (split and row.at(place + 1).digits > 0)


def _skip(row: Row, place: int, *kinds: str) -> int:
    end = place + _LONGEST_LEAD
    while place < end and row.at(place).has(*kinds) and not row.at(place).has(*_STOPS):
        place += 1
    return place


def _past(row: Row, at: int, _: Almanac) -> DayFound | None:
    start = _skip(row, at, "the", "on")
    length = _length_of_past(row.at(start), row.at(start + 1), row.at(start + 2))
    return DayFound(first=at, last=start + length, why="past") if length else None


def _length_of_past(piece: Piece, after: Piece, third: Piece) -> int:
    """How many pieces name something past: "yesterday", "last week", "hace tres días"."""
    if piece.has("past"):
        return 1
    spans = ("weekday", "week", "month_word", "weekend")
    if (piece.has("last") and after.has(*spans)) or (piece.has(*spans) and after.has("last")):
        return 2
    counted = piece.has("number", "single") and after.has("unit_days", "unit_months")
    if (counted and third.has("ago")) or (
        piece.has("ago_before") and after.has("number", "single")
    ):
        return 3
    return 0


def _later(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "in 3 days", "3 days from now", "a week from Friday"."""
    start = at + row.at(at).has("in")
    days, end = _length(row, start, almanac)
    if days is None:
        return None
    if row.at(end).has("from_now"):
        return _after(row, (at, end + 1), almanac.today, days)
    if start > at:
        return _after(row, (at, end), almanac.today, days)
    if not row.at(end).has("from_day", "on"):
        return None
    base = _offset(row, end + 1, almanac) or _weekday(row, end + 1, almanac)
    if base is None or not base.days:
        return None
    return _after(row, (at, base.last), base.days[0], days)


def _after(row: Row, place: tuple[int, int], base: dt.date, days: int) -> DayFound:
    weekly = any(piece.has("week", "fortnight") for piece in row.between(*place))
    day = base + dt.timedelta(days=days)
    return DayFound(first=place[0], last=place[1], why="count", days=(day,), inferred=weekly)


def _length(row: Row, at: int, almanac: Almanac) -> tuple[int | None, int]:
    piece, unit = row.at(at), row.at(at + 1)
    count = piece.number("number") or piece.number("single")
    if count is None or count > _FAR or not unit.has("unit_days", "unit_months", "fortnight"):
        return None, at
    if unit.has("fortnight"):
        return 14 * count, at + 2
    if unit.has("unit_months"):
        later = dates.months_later(almanac.today, min(count, _FAR))
        return (later - almanac.today).days, at + 2
    return count * (unit.number("unit_days") or 1), at + 2


def _weeks(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "this week", "early next month", "el finde que viene"."""
    start = _skip(row, at, "early", "mid", "late_in", "the", "on", "this", "next", "coming", "of")
    noun = row.at(start)
    if not noun.has("week", "weekend", "month_word"):
        return None
    end = start + 1
    end = _trailing(row, end, "this", "next", "coming", "after_next")
    said = row.between(at, end)
    ahead, named = _ahead(said)
    if not named and not noun.has("weekend") and not _has(said, "late_in"):
        return None
    span = _part_of(_span(noun, ahead, almanac.today), said)
    if span is None:
        return None
    vague = noun.has("weekend") and ahead > 0
    return DayFound(first=at, last=end, why="span", span=span, inferred=vague)


def _trailing(row: Row, place: int, *kinds: str) -> int:
    """Where the words end that qualify what stands before them: "que viene", "after next"."""
    end = place
    while end < place + 2 and row.at(end).has(*kinds):
        if row.at(end + 1).has("weekday", "week", "weekend", "month_word", "part"):
            break
        end += 1
    return end


def _has(pieces: tuple[Piece, ...], *kinds: str) -> bool:
    return any(piece.has(*kinds) for piece in pieces)


def _ahead(said: tuple[Piece, ...]) -> tuple[int, bool]:
    if _has(said, "after_next"):
        return 2, True
    if _has(said, "next", "coming"):
        return 1, True
    return 0, _has(said, "this")


def _span(noun: Piece, ahead: int, today: dt.date) -> DayRange:
    if noun.has("weekend"):
        return dates.weekend_of(today, ahead)
    return dates.month_from(today, ahead) if noun.has("month_word") else dates.week_of(today, ahead)


def _part_of(span: DayRange, said: tuple[Piece, ...]) -> DayRange | None:
    third = (span.last - span.first) // 3
    first, last = span.first, span.last
    if _has(said, "early"):
        last = first + third
    elif _has(said, "late_in"):
        first = last - third - dt.timedelta(days=1)
    elif _has(said, "mid"):
        first, last = first + third, last - third
    return DayRange(first=max(first, span.first), last=last) if first <= last else None


def _weekday(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    start = _skip(row, at, "this", "next", "coming", "the", "on")
    weekday = row.at(start).number("weekday")
    if weekday is None:
        return None
    before = row.between(at, start)
    end = start + 1
    end = _trailing(row, end, "next", "coming", "after_next")
    week = row.at(end).has("week") and not row.at(end + 1).has("next")
    said = (*before, *row.between(start + 1, end))
    end += week
    dated = None if week else _numbered(row, end, weekday, almanac)
    if dated is not None:
        return msgspec.structs.replace(dated, first=at)
    if row.at(at - 1).has("ordinal") and row.at(end).has("of"):
        return DayFound(first=at, last=end, why="weekday of a month")
    days, inferred = _weekdays(weekday, said, almanac, week=week)
    return DayFound(
        first=at, last=end, why="weekday", days=days, weekday=weekday, inferred=inferred
    )


def _numbered(row: Row, at: int, weekday: int, almanac: Almanac) -> DayFound | None:
    """A number after a weekday ("Friday 7"): a date if the 7th is a Friday; else nothing, it may be an hour."""
    number, end = _day_number(row, at)
    if number is None or _counted(row, end) or row.at(end).has("of", "month", "the"):
        return None
    date_like = row.at(end).has("at") or number > _HOURS
    if not (row.at(at).digits or date_like) or row.at(at).has("single"):
        return None
    day = dates.next_of_month(almanac.today, number)
    if day is None or (day.weekday() != weekday and not date_like):
        return None
    soon = dates.coming(almanac.today, weekday)
    days = tuple(dict.fromkeys((*_falling_on(weekday, number, almanac), day, soon)))
    return DayFound(first=at, last=end, why="weekday and date", days=days, weekday=weekday)


def _falling_on(weekday: int, number: int, almanac: Almanac) -> tuple[dt.date, ...]:
    """The first day with the number that falls on the weekday."""
    days = (dates.next_of_month(almanac.today, number, ahead) for ahead in range(dates.MONTHS))
    return tuple(day for day in days if day is not None and day.weekday() == weekday)[:1]


def _counted(row: Row, place: int) -> bool:
    piece = row.at(place)
    joins = piece.has("to") and not piece.has("at")
    return joins or piece.has("people_unit", "money", "unit_days", "unit_months", "fraction")


def _weekdays(
    weekday: int, said: tuple[Piece, ...], almanac: Almanac, *, week: bool
) -> tuple[tuple[dt.date, ...], bool]:
    today = almanac.today
    soon = dates.coming(today, weekday)
    later = soon + dates.WEEK
    if week:
        return (later,), True
    if _has(said, "after_next"):
        return (later, later + dates.WEEK), False
    if _has(said, "next"):
        return _next(soon, almanac), False
    if _has(said, "coming"):
        return (later if soon == today else soon,), False
    if soon > today or _has(said, "this"):
        return (soon,), False
    return ((soon, later) if _still_open(almanac.context) else (later,)), False


def _next(soon: dt.date, almanac: Almanac) -> tuple[dt.date, ...]:
    """Both readings of "next Friday", unless they are one."""
    today, later = almanac.today, soon + dates.WEEK
    if soon == today:
        return (later,)
    in_next_week = soon > dates.week_of(today, 0).last
    if in_next_week and (soon - today).days > _CLOSE:
        return (soon,)
    return (soon, later) if in_next_week or almanac.lexicon.words.next_is_coming else (later, soon)


def _still_open(context: Context) -> bool:
    """Whether an appointment today is still thinkable; also where the hours are not known."""
    midnight = dt.time(0)
    ends = [span.end for span in context.hours if span.weekday == context.today.weekday()]
    return not context.hours or any(end == midnight or end > context.now for end in ends)


def _numbered_day(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "the 3rd", "3rd", "el 3", and a bare "3" where the day was asked."""
    start = _skip(row, at, "the", "on")
    number, end = _day_number(row, start)
    if number is None or _counted(row, end) or row.at(end).has("one") or _fenced(row, start, end):
        return None
    suffixed = row.at(end - 1).has("th")
    article = _has(row.between(min(at, start - 1), start), "the")
    if row.at(_skip(row, end, "of", "the", "day_word")).has("month"):
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


def _fenced(row: Row, start: int, end: int) -> bool:
    """Whether the number is a piece of something longer, such as a price or a telephone number."""
    before, after = row.at(start - 1), row.at(end)
    signs = {"$", "€", "£", "#", "+", "-", "/", ":", "."}
    return (before.text in signs and row.at(start).glued) or (
        after.text in signs | {"%"} and after.glued and row.at(end + 1).digits > 0
    )


def _is_choice(piece: Piece, suffixed: bool, almanac: Almanac) -> bool:  # noqa: FBT001
    offered = len(almanac.context.offered)
    number = piece.number("ordinal") or piece.number("number") or 0
    if almanac.context.asked == "offer" and (piece.has("ordinal") or suffixed):
        return number <= max(offered, 1)
    return piece.has("ordinal") and number == 1 and almanac.context.asked != "day"


def _of_month(row: Row, place: int) -> tuple[int, int]:
    """How many months are skipped by "of this month" or "of next month", and where that ends."""
    start = _skip(row, place, "of", "the", "this", "next", "coming")
    if start == place or not row.at(start).has("month_word"):
        return 0, place
    end = start + 1 + row.at(start + 1).has("coming", "next")
    ahead, _ = _ahead(row.between(place, end))
    return ahead, end


def _offset(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    offset = row.at(at).number("offset")
    if offset is None:
        return None
    day = almanac.today + dt.timedelta(days=offset)
    return DayFound(first=at, last=at + 1, why="relative day", days=(day,))


def _month_alone(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    month = row.at(at + 1).number("month")
    if not row.at(at).has("in", "this", "next") or month is None:
        return None
    if row.at(at + 1).has("verb") and not row.at(at).has("in"):
        return None
    ahead = (month - almanac.today.month) % dates.MONTHS
    span = dates.month_from(almanac.today, ahead)
    return DayFound(first=at, last=at + 2, why="month", span=span)


_RULES: tuple[Rule, ...] = (
    _iso,
    _numeric,
    _number_month,
    _month_number,
    _past,
    _later,
    _weeks,
    _weekday,
    _numbered_day,
    _month_alone,
    _offset,
)
