"""What a clock time is and what may follow its hour: "pm", "y media", "de la tarde"."""

import datetime as dt

import msgspec

from application.understanding.days.steps import written_fraction
from application.understanding.text.pieces import Piece, Row

HALF_PAST = "half past"  # how "half five" was read, which may be half past four too
HALF_DAY = 12
DAY = 24
HOUR = 60
FIRST_SPOKEN_MINUTE = 5  # "y 5"; "y 2" counts something else
_FIGURES_OF_FRACTION = 3  # the pieces of "1/2"
_DAYLIGHT = 8  # a bare hour before this one is likelier an afternoon's
_FIGURES = {"$", "€", "£", "#"}
MORNINGS = {
    "dawn",
    "early",
    "morning",
    "early_morning",
    "mid_morning",
    "late_morning",
    "before_work",
}
_LATER = {"afternoon", "early_afternoon", "mid_afternoon", "late_afternoon", "evening", "night"}
_NIGHTS = {"evening", "night"}
_OF_TWELVE = MORNINGS | _NIGHTS
_QUARTERS = {15, 30, 45}
_FIRST_NIGHTLY = 5  # "2 at night" is no afternoon


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """A time as said: every time of day that it may be, the likeliest first."""

    first: int  # pieces, half-open
    last: int
    options: tuple[dt.time, ...]
    approximate: bool = False
    strong: bool = True  # looks like a time by itself; a bare number does not
    worded: str = "clock"


class Said(msgspec.Struct):
    """A time while it is being read."""

    hour: int
    minute: int = 0
    half: str | None = None
    strong: bool = False
    approximate: bool = False
    exact: bool = False  # written as on a 24-hour clock
    shift: int = 0


def not_a_time(row: Row, at: int, place: int) -> bool:
    """Whether the number counts something, or is part of a price, a date or a telephone number."""
    after, before = row.at(place), row.at(at - 1)
    if after.has("people_unit", "money", "unit_days", "unit_months", "month"):
        return True
    if after.has("service", "topic") and after.text.endswith("s"):
        return True
    if after.has("unit_minutes") and _lasting(row, at, after):
        return True
    if after.has("th") and after.glued:
        return True
    if before.has("in") and after.has("unit_minutes"):
        return True
    coded = row.at(at).glued and before.text.isalpha() and not before.marks and before.text != "t"
    figures = coded or before.text in _FIGURES  # "SW1", but not "2026-06-26T15:00"
    figures |= before.text == "+" and row.at(at).glued
    people = before.has("people_lead") and not after.has("am", "pm", "oclock", "part")
    return figures or people or _tied(row, at, place)


def _lasting(row: Row, at: int, unit: Piece) -> bool:
    """Whether "3 hours" is a length and not "a las 3 horas"."""
    led = row.at(at - 1).has("at", "approximate", "after", "before", "by", "between", "from", "to")
    late = (row.at(at).number("number") or 0) > HALF_DAY
    return not unit.has("oclock") or row.at(at).has("single") or not (led or late)


def _tied(row: Row, at: int, place: int) -> bool:
    after, before = row.at(place), row.at(at - 1)
    told = after.has("am", "pm") and not row.at(at - 2).digits  # "tomorrow.5pm"
    joined = row.at(at).glued and before.glued and not told
    decimal = before.text in {".", ":", "/", ","} and joined
    follows = after.text in {"%", "/", "$", "€", "£", "."} and after.glued
    numbered = row.at(place + 1).digits > 0 and row.at(place + 1).glued
    opaque = after.text.isdigit() and not after.has("number")
    return decimal or (follows and (numbered or after.text not in {".", "/"})) or opaque


def qualified(row: Row, place: int, said: Said) -> Clock:
    """The time with all that follows it: "pm", "y media", "o'clock", "ish", "de la tarde"."""
    end = _suffix(row, place, said)
    while end > place:
        place, end = end, _suffix(row, end, said)
    if row.at(place).has("number") and not not_a_time(row, place, place + 1):
        said.approximate = True  # "six oh two" in words that are not known
    return Clock(
        first=place,
        last=place,
        options=_options(said),
        approximate=said.approximate,
        strong=said.strong,
    )


def _suffix(row: Row, place: int, said: Said) -> int:
    piece = row.at(place)
    if piece.text in {",", "-"} and row.at(place + 1).has("ish"):
        return place + 1
    if said.hour == HALF_DAY and piece.name("part") in _OF_TWELVE and said.half is None:
        return _twelve(said, piece, place + 1)
    if piece.has("am", "pm"):
        said.approximate |= said.hour < _FIRST_NIGHTLY and piece.name("part") in _NIGHTS
        return _halved(said, "am" if piece.has("am") else "pm", place + 1)
    ended = piece.text == "p" and not row.at(place + 1).text.isalnum()  # "6 p"
    whole = piece.end - piece.start == 1  # "1AA" is no time
    if piece.has("half") and whole and (piece.glued or ended) and said.half is None:
        return _halved(said, f"{piece.text}m", place + 1)
    if piece.has("oclock", "ish"):
        said.approximate |= piece.has("ish")
        said.strong = True
        return place + 1
    return _part_of_day(row, place, said) or _minutes(row, place, said)


