import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from benchmarks.figures import Figures, figures, ratios
from benchmarks.report import Report
from benchmarks.rows import Row, Target
from benchmarks.table import table

ROOT = Path(__file__).parents[2]
TINY = ["--quick", "--rounds", "1", "--seconds", "0.02", "--clients", "2"]
TINY += ["--events", "300", "--longest", "10000"]


def test_appends_stand_beside_the_floor_and_the_modules_of_the_library() -> None:
    rows = _rows("appends")

    always = [row.what for row in rows if "1 event by 1 client, appendfsync always" in row.case]
    assert always == [
        "our recorder",
        "floor: append.lua over a bare socket",
        "the library's SQLite",
        "the library's PostgreSQL",
    ]
    assert len({row.case for row in rows}) == 8


def test_replays_memory_and_the_length_of_the_log_have_their_rows() -> None:
    rows = _rows("replay", "bytes", "flat")

    assert [row.what for row in rows] == [
        "ours: EventCodec and evolve",
        "tagged structs straight from pages",
        "the library's default: JSONTranscoder, Aggregate",
        "payload: states, topics and originator ids",
        "payload: the states alone",
        *["log of 1,000 events", "log of 10,000 events"] * 2,
    ]
    assert all(row.measured and row.measured.median > 0 for row in rows)
    assert [row.what for row in rows if row.target] == [
        "the library's default: JSONTranscoder, Aggregate",
        "payload: states, topics and originator ids",
        *["log of 10,000 events"] * 2,
    ]


def test_ratios_are_those_of_rounds_that_were_side_by_side() -> None:
    assert ratios([2.0, 40.0, 6.0], [1.0, 10.0, 2.0]) == Figures(median=3, lowest=2, highest=4)


@pytest.mark.parametrize(
    ("side", "bound", "missed"),
    [
        ("at least", 3.0, False),
        ("at least", 3.1, True),
        ("at most", 3.0, False),
        ("at most", 2.9, True),
    ],
)
def test_a_target_is_missed_by_the_median(side: str, bound: float, missed: bool) -> None:  # noqa: FBT001 - a column
    target = Target(side="at least" if side == "at least" else "at most", bound=bound)

    row = _row(ratio=figures([1.0, 3.0, 9.0]), target=target)

    assert row.missed is missed


def test_a_target_is_not_missed_where_nothing_could_be_compared() -> None:
    row = _row(target=Target(side="at least", bound=2), missing="not installed")

    assert not row.missed


def test_the_table_says_what_was_missed_and_what_is_missing() -> None:
    target = Target(side="at least", bound=2)

    text = table(
        [
            _row(ratio=figures([1.5]), target=target),
            _row(ratio=figures([2.5]), target=target),
            _row(missing="not installed", target=target),
        ]
    )

    assert [line.split("  ")[-1].strip() for line in text.splitlines()] == [
        "target",
        "a case",
        "at least 2.00: MISSED",
        "at least 2.00: ok",
        "at least 2.00: not installed",
    ]


def test_help_names_the_options() -> None:
    said = _run("--help").stdout

    assert all(
        option in said for option in ("--quick", "--json", "--only", "BARBERSHOP_BENCH_POSTGRES")
    )


def _rows(*parts: str) -> Sequence[Row]:
    chosen = [word for part in parts for word in ("--only", part)]
    ended = _run(*TINY, "--json", *chosen)
    assert ended.returncode in (0, 1), ended.stderr  # 1: a target is missed, as may be here
    return msgspec.json.decode(ended.stdout, type=Report).rows


def _run(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks", *options]
    return subprocess.run(  # noqa: S603 - this repository's own command
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


def _row(*, ratio: Figures | None = None, target: Target | None = None, missing: str = "") -> Row:
    return Row(
        case="a case", what="this", unit="events/s", ratio=ratio, target=target, missing=missing
    )


def test_a_long_log_is_replayed_and_verified_whole() -> None:
    command = [sys.executable, "-m", "benchmarks.million", "--events", "3000"]

    ended = subprocess.run(  # noqa: S603 - this repository's own command
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert [line.split()[-1] for line in ended.stdout.splitlines()[1:]] == ["ok"] * 4
