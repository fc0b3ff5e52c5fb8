"""Reads one time of day as said on a clock: "2.30", "half past five", "a las 6 menos cuarto"."""

import datetime as dt

import msgspec

from application.understanding.days.steps import written_fraction
from application.understanding.text.pieces import Piece, Row
from application.understanding.times.clock_endings import (
    DAY,
    FIRST_SPOKEN_MINUTE,
    HALF_DAY,
    HALF_PAST,
    HOUR,
    MORNINGS,
    Clock,
    Said,
    not_a_time,
    qualified,
)

_MINUTE_DIGITS = 2
_HUNDRED = 100
_FIVES = {20, 25}
_FEW = {5, 10, 20}  # "ten of five"
_QUARTER = 15
_EARLY = {"early", "first_thing", "before_work"}
_FIRST_MORNING = 5
_ROUND = 5  # minutes
_ENDS = {"", ",", ".", "?", "!", ")", ";"}
_LONGEST_LEAD = 3  # pieces such as "at around"


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
    if row.at(at).has("perhaps"):
        start, approximate, led = at + 1, True, _hourly(row, at + 1)
    while start < at + _LONGEST_LEAD and row.at(start).has("at", "approximate", "at_one"):
        single = not row.at(start).has("at", "approximate")
        if single and row.at(start + 1).number("number") != 1:
            break
        approximate |= row.at(start).has("approximate")
        led |= row.at(start).has("at", "approximate") or single
        start += 1
    return start, approximate, led


def _hourly(row: Row, at: int) -> bool:
    """Whether nothing follows the number that it might count: "like 5", but not "like 5 of us"."""
    after = row.at(at + 1)
    hour = row.at(at).number("number") or 0
    ends = after.text in _ENDS or after.has("on", "weekday", "offset", "or", "polite", "instead_of")
    return 0 < hour <= HALF_DAY and ends


def _noon(row: Row, at: int, led: bool) -> Clock | None:  # noqa: FBT001
    noon = row.at(at).number("noon")
    if noon is None or (noon == 0 and not led and row.at(at - 1).has("in")):
        return None
    return Clock(first=at, last=at + 1, options=(dt.time(noon),), worded="noon")


