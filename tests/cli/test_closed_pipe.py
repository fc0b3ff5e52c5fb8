"""A reader that has seen enough, as `| head` has: the command ends, and says nothing of it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from infrastructure.redis.embedded import EmbeddedRedis
from tests.audit.commanded import seal
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
        (("store", "stats", "--sandbox"), 1),
        (("store", "stats", "--sandbox", "--json"), 1),
        (("store", "tidy", "--sandbox"), 1),
        (("events", "--sandbox"), 1),
        (("events", "--sandbox", "--json"), 1),
        (("replay", "--sandbox"), 1),
        (("audit", "key", "--sandbox"), 2),
        (("audit", "verify", "--sandbox"), 2),
        (("understand", "a haircut tomorrow at 5"), 1),
        (("make-key",), 1),
        (("--help",), 1),
    ],
    ids=str,
)
def test_a_closed_pipe_ends_a_command_quietly(
    recorded: Path, arguments: tuple[str, ...], code: int
) -> None:
    run = run_into_a_closed_pipe(recorded, *arguments)

    assert (run.returncode, run.stderr) == (code, "")


def run_into_a_closed_pipe(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", "from entrypoints.cli import main; main()", *arguments],
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(sys.path),
                "BARBERSHOP_DATA_DIR": str(folder),
            },
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writer)
