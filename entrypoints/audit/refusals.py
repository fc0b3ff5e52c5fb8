"""Why a proof could not be made or checked, in words and as an exit code."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click
from eventsourcing.persistence import InterfaceError, InternalError, OperationalError
from redis.exceptions import RedisError

from application.ports import NewerEvent, Unavailable
from infrastructure.audit.alarms import HeadUnreadable, LogTampered
from infrastructure.audit.export import RemovalUnsealed
from infrastructure.audit.export_reading import NotAnExport
from infrastructure.audit.index_check import NoIndex
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
    except NewerEvent as newer:
        refuse(f"A newer release recorded position {newer.position}: update this one to read on.")
    except (OperationalError, InterfaceError, Unavailable):
        refuse("Redis does not answer. Is REDIS_URL right, and does it run?")
    except (RedisMissing, RedisDidNotStart) as error:
        refuse(str(error))
    except KeyUnreadable:
        refuse("BARBERSHOP_MASTER_KEY is not the key that this log was written with.")
    except BrokenPipeError:
        raise  # of standard output: click ends without a word
    except OSError as error:
        refuse(f"{error.filename or 'A file'}: {error.strerror or error}.")
    except (InternalError, RedisError) as error:
        refuse(f"What stands in Redis is no log of events: {error}.", TAMPERED)
    except (LogTampered, HeadUnreadable, NoIndex, DamagedRecords) as found:
        refuse(_fault(found), TAMPERED)
    except RemovalUnsealed as found:
        refuse(
            f"Events of then were removed since, and position {found.position}, which says so, is "
            "not sealed yet: a worker seals it within a minute."
        )
    except NotAnExport as found:
        why = "begins unlike an export" if found.format is None else f"has format {found.format}"
        refuse(f"{found.file} {why}; this release reads format 1.", TAMPERED)


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
