"""Printing events: a table that fits the terminal, aligned lines for a pipe, or JSON lines."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

import click
import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from entrypoints.history.event_log import Told
from entrypoints.sandbox_page.event_details import detail

ERASED = "(erased: the key of this stream is destroyed)"
UNKNOWN = "(a newer release recorded this)"


class EventPrinter(Protocol):
    """Prints events as they come."""

    def __call__(self, page: Sequence[Told]) -> None:
        """Print these after those before."""
        ...


class JsonLines:
    """One JSON object a line."""

    def __call__(self, page: Sequence[Told]) -> None:
        """As the protocol says."""
        for told in page:
            click.echo(msgspec.json.encode(told.entry))


class TerminalTable:
    """A table as wide as the terminal; what does not fit is folded within its column."""

    def __init__(self, console: Console, zone: ZoneInfo) -> None:
        self._console = console
        self._zone = zone
        self._is_first = True

    def __call__(self, page: Sequence[Told]) -> None:
        """As the protocol says."""
        if not page:
            return
        table = Table(
            box=SIMPLE_HEAD,
            show_header=self._is_first,
            expand=True,
            pad_edge=False,
            padding=(0, 1, 0, 0),
        )
        self._is_first = False
        table.add_column("#", justify="right", min_width=5, no_wrap=True, style="dim")
        table.add_column("When", width=10)
        table.add_column("Event, stream", min_width=31, overflow="fold")
        table.add_column("Who", min_width=8, overflow="fold")
        table.add_column("What", ratio=1, overflow="fold")
        for told in page:
            table.add_row(*self._cells(told))
        self._console.print(table)

    def _cells(self, told: Told) -> tuple[Text, ...]:
        entry = told.entry
        event = Text.assemble(
            (entry.tag, "bold"), "\n", (f"{entry.stream} v{entry.version}", "dim")
        )
        when = f"{_local(told, self._zone):%Y-%m-%d\n%H:%M:%S}"
        return (
            Text(f"{entry.position}"),
            Text(when),
            event,
            Text(entry.actor),
            Text(_what(told, self._zone)),
        )


class AlignedLines:
    """One event a line, however long: position, time, tag, stream, who and what."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._widths: tuple[int, ...] = (0,) * 5

    def __call__(self, page: Sequence[Told]) -> None:
        """As the protocol says; columns may grow from page to page, and never shrink."""
        rows = [self._row(told) for told in page]
        for row in rows:
            pairs = zip(self._widths, row, strict=False)
            self._widths = tuple(max(width, len(cell)) for width, cell in pairs)
        for row in rows:
            cells = [cell.ljust(width) for cell, width in zip(row, self._widths, strict=False)]
            click.echo("  ".join((*cells, row[-1])).rstrip())

    def _row(self, told: Told) -> tuple[str, ...]:
        entry = told.entry
        when = _local(told, self._zone).isoformat(sep=" ", timespec="seconds")
        stream = f"{entry.stream} v{entry.version}"
        what = _what(told, self._zone)
        return (str(entry.position), when, entry.tag, stream, entry.actor, what)


def printer(*, as_json: bool, zone: ZoneInfo) -> EventPrinter:
    """The printer for standard output as it is."""
    if as_json:
        return JsonLines()
    console = Console()
    return TerminalTable(console, zone) if console.is_terminal else AlignedLines(zone)


def _what(told: Told, zone: ZoneInfo) -> str:
    if told.entry.erased is True:
        return ERASED
    return UNKNOWN if told.event is None else detail(told.event, zone)


def _local(told: Told, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(told.entry.at).astimezone(zone)
