from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from eventsourcing.persistence import Notification

from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.export import RemovalUnsealed
from infrastructure.audit.export_lines import ExportedEvent, ExportedRemovals, Header, Trailer
from infrastructure.audit.export_reading import NotAnExport
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.verdict import FirstBad
from tests.audit.exported import (
    checked,
    checkpoints,
    exported,
    lines_of,
    made_anew,
    place,
    text_of,
    without,
)
from tests.audit.listed_log import (
    KEY,
    NAME,
    NOON,
    KeptInList,
    ListedLog,
    removal,
    witnessed,
    woven,
)
from tests.audit.manipulations import SEALS, SIZE


def test_an_export_is_good_with_nothing_but_the_public_key(export: bytes, file: Path) -> None:
    verdict = checked(file, export)

    assert (verdict.first_bad, verdict.log) == (None, NAME)
    assert (verdict.size, verdict.sealed, verdict.unsealed, verdict.checkpoints) == (60, 55, 5, 4)


def test_an_export_has_a_header_all_events_checkpoints_in_their_places_and_a_trailer(
    export: bytes,
) -> None:
    lines = lines_of(export)

    assert lines[0] == Header(format=1, log=NAME, public_key=KEY.public.text)
    assert sum(isinstance(line, ExportedEvent) for line in lines) == SIZE
    assert checkpoints(lines) == [size + n for n, size in enumerate(SEALS, start=1)]
    trailer = lines[-1]
    assert isinstance(trailer, Trailer)
    assert (trailer.size, trailer.checkpoints) == (SIZE, 4)


def test_an_export_of_nothing_is_good(tmp_path: Path, file: Path) -> None:
    verdict = checked(file, exported(tmp_path, ListedLog([])))

    assert (verdict.first_bad, verdict.size) == (None, 0)


def test_a_version_that_does_not_follow_is_found_after_the_last_checkpoint(
    tmp_path: Path, file: Path
) -> None:
    log = ListedLog([*woven(20), Notification("appointment:1", 9, "told/1", b"", 21)])
    witnessed(tmp_path, log, [20])

    verdict = checked(file, exported(tmp_path, log))

    assert verdict.first_bad == FirstBad(21, 21, "version out of order")


@pytest.mark.parametrize("text", [b"", b"\n", b"{}\n", b'{"line":"trailer"}\n', b"\xff"])
def test_a_file_that_begins_otherwise_is_no_export(file: Path, text: bytes) -> None:
    with pytest.raises(NotAnExport):
        checked(file, text)


def test_an_export_of_a_later_format_is_not_guessed_at(file: Path) -> None:
    with pytest.raises(NotAnExport) as refusal:
        checked(file, b'{"line":"header","format":2,"log":"a","public_key":"b"}\n')

    assert refusal.value.format == 2


def stamped(*days: int) -> list[Notification]:
    """Events of these days, in the order in which they were recorded."""
    states = [msgspec.msgpack.encode({"at": NOON + timedelta(day)}) for day in days]
    return [Notification("a:1", n, "told/1", state, n) for n, state in enumerate(states, start=1)]


@pytest.mark.parametrize(
    ("days", "day", "size"),
    [
        ((1, 2, 3, 4, 5, 6, 7, 8), 5, 5),
        ((1, 2, 9, 4, 5, 6, 7, 8), 5, 5),
        ((90, 91, 92, 4, 5, 6, 7, 8), 5, 5),
        ((4, 5, 6, 7), 3, 0),
        ((4, 5, 6, 7), 9, 4),
    ],
)
def test_an_export_may_end_with_what_was_known_at_a_moment(
    tmp_path: Path, file: Path, days: tuple[int, ...], day: int, size: int
) -> None:
    log = ListedLog(stamped(*days))
    witnessed(tmp_path, log, [3, len(days)])

    verdict = checked(file, exported(tmp_path, log, until=NOON + timedelta(day)))

    assert (verdict.first_bad, verdict.size) == (None, size)


def test_an_event_without_a_stamp_is_exported_with_its_neighbours(
    tmp_path: Path, file: Path
) -> None:
    first, second, third = stamped(1, 2, 3)
    silent = Notification("a:1", 2, "told/1", b"", second.id)
    log = ListedLog([first, silent, third, Notification("a:1", 4, "told/1", b"", 4)])
    witnessed(tmp_path, log, [4])

    verdict = checked(file, exported(tmp_path, log, until=NOON + timedelta(3)))

    assert (verdict.first_bad, verdict.size) == (None, 3)


REMOVING = [*woven(20), removal(21, 1, (4, 6))]
KEPT = KeptInList({one.id: leaf_of(one) for one in REMOVING[3:6]})
REST = ListedLog(REMOVING[:3] + REMOVING[6:], 21)


def test_what_was_lawfully_removed_is_exported_as_its_leaf(tmp_path: Path, file: Path) -> None:
    witnessed(tmp_path, ListedLog(REMOVING), [10, 21])

    verdict = checked(file, exported(tmp_path, REST, KEPT))

    assert (verdict.first_bad, verdict.sealed) == (None, 21)


