"""What `audit verify` says, with which exit code, where nothing or something else vouches."""

import dataclasses
import shutil
from pathlib import Path

import msgspec
import pytest
import redis

from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.export_lines import ExportedCheckpoint, ExportedEvent, Trailer
from infrastructure.redis.embedded import EmbeddedRedis
from tests.audit.commanded import key, recorded, run, told
from tests.audit.exported import event_at, lines_of, made_anew, place, text_of
from tests.audit.rewriting import LOG, rewrite
from tests.audit.signed_checkpoint import SIGNED
from tests.cli.recorded import settings_of

BOARD = "{barbershop:0}:checkpoints"
MARKER = "{barbershop:0}:restoring"


@pytest.fixture
def export(running: Path, tmp_path: Path) -> Path:
    """Eight events, and the checkpoints of 4 and of 7."""
    file = tmp_path / "export.jsonl"
    assert run(running, "export", str(file), "--sandbox").exit_code == 0
    return file


@pytest.fixture
def kept(original: Path, tmp_path: Path) -> Path:
    """The last line of the checkpoints, as an auditor keeps it."""
    file = tmp_path / "kept.jsonl"
    lines = (original / "audit" / "checkpoints.jsonl").read_text().splitlines()
    file.write_text(lines[-1])
    return file


def without_checkpoints(file: Path, events: int = 8) -> None:
    """Make the export anew as one that holds no checkpoint, and only the first events."""
    lines = [one for one in lines_of(file.read_bytes()) if not isinstance(one, ExportedCheckpoint)]
    head, rest = lines[0], [one for one in lines if isinstance(one, ExportedEvent)]
    trailer = Trailer(size=0, chain="00" * 32, root="00" * 32, checkpoints=0)
    file.write_bytes(text_of(made_anew([head, *rest[:events], trailer])))


def change(file: Path, position: int) -> None:
    """Put another event there, and make chain and trailer anew."""
    lines = lines_of(file.read_bytes())
    number = place(lines, position)
    lines[number] = msgspec.structs.replace(event_at(lines, position), state=b"other")
    file.write_bytes(text_of(made_anew(lines)))


def verify(file: Path, key_text: str, *more: str) -> tuple[int, str]:
    found = run(None, "verify", "--export", str(file), "--public-key", key_text, *more)
    return found.exit_code, found.output


def test_an_export_without_a_checkpoint_is_not_good(running: Path, export: Path) -> None:
    without_checkpoints(export)
    change(export, 3)

    code, words = verify(export, key(running))

    assert code == 2
    assert words.startswith("NOT PROVEN: no checkpoint vouches for the 8 events of barbershop:0.")


def test_an_empty_export_is_not_good(running: Path, export: Path) -> None:
    without_checkpoints(export, events=0)

    code, words = verify(export, key(running))
    finding = told(None, "verify", "--export", str(export), "--public-key", key(running))

    assert (code, words.splitlines()[0]) == (2, "NOT PROVEN: barbershop:0 holds no event.")
    assert (finding["good"], finding["sealed"]) == (False, 0)


def test_a_log_that_nobody_sealed_is_not_good(copied: tuple[Path, redis.Redis]) -> None:
    folder, client = copied
    shutil.rmtree(folder / "audit")
    client.delete(BOARD)

    found = run(folder, "verify", "--sandbox")
    finding = told(folder, "verify", "--sandbox")

    assert found.exit_code == 2
    assert f"There is no checkpoint in {folder / 'audit'}, nor in Redis." in found.stderr
    assert "no checkpoint vouches for the 8 events" in found.stdout
    assert (finding["good"], finding["unsealed"]) == (False, 8)


def test_a_new_shop_is_not_good_yet(short_folder: Path) -> None:
    settings_of(short_folder)
    with EmbeddedRedis(short_folder).used():
        found = run(short_folder, "verify", "--sandbox")

    assert found.exit_code == 2
    assert "barbershop:0 holds no event" in found.stdout


def test_a_folder_without_checkpoints_is_told_where_those_in_redis_count(
    copied: tuple[Path, redis.Redis],
) -> None:
    folder, _ = copied
    shutil.rmtree(folder / "audit")

    found = run(folder, "verify", "--sandbox")

    assert found.exit_code == 0
    assert found.stderr.startswith(f"There is no checkpoint in {folder / 'audit'}: only those that")


def test_a_kept_checkpoint_is_one_that_the_log_agrees_with(running: Path, kept: Path) -> None:
    found = run(running, "verify", "--sandbox", "--checkpoint", str(kept))
    finding = told(running, "verify", "--sandbox", "--checkpoint", str(kept))

    assert found.exit_code == 0, found.output
    assert "It agrees with the checkpoint that was kept: of 7 events." in found.stdout
    assert (finding["good"], finding["kept"], finding["checkpoints"]) == (True, [7], 2)


def test_an_export_without_checkpoints_is_good_as_far_as_a_kept_one_vouches(
    running: Path, export: Path, kept: Path
) -> None:
    without_checkpoints(export)

    code, words = verify(export, key(running), "--checkpoint", str(kept))

    assert code == 0, words
    assert "Good: 7 events" in words
    assert "Not yet sealed: 1." in words


