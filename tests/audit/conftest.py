"""A real Redis, short folders, and a log with its records."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from tests.audit.exported import exported
from tests.audit.listed_log import ListedLog, witnessed, woven
from tests.audit.manipulations import SEALS, SIZE
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
