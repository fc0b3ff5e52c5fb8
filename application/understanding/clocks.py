"""Reads one time of day as said on a clock: "2.30", "half past five", "a las 6 menos cuarto"."""

import datetime as dt

import msgspec

from application.understanding.pieces import Piece, Row

_HALF_DAY = 12
_DAY = 24
_HOUR = 60
_MINUTE_DIGITS = 2
_FIRST_SPOKEN_MINUTE = 5  # "y 5"; "y 2" counts something else
_HUNDRED = 100
_DAYLIGHT = 8  # a bare hour before this one is likelier an afternoon's
_FIGURES = {"$", "€", "£", "#"}
_MORNINGS = {"morning", "early_morning", "mid_morning", "late_morning", "before_work"}


_LATER = {"afternoon", "early_afternoon", "mid_afternoon", "late_afternoon", "evening", "night"}
_LONGEST_LEAD = 3  # pieces such as "at around"
_FIRST_NIGHTLY = 5  # "2 at night" is no afternoon


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """A time as said: every time of day that it may be, the likeliest first."""

    first: int  # pieces, half-open
    last: int
    options: tuple[dt.time, ...]
    approximate: bool = False
    strong: bool = True  # looks like a time by itself; a bare number does not
    worded: str = "clock"


class _Said(msgspec.Struct):
    """A time while it is being read."""

    hour: int
    minute: int = 0
    half: str | None = None
    strong: bool = False
    approximate: bool = False
    exact: bool = False  # written as on a 24-hour clock
    shift: int = 0


def clock_at(row: Row, at: int) -> Clock | None:
    """The clock time that begins at the place, with what leads to it and qualifies it."""
    start, approximate, led = _lead(row, at)
    for rule in (_noon, _fraction_first, _halfway, _hour_first):
        found = rule(row, start, led)
        if found is not None:
            vague = approximate or found.approximate
            return msgspec.structs.replace(found, first=at, approximate=vague)
    return None


def _lead(row: Row, at: int) -> tuple[int, bool, bool]:
    start, approximate, led = at, False, False
    while start < at + _LONGEST_LEAD and row.at(start).has("at", "approximate", "at_one"):
        single = not row.at(start).has("at", "approximate")
        if single and row.at(start + 1).number("number") != 1:
            break
        approximate |= row.at(start).has("approximate")
        led |= row.at(start).has("at", "approximate") or single
        start += 1
    return start, approximate, led


def _noon(row: Row, at: int, led: bool) -> Clock | None:  # noqa: FBT001
    noon = row.at(at).number("noon")
    if noon is None or (noon == 0 and not led and row.at(at - 1).has("in")):
        return None
    return Clock(first=at, last=at + 1, options=(dt.time(noon),), worded="noon")


def _fraction_first(row: Row, at: int, led: bool) -> Clock | None:  # noqa: FBT001
    """As in "half past five", "10 to 3", "un cuarto para las 5"."""
    start = at + (row.at(at).has("single") and row.at(at + 1).has("fraction"))
    amount = row.at(start).number("fraction") or row.at(start).number("number")
    place = start + 1 + row.at(start + 1).has("unit_minutes")
    past, to = row.at(place).has("minutes_past"), row.at(place).has("minutes_to")
    counted = place > start + 1 or row.at(start).has("fraction") or not row.at(start).digits
    counted |= led or (past and (amount or 0) >= _FIRST_SPOKEN_MINUTE)
    if amount is None or not counted or not (past or to) or not 0 < amount < _HOUR:
        return None
    hour = _hour(row.at(place + 1))
    if hour is None or not 0 < hour <= _HALF_DAY or _not_a_time(row, place + 1, place + 2):
        return None
    said = _Said(hour=hour, minute=0, strong=True, shift=amount if past else -amount)
    return _qualified(row, place + 2, said)


def _halfway(row: Row, at: int, _: bool) -> Clock | None:  # noqa: FBT001
    """Half five: 5:30 in Britain and 4:30 to a German or a Dutch ear."""
    half, piece = row.at(at), row.at(at + 1)
    hour = _hour(piece)
    if half.number("fraction") != _HOUR // 2 or not half.has("halfway") or hour is None:
        return None
    if not 0 < hour <= _HALF_DAY or _not_a_time(row, at + 1, at + 2):
        return None
    british = _qualified(row, at + 2, _Said(hour=hour, minute=30, strong=True))
    other = _qualified(row, at + 2, _Said(hour=hour, shift=-30, strong=True))
    return msgspec.structs.replace(british, options=british.options + other.options)


