import shutil
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from pathlib import Path

import msgspec
import pytest
from eventsourcing.persistence import Notification

from infrastructure.audit.alarms import ForeignRecords, LogTampered
from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.checkpoint import NOTHING, Checkpoint
from infrastructure.audit.fingerprint import Fingerprint
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.witness import Witness
from infrastructure.audit.witness_folder import DamagedRecords, FolderTaken, WitnessFolder
from infrastructure.audit.witness_records import WitnessRecords
from tests.audit.listed_log import (
    KEY,
    NAME,
    NOON,
    Board,
    KeptInList,
    ListedLog,
    event,
    removal,
    verified,
    witness_of,
    witnessed,
    woven,
)
from tests.fakes.clock import StandingClock

MINUTE = timedelta(minutes=1)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[WitnessFolder]:
    folder = WitnessFolder(tmp_path / "audit")
    yield folder
    folder.close()


def lines(path: Path) -> list[Checkpoint]:
    return [one for one in WitnessRecords(path).lines() if isinstance(one, Checkpoint)]


def all_leaves(events: list[Notification]) -> bytes:
    return b"".join(map(leaf_of, events))


def test_every_event_leaves_its_leaf_and_a_minute_later_a_checkpoint(
    folder: WitnessFolder, tmp_path: Path
) -> None:
    log, clock = ListedLog(woven(5)), StandingClock(NOON)
    witness = witness_of(folder, log, clock=clock)

    assert witness.advance() == 5
    assert lines(tmp_path / "audit") == []
    clock.forward(MINUTE)
    assert witness.advance() == 0

    (checkpoint,) = lines(tmp_path / "audit")
    seen = Fingerprint()
    seen.extend([leaf_of(one) for one in log.events])
    assert checkpoint.states(seen)
    assert checkpoint.is_signed_by(KEY.public)
    assert (checkpoint.log, checkpoint.at, checkpoint.previous) == (NAME, NOON + MINUTE, NOTHING)
    assert (tmp_path / "audit" / "leaves").read_bytes() == all_leaves(log.events)


def test_a_thousand_events_are_sealed_at_once(folder: WitnessFolder, tmp_path: Path) -> None:
    witness = witness_of(folder, ListedLog(woven(2500)))

    found = [witness.advance() for _ in range(4)]

    assert found == [1000, 1000, 500, 0]
    first, second = lines(tmp_path / "audit")
    assert (first.size, second.size, second.previous) == (1000, 2000, first.digest())
    assert witness.unsealed == 500


def test_nothing_is_sealed_where_nothing_came(folder: WitnessFolder, tmp_path: Path) -> None:
    clock = StandingClock(NOON)
    witness = witness_of(folder, ListedLog([]), clock=clock)
    clock.forward(MINUTE)

    witness.advance()
    witness.seal()

    assert lines(tmp_path / "audit") == []


