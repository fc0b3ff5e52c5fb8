import pytest
from eventsourcing.persistence import Notification, StoredEvent
from eventsourcing.popo import POPOApplicationRecorder

from infrastructure.audit.audit_log import (
    PAGE,
    AuditLog,
    Entry,
    Garbled,
    Kept,
    Missing,
    Surplus,
)
from infrastructure.audit.leaf import leaf_of
from tests.audit.listed_log import KeptInList, ListedLog, event, removal, woven


class Unreadable(ListedLog):
    """A log whose seventh entry is no event."""

    def select_notifications(self, start: int | None, limit: int) -> list[Notification]:
        found = list(super().select_notifications(start, limit))
        if any(one.id == 7 for one in found):
            raise KeyError(b"o")
        return found


def read(log: AuditLog, after: int, upto: int) -> list[Entry]:
    return [entry for page in log.pages(after, upto) for entry in page]


@pytest.mark.parametrize("size", [0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE + 3])
def test_every_event_comes_once_and_in_order(size: int) -> None:
    events = woven(size)

    assert read(AuditLog(ListedLog(events)), 0, size) == events


@pytest.mark.parametrize(("after", "upto"), [(0, 0), (3, 3), (2, 9), (999, 1001), (1500, 1502)])
def test_a_part_of_the_log_is_read(after: int, upto: int) -> None:
    events = woven(2000)

    assert read(AuditLog(ListedLog(events)), after, upto) == events[after:upto]


def test_any_recorder_of_the_library_can_be_read() -> None:
    recorder = POPOApplicationRecorder()
    recorder.insert_events([StoredEvent("a:1", 1, "told/1", b"1")])

    log = AuditLog(recorder)

    assert read(log, 0, log.size()) == [Notification("a:1", 1, "told/1", b"1", 1)]


@pytest.mark.parametrize("gone", [1, 2, 5, PAGE, PAGE + 1, 1500])
def test_a_position_without_event_is_missing(gone: int) -> None:
    events = [one for one in woven(1500) if one.id != gone]

    found = read(AuditLog(ListedLog(events, 1500)), 0, 1500)

    assert [one.id for one in found] == list(range(1, 1501))
    assert found[gone - 1] == Missing(gone)


def test_a_long_gap_is_told_page_by_page() -> None:
    log = AuditLog(ListedLog([event(1, "a:1", 1), event(5001, "a:1", 2)], 7000))

    pages = list(log.pages(0, 7000))

    assert [one.id for page in pages for one in page] == list(range(1, 7001))
    assert max(map(len, pages)) <= 2 * PAGE


@pytest.mark.parametrize("twice", [1, 3, PAGE, PAGE + 1, PAGE + 2, 1200])
def test_a_second_entry_at_a_position_is_found_wherever_pages_end(twice: int) -> None:
    events = sorted([*woven(1200), event(twice, "a:1", 1)], key=lambda one: one.id)

    found = read(AuditLog(ListedLog(events, 1200)), 0, 1200)

    assert [one for one in found if isinstance(one, Surplus)] == [Surplus(twice)]


def test_what_cannot_be_read_is_told_after_what_can() -> None:
    events = woven(20)

    page = next(AuditLog(Unreadable(events)).pages(0, 20))

    assert page == [*events[:6], Garbled(7)]


def test_a_removed_event_is_lawful_where_its_leaf_is_kept_and_a_later_event_tells_of_it() -> None:
    events = [*woven(9), removal(10, 1, (4, 5))]
    leaves = {one.id: leaf_of(one) for one in events[3:5]}
    rest = ListedLog(events[:3] + events[5:], 10)

    found = read(AuditLog(rest, KeptInList(leaves)), 0, 10)

    assert found == [*events[:3], Kept(4, leaves[4]), Kept(5, leaves[5]), *events[5:]]


@pytest.mark.parametrize(
    "told",
    [
        event(10, "a:1", 1),
        removal(10, 1, (5, 6)),
        removal(10, 1, (4, 10)),
        removal(10, 1, (4, 4000)),
        removal(10, 1, (4, 3)),
        Notification("notes", 1, "history.conversations_removed/1", removal(10, 1, (4, 4)).state, 10),
        Notification("history", 1, "told/1", removal(10, 1, (4, 4)).state, 10),
        Notification("history", 1, "history.conversations_removed/1", b"?", 10),
    ],
)  # fmt: skip
def test_a_kept_leaf_alone_makes_no_removal_lawful(told: Notification) -> None:
    events = [*woven(9), told]
    kept = KeptInList({4: leaf_of(events[3])})

    found = read(AuditLog(ListedLog(events[:3] + events[4:], 10), kept), 0, 10)

    assert found[3] == Missing(4)


def test_a_removal_event_does_not_cover_what_comes_after_it() -> None:
    events = [removal(1, 1, (2, 2)), *(event(n, "a:1", n - 1) for n in range(2, 5))]
    kept = KeptInList({2: leaf_of(events[1])})

    found = read(AuditLog(ListedLog([events[0], *events[2:]], 4), kept), 0, 4)

    assert found[1] == Missing(2)


def test_a_removal_without_a_kept_leaf_is_not_lawful() -> None:
    events = [*woven(9), removal(10, 1, (4, 4))]

    found = read(AuditLog(ListedLog(events[:3] + events[4:], 10)), 0, 10)

    assert found[3] == Missing(4)
