from pathlib import Path

import pytest
from eventsourcing.persistence import Notification

from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.verdict import FirstBad
from tests.audit.listed_log import KeptInList, ListedLog, removal, verified, witnessed, woven

GONE = (4, 5, 6, 30)
EVENTS = [*woven(59), removal(60, 1, (4, 6), (30, 30))]
LEAVES = {one.id: leaf_of(one) for one in EVENTS if one.id in GONE}
REST = [one for one in EVENTS if one.id not in GONE]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    witnessed(tmp_path, ListedLog(EVENTS), [20, 60])
    return tmp_path


def test_what_was_lawfully_removed_is_good(records: Path) -> None:
    verdict = verified(records, ListedLog(REST, 60), KeptInList(LEAVES))

    assert (verdict.first_bad, verdict.size, verdict.sealed) == (None, 60, 60)


@pytest.mark.parametrize("position", GONE)
def test_an_event_whose_leaf_is_not_kept_was_removed(records: Path, position: int) -> None:
    kept = {at: leaf for at, leaf in LEAVES.items() if at != position}

    verdict = verified(records, ListedLog(REST, 60), KeptInList(kept))

    assert verdict.first_bad == FirstBad(position, position, "removed")


@pytest.mark.parametrize("position", GONE)
def test_a_kept_leaf_that_is_another_is_found(records: Path, position: int) -> None:
    kept = {**LEAVES, position: bytes(32)}

    verdict = verified(records, ListedLog(REST, 60), KeptInList(kept))

    assert verdict.first_bad == FirstBad(position, position, "changed")


@pytest.mark.parametrize("position", [7, 29, 59])
def test_an_event_that_no_removal_event_covers_was_removed(records: Path, position: int) -> None:
    kept = {**LEAVES, position: leaf_of(EVENTS[position - 1])}
    rest = [one for one in REST if one.id != position]

    verdict = verified(records, ListedLog(rest, 60), KeptInList(kept))

    assert verdict.first_bad == FirstBad(position, position, "removed")


def test_more_events_of_a_stream_are_missing_than_were_removed(tmp_path: Path) -> None:
    skipped = [*EVENTS, Notification("appointment:1", 14, "told/1", b"", 61)]
    rest = [one for one in skipped if one.id not in GONE]

    verdict = verified(tmp_path, ListedLog(rest, 61), KeptInList(LEAVES))

    assert verdict.first_bad == FirstBad(61, 61, "version out of order")
