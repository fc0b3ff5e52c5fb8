"""Reads which of the times on the screen a message picks."""

import datetime as dt

import msgspec

from application.understanding.reading import Context, TimeRange
from application.understanding.schedules.scheduled import Schedule
from application.understanding.text.pieces import Row
from application.understanding.wants.choices import alone, choice_in
from application.understanding.wants.orders import Order

_HALF_DAY = 12
_HOUR = 60  # minutes
_ROUND = 5


class Pick(msgspec.Struct, frozen=True):
    """Something offered is picked; its place, unless two readings remain."""

    index: int | None


def pick_in(row: Row, context: Context, schedule: Schedule, order: Order) -> Pick | None:
    """What is picked, by its place, its time or its barber."""
    picked = choice_in(row, context)
    if picked is not None and not schedule.holds(picked[1]):
        return _by_place(row, context, *picked)
    if context.asked != "offer" or not context.offered:
        return None
    if _anything(row, schedule, order):
        return Pick(0)
    return _by_slots(row, context, schedule, order)


def _by_place(row: Row, context: Context, index: int, place: int) -> Pick:
    """A bare "4" may be the fourth or the one at four o'clock."""
    number = row.at(place).number("number")
    if number is None or not row.at(place).digits or not alone(row, place):
        return Pick(index)
    at_hour = [
        at
        for at, offer in enumerate(context.offered)
        if offer.time.minute == 0 and offer.time.hour % _HALF_DAY == number % _HALF_DAY
    ]
    if not at_hour or at_hour == [index]:
        return Pick(index)
    return Pick(at_hour[0] if len(at_hour) == 1 and index >= len(context.offered) else None)


def _by_slots(row: Row, context: Context, schedule: Schedule, order: Order) -> Pick | None:
    """Who names a time picks it; a day or a barber alone asks for more of that day or barber."""
    if schedule.impossible:
        return None
    minute = _minute_in(row) if schedule.time is None else None
    pointed = minute is not None or (_named(schedule, order) and _pointed(row))
    if schedule.time is None and not pointed:
        return None
    matching = [
        at
        for at, offer in enumerate(context.offered)
        if schedule.day in {None, offer.day}
        and _within(offer.time, schedule.times)
        and schedule.time in {None, offer.time}
        and minute in {None, offer.time.minute}
        and order.barber in {None, offer.barber}
    ]
    if not matching or (schedule.times is not None and not _pointed(row)):
        return None
    return Pick(matching[0] if len(matching) == 1 else None)


def _minute_in(row: Row) -> int | None:
    """The minute of "la de y media", "menos veinte", where no hour is said."""
    for place, piece in enumerate(row.pieces):
        after = row.at(place + 1)
        minute = after.number("fraction") or after.number("number") or 1
        led = piece.has("plus", "minus") and not row.at(place - 1).has("number")
        if led and minute % _ROUND == 0:
            return _HOUR - minute if piece.has("minus") else minute
    return None


def _within(time: dt.time, times: TimeRange | None) -> bool:
    """As in "the Thursday afternoon one"."""
    if times is None:
        return True
    after = times.start is None or times.start <= time
    return after and (times.end is None or time < times.end)


def _anything(row: Row, schedule: Schedule, order: Order) -> bool:
    """Whether whatever stands first is good: "any of them", "as soon as possible"."""
    if schedule.settled or order.barbers_refused or order.services or order.barber:
        return False
    refused = any(piece.has("none", "not") for piece in row.pieces)  # "none of them is any good"
    told = any(piece.has("any", "any_barber") for piece in row.pieces)
    return schedule.earliest or (told and not refused)


def _named(schedule: Schedule, order: Order) -> bool:
    return schedule.day is not None or order.barber is not None


def _pointed(row: Row) -> bool:
    """Whether a row on the screen is meant: "the Friday one", "la del viernes", "the Friday"."""
    for place, piece in enumerate(row.pieces):
        if piece.has("pointing") and row.at(place + 1).has("weekday"):
            return True
        if piece.has("weekday") and row.at(place + 1).has("settles"):
            return True  # "Friday it is"
    return any(piece.has("one", "mine", "choice") for piece in row.pieces)
