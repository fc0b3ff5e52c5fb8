"""`barbershop store tidy`: conversations that ended long ago are removed."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import click
import msgspec
import redis

from domain.identifiers import ShopId
from entrypoints.half_a_backup import half_a_backup
from entrypoints.progress_bar import shown
from entrypoints.settings import Settings
from entrypoints.shop_clock import clock_of
from entrypoints.store.opening import keys_of, opened, settings_with_data
from entrypoints.store.refusals import in_words, refuse
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.event_store.store import RecordedEventStore
from infrastructure.history.ended_conversations import EndedConversations, Retention
from infrastructure.history.progress import Progress
from infrastructure.history.retention import Tidied, Tidying
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder


@click.command("tidy")
@click.option(
    "--older-than",
    type=click.IntRange(1, 36500),
    metavar="DAYS",
    help="Silent for longer than that. [default: conversation_retention_days of each shop]",
)
@click.option("--dry-run", is_flag=True, help="Only tell what would go.")
@click.option("--sandbox", is_flag=True, help="Tidy what `run --sandbox` recorded.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def tidy(*, older_than: int | None, dry_run: bool, sandbox: bool, as_json: bool) -> None:
    """Remove conversations that have been silent for longer than the shop keeps them.

    Their keys are destroyed and their events are removed for good; appointments, customers and
    diaries stay. The log says that they went, and keeps their fingerprints, so that the rest can
    still be proven. A conversation stays while its customer would go on with it and has a visit
    ahead. The service may run meanwhile. What is interrupted is finished by the same command.
    """
    settings = settings_with_data(sandbox=sandbox)
    retention = Retention(
        _by_shop(settings), timedelta(days=older_than) if older_than is not None else None
    )
    with in_words():
        with opened(settings) as client, shown() as progress:
            if words := half_a_backup(client, settings):
                refuse(words)
            done = asyncio.run(_tidied(client, settings, retention, progress, dry_run=dry_run))
        click.echo(msgspec.json.encode(done) if as_json else _words(done))


async def _tidied(
    client: redis.Redis,
    settings: Settings,
    retention: Retention,
    progress: Progress,
    *,
    dry_run: bool,
) -> Tidied:
    keys = keys_of(settings)
    vault = RedisKeyVault(client, settings.master_key, name=keys.partition.keys)
    recorder = RedisApplicationRecorder(client, keys.partition)
    store = RecordedEventStore(recorder, EventCodec(vault))
    ended = EndedConversations(
        client, store=store, retention=retention, keys=keys, progress=progress
    )
    tidying = Tidying(
        client, store=store, vault=vault, clock=clock_of(settings), keys=keys, progress=progress
    )
    try:
        return await tidying(ended, dry_run=dry_run)
    finally:
        store.close()


def _by_shop(settings: Settings) -> Mapping[ShopId, timedelta]:
    return {shop.id: shop.policies.conversation_retention for shop in settings.shops}


def _words(done: Tidied) -> str:
    went = "would go" if done.dry_run else "are removed"
    words = f"{done.conversations} conversations with {done.events} events {went}."
    if done.finished:
        words += f"\n{done.finished} more, which an interrupted run had announced, {went}."
    if done.left:
        words += f"\n{done.left} are announced and still in use: run this again later."
    if done.log and done.log.no_room:
        words += (
            "\nRedis has not the memory to give theirs back: it needs the log's size once more."
        )
    elif done.log and done.log.gave_up:
        words += "\nTheir memory is not given back yet: others changed the log. Run this again."
    elif done.log:
        words += f"\nThe log took {done.log.before} bytes of memory and takes {done.log.after} now."
    return words
