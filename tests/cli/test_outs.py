"""What a command writes to is a file: no device, pipe or standard output is ever replaced by one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from infrastructure.redis.embedded import EmbeddedRedis
from tests.audit.commanded import seal
from tests.cli.recorded import record_everything
from tests.cli.shelled import shell

WRITING = ["replay --out", "audit export", "audit prove --appointment AB2C --out"]


@pytest.fixture(scope="module")
def recorded(data_dir: Path) -> Iterator[Path]:
    with EmbeddedRedis(data_dir).used() as url:
        record_everything(data_dir, url)
        seal(data_dir, url)
        yield data_dir


@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize("force", ["", "--force"])
def test_a_pipe_is_refused(recorded: Path, command: str, force: str) -> None:
    run = shell(recorded, f"{command} /dev/stdout {force} --sandbox")

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.endswith(" /dev/stdout is no regular file.\n")


def test_a_pipe_with_a_name_stays_one(recorded: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    run = shell(recorded, f"replay --out {tmp_path}/pipe --force --sandbox")

    assert run.returncode == 2
    assert run.stderr.endswith(f" {tmp_path}/pipe is no regular file.\n")
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("command", [*WRITING, "store backup"])
@pytest.mark.parametrize("name", ["/dev/stdout", "{file}"])
def test_the_file_that_standard_output_goes_to_is_not_replaced(
    recorded: Path, tmp_path: Path, command: str, name: str
) -> None:
    file = tmp_path / "file"
    named = name.format(file=file)

    run = shell(recorded, f"{command} {named} --force --sandbox >> {file}")

    assert (run.returncode, file.read_bytes()) == (2, b"")
    assert run.stderr.endswith(f" {named} is where this command prints: name another.\n")
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_the_file_that_standard_error_goes_to_is_not_replaced(
    recorded: Path, tmp_path: Path
) -> None:
    file = tmp_path / "file"

    run = shell(recorded, f"replay --out /dev/stderr --force --sandbox 2> {file}")

    assert (run.returncode, run.stdout) == (2, "")
    assert file.read_text().endswith(" /dev/stderr is where this command prints: name another.\n")