def test_an_export_whose_checkpoints_were_taken_out_is_held_to_a_kept_one(
    running: Path, export: Path, kept: Path
) -> None:
    without_checkpoints(export)
    change(export, 3)

    code, words = verify(export, key(running), "--checkpoint", str(kept))

    assert code == 1
    assert words.startswith("TAMPERED: positions 1 to 7: something in it is not what was sealed.")


def test_an_export_whose_tail_was_cut_off_is_held_to_a_kept_checkpoint(
    running: Path, export: Path, kept: Path
) -> None:
    without_checkpoints(export, events=5)

    code, words = verify(export, key(running), "--checkpoint", str(kept))

    assert code == 1
    assert words.startswith("TAMPERED: positions 1 to 6: the log ends too early.")


def test_a_log_that_was_begun_anew_is_held_to_a_kept_checkpoint(
    copied: tuple[Path, redis.Redis], kept: Path
) -> None:
    folder, client = copied
    shutil.rmtree(folder / "audit")
    client.delete(BOARD)
    events = recorded(client)
    events[2] = dataclasses.replace(events[2], state=events[2].state + b"\x00")
    rewrite(client, events, 8)

    found = run(folder, "verify", "--sandbox", "--checkpoint", str(kept))

    assert found.exit_code == 1
    assert "positions 1 to 7: something in it is not what was sealed" in found.stdout


def test_a_log_that_was_cut_off_with_its_witness_is_held_to_a_kept_checkpoint(
    copied: tuple[Path, redis.Redis], kept: Path
) -> None:
    folder, client = copied
    shutil.rmtree(folder / "audit")
    client.delete(BOARD)
    client.set("{barbershop:0}:head", 5)
    client.xdel(LOG, "6-0", "7-0", "8-0")

    found = run(folder, "verify", "--sandbox", "--checkpoint", str(kept))

    assert found.exit_code == 1
    assert "positions 1 to 6: the log ends too early" in found.stdout


def test_a_new_line_of_checkpoints_by_another_key_is_held_to_a_kept_one(
    copied: tuple[Path, redis.Redis], kept: Path
) -> None:
    folder, client = copied
    public = key(folder)
    client.delete(BOARD)
    lines = (folder / "audit" / "checkpoints.jsonl").read_text()
    own, other = SigningKey(settings_of(folder).master_key), SigningKey(bytes(32))
    (folder / "audit" / "checkpoints.jsonl").write_text(
        lines.replace(own.public.id, other.public.id)
    )
    asked = ("verify", "--sandbox", "--public-key", public)

    alone = run(folder, *asked)
    beside = run(folder, *asked, "--checkpoint", str(kept))

    assert (alone.exit_code, beside.exit_code) == (2, 1)
    assert "its checkpoint is not signed by this key" in beside.stdout


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "holds no checkpoint"),
        ("\n\n", "holds no checkpoint"),
        ("{}\n", "line 1 is no checkpoint"),
        ('{"size": 7', "line 1 is no checkpoint"),
    ],
)
def test_a_file_that_holds_no_checkpoint_checks_nothing(
    running: Path, tmp_path: Path, text: str, words: str
) -> None:
    file = tmp_path / "kept.jsonl"
    file.write_text(text)

    found = run(running, "verify", "--sandbox", "--checkpoint", str(file))

    assert (found.exit_code, found.stdout) == (2, "")
    assert f"{file}: {words}" in found.stderr


@pytest.mark.parametrize("live", [True, False])
def test_a_kept_checkpoint_that_is_not_of_this_key_checks_nothing(
    running: Path, export: Path, kept: Path, live: object
) -> None:
    own = SigningKey(settings_of(running).master_key)
    foreign = f"{kept.read_text()}\n{kept.read_text().replace(own.public.id, SIGNED.key_id)}\n"
    kept.write_text(foreign)
    given = ("--sandbox",) if live else ("--export", str(export), "--public-key", key(running))

    found = run(running, "verify", *given, "--checkpoint", str(kept))

    assert (found.exit_code, found.stdout) == (2, "")
    assert f"{kept}: the checkpoint of 7 events is not of this log, or not signed" in found.stderr


@pytest.mark.parametrize(
    "command",
    [("verify",), ("status",), ("acknowledge",), ("prove", "--appointment", "AB2C"), ("key",)],
)
def test_half_a_backup_is_not_audited(
    copied: tuple[Path, redis.Redis], command: tuple[str, ...]
) -> None:
    folder, client = copied
    client.hset(MARKER, "line", "3")

    found = run(folder, *command, "--sandbox")

    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith("Half of a backup is in this Redis")


def test_records_of_more_than_there_is_are_told(copied: tuple[Path, redis.Redis]) -> None:
    folder, client = copied
    client.set("{barbershop:0}:head", 6)
    client.xdel(LOG, "7-0", "8-0")

    found = run(folder, "status", "--sandbox")
    state = told(folder, "status", "--sandbox")

    assert found.exit_code == 1
    assert found.stdout.startswith("barbershop:0: 6 events, 7 sealed, 0 not yet.\n")
    assert "1 sealed events are missing: the log ends before its last checkpoint" in found.stdout
    assert (state["unsealed"], state["missing"]) == (0, 1)
