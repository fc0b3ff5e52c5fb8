"""What of a diary stands in the way of a visit, with the events that put it there."""

from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from application.explaining_why.answers import Blocked, Claimed, Held, InTheWay
from application.explaining_why.citing import cite
from application.explaining_why.diary_record import DiaryRecord
from application.ports import Recorded
from domain.appointment import AppointmentBooked
from domain.diary import Claim, TimeBlocked, TimeClaimed, TimeHeld
from domain.identifiers import AppointmentId
from domain.interval import Interval
from domain.shop import Visit


class Arranged(msgspec.Struct, frozen=True, kw_only=True):
    """The event of an appointment's booking, and of its last move if it was moved."""

    booked: Recorded
    moved: Recorded | None = None


Bookings = Mapping[AppointmentId, Arranged]


class Obstacles:
    """Looks at one barber's day on behalf of one visit at one time."""

    def __init__(
        self, record: DiaryRecord, bookings: Bookings, visit: Visit, start: datetime
    ) -> None:
        self._record = record
        self._bookings = bookings
        self._asked = Interval(start=start, end=start + visit.length)
        self._widened = self._asked.widened(visit.before, visit.after)

    def in_the_way(self, now: datetime) -> tuple[InTheWay, ...]:
        """Live claims, then blocks, each in the diary's order, the order in which it decides."""
        live = (one for one in self._overlapping() if one.live(now))
        return (*(self._told(one) for one in live), *self._blocks())

    def lapsed(self, now: datetime) -> tuple[Held, ...]:
        """Holds of that time that had expired and were not taken out yet."""
        told = (self._told(one) for one in self._overlapping() if not one.live(now))
        return tuple(one for one in told if isinstance(one, Held))

    def _overlapping(self) -> Iterator[Claim]:
        claims = self._record.diary.claims
        return (one for one in claims if one.widened.overlaps(self._widened))

    def _blocks(self) -> Iterator[Blocked]:
        for block in self._record.diary.blocks:
            origin = self._record.origins[block.id]
            if block.interval.overlaps(self._widened) and isinstance(origin.event, TimeBlocked):
                yield Blocked(
                    event=cite(origin),
                    block_id=block.id,
                    source=block.source,
                    start=block.start,
                    end=block.end,
                )

    def _told(self, claim: Claim) -> Claimed | Held:
        origin = self._record.origins[claim.id]
        by_buffers = not Interval(start=claim.start, end=claim.end).overlaps(self._asked)
        match origin.event:
            case TimeHeld():
                return _held(origin, origin.event, by_buffers=by_buffers)
            case TimeClaimed():
                arranged = self._bookings.get(origin.event.appointment_id)
                return _claimed(origin, origin.event, arranged, by_buffers=by_buffers)
            case _:
                raise TypeError(f"{claim.id} comes from no claim")


def _held(origin: Recorded, event: TimeHeld, *, by_buffers: bool) -> Held:
    return Held(
        event=cite(origin),
        hold_id=event.hold_id,
        customer_id=event.customer_id,
        start=event.start,
        end=event.end,
        before=event.before,
        after=event.after,
        expires_at=event.expires_at,
        by_buffers=by_buffers,
    )


def _claimed(
    origin: Recorded, event: TimeClaimed, arranged: Arranged | None, *, by_buffers: bool
) -> Claimed:
    booking = arranged.booked.event if arranged else None
    known = booking if isinstance(booking, AppointmentBooked) else None
    return Claimed(
        event=cite(origin),
        appointment_id=event.appointment_id,
        code=known.code if known else None,
        booked=cite(arranged.booked) if arranged else None,
        moved=cite(arranged.moved) if arranged and arranged.moved else None,
        policy=origin.stamp.policy or (known.shop_version if known else ""),
        start=event.start,
        end=event.end,
        before=event.before,
        after=event.after,
        by_buffers=by_buffers,
    )
