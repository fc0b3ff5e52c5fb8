"""Reads days that are numbers: "the 3rd", "el 15", "del 20 al 22"."""

from application.understanding.days import dates
from application.understanding.days.almanac import Almanac, DayFound
from application.understanding.days.steps import (
    counted,
    day_number,
    fenced,
    has,
    periods_ahead,
    range_end,
    skip,
)
from application.understanding.reading import DayRange
from application.understanding.text.pieces import Piece, Row
from application.understanding.wants.choices import points_at_a_row

_CUT = {"maquina", "lados", "numero", "corto"}
_SIDES = {"lados", "laterales", "arriba", "abajo", "nuca", "patillas"}
_RANKED = {"best", "worst", "biggest", "cheapest", "nearest", "closest", "favourite", "favorite"}
_SHORT = 2  # letters
_CHOICES = {"offer", "menu", "appointment", "service", "barber", "confirm"}
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


def numbered_day(row: Row, at: int, almanac: Almanac) -> DayFound | None:
    """As in "the 3rd", "3rd", "el 3", and a bare "3" where the day was asked."""
    start = skip(row, at, "from", "the", "on")
    number, end = day_number(row, start)
    if number is None or not row.at(at).has("the", "on", "from", "number", "ordinal"):
        return None
    stretch = _stretch(row, at, (number, end), almanac)
    if stretch is not None:
        return stretch
    if not _is_day(row, (at, start, end), almanac):
        return None
    skipped, end = _of_month(row, end)
    day = dates.next_of_month(almanac.today, number, skipped)
    days = () if day is None else (day,)
    return DayFound(first=at, last=end, why="day of the month", days=days)


def _is_day(row: Row, place: tuple[int, int, int], almanac: Almanac) -> bool:
    """Whether the number from `start` to `end` is a day, and nothing that it counts or numbers."""
    at, start, end = place
    suffixed = row.at(end - 1).has("th")
    if row.at(start).has("counts") or row.at(start - 1).has("address_lead"):
        return False
    moved = suffixed and row.at(end).has("to") and row.at(end + 2).has("am", "pm", "oclock")
    if (
        (counted(row, end) and not moved)
        or row.at(end).has("one", "weekend", "week")
        or fenced(row, start, end)
    ):
        return False
    if row.at(skip(row, end, "of", "the", "day_word")).has("month") or _clipper(row, start):
        return False
    article = has(row.between(min(at, start - 1), start), "the")
    article &= not row.at(start).has("single") or row.at(start).text == "uno"
    if row.at(end).has("of") and row.at(end + 1).text.isalpha() and not row.at(end + 1).marks:
        return False  # "the 2 of them"
    timed = row.at(start - 1).has(*_OF_TIMES) or row.at(end).has("part", "minutes_to")
    if _on_the_screen(row.at(start), almanac) and not suffixed:
        return False
    alone = row.at(start - 1).has("on") and _ends(row.at(end))  # "back on 15"
    told = almanac.context.asked == "day" or alone
    bare = told and row.at(start).digits > 0 and not timed
    worded = suffixed or row.at(start).has("ordinal")
    worded |= article and not almanac.lexicon.words.day_first  # "the 12 apostles"
    named = worded and (_names_a_thing(row.at(end), almanac) or row.at(end).has("thing"))
    named |= worded and row.at(end).text in _RANKED  # "the 2nd best barber"
    named |= article and not suffixed and _counts_them(row, start)
    before = row.at(start - 1)
    first = suffixed and row.at(start).text == "1" and not article and at == start
    named |= first and before.text.isalpha() and not before.marks  # "do you wash it 1st"
    several = row.at(end).has("number") and row.at(end + 1).has("unit_days", "week")
    named |= several  # "the first two weeks"
    named |= suffixed and not article and row.at(end).has("service")  # "his 4th cut"
    return (
        (suffixed or article or bare)
        and not named
        and not _is_choice(row.at(start), suffixed, almanac)
        and not points_at_a_row(row, start, almanac.context)
    )


def _stretch(row: Row, at: int, first: tuple[int, int], almanac: Almanac) -> DayFound | None:
    """As in "del 20 al 22"."""
    led = has(row.between(at, first[1]), "the", "th")
    to_the = led and row.at(first[1] + 1).has("the")
    if not led or (row.at(first[1]).has("at") and not row.at(first[1] + 1).has("the")):
        return None
    dashed = row.at(first[1]).text == "-" and row.at(first[1] + 2).has("th")
    if not (row.at(at).has("from", "of", "between") or to_the or dashed):
        return None
    last_number, end = range_end(row, first[1], first[0])
    start = dates.next_of_month(almanac.today, first[0])
    last = dates.next_of_month(start, last_number) if start is not None else None
    if end == first[1] or start is None or last is None:
        return None
    span = DayRange(first=start, last=last)
    return DayFound(first=at, last=end, why="days of the month", span=span, inferred=True)


def _counts_them(row: Row, start: int) -> bool:
    """As in "the 3 barbers"."""
    after = row.at(start + 1)
    kept = after.has("service", "topic") or (after.text.isalpha() and not after.marks)
    return row.at(start).digits > 0 and kept and len(after.text) > _SHORT and after.text[-1] == "s"


def _clipper(row: Row, start: int) -> bool:
    """As in "un degradado al 3": the length of the hair, as clippers number it."""
    before = row.at(start - 2)
    cut = start == 1 or before.has("service", "topic") or before.text in _CUT
    sides = any(piece.text in _SIDES for piece in row.between(start + 1, start + 4))
    return row.at(start - 1).text == "al" and (cut or sides)


def _names_a_thing(piece: Piece, almanac: Almanac) -> bool:
    """As in "3rd floor"."""
    return piece.text.isalpha() and not piece.marks and piece.text not in almanac.lexicon.known


def _is_choice(piece: Piece, suffixed: bool, almanac: Almanac) -> bool:  # noqa: FBT001
    offered = len(almanac.context.offered)
    number = piece.number("ordinal") or piece.number("number") or 0
    if almanac.context.asked == "offer" and (piece.has("ordinal") or suffixed):
        return number <= max(offered, 1)
    return piece.has("ordinal") and number == 1 and almanac.context.asked in _CHOICES


def _ends(piece: Piece) -> bool:
    return not piece.text.isalnum() and piece.text != "%"


def _on_the_screen(piece: Piece, almanac: Almanac) -> bool:
    """As in "is the 11 still there", where eleven o'clock was offered and no 11th."""
    if almanac.context.asked != "offer":
        return False
    number, offered = piece.number("number"), almanac.context.offered
    hours = {hour for offer in offered for hour in (offer.time.hour, offer.time.hour % 12 or 12)}
    return number in hours and all(offer.day.day != number for offer in offered)


def _of_month(row: Row, place: int) -> tuple[int, int]:
    """How many months are skipped by "of this month" or "of next month", and where that ends."""
    start = skip(row, place, "of", "the", "this", "next", "coming")
    if start == place or not row.at(start).has("month_word"):
        return 0, place
    end = start + 1 + row.at(start + 1).has("coming", "next")
    ahead, _ = periods_ahead(row.between(place, end))
    return ahead, end
