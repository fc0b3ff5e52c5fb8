"""`barbershop store backup`: everything that was recorded, in one file."""

from pathlib import Path

import click
import msgspec

from entrypoints.new_file import NEW_FILE
from entrypoints.progress_bar import shown
from entrypoints.store.opening import keys_of, master_key_id, opened, settings_with_data
from entrypoints.store.refusals import in_words
from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.history.backup import Backup
from infrastructure.history.copied import Copied
from infrastructure.system_clock import SystemClock


@click.command("backup")
@click.argument("file", type=NEW_FILE)
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.option("--sandbox", is_flag=True, help="Back up what `run --sandbox` recorded.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
def backup(*, file: Path, force: bool, sandbox: bool, as_json: bool) -> None:
    """Copy everything that is in Redis to FILE, while the service goes on working.

    A backup that is interrupted leaves FILE.part; the same command goes on with it. The file is of
    JSON lines. Personal data in it is encrypted as it is in Redis: it is worth nothing without the
    master key, which is not in it. Keep that elsewhere.
    """
    settings = settings_with_data(sandbox=sandbox)
    with in_words():
        with opened(settings) as client, shown() as progress:
            keys = keys_of(settings)
            make_backup = Backup(
                client,
                clock=SystemClock(),
                master_key_id=master_key_id(settings),
                vault=RedisKeyVault(client, settings.master_key, name=keys.partition.keys),
                keys=keys,
                progress=progress,
            )
            done = make_backup(file, force=force)
        click.echo(msgspec.json.encode(done) if as_json else _words(done))


def _words(done: Copied) -> str:
    gone_on = f" It was gone on with from position {done.resumed_at}." if done.resumed_at else ""
    gaps = f" ({done.removed} removed ones as fingerprints)" if done.removed else ""
    return (
        f"{done.file} holds {done.events} events{gaps} up to position {done.last_position}, "
        f"in {done.lines} lines.{gone_on}\nSHA-256 up to the last line: {done.digest}"
    )
