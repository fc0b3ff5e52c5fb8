"""Checkpoints that an auditor kept elsewhere, and what they show of a log and of an export."""

import shutil
from pathlib import Path

import msgspec
import pytest

from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.export_lines import ExportedCheckpoint
from infrastructure.audit.kept_checkpoints import ForeignCheckpoint, KeptCheckpoints, kept_in
from infrastructure.audit.verdict import FirstBad
from infrastructure.audit.witness_records import WitnessRecords
from tests.audit.exported import Lines, checked, exported, lines_of, made_anew, place, text_of
from tests.audit.listed_log import KEY, ListedLog, event, verified, witnessed, woven
from tests.audit.manipulations import SEALS, SIZE, in_order
from tests.audit.test_key_rotation import rotated_at, sealed_at


def kept_of(folder: Path, *sizes: int) -> KeptCheckpoints:
    """The checkpoints of these sizes."""
    lines = [one for one in WitnessRecords(folder).lines() if isinstance(one, Checkpoint)]
    return KeptCheckpoints(folder, [one for one in lines if one.size in sizes])


def unsealed(lines: Lines) -> Lines:
    """The lines without their checkpoints, made anew."""
    rest = [one for one in lines if not isinstance(one, ExportedCheckpoint)]
    rest[-1] = msgspec.structs.replace(rest[-1], checkpoints=0)
    return made_anew(rest)


def changed(lines: Lines, position: int) -> Lines:
    number = place(lines, position)
    other = msgspec.structs.replace(lines[number], state=b"other")
    return made_anew([*lines[:number], other, *lines[number + 1 :]])


@pytest.mark.parametrize("sizes", [(10,), (55,), (25, 40), SEALS])
def test_an_export_that_holds_them_is_good(
    export: bytes, records: Path, file: Path, sizes: tuple[int, ...]
) -> None:
    whole = checked(file, export, kept=kept_of(records, *sizes))
    bare = checked(file, text_of(unsealed(lines_of(export))), kept=kept_of(records, *sizes))

    assert (whole.first_bad, whole.sealed, whole.checkpoints) == (None, 55, 4)
    assert (bare.first_bad, bare.sealed, bare.checkpoints) == (None, sizes[-1], len(sizes))


@pytest.mark.parametrize("position", range(1, SEALS[-1] + 1, 3))
def test_an_export_without_checkpoints_that_was_changed_is_bad_before_the_next_kept_one(
    export: bytes, records: Path, file: Path, position: int
) -> None:
    lines = changed(unsealed(lines_of(export)), position)

    found = checked(file, text_of(lines), kept=kept_of(records, *SEALS)).first_bad

    before = max(one for one in (0, *SEALS) if one < position)
    after = min(one for one in SEALS if one >= position)
    assert found == FirstBad(before + 1, after, "unlike its checkpoint")


@pytest.mark.parametrize("left", [0, 9, 24, 41, 54])
def test_an_export_that_was_cut_off_is_bad_after_the_last_kept_one_that_it_holds(
    export: bytes, records: Path, file: Path, left: int
) -> None:
    lines = unsealed(lines_of(export))
    lines = made_anew([*lines[: left + 1], lines[-1]])

    found = checked(file, text_of(lines), kept=kept_of(records, *SEALS)).first_bad

    sealed = max(one for one in (0, *SEALS) if one <= left)
    assert found == FirstBad(sealed + 1, left + 1, "cut off")


def test_a_change_before_a_kept_checkpoint_is_named_before_a_later_gap(
    export: bytes, records: Path, file: Path
) -> None:
    lines = changed(unsealed(lines_of(export)), 20)
    del lines[place(lines, 30)]

    found = checked(file, text_of(lines), kept=kept_of(records, 25)).first_bad

    assert found == FirstBad(1, 25, "unlike its checkpoint")


def test_an_export_of_several_pages_is_held_to_them(tmp_path: Path, file: Path) -> None:
    log = ListedLog(woven(2500))
    witnessed(tmp_path, log, [700])
    lines = unsealed(lines_of(exported(tmp_path, log)))
    kept = kept_of(tmp_path, 700)

    good = checked(file, text_of(lines), kept=kept)
    bad = checked(file, text_of(changed(lines, 5)), kept=kept)

    assert (good.first_bad, good.sealed, good.size) == (None, 700, 2500)
    assert bad.first_bad == FirstBad(1, 700, "unlike its checkpoint")


def test_a_log_is_held_to_them_where_its_witness_is_gone(records: Path, tmp_path: Path) -> None:
    events = woven(SIZE)
    events[36] = event(37, str(events[36].originator_id), events[36].originator_version)
    kept = kept_of(records, *SEALS)

    good = verified(tmp_path, ListedLog(woven(SIZE)), kept=kept)
    bad = verified(tmp_path, ListedLog(events), kept=kept)
    cut = verified(tmp_path, ListedLog(woven(50)), kept=kept)
    moved = verified(tmp_path, ListedLog(in_order([*woven(54)[:49], *woven(54)[50:]])), kept=kept)

    assert (good.first_bad, good.sealed) == (None, 55)
    assert bad.first_bad == FirstBad(26, 40, "unlike its checkpoint")
    assert cut.first_bad == FirstBad(41, 51, "cut off")
    assert moved.first_bad == FirstBad(41, 54, "cut off")


def test_one_that_another_key_signed_is_refused(records: Path, export: bytes, file: Path) -> None:
    line = kept_of(records, 25).lines[0]
    signature = SigningKey(b"f" * 32).sign(line.signed_bytes()).hex()
    forged = KeptCheckpoints(file, [msgspec.structs.replace(line, signature=signature)])

    with pytest.raises(ForeignCheckpoint) as refusal:
        checked(file, export, kept=forged)

    assert refusal.value.size == 25


def test_a_handover_among_them_leads_from_the_new_key_to_an_export_of_before(
    tmp_path: Path, file: Path
) -> None:
    folder = tmp_path / "audit"
    sealed_at(folder, 10)
    early = exported(folder, ListedLog(woven(60)[:10], 10))
    rotated_at(folder, 20)
    new = KEY.next().public
    kept = kept_of(folder, 10)
    told = kept_of(folder, 10, 20)

    alone = checked(file, early, new).first_bad
    with pytest.raises(ForeignCheckpoint):
        checked(file, early, new, kept=kept)
    handed = checked(file, early, new, kept=told).first_bad

    assert alone == FirstBad(1, 10, "checkpoint not signed by this key")
    assert handed == FirstBad(11, 11, "cut off")


def test_the_whole_file_of_a_witness_can_be_given(records: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copy(records / "checkpoints.jsonl", tmp_path))

    assert [one.size for one in kept_in(copied).lines] == list(SEALS)
