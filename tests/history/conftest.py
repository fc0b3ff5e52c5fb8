"""A real Redis, and a shop that works over it."""

from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path

import pytest
import redis

from tests.history.open_shop import OpenShop
from tests.persistence.redis_server import HOW_TO_GET, RedisServer, binary
from tests.persistence.served import emptied, served


@pytest.fixture(scope="session")
def server() -> Iterator[RedisServer]:
    yield from served(RedisServer)


@pytest.fixture(params=HOW_TO_GET)
def other_server(request: pytest.FixtureRequest) -> Iterator[RedisServer]:
    """A server of each kind that holds nothing."""
    found = binary(request.param)
    if found is None:
        pytest.skip(HOW_TO_GET[request.param])
    yield from served(partial(RedisServer, binary=found))


@pytest.fixture
def client(server: RedisServer) -> Iterator[redis.Redis]:
    """A client of a server that holds nothing."""
    yield from emptied(server.url)


@pytest.fixture
async def shop(client: redis.Redis, server: RedisServer, tmp_path: Path) -> AsyncIterator[OpenShop]:
    """The demo shop, which nobody wrote to yet."""
    assert client.ping()
    made = OpenShop(tmp_path, server.url)
    yield made
    await made.close()
