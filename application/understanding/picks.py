"""Reads which of the times on the screen a message picks."""

import msgspec

from application.understanding.choices import alone, choice_in
from application.understanding.orders import Order
from application.understanding.pieces import Row
from application.understanding.reading import Context
from application.understanding.schedule import Schedule

_HALF_DAY = 12


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
    if schedule.earliest or any(piece.has("any", "any_barber") for piece in row.pieces):
        return Pick(0)
    return _by_slots(context, schedule, order)


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


def _by_slots(context: Context, schedule: Schedule, order: Order) -> Pick | None:
    if schedule.day is None and schedule.time is None and order.barber is None:
        return None
    matching = [
        at
        for at, offer in enumerate(context.offered)
        if schedule.day in {None, offer.day}
        and schedule.time in {None, offer.time}
        and order.barber in {None, offer.barber}
    ]
    if not matching or schedule.times is not None:
        return None
    return Pick(matching[0] if len(matching) == 1 else None)
