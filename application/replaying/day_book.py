"""Read model: the barbers' days, each with its visits in order, its holds and its blocks."""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

import msgspec

from application.replaying.day_sheet import DaySheet, SheetVisit
from application.replaying.scratch import Scratch
from application.replaying.visit_story import VisitStory
from domain.appointment import Status
from domain.appointment import stream as appointment_stream
from domain.diary import Block, Claim, DiaryKey
from domain.identifiers import AppointmentId, CustomerId, ServiceId
from domain.money import Money


class DayVisit(msgspec.Struct, frozen=True, kw_only=True):
    """An appointment as a day tells of it, `moved` where it has its time elsewhere by now.

    `moves` counts how often it left a time of this very day and barber. It is `none` where the log
    does not hold its booking.
    """

    appointment_id: AppointmentId
    code: str = ""
    customer_id: CustomerId = CustomerId("")
    services: tuple[ServiceId, ...] = ()
    start: datetime
    end: datetime
    price: Money | None = None
    status: Literal["booked", "cancelled", "moved", "none"]
    late: bool = False
    moves: int = 0


class BookedDay(msgspec.Struct, frozen=True, kw_only=True):
    """One barber's local day; holds are those that were live at the moment asked about."""

    key: DiaryKey
    visits: tuple[DayVisit, ...]
    holds: tuple[Claim, ...]
    blocks: tuple[Block, ...]


def day_book(scratch: Scratch, now: datetime, beginning: str = "diary:") -> Iterator[BookedDay]:
    """The days of the diaries whose names begin so, in the order of those names."""
    for stream, sheet in scratch.in_order(beginning):
        if isinstance(sheet, DaySheet):
            visits = (_visit(one, scratch) for one in sheet.in_order)
            yield _day(DiaryKey.of(stream), sheet, tuple(visits), now)


def _day(key: DiaryKey, sheet: DaySheet, visits: tuple[DayVisit, ...], now: datetime) -> BookedDay:
    live = (one for one in sheet.diary.claims if one.expires_at is not None and one.live(now))
    return BookedDay(
        key=key,
        visits=visits,
        holds=tuple(sorted(live, key=lambda one: one.start)),
        blocks=tuple(sorted(sheet.diary.blocks, key=lambda one: one.start)),
    )


def _visit(visit: SheetVisit, scratch: Scratch) -> DayVisit:
    story = scratch.get(appointment_stream(visit.appointment_id))
    known = story if isinstance(story, VisitStory) else VisitStory()
    booked = known.appointment.booked
    plain = DayVisit(
        appointment_id=visit.appointment_id,
        start=visit.time.start,
        end=visit.time.end,
        status=_status(visit, known.appointment.status),
        late=known.late and visit.left == "cancelled",
        moves=visit.moves,
    )
    if booked is None:
        return plain
    return msgspec.structs.replace(
        plain,
        code=booked.code,
        customer_id=booked.customer_id,
        services=booked.services,
        price=booked.price,
    )


def _status(visit: SheetVisit, status: Status) -> Literal["booked", "cancelled", "moved", "none"]:
    if visit.left is not None:
        return visit.left
    return "none" if status is Status.NONE else "booked"