def _fraction_first(row: Row, at: int, led: bool) -> Clock | None:  # noqa: FBT001
    """As in "half past five", "10 to 3", "un cuarto para las 5"."""
    start = at + (row.at(at).has("single") and row.at(at + 1).has("fraction"))
    amount = row.at(start).number("fraction") or row.at(start).number("number")
    if row.at(at - 1).text.endswith(("de las", "a las")) and row.at(start).digits:
        return None  # "de las 10 para las 12" names two hours
    place = start + 1 + row.at(start + 1).has("unit_minutes")
    place -= row.at(start).has("minutes_past")  # "halfpast 5"
    figures = written_fraction(row, start)
    if figures is not None:
        amount, place = figures, start + len(("1", "/", "2"))
    past, to = row.at(place).has("minutes_past"), row.at(place).has("minutes_to")
    unit = row.at(start + 1).number("unit_minutes")
    if unit is not None and amount is not None:  # "10 minutos antes de las 5", no "2 horas"
        amount *= unit
        past, to = past or row.at(place).has("after"), to or row.at(place).has("before")
    of = row.at(place).text == "of" and not row.at(start).digits
    to |= of and ((amount == _QUARTER and row.at(start).has("fraction")) or amount in _FEW)
    counted = place != start + 1 or row.at(start).has("fraction") or not row.at(start).digits
    counted |= (
        led or row.at(at - 1).has("missing") or (past and (amount or 0) >= FIRST_SPOKEN_MINUTE)
    )
    counted |= to and amount in _FIVES  # "20 to 3" is no range of hours
    counted &= not (to and row.at(at - 1).has("from"))  # "from seven to eight"
    one = row.at(start).has("single") and place == start + 1  # "I need one before 5"
    if amount is None or one or not counted or not (past or to) or not 0 < amount < HOUR:
        return None
    noon = row.at(place + 1).number("noon")
    if noon is not None and amount % _ROUND == 0:
        minutes = noon * HOUR + (-amount if to else amount)
        time = dt.time(minutes // HOUR % DAY, minutes % HOUR)
        return Clock(first=at, last=place + 2, options=(time,))
    hour = _hour(row.at(place + 1))
    if hour is None or not 0 < hour <= HALF_DAY or not_a_time(row, place + 1, place + 2):
        return None
    said = Said(hour=hour, minute=0, strong=True, shift=amount if past else -amount)
    return qualified(row, place + 2, said)


def _halfway(row: Row, at: int, _: bool) -> Clock | None:  # noqa: FBT001
    """Half five: 5:30 in Britain and 4:30 to a German or a Dutch ear."""
    half, piece = row.at(at), row.at(at + 1)
    hour = _hour(piece)
    if half.number("fraction") != HOUR // 2 or not half.has("halfway") or hour is None:
        return None
    if not 0 < hour <= HALF_DAY or not_a_time(row, at + 1, at + 2):
        return None
    british = qualified(row, at + 2, Said(hour=hour, minute=30, strong=True))
    other = qualified(row, at + 2, Said(hour=hour, shift=-30, strong=True))
    both = british.options + other.options
    return msgspec.structs.replace(british, options=both, worded=HALF_PAST)


def _hour(piece: Piece) -> int | None:
    number = piece.number("number")
    return None if number is None or number > DAY or piece.digits > _MINUTE_DIGITS else number


def _hour_first(row: Row, at: int, led: bool) -> Clock | None:  # noqa: FBT001
    said, place = _packed(row, at, led) or _plain(row, at)
    dated = place > at + 1 and row.at(place).has("month")  # "17h00 Sept 14"
    if said is None or (not dated and not_a_time(row, at, place)):
        return None
    said.strong |= led
    return qualified(row, place, said)


def _packed(row: Row, at: int, led: bool) -> tuple[Said | None, int] | None:  # noqa: FBT001
    """As in "230pm", "at 1430"."""
    piece, after = row.at(at), row.at(at + 1)
    number = piece.number("number") or 0
    hour, minute = divmod(number, _HUNDRED)
    if piece.digits <= _MINUTE_DIGITS or hour >= DAY or minute >= HOUR:
        return None
    strong = led or after.has("am", "pm") or (after.has("oclock") and after.glued)
    exact = hour > HALF_DAY or (piece.digits > 3 and hour < 10)  # noqa: PLR2004 - "0930"
    return Said(hour=hour, minute=minute, strong=strong, exact=exact), at + 1


def _plain(row: Row, at: int) -> tuple[Said | None, int]:
    piece = row.at(at)
    hour = _hour(piece)
    if hour is None or (piece.has("single") and not piece.text.isdigit() and hour != 1):
        return None, at
    if piece.has("single") and _one_of_them(row, at):
        return None, at
    padded = piece.digits == _MINUTE_DIGITS and hour < 10  # noqa: PLR2004 - "09"
    said = Said(hour=hour, exact=padded or hour > HALF_DAY or hour == 0)
    minute, place = _minutes(row, at)
    said.approximate = piece.has("rough")
    said.strong = minute is not None or said.approximate
    said.minute = minute or 0
    said.exact = said.exact and (hour != 0 or minute is not None)
    return (said, place) if hour or minute is not None else (None, at)


def _one_of_them(row: Row, at: int) -> bool:
    """As in "una noche" and "one evening", where nothing tells an hour."""
    led = row.at(at - 1).has("at", "at_one", "approximate", "after", "before", "by", "from", "to")
    part = row.at(at + 1)
    kind = " " not in part.text or part.has("before_part")
    return not (row.at(at).digits or led) and part.has("part") and kind


def _minutes(row: Row, at: int) -> tuple[int | None, int]:
    """Minutes written ":30", ".30", "h30" or " thirty" after the hour at the place."""
    sign, number = row.at(at + 1), row.at(at + 2)
    minute = number.number("number")
    if minute is not None and minute < HOUR and _parted(sign, number):
        return minute, at + 3
    if sign.text == "h" and sign.glued:
        return 0, at + 2
    spoken = sign.number("number")
    if spoken is not None and (_spaced(row, at) or _worded(row.at(at), sign)):
        return spoken, at + 2
    return None, at + 1


def _parted(sign: Piece, number: Piece) -> bool:
    """Whether a sign parts the hour from its minutes, or the "oh" of "five oh five" does."""
    if sign.has("zero"):
        return number.has("number") and (number.number("number") or 0) < 10  # noqa: PLR2004
    written = number.digits == _MINUTE_DIGITS
    return written and (
        sign.text == "h" or (sign.text in {":", ".", "'"} and sign.glued and number.glued)
    )


def _worded(hour: Piece, minute: Piece) -> bool:
    """As in "five thirty"."""
    amount = minute.number("number") or 0
    words = hour.digits <= _MINUTE_DIGITS and not minute.digits and not minute.has("single")
    return words and 10 <= amount < HOUR  # noqa: PLR2004


def _spaced(row: Row, at: int) -> bool:
    """As in "8 10 pm", "at 8 30": two numbers apart are a time only if something says so."""
    number = row.at(at + 1)
    minute = number.number("number")
    if number.digits != _MINUTE_DIGITS or minute is None or minute >= HOUR:
        return False
    after, before = row.at(at + 2), row.at(at - 1)
    ends = not after.text.isalnum() or after.has("on", "weekday", "offset", "polite", "with")
    led = before.has("at", "approximate", "after", "before", "between", "weekday", "offset")
    alone = (
        at == 0 and minute % _QUARTER == 0 and (not after.marks or after.has("polite", "settles"))
    )
    closing = at + 2 == len(row) and minute % _ROUND == 0 and row.at(at).digits == 1
    told = (led and ends) or alone or closing
    return row.at(at).digits > 0 and (told or after.has("am", "pm", "part"))


def in_half(clock: Clock, part: str) -> Clock:
    """The clock time as it is meant in a part of the day, if it fits there."""
    if len(clock.options) < 2:  # noqa: PLR2004 - nothing to choose
        return clock
    morning = part in MORNINGS
    noon = dt.time(HALF_DAY)
    fitting = tuple(option for option in clock.options if (option < noon) == morning)
    if part in _EARLY and fitting and fitting[0].hour < _FIRST_MORNING:
        return clock  # "I finish early, can I come at 4"
    return msgspec.structs.replace(clock, options=fitting or clock.options)