def test_a_leaf_that_no_later_event_in_the_export_explains_is_a_removed_event(
    tmp_path: Path, file: Path
) -> None:
    witnessed(tmp_path, ListedLog(REMOVING), [10, 20])
    lines = lines_of(exported(tmp_path, REST, KEPT))

    lines = made_anew(without(lines, place(lines, 21)))

    assert checked(file, text_of(lines)).first_bad == FirstBad(4, 4, "removed")


def test_a_log_with_a_gap_is_not_exported(tmp_path: Path) -> None:
    with pytest.raises(LogTampered) as alarm:
        exported(tmp_path, REST)

    assert (alarm.value.position, alarm.value.reason) == (4, "removed")


def by_the_minute(one: Notification) -> Notification:
    """The event, stamped so that the sixtieth is of noon."""
    at = NOON + timedelta(minutes=one.id - 60)
    state = msgspec.msgpack.encode({"at": at, "data": one.state})
    return Notification(one.originator_id, one.originator_version, one.topic, state, one.id)


WOVEN = [by_the_minute(one) for one in woven(65)]
TIDIED = [*WOVEN[:59], removal(60, 1, (4, 6), (30, 30)), *WOVEN[60:]]


def tidied(folder: Path, seals: list[int]) -> tuple[ListedLog, KeptInList]:
    """A log of which four events were removed at 60, sealed at these sizes."""
    gone = (4, 5, 6, 30)
    witnessed(folder, ListedLog(TIDIED), seals)
    kept = KeptInList({one.id: leaf_of(one) for one in TIDIED if one.id in gone})
    return ListedLog([one for one in TIDIED if one.id not in gone], 65), kept


@pytest.fixture
def early(tmp_path: Path) -> bytes:
    """What was known before four of its events were removed, exported after that."""
    log, kept = tidied(tmp_path / "records", [20, 40, 62])
    return exported(tmp_path / "records", log, kept, until=NOON - timedelta(minutes=20))


def test_an_export_of_what_was_before_a_removal_tells_of_it_with_a_proof(
    early: bytes, file: Path
) -> None:
    verdict = checked(file, early)

    assert (verdict.first_bad, verdict.size, verdict.sealed) == (None, 40, 40)
    assert [one.position for one in removals_in(early).proof.events] == [60]


def test_without_that_proof_the_events_were_removed(early: bytes, file: Path) -> None:
    lines = [one for one in lines_of(early) if not isinstance(one, ExportedRemovals)]

    assert checked(file, text_of(lines)).first_bad == FirstBad(4, 4, "removed")


@pytest.mark.parametrize(
    "change", [{"position": 61}, {"version": 2}, {"state": removal(60, 1, (1, 30)).state}]
)
def test_a_removal_that_is_not_proven_makes_nothing_lawful(
    early: bytes, file: Path, change: dict[str, object]
) -> None:
    proof = removals_in(early).proof
    events = (msgspec.structs.replace(proof.events[0], **change),)
    forged = ExportedRemovals(proof=msgspec.structs.replace(proof, events=events))
    lines = [forged if isinstance(one, ExportedRemovals) else one for one in lines_of(early)]

    assert checked(file, text_of(lines)).first_bad == FirstBad(4, 4, "removed")


def test_a_removal_of_another_log_makes_nothing_lawful(early: bytes, file: Path) -> None:
    proof = removals_in(early).proof
    elsewhere = msgspec.structs.replace(proof.checkpoint, log="barbershop:1")
    signed = msgspec.structs.replace(elsewhere, signature=KEY.sign(elsewhere.signed_bytes()).hex())
    forged = ExportedRemovals(proof=msgspec.structs.replace(proof, checkpoint=signed))
    lines = [forged if isinstance(one, ExportedRemovals) else one for one in lines_of(early)]

    assert checked(file, text_of(lines)).first_bad == FirstBad(4, 4, "removed")


def test_a_removal_that_is_not_sealed_yet_cannot_be_exported(tmp_path: Path) -> None:
    log, kept = tidied(tmp_path / "records", [20, 40])

    with pytest.raises(RemovalUnsealed) as refusal:
        exported(tmp_path / "records", log, kept, until=NOON - timedelta(minutes=20))

    assert refusal.value.position == 60


def test_a_removal_of_later_events_is_not_told(tmp_path: Path, file: Path) -> None:
    log, kept = tidied(tmp_path / "records", [20, 40])

    export = exported(tmp_path / "records", log, kept, until=NOON - timedelta(minutes=57))

    assert [one for one in lines_of(export) if isinstance(one, ExportedRemovals)] == []
    assert checked(file, export).first_bad is None


def removals_in(export: bytes) -> ExportedRemovals:
    return next(one for one in lines_of(export) if isinstance(one, ExportedRemovals))
