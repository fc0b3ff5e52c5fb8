"""`barbershop replay`: appointments, diaries and read models as they were known at a moment."""

import asyncio
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click
import msgspec

from application.replaying.comparison import Difference, compare
from application.replaying.day_book import BookedDay
from application.replaying.day_figures import DayFigures, figures
from application.replaying.open_bookings import OpenBookings, open_bookings
from application.replaying.replay import Replay
from application.replaying.scratch import Scratch
from application.replaying.states import WrongStream
from entrypoints.file_trouble import words_of
from entrypoints.given_text import GIVEN
from entrypoints.history.event_choice import NotUnderstood, instant_of
from entrypoints.history.log_opening import FAILED, require_data
from entrypoints.history.plain_opening import PlainReading, plain_reading
from entrypoints.history.replay_days import Narrowed, Zones, day_lines, figures_line
from entrypoints.history.replay_export import write
from entrypoints.history.replay_summary import (
    Reached,
    Summary,
    difference_words,
    summary_lines,
    summary_of,
)
from entrypoints.new_file import NEW_FILE, require_new
from entrypoints.progress_bar import shown_as
from entrypoints.settings_or_exit import settings_or_exit
from entrypoints.shop_clock import clock_of
from entrypoints.whole_file import replacing
from infrastructure.replaying.plain_log import PlainLog
from infrastructure.replaying.sqlite_scratch import SqliteScratch

OK = 0


class Told(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What `--json` prints: days, figures and bookings only where they were asked for."""

    summary: Summary
    days: tuple[BookedDay, ...] | None = None
    figures: tuple[DayFigures, ...] | None = None
    open_bookings: tuple[OpenBookings, ...] | None = None
    checked: bool = False
    difference: Difference | None = None


@click.command("replay")
@click.option("--until", metavar="WHEN", help="As known at that instant, or at a date's end.")
@click.option(
    "--shop", type=GIVEN, metavar="ID", help="Show the days of that shop, in its time zone."
)
@click.option("--barber", type=GIVEN, metavar="ID", help="Show the days of that barber.")
@click.option("--day", metavar="DATE", help="Show that day.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with instants in UTC.")
@click.option(
    "--out",
    type=NEW_FILE,
    metavar="FILE",
    help="Write everything to that file, as JSON lines; it is no device or pipe.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--check", is_flag=True, help="Compare every appointment and diary with its stream.")
@click.option("--sandbox", is_flag=True, help="Read what `run --sandbox` recorded.")
def replay(  # noqa: PLR0913 - one argument for each option
    *,
    until: str | None,
    shop: str | None,
    barber: str | None,
    day: str | None,
    as_json: bool,
    out: Path | None,
    force: bool,
    check: bool,
    sandbox: bool,
) -> None:
    """Rebuild what was known at a moment from the log alone, and print or export it.

    What was known are the events up to the last that was recorded by then. Nothing that lives is
    changed, and no personal data is read. Two replays with the same digest rebuilt the same. Times
    without an offset are the shop's.

    \b
    Examples:
      barbershop replay
      barbershop replay --until 2026-03-06T17:00 --shop demo --day 2026-03-07
      barbershop replay --until 2026-03-06 --out friday.jsonl
      barbershop replay --check

    The exit code is 1 where nothing was recorded by then, or where --check finds a difference.
    """  # noqa: D301 - click takes the character itself for "leave these lines as they are"
    require_new(out, force=force)
    narrowed = Narrowed(shop=shop, barber=barber, day=_date(day))
    require_data(sandbox=sandbox)
    settings = settings_or_exit(sandbox=sandbox)
    with plain_reading(settings) as reading, SqliteScratch() as scratch:
        zone = reading.shop(shop).zone
        moment = _moment(until, zone)
        now = moment or clock_of(settings).now()
        with _troubles_in_words():
            reached = _replayed(reading.log, scratch, moment)
            bookings = open_bookings(scratch, now)
            summary = summary_of(moment, reached, Replay(scratch).done(), bookings)
            narrowed.require_known(scratch, settings.shops)
            zones = Zones(scratch, zone)
            told = _told(narrowed, scratch, summary, bookings, now, zones)
            if check:
                told = _checked(told, scratch, reading)
            if out:
                _export(out, scratch, summary, bookings, now)
        if as_json:
            click.echo(msgspec.json.encode(told))
        else:
            click.echo("\n".join(_lines(told, zones, zone)))
    sys.exit(FAILED if told.difference else OK)


def _replayed(log: PlainLog, scratch: Scratch, until: datetime | None) -> Reached:
    """Fold the log into the scratch; ends with words where there is nothing to fold."""
    fold, head, reached = Replay(scratch), log.head(), Reached()
    with shown_as("Replaying events") as tell:
        for page in log.pages(upto=head, until=until):
            fold(page.events)
            count = reached.events + page.count
            reached = Reached(events=count, position=page.position, at=page.at)
            tell(page.position, head)
    if not reached.events:
        click.echo(
            "Nothing had been recorded by then." if head else "Nothing is recorded.", err=True
        )
        sys.exit(FAILED)
    return reached


def _told(
    narrowed: Narrowed,
    scratch: Scratch,
    summary: Summary,
    bookings: tuple[OpenBookings, ...],
    now: datetime,
    zones: Zones,
) -> Told:
    if not narrowed:
        return Told(summary=summary)
    days = tuple(narrowed.days(scratch, now))
    kept = narrowed.bookings(bookings, zones)
    return Told(summary=summary, days=days, figures=figures(days), open_bookings=tuple(kept))


def _checked(told: Told, scratch: Scratch, reading: PlainReading) -> Told:
    position = told.summary.reached.position
    difference = asyncio.run(compare(scratch, reading.store, position, reading.live_names))
    return msgspec.structs.replace(told, checked=True, difference=difference)


def _export(
    out: Path,
    scratch: Scratch,
    summary: Summary,
    bookings: tuple[OpenBookings, ...],
    now: datetime,
) -> None:
    with replacing(out) as file:
        count = write(file, scratch, summary, bookings, now)
    click.echo(f"{count} lines are in {out}.", err=True)


def _lines(told: Told, zones: Zones, zone: ZoneInfo) -> Iterator[str]:
    yield from summary_lines(told.summary, zone)
    for day in told.days or ():
        yield ""
        yield from day_lines(day, zones.of(day.key.shop_id))
    if told.figures:
        yield ""
        yield from map(figures_line, told.figures)
    if told.checked and told.difference is None:
        yield "Checked          every appointment and diary is as its own stream says"
    if told.difference:
        yield difference_words(told.difference)


@contextmanager
def _troubles_in_words() -> Iterator[None]:
    try:
        yield
    except WrongStream as found:
        click.echo(
            f"The event at position {found.position} does not belong into {found.stream}: "
            "`barbershop audit verify` tells more.",
            err=True,
        )
        sys.exit(FAILED)
    except (OSError, sqlite3.Error) as error:
        if (words := words_of(error)) is None:
            raise
        click.echo(words, err=True)
        sys.exit(FAILED)


def _date(words: str | None) -> date | None:
    try:
        return None if words is None else date.fromisoformat(words)
    except ValueError as error:
        raise click.BadParameter("a day is written 2026-11-26.", param_hint="--day") from error


def _moment(words: str | None, zone: ZoneInfo) -> datetime | None:
    try:
        return None if words is None else instant_of(words, zone, end_of_day=True)
    except NotUnderstood as error:
        raise click.BadParameter(f"{error.how}.", param_hint="--until") from error
