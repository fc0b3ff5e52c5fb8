"""Printing dead letters for people: a table that fits the terminal, or aligned lines for a pipe."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import click
import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from entrypoints.dead_letters.shown import LetterLine, LetterShown

HEADS = ("Queue", "Id", "Came", "Died", "Why", "Attempts", "About")


def print_lines(lines: Sequence[LetterLine], zone: ZoneInfo) -> None:
    """The list, one letter a row, with times as the shop's walls show them."""
    rows = [_row(line, zone) for line in lines]
    console = Console()
    if console.is_terminal:
        console.print(_table(rows))
        return
    widths = [max(map(len, column)) for column in zip(HEADS, *rows, strict=True)]
    for row in (HEADS, *rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def print_whole(shown: LetterShown, zone: ZoneInfo) -> None:
    """One letter with everything about it."""
    letter = shown.letter
    click.echo(f"{letter.id} ({letter.kind}): {letter.about}")
    click.echo(f"key       {letter.key}")
    click.echo(f"came      {_local(letter.came, zone)}")
    click.echo(f"died      {_local(letter.died, zone)}, {letter.why}")
    click.echo(f"attempts  {letter.attempts}")
    click.echo(f"content   {_json(shown.content)}")
    if shown.event is not None:
        click.echo(f"event     {_json(shown.event)}")
    if shown.stream is not None:
        click.echo(f"history   of {shown.stream}:")
    for one in shown.history:
        at = _local(datetime.fromisoformat(one.at), zone)
        click.echo(f"  {one.position:>7}  {at}  v{one.version} {one.tag}  {one.gist}".rstrip())


def _table(rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1, 0, 0))
    for head in HEADS:
        table.add_column(head, overflow="fold", ratio=1 if head == "About" else None)
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _row(line: LetterLine, zone: ZoneInfo) -> tuple[str, ...]:
    why = f"{line.why} (parks)" if line.kind == "parked" else line.why
    came, died = _local(line.came, zone), _local(line.died, zone)
    return (line.queue, line.id, came, died, why, str(line.attempts), line.about)


def _local(at: datetime | None, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M:%S}" if at else "-"


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
