"""Why a command about the store did not do its work, in words and as an exit code."""

import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click
from eventsourcing.persistence import InternalError, OperationalError

from application.ports import NewerEvent, Unavailable
from entrypoints.file_trouble import words_of
from infrastructure.event_store.codec import UnreadableEvent
from infrastructure.event_store.key_vault import KeyMissing, KeyUnreadable
from infrastructure.history.backup import BackupExists, PartOfAnother, RestoreUnderWay
from infrastructure.history.backup_reading import BackupDamaged
from infrastructure.history.checked_backup import OtherMasterKey, OtherPartition
from infrastructure.history.log_lines import PositionLost
from infrastructure.history.partial_file import FileTaken, NotAFile
from infrastructure.history.restore import NotRestored, PartitionNotEmpty, ServiceRuns
from infrastructure.redis.binary import RedisMissing
from infrastructure.redis.embedded import RedisDidNotStart

OK, FAILED = 0, 1


def refuse(words: str) -> NoReturn:
    """Say so on standard error and end."""
    click.echo(words, err=True)
    sys.exit(FAILED)


@contextmanager
def in_words() -> Iterator[None]:
    """Tell in a sentence what kept a command from its end."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(FAILED))  # so that our own Redis is stopped
    try:
        yield
    except KeyboardInterrupt:
        refuse("Stopped. The same command goes on from here.")
    except Exception as error:
        words = _words(error)
        if words is None:
            raise
        refuse(words)


def _words(error: Exception) -> str | None:
    return _words_of_file(error) or _words_of_redis(error) or _words_of_log(error)


def _words_of_file(error: Exception) -> str | None:  # noqa: PLR0911 - one case a line
    match error:
        case BackupExists():
            return f"{error.path} exists. --force writes over it."
        case FileTaken():
            return f"Another backup is writing to {error.path}."
        case NotAFile():
            return f"{error.path} is not a file. A backup is one."
        case PartOfAnother():
            return f"{error.path} is no part of a backup of this log. --force writes over it."
        case BackupDamaged():
            return f"Line {error.line} {error.what}. Nothing was restored from this file."
        case OSError() | sqlite3.Error():
            return words_of(error)
        case _:
            return None


def _words_of_redis(error: Exception) -> str | None:  # noqa: PLR0911 - one case a line
    match error:
        case OperationalError() | Unavailable() if not isinstance(error, NewerEvent):
            return "Redis does not answer. Is REDIS_URL right, and does it run?"
        case RedisMissing() | RedisDidNotStart():
            return str(error)
        case RestoreUnderWay():
            return "A restore into this Redis was interrupted: let it end first."
        case OtherPartition():
            return f"The file holds the partition {error.partition}, which is not this one."
        case PartitionNotEmpty() if error.key.endswith(":restoring"):
            return "Half of another file is in this Redis: go on with that file, or empty it."
        case PartitionNotEmpty():
            return f"This Redis is not empty (it has {error.key}). Restore into an empty one."
        case ServiceRuns():
            return "A service is running on this Redis. Stop it first."
        case NotRestored():
            return f"Line {error.line} is not in Redis as in the file: something else wrote there."
        case _:
            return None


def _words_of_log(error: Exception) -> str | None:  # noqa: PLR0911 - one case a line
    match error:
        case NewerEvent():
            return f"The log holds {error.topic}, which a newer release recorded: update this one."
        case KeyUnreadable() | OtherMasterKey():
            return "BARBERSHOP_MASTER_KEY is not the key that this was written with."
        case KeyMissing():
            return f"The key of {error.stream} is not in Redis."
        case InternalError():
            return f"What stands in Redis is no log of events: {error}."
        case UnreadableEvent():
            return f"The event at {error.position} is not as it was: see `barbershop audit verify`."
        case PositionLost():
            return f"The log lacks position {error.position}: see `barbershop audit verify`."
        case _:
            return None