def test_a_clock_that_was_set_back_does_not_put_off_the_next_checkpoint(
    folder: WitnessFolder, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    witness = witness_of(folder, ListedLog(woven(5)), clock=clock)
    clock.set(NOON - timedelta(days=1))

    witness.advance()

    assert len(lines(tmp_path / "audit")) == 1


def test_a_second_notary_finds_the_folder_taken(folder: WitnessFolder, tmp_path: Path) -> None:
    assert folder.leaves == 0

    with pytest.raises(FolderTaken):
        WitnessFolder(tmp_path / "audit")


def test_another_key_does_not_go_on_with_the_records(folder: WitnessFolder) -> None:
    witness_of(folder, ListedLog(woven(5))).advance()
    witness_of(folder, ListedLog(woven(5))).seal()

    with pytest.raises(ForeignRecords) as refusal:
        Witness(
            log=NamedLog(NAME, AuditLog(ListedLog(woven(5)))),
            folder=folder,
            key=SigningKey(bytes(32)),
            clock=StandingClock(NOON),
            publisher=Board(),
        )

    assert refusal.value.key_id == KEY.public.id


def test_a_line_that_is_no_checkpoint_is_not_written_after(tmp_path: Path) -> None:
    witnessed(tmp_path, ListedLog(woven(5)), [5])
    with (tmp_path / "checkpoints.jsonl").open("ab") as file:
        file.write(b"{}\n")

    with pytest.raises(DamagedRecords):
        WitnessFolder(tmp_path)
    with pytest.raises(DamagedRecords):
        WitnessFolder(tmp_path)  # and the folder is not left locked


TAMPERED = {
    "shorter": (ListedLog(woven(19)), 20, "cut off"),
    "empty": (ListedLog([]), 1, "cut off"),
    "another last event": (ListedLog([*woven(19), event(20, "a:1", 1)]), 20, "changed"),
    "another last event, and more": (
        ListedLog([*woven(19), event(20, "a:1", 1), event(21, "a:1", 2)]),
        20,
        "changed",
    ),
    "a gap in what comes": (ListedLog([*woven(20), event(22, "a:1", 1)], 22), 21, "removed"),
    "two for one": (
        ListedLog([*woven(20), event(21, "a:1", 1), event(21, "a:1", 1)], 21),
        21,
        "inserted",
    ),
}


@pytest.mark.parametrize("name", TAMPERED)
@pytest.mark.parametrize("is_sealed", [True, False])
def test_a_log_that_was_tampered_with_is_never_witnessed_anew(
    tmp_path: Path, name: str, *, is_sealed: bool
) -> None:
    log, position, reason = TAMPERED[name]
    witnessed(tmp_path, ListedLog(woven(20)), [10, 20] if is_sealed else [10])
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    folder = WitnessFolder(tmp_path)

    with pytest.raises(LogTampered) as alarm:
        witness_of(folder, log).advance()

    folder.close()
    assert (alarm.value.log, alarm.value.position, alarm.value.reason) == (NAME, position, reason)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("position", range(11, 21))
def test_unsealed_leaves_are_compared_with_the_log_when_a_notary_starts(
    tmp_path: Path, position: int
) -> None:
    witnessed(tmp_path, ListedLog(woven(20)), [10])
    events = woven(20)
    events[position - 1] = event(position, "appointment:x", 1)
    folder = WitnessFolder(tmp_path)

    with pytest.raises(LogTampered) as alarm:
        witness_of(folder, ListedLog(events))

    folder.close()
    assert (alarm.value.position, alarm.value.reason) == (position, "changed")


def test_lost_leaves_are_made_anew_from_a_log_that_is_as_it_was_sealed(tmp_path: Path) -> None:
    log = ListedLog(woven(20))
    witnessed(tmp_path, log, [10, 20])
    (tmp_path / "leaves").write_bytes(b"x" * 100)

    witnessed(tmp_path, log, [])

    assert (tmp_path / "leaves").read_bytes() == all_leaves(log.events)
    assert verified(tmp_path, log).first_bad is None


def test_lost_leaves_are_not_made_anew_from_another_log(tmp_path: Path) -> None:
    witnessed(tmp_path, ListedLog(woven(20)), [10, 20])
    (tmp_path / "leaves").unlink()
    folder = WitnessFolder(tmp_path)

    with pytest.raises(LogTampered) as alarm:
        witness_of(folder, ListedLog([event(1, "a:1", 1), *woven(20)[1:]]))

    folder.close()
    assert (alarm.value.position, alarm.value.reason) == (20, "unlike its checkpoint")
    assert (tmp_path / "leaves").read_bytes() == b""


def test_a_notary_of_an_old_log_takes_kept_leaves_for_what_was_removed(tmp_path: Path) -> None:
    events = [*woven(9), removal(10, 1, (4, 5))]
    kept = KeptInList({one.id: leaf_of(one) for one in events[3:5]})

    witnessed(tmp_path, ListedLog(events[:3] + events[5:], 10), [10], kept)

    assert (tmp_path / "leaves").read_bytes() == all_leaves(events)


def test_the_last_event_may_be_removed_lawfully_between_two_steps(folder: WitnessFolder) -> None:
    events = [*woven(9), removal(10, 1, (9, 9))]
    log = ListedLog(events[:9], 9)
    witness = witness_of(folder, log, KeptInList({9: leaf_of(events[8])}))
    witness.advance()
    log.events[8:], log.head = [events[9]], 10

    assert witness.advance() == 1


@pytest.mark.parametrize(
    ("lost_leaf_bytes", "lost_line_bytes"), [*product([0, 1, 31, 32, 33, 97], [0, 1, 200])]
)
def test_a_death_between_any_two_writes_leaves_records_that_go_on(
    tmp_path: Path, lost_leaf_bytes: int, lost_line_bytes: int
) -> None:
    log = ListedLog(woven(30))
    witnessed(tmp_path, ListedLog(woven(25)), [10, 20])
    _cut(tmp_path / "leaves", lost_leaf_bytes)
    _cut(tmp_path / "checkpoints.jsonl", lost_line_bytes)

    witnessed(tmp_path, log, [30])

    assert (tmp_path / "leaves").read_bytes() == all_leaves(log.events)
    verdict = verified(tmp_path, log)
    assert (verdict.first_bad, verdict.sealed) == (None, 30)


def test_records_go_on_from_every_byte_of_the_last_writes(tmp_path: Path) -> None:
    source, log = tmp_path / "source", ListedLog(woven(12))
    witnessed(source, ListedLog(woven(8)), [4, 8])
    leaves, line = 4 * 32, (source / "checkpoints.jsonl").read_bytes().splitlines(keepends=True)[1]
    deaths = [(lost, len(line)) for lost in range(leaves + 1)] + [(0, n) for n in range(len(line))]

    verdicts = [
        _after_death(source, tmp_path / f"{n}", log, *death) for n, death in enumerate(deaths)
    ]

    assert verdicts == [(None, 12, all_leaves(log.events))] * len(deaths)


def test_zeros_that_a_power_cut_left_are_cut_off(tmp_path: Path) -> None:
    witnessed(tmp_path, ListedLog(woven(8)), [4])
    with (tmp_path / "leaves").open("ab") as file:
        file.write(bytes(70))

    witnessed(tmp_path, ListedLog(woven(12)), [])

    assert (tmp_path / "leaves").read_bytes() == all_leaves(woven(12))


def test_a_checkpoint_that_could_not_be_published_is_published_later(
    folder: WitnessFolder,
) -> None:
    log = ListedLog(woven(3))
    witness_of(folder, log).advance()
    witness_of(folder, log).seal()
    board = Board()
    again = witness_of(folder, log, board=board)
    again.advance()
    again.advance()

    assert board.shown == [folder.last]


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """What another witness of twenty events has shown."""
    witnessed(tmp_path / "other", ListedLog(woven(20)), [10, 20])
    return Board(*lines(tmp_path / "other")[::-1])


def test_a_new_witness_goes_on_where_the_log_is_as_others_sealed_it(
    folder: WitnessFolder, board: Board
) -> None:
    assert witness_of(folder, ListedLog(woven(25)), board=board).advance() == 25


@pytest.mark.parametrize("position", [1, 10, 11, 20])
def test_a_new_witness_does_not_seal_what_is_not_as_others_sealed_it(
    folder: WitnessFolder, board: Board, position: int
) -> None:
    events = woven(25)
    events[position - 1] = event(position, "a:1", 1)

    with pytest.raises(LogTampered) as alarm:
        witness_of(folder, ListedLog(events), board=board).advance()

    expected = 10 if position <= 10 else 20
    assert (alarm.value.position, alarm.value.reason) == (expected, "unlike its checkpoint")
    assert folder.leaves == 0


def test_a_new_witness_does_not_begin_with_a_log_that_is_shorter_than_others_sealed_it(
    folder: WitnessFolder, board: Board
) -> None:
    with pytest.raises(LogTampered) as alarm:
        witness_of(folder, ListedLog(woven(15)), board=board).advance()

    assert (alarm.value.position, alarm.value.reason) == (16, "cut off")


def test_what_another_key_signed_or_speaks_of_another_log_binds_nobody(
    folder: WitnessFolder, board: Board
) -> None:
    foreign = [
        msgspec.structs.replace(board.shown[0], log="other"),
        msgspec.structs.replace(board.shown[0], root="00" * 32),
    ]

    assert witness_of(folder, ListedLog(woven(5)), board=Board(*foreign)).advance() == 5


def test_a_checkpoint_is_one_line_of_json(tmp_path: Path) -> None:
    witnessed(tmp_path, ListedLog(woven(5)), [2, 5])

    text = (tmp_path / "checkpoints.jsonl").read_bytes()

    assert [msgspec.json.decode(line)["size"] for line in text.splitlines()] == [2, 5]


def _cut(path: Path, count: int) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) - count])


def _after_death(
    source: Path, folder: Path, log: ListedLog, lost_leaves: int, lost_line: int
) -> tuple[object, int, bytes]:
    shutil.copytree(source, folder)
    _cut(folder / "leaves", lost_leaves)
    _cut(folder / "checkpoints.jsonl", lost_line)
    witnessed(folder, log, [12])
    verdict = verified(folder, log)
    return verdict.first_bad, verdict.sealed, (folder / "leaves").read_bytes()
