"""`barbershop events`: what was recorded, for auditors and the curious."""

import sys

import click
import msgspec

from entrypoints.given_text import APPOINTMENT, CUSTOMER, GIVEN, GivenText
from entrypoints.history.event_asking import Asked, require_barber, selection_of, shop_of
from entrypoints.history.event_log import EventLog
from entrypoints.history.event_reading import EventReading
from entrypoints.history.event_table import printer
from entrypoints.history.log_opening import opened, require_data
from entrypoints.settings_or_exit import settings_or_exit

OK, FAILED = 0, 1


@click.command("events")
@click.option("--stream", type=GIVEN, metavar="NAME", help="The stream of exactly that name.")
@click.option(
    "--appointment",
    type=APPOINTMENT,
    metavar="CODE|ID",
    help="An appointment, its calendar entries included.",
)
@click.option(
    "--diary", type=GIVEN, metavar="BARBER@DAY", help="A barber's day, such as marco@2026-11-26."
)
@click.option(
    "--conversation", type=GivenText("conversation"), metavar="ID", help="A chat session."
)
@click.option(
    "--customer",
    type=CUSTOMER,
    metavar="ID",
    help="A customer, by the id that `--kind customer --json` shows beside the number: conversations,"
    " appointments with their calendar entries, and holds, too.",
)
@click.option(
    "--shop",
    "shop_id",
    type=GIVEN,
    metavar="ID",
    help="Of that shop alone, in its time zone. [default: all, in the first one's]",
)
@click.option(
    "--kind",
    "kinds",
    type=GIVEN,
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
    Events whose key was destroyed are shown as erased. The exit code is 1 where nothing is found,
    and 2 where an option can find nothing, such as an unknown kind.
    """
    require_data(sandbox=sandbox)
    settings = settings_or_exit(sandbox=sandbox)
    if options["diary"] and shop_id is None and len(settings.shops) > 1:
        raise click.UsageError("There are several shops: name the diary's with --shop.")
    asked = msgspec.convert({**options, "shop": shop_id}, Asked)
    with opened(settings, ended=OK) as it:
        log = EventLog(it.recorder, it.vault)
        shop = shop_of(settings, shop_id, log)
        selection = selection_of(asked, shop, log)
        reading = EventReading(log, selection, printer(as_json=as_json, zone=shop.zone))
        head = log.head()
        found = reading.past(head, last=last)
        if follow:
            reading.follow(head)
        elif not found:
            require_barber(asked, shop)
            click.echo("No such event was recorded.", err=True)
    sys.exit(OK if found or follow else FAILED)
