"""The sizes of the store in words."""

from collections.abc import Iterable
from datetime import timedelta

import click

from infrastructure.history.forecast import Stats
from infrastructure.history.sizes import Size

MOST_TAGS = 12
UNITS = ("B", "KiB", "MiB", "GiB", "TiB")


def tell(stats: Stats, retention: timedelta) -> None:
    """Print them."""
    sizes, memory = stats.sizes, stats.memory
    click.echo(f"{sizes.events} events with {in_units(sizes.bytes)} of state.\n")
    _tell_sizes("By family", sizes.families)
    _tell_sizes("By tag", sizes.tags[:MOST_TAGS])
    click.echo(f"Memory in Redis: about {in_units(memory.bytes)}")
    for one in memory.parts:
        click.echo(f"  {one.part:<20} {in_units(one.bytes):>12}  in {one.keys} keys")
    limit = in_units(memory.limit) if memory.limit else "no limit"
    click.echo(f"  the whole server     {in_units(memory.server_bytes):>12}  ({limit})")
    if memory.aof_bytes is not None:
        click.echo(f"  append-only file     {in_units(memory.aof_bytes):>12}  on disk")
    _tell_growth(stats, retention)


def in_units(size: float) -> str:
    """Bytes as a person reads them."""
    for unit in UNITS[:-1]:
        if size < 1024:  # noqa: PLR2004 - the step between units
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1024
    return f"{size:.1f} {UNITS[-1]}"


def _tell_sizes(title: str, sizes: Iterable[Size]) -> None:
    click.echo(title)
    for one in sizes:
        click.echo(
            f"  {one.kind:<34} {one.events:>10}  {in_units(one.bytes):>12}  {one.share:>6.1%}"
        )
    click.echo()


def _tell_growth(stats: Stats, retention: timedelta) -> None:
    growth, forecast = stats.sizes.growth, stats.forecast
    click.echo("\nGrowth")
    for one in growth.days:
        click.echo(f"  {one.day.isoformat():<20} {one.events:>12}  {in_units(one.bytes):>12}")
    click.echo(
        f"  {'a day, on average':<20} {growth.events_a_day:>12.1f}  {in_units(growth.bytes_a_day):>12}"
    )
    click.echo(
        f"\nEach event takes about {in_units(forecast.bytes_per_event)} of memory. One more year like"
        f" the last days: {forecast.year_events} events, {in_units(forecast.year_bytes)}."
    )
    click.echo(
        f"`barbershop store tidy` gives back about {in_units(forecast.retention_bytes)} now (chats"
        f" older than {retention.days} days), and {forecast.retention_share:.0%} of all growth in time."
    )
