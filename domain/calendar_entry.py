"""What an appointment left in the barbers' calendars, and what people made of it there."""

from datetime import datetime
from typing import Literal, assert_never

import msgspec

from domain.identifiers import AppointmentId
from domain.interval import Interval


class CalendarEntryBegun(msgspec.Struct, frozen=True, kw_only=True, tag="calendar.entry_begun"):
    """An entry is about to be written under a new id; whether it was is told by what follows."""

    calendar_id: str
    event_id: str


class CalendarEntryWritten(msgspec.Struct, frozen=True, kw_only=True, tag="calendar.entry_written"):
    """The calendar shows the appointment as it was at that version of its stream.

    `etag` names what was written; it is empty in what older releases recorded.
    """

    calendar_id: str
    event_id: str
    appointment_version: int
    etag: str = ""

    @property
    def place(self) -> CalendarEntryBegun:
        """Where it stands, as it was noted before."""
        return CalendarEntryBegun(calendar_id=self.calendar_id, event_id=self.event_id)


class CalendarEntryRemoved(msgspec.Struct, frozen=True, kw_only=True, tag="calendar.entry_removed"):
    """The calendar shows the appointment no more."""

    calendar_id: str
    event_id: str
    appointment_version: int

    @property
    def place(self) -> CalendarEntryBegun:
        """Where it stood, as it was noted before."""
        return CalendarEntryBegun(calendar_id=self.calendar_id, event_id=self.event_id)


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
    CalendarEntryBegun
    | CalendarEntryWritten
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
    begun: tuple[CalendarEntryBegun, ...] = ()  # may stand, though nobody recorded that they do
    generation: int = 0  # how many events were removed; a removed event's id is never used again
    shown: int = 0  # the version of the appointment that the calendars show
    drift: CalendarEntryDrifted | None = None
    conflicts: tuple[CalendarConflictFound, ...] = ()
    let_be: tuple[CalendarConflictFound, ...] = ()  # conflicts that staff have seen and settled

    def begin(self, entry: CalendarEntryBegun) -> tuple[CalendarEntryEvent, ...]:
        """Be about to write an entry under a new id; nothing where that is known."""
        return () if entry in self.begun else (entry,)

    def beside(
        self, kept: CalendarEntryBegun | None, *written: CalendarEntryBegun
    ) -> tuple[CalendarEntryBegun, ...]:
        """Every entry that stands or may stand beside the one that is kept.

        `written` names some that the log may not know of.
        """
        standing = () if self.standing is None else (self.standing.place,)
        return tuple(
            one for one in dict.fromkeys((*self.begun, *written, *standing)) if one != kept
        )

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


def evolve(entries: CalendarEntries, event: CalendarEntryEvent) -> CalendarEntries:  # noqa: PLR0911 - one case a line
    """The trace after the event."""
    replace = msgspec.structs.replace
    match event:
        case CalendarEntryBegun():
            return replace(entries, begun=(*entries.begun, event))
        case CalendarEntryWritten():
            return _written(entries, event)
        case CalendarEntryRemoved():
            return _removed(entries, event)
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


def _written(entries: CalendarEntries, event: CalendarEntryWritten) -> CalendarEntries:
    """Whatever the calendar showed before, it shows that version now."""
    return msgspec.structs.replace(
        entries,
        standing=event,
        begun=tuple(one for one in entries.begun if one != event.place),
        shown=event.appointment_version,
        drift=None,
    )


def _removed(entries: CalendarEntries, event: CalendarEntryRemoved) -> CalendarEntries:
    """One id more is used up; what stands under another one goes on to stand."""
    fewer = msgspec.structs.replace(
        entries,
        begun=tuple(one for one in entries.begun if one != event.place),
        generation=entries.generation + 1,
    )
    if entries.standing is not None and entries.standing.place != event.place:
        return fewer
    return msgspec.structs.replace(
        fewer, standing=None, shown=event.appointment_version, drift=None
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
