"""A real Redis, and a shop that works over it."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import redis

from infrastructure.redis.clients import connect
from tests.history.open_shop import OpenShop
from tests.persistence.redis_server import HOW_TO_GET, RedisServer, binary


@pytest.fixture(scope="session")
def server() -> Iterator[RedisServer]:
    # A socket's path may have 107 characters; pytest's own folders are deep.
    folder = Path(tempfile.mkdtemp(prefix="hi-", dir="/tmp"))
    server = RedisServer(folder)
    server.start()
    yield server
    server.kill()
    shutil.rmtree(folder)


@pytest.fixture(params=HOW_TO_GET)
def other_server(request: pytest.FixtureRequest) -> Iterator[RedisServer]:
    """A server of each kind that holds nothing."""
    found = binary(request.param)
    if found is None:
        pytest.skip(HOW_TO_GET[request.param])
    folder = Path(tempfile.mkdtemp(prefix="hi-", dir="/tmp"))
    server = RedisServer(folder, binary=found)
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
async def shop(client: redis.Redis, server: RedisServer, tmp_path: Path) -> AsyncIterator[OpenShop]:
    """The demo shop, which nobody wrote to yet."""
    assert client.ping()
    made = OpenShop(tmp_path, server.url)
    yield made
    await made.close()
