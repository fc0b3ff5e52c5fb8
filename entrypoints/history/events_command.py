"""`barbershop events`: what was recorded, for auditors and the curious."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

import click
import msgspec
from rich.console import Console
from rich.progress import Progress

from domain import appointment, calendar_entry, conversation
from domain.identifiers import AppointmentId, ConversationId, CustomerId, ShopId
from domain.shop import Shop
from entrypoints.history.event_belonging import CustomerBelongings, ShopBelongings
from entrypoints.history.event_choice import Choice, NotUnderstood, diary_stream, instant_of
from entrypoints.history.event_log import EventLog, Told
from entrypoints.history.event_selection import Selection, whole_appends
from entrypoints.history.event_table import EventPrinter, printer
from entrypoints.history.log_opening import opened, require_data
from entrypoints.settings import Settings
from entrypoints.settings_or_exit import settings_or_exit

OK, FAILED = 0, 1
CODE = 4
LONG = 2000  # events, from which on the progress is shown


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The options as they were given."""

    stream: str | None
    appointment: str | None
    diary: str | None
    conversation: str | None
    customer: str | None
    shop: str | None
    kinds: tuple[str, ...]
    since: str | None
    until: str | None
    after: int


@click.command("events")
@click.option("--stream", metavar="NAME", help="The stream of exactly that name.")
@click.option(
    "--appointment", metavar="CODE|ID", help="An appointment, its calendar entries included."
)
@click.option("--diary", metavar="BARBER@DAY", help="A barber's day, such as marco@2026-11-26.")
@click.option("--conversation", metavar="ID", help="A chat session.")
@click.option(
    "--customer",
    metavar="ID",
    help="A customer: conversations, appointments with their calendar entries, and holds, too.",
)
@click.option(
    "--shop",
    "shop_id",
    metavar="ID",
    help="Of that shop alone, in its time zone. [default: all, in the first one's]",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="TAG",
    help="Events of that tag or family, such as appointment or appointment.booked; repeatable.",
)
@click.option("--since", metavar="WHEN", help="From that date or RFC 3339 instant on.")
@click.option("--until", metavar="WHEN", help="Up to that date (included) or instant.")
@click.option("--after", type=click.IntRange(0), default=0, metavar="POSITION", help="After it.")
@click.option("--last", type=click.IntRange(1), metavar="N", help="The last so many of them.")
@click.option("--follow", is_flag=True, help="Wait for new ones until Ctrl-C.")
@click.option("--sandbox", is_flag=True, help="Read what `run --sandbox` recorded.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines, with instants in UTC.")
def events(
    *,
    shop_id: str | None,
    last: int | None,
    follow: bool,
    sandbox: bool,
    as_json: bool,
    **options: object,
) -> None:
    """Print what was recorded: all of it, or the history of what the options name.

    Several names add up; --shop, --kind, --since, --until and --after narrow them down. Customers
    belong to no shop. Times in the table are those of the shop. A running service is not disturbed.
    Events whose key was destroyed are shown as erased. The exit code is 1 where nothing is found.
    """
    require_data(sandbox=sandbox)
    settings = settings_or_exit(sandbox=sandbox)
    if options["diary"] and shop_id is None and len(settings.shops) > 1:
        raise click.UsageError("There are several shops: name the diary's with --shop.")
    shop = _shop(settings, shop_id)
    show = printer(as_json=as_json, zone=shop.zone)
    asked = msgspec.convert({**options, "shop": shop_id}, Asked)
    read = _reader(asked, shop, show=show, last=last, follow=follow)
    with opened(settings, ended=OK) as it:
        code = read(EventLog(it.recorder, it.vault))
    sys.exit(code)


