"""The command line of the benchmarks: `make bench`, or `python -m benchmarks --help`."""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping

import click
import msgspec

from benchmarks import appends, flat_cost, replays, stored_bytes
from benchmarks.machine import this_machine
from benchmarks.report import Report
from benchmarks.rows import Row
from benchmarks.scale import QUICK, Scale

PARTS: Mapping[str, Callable[[Scale], Iterator[Row]]] = {
    "appends": appends.measure,
    "replay": replays.measure,
    "bytes": stored_bytes.measure,
    "flat": flat_cost.measure,
}
MISSED = 1


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--only",
    "parts",
    type=click.Choice(list(PARTS)),
    multiple=True,
    help="This part alone; may be given again.",
)
@click.option("--quick", is_flag=True, help="Less of everything, in under a minute.")
@click.option("--json", "as_json", is_flag=True, help="Print machine and rows as JSON.")
@click.option("--rounds", type=click.IntRange(min=1), help="Rounds of each comparison.")
@click.option("--seconds", type=float, help="Length of a round of appends.")
@click.option("--events", type=click.IntRange(min=300), help="Events to replay, and to weigh.")
@click.option("--clients", type=click.IntRange(min=2), help="Clients that append at the same time.")
@click.option("--longest", type=click.IntRange(min=1000), help="The longest log.")
def main(
    *,
    parts: tuple[str, ...],
    quick: bool,
    as_json: bool,
    longest: int | None,
    **sizes: float | None,
) -> None:
    """Measure the event store beside its alternatives, and print one table.

    What is compared takes turns in the same run, round by round, and each ratio is the median of
    the ratios of the rounds. Ends with 1 where a target is missed. PostgreSQL is Debian's, or that
    of the URL in BARBERSHOP_BENCH_POSTGRES, which is left with the table `bench_events`.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # servers are ended
    changes: dict[str, object] = {name: size for name, size in sizes.items() if size is not None}
    if "rounds" in changes:
        changes["append_rounds"] = changes["rounds"]
    if longest is not None:
        changes["log_sizes"] = tuple(size for size in Scale().log_sizes if size <= longest)
    scale = msgspec.structs.replace(QUICK if quick else Scale(), **changes)
    report = Report(
        machine=this_machine(),
        rows=tuple(row for part in parts or PARTS for row in PARTS[part](scale)),
    )
    click.echo(msgspec.json.encode(report) if as_json else report.text())
    if any(row.missed for row in report.rows):
        sys.exit(MISSED)


if __name__ == "__main__":
    main()
