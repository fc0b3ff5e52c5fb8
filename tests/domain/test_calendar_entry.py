"""What an appointment left in the barbers' calendars."""

from datetime import UTC, datetime, timedelta
from functools import reduce

from domain.calendar_entry import (
    CalendarConflictFound,
    CalendarConflictSettled,
    CalendarDriftSettled,
    CalendarEntries,
    CalendarEntryBegun,
    CalendarEntryDrifted,
    CalendarEntryEvent,
    CalendarEntryRefused,
    CalendarEntryRemoved,
    CalendarEntryWritten,
    evolve,
    stream,
)
from domain.identifiers import AppointmentId
from domain.interval import Interval

WRITTEN = CalendarEntryWritten(calendar_id="ana@demo", event_id="e0", appointment_version=1)
REMOVED = CalendarEntryRemoved(calendar_id="ana@demo", event_id="e0", appointment_version=2)
REFUSED = CalendarEntryRefused(calendar_id="ana@demo", reason="forbidden", appointment_version=2)


BEGUN = CalendarEntryBegun(calendar_id="ana@demo", event_id="e0")
ELSEWHERE = CalendarEntryBegun(calendar_id="luis@demo", event_id="e1")


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


def test_an_entry_is_begun_once_and_known_until_it_is_written() -> None:
    assert given().begin(BEGUN) == (BEGUN,)
    assert given(BEGUN).begin(BEGUN) == ()
    assert given(BEGUN).begun == (BEGUN,)
    assert given(BEGUN, WRITTEN) == given(WRITTEN)


def test_whatever_may_stand_beside_the_wanted_entry_is_known() -> None:
    entries = given(BEGUN, WRITTEN, ELSEWHERE)

    assert entries.beside(ELSEWHERE) == (BEGUN,)
    assert entries.beside(BEGUN) == (ELSEWHERE,)
    assert entries.beside(None) == (ELSEWHERE, BEGUN)
    assert given(WRITTEN).beside(BEGUN, ELSEWHERE) == (ELSEWHERE,)


def test_a_stray_that_is_removed_leaves_what_stands_and_uses_up_an_id() -> None:
    stray = CalendarEntryRemoved(calendar_id="luis@demo", event_id="e1", appointment_version=3)

    assert given(WRITTEN, ELSEWHERE, stray) == CalendarEntries(
        standing=WRITTEN, generation=1, shown=1
    )


def test_a_stray_that_is_removed_where_nothing_stands_shows_that_nothing_does() -> None:
    assert given(BEGUN, REMOVED) == CalendarEntries(generation=1, shown=2)


def test_a_refused_change_leaves_what_stands() -> None:
    assert given(WRITTEN, REFUSED) == given(WRITTEN)


def test_every_appointment_has_its_own_stream_of_entries() -> None:
    assert stream(AppointmentId("a1")) == "calendar:a1"


NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HALF = timedelta(minutes=30)
BOOKED = Interval(start=NOON, end=NOON + HALF)
LATER = Interval(start=NOON + HALF, end=NOON + 2 * HALF)
MOVED = CalendarEntryDrifted(
    calendar_id="ana@demo", event_id="e0", start=LATER.start, end=LATER.end
)
DELETED = CalendarEntryDrifted(calendar_id="ana@demo", event_id="e0", start=None, end=None)
LUNCH = CalendarConflictFound(calendar_id="ana@demo", event_id="lunch", start=NOON, end=NOON + HALF)


def test_an_event_that_is_found_elsewhere_has_drifted_once() -> None:
    assert given(WRITTEN).see(LATER, BOOKED) == (MOVED,)
    assert given(WRITTEN, MOVED).see(LATER, BOOKED) == ()


def test_an_event_that_is_found_deleted_has_drifted_once() -> None:
    assert given(WRITTEN).see(None, BOOKED) == (DELETED,)
    assert given(WRITTEN, MOVED).see(None, BOOKED) == (DELETED,)
    assert given(WRITTEN, DELETED).see(None, BOOKED) == ()


def test_an_event_that_is_found_where_it_should_be_undoes_its_drift() -> None:
    undone = CalendarDriftSettled(how="undone")

    assert given(WRITTEN).see(BOOKED, BOOKED) == ()
    assert given(WRITTEN, MOVED).see(BOOKED, BOOKED) == (undone,)
    assert given(WRITTEN, MOVED, undone) == given(WRITTEN)


def test_what_does_not_stand_cannot_drift() -> None:
    assert given(WRITTEN, REMOVED).see(None, BOOKED) == ()


def test_an_event_that_is_written_again_has_drifted_no_more() -> None:
    assert given(WRITTEN, MOVED, WRITTEN) == given(WRITTEN)
    assert given(WRITTEN, MOVED, REMOVED) == given(WRITTEN, REMOVED)


def test_a_moved_event_that_is_restored_is_to_be_shown_again_under_its_id() -> None:
    restored = CalendarDriftSettled(how="restored")

    assert given(WRITTEN, MOVED, restored) == CalendarEntries(standing=WRITTEN, shown=0)


def test_a_deleted_event_that_is_restored_is_to_be_shown_under_a_new_id() -> None:
    restored = CalendarDriftSettled(how="restored")

    assert given(WRITTEN, DELETED, restored) == CalendarEntries(generation=1, shown=0)


def test_a_conflict_is_met_once_and_anew_when_the_event_moves() -> None:
    later = CalendarConflictFound(
        calendar_id="ana@demo", event_id="lunch", start=NOON, end=NOON + 2 * HALF
    )

    assert given().meet(LUNCH) == (LUNCH,)
    assert given(LUNCH).meet(LUNCH) == ()
    assert given(LUNCH).meet(later) == (later,)
    assert given(LUNCH, later).conflicts == (later,)


def test_a_conflict_that_staff_let_be_is_not_met_again() -> None:
    settled = CalendarConflictSettled(event_id="lunch", how="restored")

    assert given(LUNCH, settled).meet(LUNCH) == ()
    assert given(LUNCH, settled).conflicts == ()


def test_a_conflict_ends_with_its_event_and_may_come_again() -> None:
    undone = CalendarConflictSettled(event_id="lunch", how="undone")

    assert given(LUNCH).part("lunch") == (undone,)
    assert given(LUNCH).part("tea") == ()
    assert given(LUNCH, undone).meet(LUNCH) == (LUNCH,)


def test_staff_settle_everything_that_is_open_at_once() -> None:
    assert given(WRITTEN, MOVED, LUNCH).settle("restored") == (
        CalendarDriftSettled(how="restored"),
        CalendarConflictSettled(event_id="lunch", how="restored"),
    )
    assert given(WRITTEN).settle("accepted") == ()
