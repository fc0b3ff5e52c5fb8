"""Standard output takes nothing, as on a full disk: one line says so, and the command fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from infrastructure.redis.embedded import EmbeddedRedis
from tests.audit.commanded import seal
from tests.cli.recorded import record_everything
from tests.cli.shelled import shell


@pytest.fixture(scope="module")
def recorded(data_dir: Path) -> Iterator[Path]:
    with EmbeddedRedis(data_dir).used() as url:
        record_everything(data_dir, url)
        seal(data_dir, url)
        yield data_dir


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("events --sandbox", 1),
        ("events --sandbox --json", 1),
        ("replay --sandbox", 1),
        ("store stats --sandbox", 1),
        ("audit verify --sandbox", 2),
        ("audit key --sandbox", 2),
        ("audit status --sandbox --json", 2),
        ("understand 'a haircut tomorrow at 5'", 1),
        ("make-key", 1),
        ("--help", 1),
    ],
)
def test_a_full_disk_is_told_in_a_line(recorded: Path, arguments: str, code: int) -> None:
    run = shell(recorded, f"{arguments} > /dev/full")

    told = "Standard output: No space left on device.\n"
    assert (run.returncode, run.stderr) == (code, told)


@pytest.mark.parametrize(
    ("arguments", "code"), [("events --sandbox", 1), ("audit verify --sandbox", 2), ("make-key", 1)]
)
def test_a_closed_output_is_told_in_a_line(recorded: Path, arguments: str, code: int) -> None:
    run = shell(recorded, f"{arguments} >&-")

    assert (run.returncode, run.stderr) == (code, "Standard output: it is closed.\n")
