"""Opening the log for a command that only reads it, or telling in words why it cannot be read."""

import signal
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

import click
from eventsourcing.persistence import (
    ApplicationRecorder,
    InterfaceError,
    InternalError,
    OperationalError,
)

from application.ports import NewerEvent, Unavailable
from entrypoints.own_redis import redis_of
from entrypoints.persistence import factory_of, recorder_of
from entrypoints.recorded_data import nothing_recorded
from entrypoints.settings import Settings
from infrastructure.event_store.codec import UnreadableEvent
from infrastructure.event_store.key_vault import KeyMissing, KeyUnreadable, KeyVault, RedisKeyVault
from infrastructure.redis.binary import RedisMissing
from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import RedisDidNotStart
from infrastructure.redis_recorders.partition import Partition

FAILED = 1


class OpenLog:
    """The recorder of the log, and the keys of what is sealed in it."""

    def __init__(self, recorder: ApplicationRecorder, vault: KeyVault) -> None:
        self.recorder = recorder
        self.vault = vault


def require_data(*, sandbox: bool) -> None:
    """End with words where nothing was recorded: no folder and no key is made for a reader."""
    if words := nothing_recorded(sandbox=sandbox):
        _refuse(words)


@contextmanager
def opened(settings: Settings, *, ended: int) -> Iterator[OpenLog]:
    """The log while it is open; what keeps it from being read ends the command with words.

    `ended` is the exit code of one that is ended from outside.
    """
    # Raised as an exit, so that a Redis of our own is stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ended))
    try:
        with (
            redis_of(settings) as url,
            connect(url) as client,
            closing(factory_of(settings.persistence, url)) as factory,
        ):
            keys = Partition(settings.partition).keys
            vault = RedisKeyVault(client, settings.master_key, name=keys)
            yield OpenLog(recorder_of(factory), vault)
    except KeyboardInterrupt:
        sys.exit(ended)
    except NewerEvent as newer:
        _refuse(
            f"The log holds {newer.topic} at position {newer.position}, which a newer release "
            "recorded: update this one to read on. Nothing was changed."
        )
    except UnreadableEvent as bad:
        _refuse(
            f"The bytes of {bad.topic} at position {bad.position} are not those that were "
            "written: `barbershop audit verify` tells more."
        )
    except (OperationalError, InterfaceError, Unavailable):
        _refuse("Redis does not answer. Is REDIS_URL right, and does it run?")
    except InternalError as error:
        _refuse(
            f"What stands in Redis is no log of events: {error}. `barbershop audit verify` "
            "tells more."
        )
    except KeyMissing as missing:
        _refuse(
            f"Redis has lost the key of {missing.stream}: `barbershop store restore` a backup "
            "that has it."
        )
    except KeyUnreadable:
        _refuse("BARBERSHOP_MASTER_KEY is not the key that this log was written with.")
    except (RedisMissing, RedisDidNotStart) as error:
        _refuse(str(error))


def _refuse(words: str) -> None:
    click.echo(words, err=True)
    sys.exit(FAILED)
