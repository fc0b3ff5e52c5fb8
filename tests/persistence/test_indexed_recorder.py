"""Recorders of the library, of which several processes use one database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from eventsourcing.persistence import ApplicationRecorder, IntegrityError, StoredEvent
from eventsourcing.sqlite import SQLiteFactory
from eventsourcing.utils import Environment

from infrastructure.event_store.indexed_recorder import IndexedRecorder


@pytest.fixture
def recorder(tmp_path: Path) -> Iterator[ApplicationRecorder]:
    settings = {"SQLITE_DBNAME": str(tmp_path / "events"), "ORIGINATOR_ID_TYPE": "text"}
    factory = SQLiteFactory(Environment(env=settings))
    yield factory.application_recorder()
    factory.close()


def event(stream: str, version: int) -> StoredEvent:
    return StoredEvent(stream, version, "told/1", b"")


def test_each_sees_what_the_other_appended(recorder: ApplicationRecorder) -> None:
    one, other = IndexedRecorder(recorder), IndexedRecorder(recorder)
    one.insert_events([event("a:1", 1)])
    other.insert_events([event("b:1", 1), event("a:1", 2)])
    one.insert_events([event("a:1", 3)])

    seen = [indexed.select_streams(["a:1", "b:1"]) for indexed in (one, other)]

    assert [[[event.id for event in stream] for stream in two] for two in seen] == [
        [[1, 3, 4], [2]],
        [[1, 3, 4], [2]],
    ]


def test_neither_appends_past_what_the_other_appended(recorder: ApplicationRecorder) -> None:
    one, other = IndexedRecorder(recorder), IndexedRecorder(recorder)
    one.insert_events([event("a:1", 1)])

    with pytest.raises(IntegrityError):
        other.insert_events([event("b:1", 1), event("a:1", 1)])
    with pytest.raises(IntegrityError):
        other.insert_events([event("b:1", 1), event("a:1", 3)])

    assert one.select_streams(["b:1"]) == [[]]
    assert one.max_notification_id() == 1