def _reader(
    asked: Asked, shop: Shop, *, show: EventPrinter, last: int | None, follow: bool
) -> Callable[[EventLog], int]:
    """What to do with the log; what was asked for is checked before the log is opened."""
    try:
        choice = Choice(
            streams=frozenset(_streams(asked, shop)),
            kinds=asked.kinds,
            since=_when(asked.since, shop, end_of_day=False),
            until=_when(asked.until, shop, end_of_day=True),
            after=asked.after,
        )
    except NotUnderstood as error:
        raise click.UsageError(f"{error.how}.") from error

    def read(log: EventLog) -> int:
        selection = _selection(_with_appointment(choice, asked.appointment, log), asked)
        head = log.head()
        found = _print(_history(log, selection, head), selection, show, last)
        if follow:
            _follow(log, selection, show, head)
        elif not found:
            click.echo("No such event was recorded.", err=True)
        return OK if found or follow else FAILED

    return read


def _shop(settings: Settings, shop_id: str | None) -> Shop:
    found = [one for one in settings.shops if shop_id in (None, one.id)]
    if not found:
        ids = ", ".join(one.id for one in settings.shops)
        raise click.BadParameter(f"the shops are: {ids}.", param_hint="--shop")
    return found[0]


def _when(words: str | None, shop: Shop, *, end_of_day: bool) -> datetime | None:
    return None if words is None else instant_of(words, shop.zone, end_of_day=end_of_day)


def _streams(asked: Asked, shop: Shop) -> Iterator[str]:
    if asked.stream:
        yield asked.stream
    if asked.diary:
        yield diary_stream(asked.diary, shop)
    if asked.conversation:
        yield conversation.stream(ConversationId(asked.conversation))


def _with_appointment(choice: Choice, named: str | None, log: EventLog) -> Choice:
    """The choice with the streams of the appointment, too; a code may mean several."""
    if named is None:
        return choice
    name = named.removeprefix("#")
    ids = log.appointments(name.upper()) if len(name) == CODE else (name.lower(),)
    streams = [
        stream(AppointmentId(one))
        for one in ids
        for stream in (appointment.stream, calendar_entry.stream)
    ]
    nobody = ["appointment:none"]  # so that an unknown code finds nothing rather than everything
    return msgspec.structs.replace(choice, streams=choice.streams.union(streams or nobody))


def _selection(choice: Choice, asked: Asked) -> Selection:
    return Selection(
        choice,
        shop=ShopBelongings(ShopId(asked.shop)) if asked.shop else None,
        customer=CustomerBelongings(CustomerId(asked.customer)) if asked.customer else None,
    )


def _history(log: EventLog, selection: Selection, head: int) -> Iterable[Sequence[Told]]:
    choice = selection.choice
    if selection.learns:
        return whole_appends(_with_progress(log.pages(0, head), 0, head))
    if choice.streams:
        return [log.streams(sorted(choice.streams), head)]
    return _with_progress(log.pages(choice.after, head), choice.after, head)


def _with_progress(
    pages: Iterator[Sequence[Told]], after: int, head: int
) -> Iterator[Sequence[Told]]:
    """The pages, with a bar on the terminal while they go to a file or a pipe."""
    console = Console(stderr=True)
    is_shown = console.is_terminal and not sys.stdout.isatty() and head - after > LONG
    with Progress(console=console, disable=not is_shown, transient=True) as progress:
        task = progress.add_task("Reading events", total=head - after)
        for page in pages:
            yield page
            progress.advance(task, len(page))


def _print(
    pages: Iterable[Sequence[Told]], selection: Selection, show: EventPrinter, last: int | None
) -> int:
    """Show what is wanted, and tell how many these were."""
    kept: list[Told] = []
    count = 0
    for page in pages:
        wanted = selection(page)
        if last is None:
            show(wanted)
        else:
            kept = [*kept, *wanted][-last:]
        count += len(wanted)
    show(kept)
    return count


def _follow(log: EventLog, selection: Selection, show: EventPrinter, head: int) -> None:
    for page in log.coming(head):
        show(selection(page))
