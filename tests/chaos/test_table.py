import json

from click.testing import CliRunner

from chaos.__main__ import PARTS, main
from chaos.deliveries.wave import NeverQuiet
from chaos.part import Order, Verdict
from chaos.running import rows_of
from chaos.table import Row, complaints, table

WHOLE = Row(part="races", seconds=1.23, verdict=Verdict(size="10 attempts", checked="1 booked"))
BROKEN = Row(
    part="kills",
    seconds=60,
    verdict=Verdict(size="5 kills", checked="9 answered", breaches=("ana is lost",), doubles=2),
)


def test_the_table_has_a_line_for_each_part_in_columns() -> None:
    assert table([WHOLE, BROKEN]).splitlines() == [
        "part   size         seconds  checked     sent twice  breaches",
        "races  10 attempts      1.2  1 booked                       0",
        "kills  5 kills         60.0  9 answered           2         1",
    ]


def test_a_breach_is_told_with_the_part_that_found_it() -> None:
    assert complaints([WHOLE, BROKEN]) == ["kills: ana is lost"]


def test_a_part_that_raises_is_broken_and_the_next_ones_are_run() -> None:
    told: list[str] = []

    rows = rows_of(
        {"waves": _never_quiet, "races": lambda _: WHOLE.verdict},
        Order(short=True, tell=told.append),
    )

    assert complaints(rows) == ["waves: it ended with NeverQuiet"]
    assert [(one.part, one.verdict.checked) for one in rows] == [
        ("waves", "nothing"),
        ("races", "1 booked"),
    ]
    assert "_never_quiet" in told[1]


def _never_quiet(_: Order) -> Verdict:
    raise NeverQuiet


def test_a_run_names_its_seed_for_programs_too() -> None:
    told = CliRunner().invoke(main, ["--short", "--only", "redis", "--seed", "3", "--json"])

    assert told.exit_code == 0
    found = json.loads(told.stdout)
    assert found["seed"] == 3
    assert [one["part"] for one in found["parts"]] == ["redis"]
    assert "seed 3" in told.stderr


def test_every_part_can_be_run_alone() -> None:
    told = CliRunner().invoke(main, ["--help"])

    assert [name for name in PARTS if name not in told.stdout] == []
