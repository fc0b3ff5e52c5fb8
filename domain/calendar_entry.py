"""What an appointment left in the barbers' calendars, and what people made of it there."""

from datetime import datetime
from typing import Literal, assert_never

import msgspec

from domain.identifiers import AppointmentId
from domain.interval import Interval


class CalendarEntryWritten(msgspec.Struct, frozen=True, kw_only=True, tag="calendar.entry_written"):
    """The calendar shows the appointment as it was at that version of its stream.

    `etag` names what was written; it is empty in what older releases recorded.
    """

    calendar_id: str
    event_id: str
    appointment_version: int
    etag: str = ""


class CalendarEntryRemoved(msgspec.Struct, frozen=True, kw_only=True, tag="calendar.entry_removed"):
    """The calendar shows the appointment no more."""

    calendar_id: str
    event_id: str
    appointment_version: int


class CalendarEntryRefused(msgspec.Struct, frozen=True, kw_only=True, tag="calendar.entry_refused"):
    """The calendar did not take the change; a person has to mend the reason."""

    calendar_id: str
    reason: str
    appointment_version: int


class CalendarEntryDrifted(msgspec.Struct, frozen=True, kw_only=True, tag="calendar.entry_drifted"):
    """A person moved our event in the calendar to that time, or deleted it (`None`)."""

    calendar_id: str
    event_id: str
    start: datetime | None
    end: datetime | None


class CalendarDriftSettled(msgspec.Struct, frozen=True, kw_only=True, tag="calendar.drift_settled"):
    """Staff chose between the appointment and the calendar, or a person put the event back."""

    how: Literal["restored", "accepted", "undone"]


class CalendarConflictFound(
    msgspec.Struct, frozen=True, kw_only=True, tag="calendar.conflict_found"
):
    """An event that is not ours takes time of the appointment."""

    calendar_id: str
    event_id: str
    start: datetime
    end: datetime


class CalendarConflictSettled(
    msgspec.Struct, frozen=True, kw_only=True, tag="calendar.conflict_settled"
):
    """Staff kept the appointment (`restored`) or gave it up, or that event makes way (`undone`)."""

    event_id: str
    how: Literal["restored", "accepted", "undone"]


class CalendarUnread(msgspec.Struct, frozen=True, kw_only=True, tag="calendar.unread"):
    """The time was confirmed though the calendar, last read too long ago, could not be read."""

    calendar_id: str


CalendarEntryEvent = (
    CalendarEntryWritten
    | CalendarEntryRemoved
    | CalendarEntryRefused
    | CalendarEntryDrifted
    | CalendarDriftSettled
    | CalendarConflictFound
    | CalendarConflictSettled
    | CalendarUnread
)


class CalendarEntries(msgspec.Struct, frozen=True, kw_only=True):
    """One appointment's trace in the calendars: at most one event stands at a time."""

    standing: CalendarEntryWritten | None = None
    generation: int = 0  # how many events were removed; a removed event's id is never used again
    shown: int = 0  # the version of the appointment that the calendars show
    drift: CalendarEntryDrifted | None = None
    conflicts: tuple[CalendarConflictFound, ...] = ()
    let_be: tuple[CalendarConflictFound, ...] = ()  # conflicts that staff have seen and settled

    def see(self, found: Interval | None, booked: Interval) -> tuple[CalendarEntryEvent, ...]:
        """Compare the standing event as it is found (`None`: deleted) with what is booked.

        Nothing where none stands, or where this is known already.
        """
        if self.standing is None:
            return ()
        if found == booked:
            return (CalendarDriftSettled(how="undone"),) if self.drift else ()
        drift = CalendarEntryDrifted(
            calendar_id=self.standing.calendar_id,
            event_id=self.standing.event_id,
            start=found.start if found else None,
            end=found.end if found else None,
        )
        return () if drift == self.drift else (drift,)

    def meet(self, conflict: CalendarConflictFound) -> tuple[CalendarEntryEvent, ...]:
        """Take note of a conflict; nothing where it is known, or staff have settled it."""
        return () if conflict in (*self.conflicts, *self.let_be) else (conflict,)

    def part(self, event_id: str) -> tuple[CalendarEntryEvent, ...]:
        """That event takes no time of the appointment any more; nothing if it did not."""
        if not any(one.event_id == event_id for one in self.conflicts):
            return ()
        return (CalendarConflictSettled(event_id=event_id, how="undone"),)

    def settle(self, how: Literal["restored", "accepted"]) -> tuple[CalendarEntryEvent, ...]:
        """Settle everything that is open, the way staff chose; nothing where nothing is."""
        drift = (CalendarDriftSettled(how=how),) if self.drift else ()
        conflicts = (
            CalendarConflictSettled(event_id=one.event_id, how=how) for one in self.conflicts
        )
        return (*drift, *conflicts)


def evolve(entries: CalendarEntries, event: CalendarEntryEvent) -> CalendarEntries:
    """The trace after the event."""
    replace = msgspec.structs.replace
    match event:
        case CalendarEntryWritten() | CalendarEntryRemoved():
            return _shown(entries, event)
        case CalendarEntryDrifted():
            return replace(entries, drift=event)
        case CalendarDriftSettled():
            return _settled(entries, event)
        case CalendarConflictFound():
            rest = tuple(one for one in entries.conflicts if one.event_id != event.event_id)
            return replace(entries, conflicts=(*rest, event))
        case CalendarConflictSettled():
            return _parted(entries, event)
        case CalendarEntryRefused() | CalendarUnread():
            return entries
        case _:
            assert_never(event)


def stream(appointment_id: AppointmentId) -> str:
    """The name of the stream of an appointment's calendar entries."""
    return f"calendar:{appointment_id}"


def _shown(
    entries: CalendarEntries, event: CalendarEntryWritten | CalendarEntryRemoved
) -> CalendarEntries:
    """Whatever the calendar showed before, it shows that version now."""
    is_written = isinstance(event, CalendarEntryWritten)
    return msgspec.structs.replace(
        entries,
        standing=event if is_written else None,
        generation=entries.generation + (0 if is_written else 1),
        shown=event.appointment_version,
        drift=None,
    )


def _settled(entries: CalendarEntries, event: CalendarDriftSettled) -> CalendarEntries:
    """What is to be restored is not shown; a deleted event comes back under a new id."""
    settled = msgspec.structs.replace(entries, drift=None)
    if event.how != "restored" or entries.drift is None:
        return settled
    if entries.drift.start is not None:
        return msgspec.structs.replace(settled, shown=0)
    return msgspec.structs.replace(
        settled, shown=0, standing=None, generation=entries.generation + 1
    )


def _parted(entries: CalendarEntries, event: CalendarConflictSettled) -> CalendarEntries:
    settled = tuple(one for one in entries.conflicts if one.event_id == event.event_id)
    rest = tuple(one for one in entries.conflicts if one.event_id != event.event_id)
    others = tuple(one for one in entries.let_be if one.event_id != event.event_id)
    let_be = (*others, *settled) if event.how == "restored" else others
    return msgspec.structs.replace(entries, conflicts=rest, let_be=let_be)
