"""A PostgreSQL of the benchmark's own, or the one that the developer names."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

NAMED = "BARBERSHOP_BENCH_POSTGRES"
NOT_INSTALLED = "not installed: apt-get install postgresql"
PATIENCE = 30.0  # seconds
POLL = 0.05


class PostgresDidNotStart(Exception):
    """The server does not answer; the message is what it said."""


@contextmanager
def postgres_server() -> Iterator[str | None]:
    """Its URL: of the one in BARBERSHOP_BENCH_POSTGRES, else of a new one; `None` without either.

    A new one listens on a unix socket and keeps the defaults: every commit is on the disk
    (`fsync`, `synchronous_commit`) before it is acknowledged.
    """
    named, folder = os.environ.get(NAMED), _binaries()
    if named or folder is None:
        yield named
        return
    with (
        tempfile.TemporaryDirectory(prefix="bench-pg-") as place,
        _started(folder, Path(place)) as url,
    ):
        yield url


def _binaries() -> Path | None:
    """Where `initdb` and `postgres` are: Debian keeps them off PATH, a folder per version."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).parent if found else None


def _version(initdb: Path) -> int:
    return int(initdb.parts[-3]) if initdb.parts[-3].isdigit() else 0


@contextmanager
def _started(binaries: Path, place: Path) -> Iterator[str]:
    user = "postgres" if os.getuid() == 0 else None  # PostgreSQL refuses to run as root
    if user:
        shutil.chown(place, user, user)
    data, log = str(place / "data"), place / "log"
    initdb = [str(binaries / "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "--no-sync"]
    subprocess.run(  # noqa: S603 - PostgreSQL's own binary
        initdb, check=True, capture_output=True, timeout=PATIENCE, user=user, group=user
    )
    command = [str(binaries / "postgres"), "-D", data, "-k", str(place), "-h", ""]
    with log.open("wb") as said:
        process = subprocess.Popen(  # noqa: S603 - the same
            command, stdout=said, stderr=said, user=user, group=user
        )
    try:
        url = f"host={place} dbname=postgres user=postgres"
        _wait_for(url, process, log)
        yield url
    finally:
        process.send_signal(signal.SIGINT)  # SIGTERM would wait for clients to go
        process.wait(PATIENCE)


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            time.sleep(POLL)
        else:
            return
    raise PostgresDidNotStart(log.read_text(errors="replace"))
