from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from redis.asyncio import Redis

from infrastructure.grok.gate import Gate
from infrastructure.redis.clients import connect_async
from tests.adapters.grok import gate_over
from tests.adapters.scripted_server import ScriptedServer, scripted_server
from tests.sandbox.conftest import empty_redis, redis_socket
from tests.sandbox.running import RunningSandbox

__all__ = ["empty_redis", "redis_socket", "sandbox", "server"]


@pytest.fixture
def sandbox(empty_redis: Path, tmp_path: Path) -> Iterator[RunningSandbox]:
    running = RunningSandbox(
        socket_path=empty_redis, clock_path=tmp_path / "clock.json", delivers=False
    )
    running.start()
    yield running
    running.stop()


@pytest.fixture
async def server() -> AsyncIterator[ScriptedServer]:
    async with scripted_server() as running:
        yield running


@pytest.fixture
async def redis_client(empty_redis: Path) -> AsyncIterator[Redis]:
    async with connect_async(f"unix://{empty_redis}") as client:
        yield client


@pytest.fixture
def gate(redis_client: Redis) -> Gate:
    return gate_over(redis_client)
