"""A file that finds no room is named, and nothing that looks like it is left.

A limit of the process on the size of its files stands for a disk that is full.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.export import Export
from infrastructure.audit.key_ring import KeyRing
from infrastructure.audit.witness_records import WitnessRecords
from infrastructure.redis.embedded import EmbeddedRedis
from tests.audit.commanded import key, seal
from tests.audit.listed_log import KEY, NAME, ListedLog, woven
from tests.cli.recorded import record_everything


@pytest.fixture(scope="module")
def recorded(data_dir: Path) -> Iterator[Path]:
    with EmbeddedRedis(data_dir).used() as url:
        record_everything(data_dir, url)
        seal(data_dir, url)
        yield data_dir


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("audit export", 2),
        ("audit prove --appointment AB2C --out", 2),
        ("replay --out", 1),
    ],
)
def test_a_file_that_finds_no_room_is_named_and_not_there(
    recorded: Path, tmp_path: Path, arguments: str, code: int
) -> None:
    run = with_little_room(recorded, f"{arguments} {tmp_path}/out --sandbox")

    assert (run.returncode, run.stderr) == (code, f"{tmp_path}/out: File too large.\n")
    assert not list(tmp_path.iterdir())


def test_a_backup_that_finds_no_room_is_named_and_goes_on_later(
    recorded: Path, tmp_path: Path
) -> None:
    run = with_little_room(recorded, f"store backup {tmp_path}/out --sandbox")
    left = [one.name for one in tmp_path.iterdir()]
    again = shell(recorded, f"store backup {tmp_path}/out --sandbox")

    assert (run.returncode, run.stderr) == (1, f"{tmp_path}/out.part: File too large.\n")
    assert left == ["out.part"]
    assert (again.returncode, [one.name for one in tmp_path.iterdir()]) == (0, ["out"])


def test_a_checkpoint_that_finds_no_room_is_named_and_not_there(recorded: Path) -> None:
    before = key(recorded)

    run = with_little_room(recorded, "audit rotate-key --sandbox")
    verified = shell(recorded, "audit verify --sandbox")

    file = recorded / "audit" / "checkpoints.jsonl"
    assert (run.returncode, run.stderr) == (2, f"{file}: File too large.\n")
    assert (verified.returncode, key(recorded)) == (0, before)


def test_a_scratch_file_that_finds_no_room_is_told(tmp_path: Path) -> None:
    size, export = 80_000, tmp_path / "export"
    log = AuditLog(ListedLog(woven(size, streams=size), size))
    with export.open("wb") as out:
        keys, leaves = KeyRing(KEY.public), WitnessRecords(tmp_path).read_leaves
        Export(name=NAME, log=log, checkpoints=(), keys=keys, leaves=leaves).write(out)

    line = f"audit verify --export {export} --public-key {KEY.public.text}"
    run = with_little_room(tmp_path, line)

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "A scratch file, in TMPDIR, cannot be written: disk I/O error.\n"


def with_little_room(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    return shell(folder, line, before="ulimit -f 1; ")


def shell(folder: Path, line: str, *, before: str = "") -> subprocess.CompletedProcess[str]:
    program = f"{sys.executable} -c 'from entrypoints.cli import main; main()'"
    return subprocess.run(  # noqa: S603 - our own program, and words of this file
        ["/bin/bash", "-c", f"{before}{program} {line}"],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "BARBERSHOP_DATA_DIR": str(folder),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
