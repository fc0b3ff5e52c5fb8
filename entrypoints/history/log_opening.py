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
from application.replaying.comparison import LiveNames, none_beside_the_log
from entrypoints.half_a_backup import half_a_backup
from entrypoints.own_redis import redis_of
from entrypoints.persistence import factory_of, recorder_of
from entrypoints.recorded_data import nothing_recorded
from entrypoints.settings import Settings
from infrastructure.event_store.codec import UnreadableEvent
from infrastructure.event_store.key_vault import KeyMissing, KeyUnreadable, KeyVault, RedisKeyVault
from infrastructure.redis.binary import RedisMissing
from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import RedisDidNotStart
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.partition import Partition
from infrastructure.replaying.live_streams import LiveStreams

FAILED = 1


class OpenLog:
    """The recorder of the log, the keys of what is sealed in it, and what streams there are."""

    def __init__(
        self, recorder: ApplicationRecorder, vault: KeyVault, live_names: LiveNames
    ) -> None:
        self.recorder = recorder
        self.vault = vault
        self.live_names = live_names


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
            if words := half_a_backup(client, settings):
                _refuse(words)
            partition, recorder = Partition(settings.partition), recorder_of(factory)
            vault = RedisKeyVault(client, settings.master_key, name=partition.keys)
            is_in_redis = isinstance(recorder, RedisApplicationRecorder)
            names = LiveStreams(client, partition) if is_in_redis else none_beside_the_log
            yield OpenLog(recorder, vault, names)
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
