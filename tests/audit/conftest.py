"""A real Redis, and short folders."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from infrastructure.redis.clients import connect
from tests.persistence.redis_server import RedisServer


@pytest.fixture(scope="session")
def server() -> Iterator[RedisServer]:
    # A socket's path may have 107 characters; pytest's own folders are deep.
    folder = Path(tempfile.mkdtemp(prefix="au-", dir="/tmp"))
    server = RedisServer(folder)
    server.start()
    yield server
    server.kill()
    shutil.rmtree(folder)


@pytest.fixture
def client(server: RedisServer) -> Iterator[redis.Redis]:
    """A client of a server that holds nothing."""
    with connect(server.url) as client:
        client.flushall()
        yield client


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A data folder whose name is short enough for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="au-", dir="/tmp"))
    yield folder
    shutil.rmtree(folder)