def _hour(piece: Piece) -> int | None:
    number = piece.number("number")
    return None if number is None or number > _DAY or piece.digits > _MINUTE_DIGITS else number


def _hour_first(row: Row, at: int, led: bool) -> Clock | None:  # noqa: FBT001
    said, place = _packed(row, at, led) or _plain(row, at)
    if said is None or _not_a_time(row, at, place):
        return None
    said.strong |= led
    return _qualified(row, place, said)


def _packed(row: Row, at: int, led: bool) -> tuple[_Said | None, int] | None:  # noqa: FBT001
    """As in "230pm", "at 1430"."""
    piece, after = row.at(at), row.at(at + 1)
    number = piece.number("number") or 0
    hour, minute = divmod(number, _HUNDRED)
    if piece.digits <= _MINUTE_DIGITS or hour >= _DAY or minute >= _HOUR:
        return None
    strong = led or after.has("am", "pm") or (after.has("oclock") and after.glued)
    if not strong and piece.digits <= 3:  # noqa: PLR2004 - "2045" may answer our question
        return None
    exact = hour > _HALF_DAY or (piece.digits > 3 and hour < 10)  # noqa: PLR2004 - "0930"
    return _Said(hour=hour, minute=minute, strong=strong, exact=exact), at + 1


def _plain(row: Row, at: int) -> tuple[_Said | None, int]:
    piece = row.at(at)
    hour = _hour(piece)
    if hour is None or (piece.has("single") and not piece.text.isdigit() and hour != 1):
        return None, at
    padded = piece.digits == _MINUTE_DIGITS and hour < 10  # noqa: PLR2004 - "09"
    said = _Said(hour=hour, exact=padded or hour > _HALF_DAY or hour == 0)
    minute, place = _minutes(row, at)
    said.strong = minute is not None
    said.minute = minute or 0
    said.exact = said.exact and (hour != 0 or minute is not None)
    return (said, place) if hour or minute is not None else (None, at)


def _minutes(row: Row, at: int) -> tuple[int | None, int]:
    """Minutes written ":30", ".30", "h30" or " thirty" after the hour at the place."""
    sign, number = row.at(at + 1), row.at(at + 2)
    minute = number.number("number")
    written = number.digits == _MINUTE_DIGITS and number.glued and minute is not None
    if sign.text in {":", ".", "h", "'"} and sign.glued and written and (minute or 0) < _HOUR:
        return minute, at + 3
    if sign.text == "h" and sign.glued:
        return 0, at + 2
    spoken = sign.number("number")
    if sign.text == "h" and number.digits == _MINUTE_DIGITS and (minute or 0) < _HOUR:
        return minute, at + 3
    if sign.has("zero") and number.has("number") and (minute or 0) < 10:  # noqa: PLR2004
        return minute, at + 3
    if _spaced(row, at):
        return sign.number("number"), at + 2
    worded = not row.at(at).digits and not sign.digits and not sign.has("single")
    if worded and spoken is not None and 10 <= spoken < _HOUR:  # noqa: PLR2004 - "five thirty"
        return spoken, at + 2
    return None, at + 1


def _spaced(row: Row, at: int) -> bool:
    """As in "8 10 pm", "at 8 30": two numbers apart are a time only if something says so."""
    number = row.at(at + 1)
    minute = number.number("number")
    if number.digits != _MINUTE_DIGITS or minute is None or minute >= _HOUR:
        return False
    after = row.at(at + 2)
    led = row.at(at - 1).has("at") and not after.text.isalnum()
    return row.at(at).digits > 0 and (led or after.has("am", "pm", "part"))


def _not_a_time(row: Row, at: int, place: int) -> bool:
    """Whether the number counts something, or is part of a price, a date or a telephone number."""
    after, before = row.at(place), row.at(at - 1)
    if after.has("people_unit", "money", "unit_days", "unit_months", "month"):
        return True
    if after.has("service", "topic") and after.text.endswith("s"):
        return True
    if after.has("unit_minutes") and not after.has("oclock"):
        return True
    if after.has("th") and after.glued:
        return True
    if before.has("in") and after.has("unit_minutes"):
        return True
    figures = before.text in _FIGURES or (before.text == "+" and row.at(at).glued)
    return figures or before.has("people_lead") or _tied(row, at, place)


