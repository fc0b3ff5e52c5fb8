"""A line that no export holds is refused before it fills the memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from infrastructure.audit.export_lines import LONGEST, LineTooLong
from tests.audit.exported import exported
from tests.audit.listed_log import KEY, ListedLog, event, witnessed, woven

PROGRAM = """
import atexit, resource, sys
from entrypoints.cli import main
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
atexit.register(lambda: print(peak(), file=sys.stderr))
main()
"""
LONG = 300 << 20


@pytest.fixture
def export(tmp_path: Path) -> Path:
    log, file = ListedLog(woven(8)), tmp_path / "export.jsonl"
    witnessed(tmp_path / "audit", log, [4, 8])
    file.write_bytes(exported(tmp_path / "audit", log))
    return file


@pytest.mark.parametrize("line", [1, 3, 12])
def test_a_line_that_is_too_long_is_named_and_not_read_whole(export: Path, line: int) -> None:
    usual = verified(export)
    with_a_long_line(export, line)

    found = verified(export)

    words, peak = found.stderr.splitlines()
    assert found.returncode == 1
    assert words == f"{export}: line {line} is longer than 64 MiB, as no line of an export is."
    assert int(peak) < int(usual.stderr) + 2.5 * LONGEST / (1 << 20)


def test_no_such_line_is_written(tmp_path: Path) -> None:
    log = ListedLog([*woven(2), event(3, "appointment:9", 1, bytes(LONGEST))])
    witnessed(tmp_path / "audit", log, [3])

    with pytest.raises(LineTooLong) as refused:
        exported(tmp_path / "audit", log)

    assert (refused.value.number, refused.value.file) == (4, None)


def with_a_long_line(file: Path, line: int) -> None:
    """The lines before it, and a hole of the file in its place."""
    before = b"".join(file.read_bytes().splitlines(keepends=True)[: line - 1])
    file.write_bytes(before)
    os.truncate(file, len(before) + LONG)


def verified(file: Path) -> subprocess.CompletedProcess[str]:
    arguments = ["audit", "verify", "--export", str(file), "--public-key", KEY.public.text]
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
