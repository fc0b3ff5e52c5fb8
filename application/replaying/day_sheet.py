"""A barber's day as replays keep it: the diary, and every visit that ever had time in it."""

from typing import Literal

import msgspec

from domain.diary import Diary, DiaryEvent, TimeClaimed, TimeReleased, evolve
from domain.identifiers import AppointmentId
from domain.interval import Interval


class SheetVisit(msgspec.Struct, frozen=True, kw_only=True):
    """The last time that an appointment had in this diary, and what became of it here.

    `moves` counts how often it left a time of this diary for another, here or elsewhere.
    """

    appointment_id: AppointmentId
    time: Interval
    moves: int = 0
    left: Literal["cancelled", "moved"] | None = None


class DaySheet(msgspec.Struct, frozen=True, kw_only=True, tag="diary"):
    """One diary at that version of its stream; visits stand in the order of their first claim."""

    version: int = 0
    diary: Diary = Diary()
    visits: tuple[SheetVisit, ...] = ()

    @property
    def in_order(self) -> tuple[SheetVisit, ...]:
        """The visits by the time of day."""
        return tuple(sorted(self.visits, key=lambda one: (one.time, one.appointment_id)))


def noted(sheet: DaySheet, event: DiaryEvent, version: int) -> DaySheet:
    """The sheet after the event of that version."""
    return DaySheet(
        version=version,
        diary=evolve(sheet.diary, event),
        visits=_visits(sheet.visits, event),
    )


def _visits(visits: tuple[SheetVisit, ...], event: DiaryEvent) -> tuple[SheetVisit, ...]:
    match event:
        case TimeClaimed():
            return _claimed(visits, event)
        case TimeReleased(claim_id=claim_id, why="cancelled" | "moved" as why):
            return tuple(
                _left(one, why) if one.appointment_id == claim_id else one for one in visits
            )
        case _:
            return visits


def _claimed(visits: tuple[SheetVisit, ...], event: TimeClaimed) -> tuple[SheetVisit, ...]:
    """The appointment has other time here than before, or comes (back) from elsewhere."""
    known = {one.appointment_id: one for one in visits}
    before = known.get(event.appointment_id)
    moves = 0 if before is None else before.moves + (before.left is None)
    known[event.appointment_id] = SheetVisit(
        appointment_id=event.appointment_id,
        time=Interval(start=event.start, end=event.end),
        moves=moves,
    )
    return tuple(known.values())


def _left(visit: SheetVisit, why: Literal["cancelled", "moved"]) -> SheetVisit:
    return msgspec.structs.replace(visit, left=why, moves=visit.moves + (why == "moved"))