def _minutes(row: Row, place: int, said: Said) -> int:
    halved = _and_a_half(row, place, said) or _written_minutes(row, place, said)
    return halved or _spoken_minutes(row, place, said)


def _and_a_half(row: Row, place: int, said: Said) -> int | None:
    """As in "11 and a half", where it counts nothing."""
    led = row.at(place).has("and") and row.at(place + 1).text == "a half"
    after = row.at(place + 2)
    counts = after.has("unit_minutes", "unit_days", "unit_months", "money", "people_unit")
    counts |= after.text.isalpha() and not after.marks and after.text.endswith("s")
    if not led or counts or said.minute or said.shift:
        return None
    said.minute, said.strong = HOUR // 2, True
    return place + 2


def _twelve(said: Said, part: Piece, end: int) -> int:
    """Twelve at night is midnight; "las 12 de la mañana" is noon, as it is said in Spain."""
    if part.name("part") in _NIGHTS:
        return _halved(said, "am", end)
    said.approximate |= not part.has("am")
    return _halved(said, "pm", end)


def _part_of_day(row: Row, place: int, said: Said) -> int | None:
    piece = row.at(place)
    half = None if piece.has("offset") else _half_of(piece)
    nightly = piece.text == "night" and not said.strong  # "3 nights" are no hour
    if half is not None and said.half is None and not nightly:
        small = said.hour < _FIRST_NIGHTLY and piece.name("part") in _NIGHTS
        said.approximate |= small
        return _halved(said, "am" if small and piece.text == "night" else half, place + 1)
    return None


def _halved(said: Said, half: str, end: int) -> int:
    if said.half not in {None, half}:
        said.approximate = True
    said.half, said.strong = said.half or half, True
    return end


def _half_of(piece: Piece) -> str | None:
    part = piece.name("part")
    if part in MORNINGS:
        return "am"
    return "pm" if part in _LATER else None


def _written_minutes(row: Row, place: int, said: Said) -> int | None:
    """As in "y 1/2"."""
    figures = place + row.at(place).has("plus")
    written = written_fraction(row, figures)
    if written is None:
        return None
    said.shift, said.strong = written, True
    return figures + _FIGURES_OF_FRACTION


def _spoken_minutes(row: Row, place: int, said: Said) -> int:
    """As in "y media", "menos cuarto", "y 20"."""
    sign = row.at(place)
    start = place + 1 + row.at(place + 1).has("single")
    amount = row.at(start).number("fraction") or row.at(place + 1).number("number")
    start = start if row.at(start).has("fraction") else place + 1
    if not sign.has("plus", "minus") or amount is None or said.minute or said.shift:
        return place
    counted = row.at(start + 1).has("unit_minutes") and said.half is None
    if not counted and not_a_time(row, start, start + 1):
        return place
    if not (1 if counted else FIRST_SPOKEN_MINUTE) <= amount < HOUR:
        return place
    if said.half is not None and not row.at(start).has("fraction"):
        return place
    counted_off = sign.has("minus") and amount % FIRST_SPOKEN_MINUTE == 0  # "3 menos 20"
    halved = row.at(start + 1).has("am", "pm") and not _between(row, place)  # "9 y 5 de la mañana"
    counted_off |= halved or (amount in _QUARTERS and row.at(place - 2).has("weekday", "offset"))
    if (
        row.at(start).has("number")
        and not (said.strong or counted_off)
        and row.at(place - 1).digits
    ):
        return place
    said.shift = amount if sign.has("plus") else -amount
    said.strong = True
    return start + 1 + counted


def _between(row: Row, place: int) -> bool:
    """Whether the "and" at the place may part two hours rather than lead to minutes."""
    leads = row.between(place - 4, place - 1)
    return any(piece.has("between", "from", "or") for piece in leads)


def _options(said: Said) -> tuple[dt.time, ...]:
    hour = said.hour % DAY
    if said.half == "pm" and hour < HALF_DAY:
        hours = [hour + HALF_DAY]
    elif said.half == "am":
        hours = [hour % HALF_DAY if hour <= HALF_DAY else hour]
    elif said.half or said.exact or hour > HALF_DAY or hour in {0, HALF_DAY}:
        hours = [hour]
    else:
        hours = [hour, hour + HALF_DAY]
        hours = hours[::-1] if hour < _DAYLIGHT else hours
    return tuple(_time(hour, said.minute + said.shift) for hour in hours)


def _time(hour: int, minutes: int) -> dt.time:
    total = (hour * HOUR + minutes) % (DAY * HOUR)
    return dt.time(total // HOUR, total % HOUR)
