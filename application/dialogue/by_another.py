"""A time that was told by another one: of the visit, or of the booking in the making."""

import datetime as dt

import msgspec

from application.dialogue.drafting import exact_start, visit_of
from application.dialogue.turn import Turn
from application.understanding.reading import ByAnother, Reading
from domain.customer import VisitPlanned


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """What the customer compares with."""

    start: dt.datetime
    end: dt.datetime
    barber: str | None


def told_by(turn: Turn, reading: Reading, visit: VisitPlanned | None = None) -> Reading:
    """The reading with the day and the time in full; as it is where nothing is spoken of.

    That is the visit given, else the booking in the making, else the customer's only visit.
    """
    told = reading.by_another
    spoken = None if told is None else _spoken_of(turn, told, visit)
    if told is None or spoken is None:
        return reading
    then = spoken.start if told.of == "start" else spoken.end
    local = (then + dt.timedelta(minutes=told.minutes)).astimezone(turn.desk.shop.zone)
    behind = told.of == "end" and not (reading.barber or reading.any_barber)
    elsewhen = reading.day or reading.days or reading.day_wishes or reading.days_refused
    return msgspec.structs.replace(
        reading,
        day=reading.day if elsewhen else local.date(),
        time=local.time(),
        barber=spoken.barber if behind else reading.barber,
        shift=None,
        earliest=False,
        by_another=None,
        inferred=tuple(dict.fromkeys((*reading.inferred, "day"))),
    )


def _spoken_of(turn: Turn, told: ByAnother, visit: VisitPlanned | None) -> Spoken | None:
    """What is held comes before a visit; but who comes right after somebody follows a visit."""
    in_the_making = None if told.of == "end" and turn.visits else _in_the_making(turn)
    if visit is None and in_the_making is not None:
        return in_the_making
    moving = turn.draft.moving
    visit = visit or next((one for one in turn.visits if one.appointment_id == moving), None)
    if visit is None and len(turn.visits) == 1:
        visit = turn.visits[0]
    if visit is None:
        return None
    return Spoken(start=visit.start, end=visit.end, barber=visit.barber_id)


def _in_the_making(turn: Turn) -> Spoken | None:
    """The time that is held, or else the one that was named."""
    draft, shop = turn.draft, turn.desk.shop
    if draft.hold is not None:
        return Spoken(start=draft.hold.start, end=draft.hold.end, barber=draft.hold.barber_id)
    start, visit = exact_start(shop, draft), visit_of(shop, draft)
    if start is None or visit is None:
        return None
    return Spoken(start=start, end=start + visit.length, barber=draft.barber_id)
