"""A real Redis, short folders, and a log with its records."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from tests.audit.commanded import seal
from tests.audit.exported import exported
from tests.audit.listed_log import ListedLog, witnessed, woven
from tests.audit.manipulations import SEALS, SIZE
from tests.cli.recorded import record_everything, record_one_more
from tests.persistence import served
from tests.persistence.redis_server import RedisServer


@pytest.fixture(scope="session")
def server() -> Iterator[RedisServer]:
    yield from served.served(RedisServer)


@pytest.fixture
def client(server: RedisServer) -> Iterator[redis.Redis]:
    """A client of a server that holds nothing."""
    yield from served.emptied(server.url)


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A data folder whose name is short enough for a socket."""
    with served.short_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a witness that saw the woven log and sealed it some times."""
    folder = tmp_path_factory.mktemp("records")
    witnessed(folder, ListedLog(woven(SIZE)), SEALS)
    return folder


@pytest.fixture(scope="module")
def export(records: Path) -> bytes:
    """An export of that log."""
    return exported(records, ListedLog(woven(SIZE)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where an export is checked."""
    return tmp_path / "export.jsonl"


@pytest.fixture(scope="module")
def original() -> Iterator[Path]:
    """The data folder of a stopped service: seven events, sealed at 5 and at 7, then one more."""
    folder = Path(tempfile.mkdtemp(prefix="au-", dir="/tmp"))
    with EmbeddedRedis(folder).used() as url:
        record_everything(folder, url)
        seal(folder, url)
        record_one_more(folder, url)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def running(original: Path) -> Iterator[Path]:
    """The same while its Redis runs; it is only read."""
    with EmbeddedRedis(original).used():
        yield original


@pytest.fixture
def copied(original: Path, running: Path, short_folder: Path) -> Iterator[tuple[Path, redis.Redis]]:
    """A copy that a test may manipulate, with its Redis."""
    assert running == original
    skipped = shutil.ignore_patterns("*.sock", "*.pid")
    shutil.copytree(original, short_folder, dirs_exist_ok=True, ignore=skipped)
    with EmbeddedRedis(short_folder).used() as url, connect(url) as client:
        yield short_folder, client
