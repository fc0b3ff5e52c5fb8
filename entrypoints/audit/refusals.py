"""Why a proof could not be made or checked, in words and as an exit code."""

import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click
from eventsourcing.persistence import InterfaceError, InternalError, OperationalError
from redis.exceptions import RedisError

from application.ports import NewerEvent, Unavailable
from entrypoints.file_trouble import words_of
from infrastructure.audit.alarms import ForeignRecords, HeadUnreadable, LogTampered
from infrastructure.audit.export import RemovalUnsealed
from infrastructure.audit.export_lines import LineTooLong
from infrastructure.audit.export_reading import NotAnExport
from infrastructure.audit.index_check import NoIndex
from infrastructure.audit.kept_checkpoints import ForeignCheckpoint, NoCheckpoint
from infrastructure.audit.witness_folder import DamagedRecords
from infrastructure.event_store.key_vault import KeyUnreadable
from infrastructure.redis.binary import RedisMissing
from infrastructure.redis.embedded import RedisDidNotStart

OK, TAMPERED, MISUSED = 0, 1, 2


def refuse(words: str, code: int = MISUSED) -> NoReturn:
    """Say so on standard error and end."""
    click.echo(words, err=True)
    sys.exit(code)


@contextmanager
def in_words() -> Iterator[None]:
    """Tell in a sentence what kept a command from its end: 1 if the data is bad, else 2."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(MISUSED))  # so that our own Redis is stopped
    try:
        yield
    except BrokenPipeError:  # who reads on no more is told nothing, and nothing is bad
        sys.exit(MISUSED)
    except Exception as error:
        if words := _unchecked(error):
            refuse(words)
        if words := _found(error):
            refuse(words, TAMPERED)
        raise


def _unchecked(error: Exception) -> str | None:  # noqa: PLR0911 - one case a line
    """What kept it from being checked."""
    match error:
        case NewerEvent():
            return (
                f"A newer release recorded position {error.position}: update this one to read on."
            )
        case OperationalError() | InterfaceError() | Unavailable():
            return "Redis does not answer. Is REDIS_URL right, and does it run?"
        case RedisMissing() | RedisDidNotStart():
            return str(error)
        case KeyUnreadable():
            return "BARBERSHOP_MASTER_KEY is not the key that this log was written with."
        case ForeignRecords():
            return (
                "The last checkpoint of the data folder is of a key that this master key does not "
                "make: name the one that does with --old-master-key."
            )
        case RemovalUnsealed():
            return (
                f"Events of then were removed since, and position {error.position}, which says so, "
                "is not sealed yet: a worker seals it within a minute."
            )
        case _:
            return _unchecked_file(error)


def _unchecked_file(error: Exception) -> str | None:
    """What is the matter with a file that a command was given."""
    match error:
        case NoCheckpoint():
            is_empty = error.line is None
            what = "holds no checkpoint" if is_empty else f"line {error.line} is no checkpoint"
            return f"{error.file}: {what}."
        case ForeignCheckpoint():
            return (
                f"{error.file}: the checkpoint of {error.size} events is not of this log, or not "
                "signed by this key nor by any that it vouches for, so nothing can be checked."
            )
        case LineTooLong() if error.file is None:
            return f"Line {error.number} of the export would be longer than 64 MiB: none may be."
        case OSError() | sqlite3.Error():
            return words_of(error)
        case _:
            return None


def _found(error: Exception) -> str | None:
    """What is wrong with the data."""
    match error:
        case InternalError() | RedisError():
            return f"What stands in Redis is no log of events: {error}."
        case LogTampered() | HeadUnreadable() | NoIndex() | DamagedRecords():
            return _fault(error)
        case LineTooLong():
            return (
                f"{error.file}: line {error.number} is longer than 64 MiB, as no line of an export "
                "is."
            )
        case NotAnExport():
            of = "begins unlike an export" if error.format is None else f"has format {error.format}"
            return f"{error.file} {of}; this release reads format 1."
        case _:
            return None


def _fault(found: LogTampered | HeadUnreadable | NoIndex | DamagedRecords) -> str:
    match found:
        case LogTampered():
            return f"The log is bad at position {found.position}: {found.reason}."
        case HeadUnreadable():
            return "What should be the last position of the log is no number."
        case NoIndex():
            return f"The key {found.key} is no index of a stream."
        case DamagedRecords():
            return f"{found.file} is not as a notary wrote it."
