"""A PostgreSQL to test with: the one that is given, else a server of the tests' own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

GIVEN = "BARBERSHOP_TEST_POSTGRES"
HOW_TO_GET = (
    f"no PostgreSQL: set {GIVEN} to the URL of a database that may be written to, "
    "or install postgresql, as Debian's package does"
)
BINARIES = "postgresql/*/bin"
SETTINGS = ("fsync=off", "full_page_writes=off", "listen_addresses=")


class NoPostgres(Exception):
    """There is none; the message says how to get one."""


@contextmanager
def postgres() -> Iterator[dict[str, str]]:
    """What the library has to be told of it. Raises `NoPostgres`."""
    given = os.environ.get(GIVEN)
    if given:
        yield told(given)
        return
    if _binaries() is None:
        raise NoPostgres(HOW_TO_GET)
    with _own_server() as folder:
        yield told(f"host={folder} dbname=postgres user=postgres password=none")


def told(address: str) -> dict[str, str]:
    """The library's settings for a PostgreSQL URL or connection string."""
    parts = conninfo_to_dict(address)
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": str(parts.get("dbname", "postgres")),
        "POSTGRES_HOST": str(parts.get("host", "127.0.0.1")),
        "POSTGRES_PORT": str(parts.get("port", "5432")),
        "POSTGRES_USER": str(parts.get("user", "postgres")),
        "POSTGRES_PASSWORD": str(parts.get("password", "")),
    }


@contextmanager
def _own_server() -> Iterator[Path]:
    """The folder of the socket of a server, for as long as it is needed."""
    folder = Path(tempfile.mkdtemp(prefix="bs-pg-", dir="/tmp"))
    data = folder / "data"
    try:
        if os.getuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(folder, "postgres")
        _run("initdb", "--username=postgres", "--auth=trust", "--no-sync", "-D", str(data))
        options = " ".join(f"-c {one}" for one in (*SETTINGS, f"unix_socket_directories={folder}"))
        _run("pg_ctl", "start", "-w", "-D", str(data), "-l", str(folder / "log"), "-o", options)
        try:
            yield folder
        finally:
            _run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", str(data))
    finally:
        shutil.rmtree(folder)


def _run(program: str, *arguments: str) -> None:
    binaries = _binaries()
    assert binaries
    subprocess.run(  # noqa: S603 - a binary that the developer installed
        [str(binaries / program), *arguments],
        user="postgres" if os.getuid() == 0 else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
        timeout=120,
    )


def _binaries() -> Path | None:
    """The newest version's programs."""
    found = sorted(Path("/usr/lib").glob(BINARIES), key=lambda one: float(one.parent.name))
    return found[-1] if found and find_spec("psycopg_pool") else None
