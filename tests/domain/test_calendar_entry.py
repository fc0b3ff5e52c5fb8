"""What an appointment left in the barbers' calendars."""

from functools import reduce

from domain.calendar_entry import (
    CalendarEntries,
    CalendarEntryEvent,
    CalendarEntryRefused,
    CalendarEntryRemoved,
    CalendarEntryWritten,
    evolve,
    stream,
)
from domain.identifiers import AppointmentId

WRITTEN = CalendarEntryWritten(calendar_id="ana@demo", event_id="e0", appointment_version=1)
REMOVED = CalendarEntryRemoved(calendar_id="ana@demo", event_id="e0", appointment_version=2)
REFUSED = CalendarEntryRefused(calendar_id="ana@demo", reason="forbidden", appointment_version=2)


def given(*events: CalendarEntryEvent) -> CalendarEntries:
    return reduce(evolve, events, CalendarEntries())


def test_a_written_entry_stands_and_shows_that_version() -> None:
    assert given(WRITTEN) == CalendarEntries(standing=WRITTEN, generation=0, shown=1)


def test_a_rewritten_entry_shows_the_later_version_under_the_same_generation() -> None:
    again = CalendarEntryWritten(calendar_id="ana@demo", event_id="e0", appointment_version=2)

    assert given(WRITTEN, again) == CalendarEntries(standing=again, generation=0, shown=2)


def test_a_removed_entry_stands_no_more_and_its_id_is_used_up() -> None:
    assert given(WRITTEN, REMOVED) == CalendarEntries(standing=None, generation=1, shown=2)


def test_each_removal_uses_up_an_id() -> None:
    back = CalendarEntryWritten(calendar_id="luis@demo", event_id="e1", appointment_version=3)
    gone = CalendarEntryRemoved(calendar_id="luis@demo", event_id="e1", appointment_version=4)

    assert given(WRITTEN, REMOVED, back) == CalendarEntries(standing=back, generation=1, shown=3)
    assert given(WRITTEN, REMOVED, back, gone) == CalendarEntries(generation=2, shown=4)


def test_a_refused_change_leaves_what_stands() -> None:
    assert given(WRITTEN, REFUSED) == given(WRITTEN)


def test_every_appointment_has_its_own_stream_of_entries() -> None:
    assert stream(AppointmentId("a1")) == "calendar:a1"