def _tied(row: Row, at: int, place: int) -> bool:
    after, before = row.at(place), row.at(at - 1)
    decimal = before.text in {".", ":", "/", ","} and row.at(at).glued and before.glued
    follows = after.text in {"%", "/", "$", "€", "£", "."} and after.glued
    numbered = row.at(place + 1).digits > 0 and row.at(place + 1).glued
    opaque = after.text.isdigit() and not after.has("number")
    return decimal or (follows and (numbered or after.text not in {".", "/"})) or opaque


def _qualified(row: Row, place: int, said: _Said) -> Clock:
    """The time with all that follows it: "pm", "y media", "o'clock", "ish", "de la tarde"."""
    end = _suffix(row, place, said)
    while end > place:
        place, end = end, _suffix(row, end, said)
    if row.at(place).has("number") and not _not_a_time(row, place, place + 1):
        said.approximate = True  # "six oh two" in words that are not known
    return Clock(
        first=place,
        last=place,
        options=_options(said),
        approximate=said.approximate,
        strong=said.strong,
    )


def _suffix(row: Row, place: int, said: _Said) -> int:
    piece = row.at(place)
    if piece.text == "," and row.at(place + 1).has("ish"):
        return place + 1
    if piece.has("am", "pm"):
        return _halved(said, "am" if piece.has("am") else "pm", place + 1)
    if piece.has("half") and piece.glued and said.half is None:
        return _halved(said, f"{piece.text}m", place + 1)
    if piece.has("oclock", "ish"):
        said.approximate |= piece.has("ish")
        said.strong = True
        return place + 1
    return _part_of_day(row, place, said) or _spoken_minutes(row, place, said)


def _part_of_day(row: Row, place: int, said: _Said) -> int | None:
    piece = row.at(place)
    half = None if piece.has("offset") else _half_of(piece)
    nightly = piece.text == "night" and not said.strong  # "3 nights" are no hour
    if half is not None and said.half is None and not nightly:
        if half == "pm" and said.hour < _FIRST_NIGHTLY and "night" in str(piece.name("part")):
            said.approximate = True
        return _halved(said, half, place + 1)
    return None


def _halved(said: _Said, half: str, end: int) -> int:
    if said.half not in {None, half}:
        said.approximate = True
    said.half, said.strong = said.half or half, True
    return end


def _half_of(piece: Piece) -> str | None:
    part = piece.name("part")
    if part in _MORNINGS:
        return "am"
    return "pm" if part in _LATER else None


def _spoken_minutes(row: Row, place: int, said: _Said) -> int:
    """As in "y media", "menos cuarto", "y 20"."""
    sign = row.at(place)
    start = place + 1 + row.at(place + 1).has("single")
    amount = row.at(start).number("fraction") or row.at(place + 1).number("number")
    start = start if row.at(start).has("fraction") else place + 1
    if not sign.has("plus", "minus") or amount is None or said.minute or said.shift:
        return place
    counted = row.at(start + 1).has("unit_minutes") and said.half is None
    if not counted and _not_a_time(row, start, start + 1):
        return place
    if not _FIRST_SPOKEN_MINUTE <= amount < _HOUR:
        return place
    if said.half is not None and not row.at(start).has("fraction"):
        return place
    if row.at(start).has("number") and not said.strong and row.at(place - 1).digits:
        return place
    said.shift = amount if sign.has("plus") else -amount
    said.strong = True
    return start + 1 + counted


def _options(said: _Said) -> tuple[dt.time, ...]:
    hour = said.hour % _DAY
    if said.half == "pm" and hour < _HALF_DAY:
        hours = [hour + _HALF_DAY]
    elif said.half == "am":
        hours = [hour % _HALF_DAY if hour <= _HALF_DAY else hour]
    elif said.half or said.exact or hour > _HALF_DAY or hour in {0, _HALF_DAY}:
        hours = [hour]
    else:
        hours = [hour, hour + _HALF_DAY]
        hours = hours[::-1] if hour < _DAYLIGHT else hours
    return tuple(_time(hour, said.minute + said.shift) for hour in hours)


def _time(hour: int, minutes: int) -> dt.time:
    total = (hour * _HOUR + minutes) % (_DAY * _HOUR)
    return dt.time(total // _HOUR, total % _HOUR)


def in_half(clock: Clock, part: str) -> Clock:
    """The clock time as it is meant in a part of the day, if it fits there."""
    if len(clock.options) < 2:  # noqa: PLR2004 - nothing to choose
        return clock
    morning = part in _MORNINGS
    noon = dt.time(_HALF_DAY)
    fitting = tuple(option for option in clock.options if (option < noon) == morning)
    return msgspec.structs.replace(clock, options=fitting or clock.options)
