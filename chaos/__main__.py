"""Everything that is tried on the promises: `make chaos`, or `python -m chaos --help`."""

import logging
import random
import sys
from collections.abc import Mapping, Sequence

import click
import msgspec

from chaos import outbox_part, redis_part
from chaos.days import part as days
from chaos.deliveries import part as deliveries
from chaos.google_errors import part as google_errors
from chaos.kills import part as kills
from chaos.linearizability import part as linearizability
from chaos.lost_replies import part as lost_replies
from chaos.part import Order, Part
from chaos.races import part as races
from chaos.running import rows_of
from chaos.table import Row, complaints, table

PARTS: Mapping[str, Part] = {
    "races": races.run,
    "kills": kills.run,
    "redis": redis_part.run,
    "lost-replies": lost_replies.run,
    "outbox": outbox_part.run,
    "google-errors": google_errors.run,
    "deliveries": deliveries.run,
    "linearizability": linearizability.run,
    "days": days.run,
}


@click.command()
@click.option("--short", is_flag=True, help="The form that `make test` runs.")
@click.option(
    *("--only", "names"), type=click.Choice(tuple(PARTS)), multiple=True, help="These parts alone."
)
@click.option("--seed", type=int, help="Replays a course of chance; a new one without it.")
@click.option(
    *("--once/--no-once", "once"),
    default=True,
    help="Whether a reply that was sent twice is a breach, as it should be, or only counted.",
)
@click.option("--json", "as_json", is_flag=True, help="The table for programs.")
def main(*, short: bool, names: Sequence[str], seed: int | None, once: bool, as_json: bool) -> None:
    """Kill, cut, flood and repeat, and tell which promise was broken."""
    seed = random.randrange(1_000_000) if seed is None else seed  # noqa: S311 - chance
    logging.disable()  # all have every reason to complain
    _tell(f"seed {seed}")
    chosen = {name: part for name, part in PARTS.items() if name in (names or PARTS)}
    rows = rows_of(chosen, Order(short=short, seed=seed, once=once, tell=_tell))
    click.echo(_told(rows, seed) if as_json else table(rows))
    for one in complaints(rows):
        _tell(one)
    if complaints(rows):
        _tell(f"broken: run it again with --seed {seed}")
        sys.exit(1)


def _told(rows: Sequence[Row], seed: int) -> str:
    return msgspec.json.encode({"seed": seed, "parts": rows}).decode()


def _tell(words: str) -> None:
    click.echo(words, err=True)


if __name__ == "__main__":
    main()
