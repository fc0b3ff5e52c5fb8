"""`barbershop store`: the size of what was recorded, and how it is kept and let go."""

import click

from entrypoints.store.backup import backup
from entrypoints.store.restore import restore
from entrypoints.store.stats import stats
from entrypoints.store.tidy import tidy


@click.group("store")
def store() -> None:
    """See how much is recorded, remove old conversations, back up and restore.

    Exit codes: 0 all is well; 1 it failed, and standard error tells why; 2 misuse.
    """


store.add_command(stats)
store.add_command(tidy)
store.add_command(backup)
store.add_command(restore)
