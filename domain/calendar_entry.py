"""What an appointment left in the barbers' calendars: which event, in which calendar."""

from typing import assert_never

import msgspec

from domain.identifiers import AppointmentId


class CalendarEntryWritten(msgspec.Struct, frozen=True, kw_only=True, tag="calendar.entry_written"):
    """The calendar shows the appointment as it was at that version of its stream."""

    calendar_id: str
    event_id: str
    appointment_version: int


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


CalendarEntryEvent = CalendarEntryWritten | CalendarEntryRemoved | CalendarEntryRefused


class CalendarEntries(msgspec.Struct, frozen=True, kw_only=True):
    """One appointment's trace in the calendars: at most one event stands at a time."""

    standing: CalendarEntryWritten | None = None
    generation: int = 0  # how many events were removed; a removed event's id is never used again
    shown: int = 0  # the version of the appointment that the calendars show


def evolve(entries: CalendarEntries, event: CalendarEntryEvent) -> CalendarEntries:
    """The trace after the event."""
    match event:
        case CalendarEntryWritten():
            return msgspec.structs.replace(entries, standing=event, shown=event.appointment_version)
        case CalendarEntryRemoved():
            return CalendarEntries(
                generation=entries.generation + 1, shown=event.appointment_version
            )
        case CalendarEntryRefused():
            return entries
        case _:
            assert_never(event)


def stream(appointment_id: AppointmentId) -> str:
    """The name of the stream of an appointment's calendar entries."""
    return f"calendar:{appointment_id}"
