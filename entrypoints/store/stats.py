"""`barbershop store stats`: how large everything is, and how large it will be."""

from datetime import datetime

import click
import msgspec

from domain.shop import Shop
from entrypoints.half_a_backup import half_a_backup
from entrypoints.history.event_choice import NotUnderstood, instant_of
from entrypoints.progress_bar import shown
from entrypoints.shop_clock import clock_of
from entrypoints.store.opening import keys_of, opened, settings_with_data
from entrypoints.store.refusals import in_words, refuse
from entrypoints.store.words import tell
from infrastructure.history.forecast import Stats, forecast
from infrastructure.history.memory import MemoryScale
from infrastructure.history.sizes import Weighing


@click.command("stats")
@click.option("--since", metavar="WHEN", help="Only events from that date or RFC 3339 instant on.")
@click.option("--sandbox", is_flag=True, help="Look at what `run --sandbox` recorded.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with sizes in bytes.")
def stats(*, since: str | None, sandbox: bool, as_json: bool) -> None:
    """Tell how much was recorded, what it takes in Redis, and what a year will need.

    Everything is only read, a little at a time; a running service is not disturbed. Sizes of keys
    are estimates from samples. --since narrows events down, not the memory of Redis.
    """
    settings = settings_with_data(sandbox=sandbox)
    begin = _when(since, settings.shops[0])
    retention = max(shop.policies.conversation_retention for shop in settings.shops)
    with in_words():
        with opened(settings) as client, shown() as progress:
            if words := half_a_backup(client, settings):
                refuse(words)
            keys = keys_of(settings)
            weighing = Weighing(client, keys=keys, progress=progress)
            sizes = weighing(now=clock_of(settings).now(), retention=retention, since=begin)
            memory = MemoryScale(client, keys=keys, progress=progress)()
        found = Stats(sizes=sizes, memory=memory, forecast=forecast(sizes, memory))
        if as_json:
            click.echo(msgspec.json.encode(found))
        else:
            tell(found, retention)


def _when(words: str | None, shop: Shop) -> datetime | None:
    try:
        return None if words is None else instant_of(words, shop.zone, end_of_day=False)
    except NotUnderstood as error:
        raise click.UsageError(f"{error.how}.") from error
