"""Servers, and mailboxes of each kind."""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path

import pytest
from redis.asyncio import Redis

from infrastructure.redis.clients import connect_async
from infrastructure.redis.embedded import EmbeddedRedis
from tests.mailboxes.post import OpenPost, Post, memory_post, nothing_post, redis_post


@pytest.fixture
def short_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="mb-"))
    yield folder
    EmbeddedRedis(folder).stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="mb-"))
    server = EmbeddedRedis(folder)
    yield server.start()
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture
async def client(redis_url: str) -> AsyncIterator[Redis]:
    async with connect_async(redis_url) as client:
        await client.flushdb()
        yield client


@pytest.fixture
def open_redis_post(client: Redis) -> OpenPost:
    return partial(redis_post, client)


@pytest.fixture(params=os.environ.get("MAILBOXES", "redis memory").split())
def open_post(request: pytest.FixtureRequest, client: Redis) -> OpenPost:
    kinds: dict[str, OpenPost] = {
        "redis": partial(redis_post, client),
        "memory": memory_post,
        "nothing": nothing_post,
    }
    return kinds[request.param]


@pytest.fixture
def post(open_post: OpenPost) -> Post:
    return open_post()
