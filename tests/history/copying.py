"""A shop that goes on while it is backed up, and what a restore of that makes."""

from collections.abc import Callable
from pathlib import Path

import redis

from infrastructure.history.backup import Backup
from infrastructure.history.checked_backup import checked
from infrastructure.history.restore import Restore
from infrastructure.system_clock import SystemClock
from tests.history.contents import contents


def back_up(
    client: redis.Redis, file: Path, *, during: str = "", happens: Callable[[], None] | None = None
) -> None:
    """The backup, while something happens once."""
    waiting = [happens] if happens else []

    def tell(what: str, done: int, total: int | None) -> None:
        del done, total
        if what == during and waiting:
            waiting.pop()()

    Backup(client, clock=SystemClock(), master_key_id="m", progress=tell)(file)
    assert not waiting


def restored(client: redis.Redis, file: Path) -> dict[str, object]:
    client.flushall()
    Restore(client)(checked(file, master_key_id="m"))
    return contents(client)
