"""`barbershop store restore`: a backup, in an empty Redis."""

from pathlib import Path

import click
import msgspec

from entrypoints.progress_bar import shown
from entrypoints.store.opening import keys_of, master_key_id, opened, settings_to_restore
from entrypoints.store.refusals import in_words
from infrastructure.history.checked_backup import checked
from infrastructure.history.copied import Copied
from infrastructure.history.restore import Restore


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--sandbox", is_flag=True, help="Restore for `run --sandbox`.")
@click.option("--json", "as_json", is_flag=True, help="Print what was restored as JSON.")
def restore(*, file: Path, sandbox: bool, as_json: bool) -> None:
    """Put what FILE holds into a Redis that holds nothing yet.

    The whole file is checked first: if a line is wrong, cut off or changed, it is told, and nothing
    is written. At the end all of it is compared with the file. After an interruption the same
    command goes on. Stop the service before, and start it afterwards. The master key that the
    backup was made with has to be there: no other is made, and a restore that is refused leaves
    nothing.
    """
    settings = settings_to_restore(sandbox=sandbox)
    with in_words():
        keys, key_id = keys_of(settings), master_key_id(settings)
        with shown() as progress:
            backup = checked(file, master_key_id=key_id, keys=keys, progress=progress)
            with opened(settings) as client:
                done = Restore(client, keys=keys)(backup)
        click.echo(msgspec.json.encode(done) if as_json else _words(done))


def _words(done: Copied) -> str:
    gone_on = f" It was gone on with from line {done.resumed_at}." if done.resumed_at else ""
    return (
        f"{done.events} events up to position {done.last_position} are restored and compared."
        f"{gone_on}"
    )
