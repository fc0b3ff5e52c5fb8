"""A real Redis, and the event store over it and over recorders of the library."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
import redis
from eventsourcing.popo import POPOApplicationRecorder
from eventsourcing.sqlite import SQLiteFactory
from eventsourcing.utils import Environment

from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import InMemoryKeyVault, RedisKeyVault
from infrastructure.event_store.store import RecordedEventStore, RedisWaiter
from infrastructure.redis.clients import connect, connect_async
from infrastructure.redis_persistence import RedisApplicationRecorder
from tests.persistence.redis_server import RedisServer

pytest.register_assert_rewrite("tests.persistence.event_store_contract")

MASTER = bytes(range(32))

StoreOver = Callable[[str], AbstractAsyncContextManager[RecordedEventStore]]


@pytest.fixture(scope="session")
def shared_server() -> Iterator[RedisServer]:
    yield from _server()


@pytest.fixture
def server() -> Iterator[RedisServer]:
    """A server of the test's own, to kill."""
    yield from _server()


@pytest.fixture
def client(shared_server: RedisServer) -> Iterator[redis.Redis]:
    """A client of a server that holds nothing."""
    with connect(shared_server.url) as client:
        client.flushall()
        yield client


@pytest.fixture
def url(client: redis.Redis, shared_server: RedisServer) -> str:
    """Where a server is that holds nothing."""
    assert client.ping()
    return shared_server.url


@pytest.fixture
def recorder(client: redis.Redis) -> RedisApplicationRecorder:
    return RedisApplicationRecorder(client)


@pytest.fixture
def redis_store() -> StoreOver:
    return _redis_store


@pytest.fixture(params=["redis", "popo", "sqlite"])
async def store(
    request: pytest.FixtureRequest, shared_server: RedisServer
) -> AsyncIterator[RecordedEventStore]:
    """A new store, over each adapter."""
    over = {"redis": _emptied_redis_store, "popo": _popo_store, "sqlite": _sqlite_store}[
        request.param
    ]
    async with over(shared_server.url) as store:
        yield store


@asynccontextmanager
async def _emptied_redis_store(url: str) -> AsyncIterator[RecordedEventStore]:
    with connect(url) as client:
        client.flushall()
    async with _redis_store(url) as store:
        yield store


@asynccontextmanager
async def _redis_store(url: str) -> AsyncIterator[RecordedEventStore]:
    async with connect_async(url) as listener:
        with connect(url) as client:
            codec = EventCodec(RedisKeyVault(client, MASTER))
            recorder = RedisApplicationRecorder(client)
            store = RecordedEventStore(recorder, codec, waiter=RedisWaiter(listener))
            yield store
            store.close()


@asynccontextmanager
async def _popo_store(_: str) -> AsyncIterator[RecordedEventStore]:
    store = RecordedEventStore(POPOApplicationRecorder(), EventCodec(InMemoryKeyVault()))
    yield store
    store.close()


@asynccontextmanager
async def _sqlite_store(_: str) -> AsyncIterator[RecordedEventStore]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {"SQLITE_DBNAME": f"{folder}/events", "ORIGINATOR_ID_TYPE": "text"}
        factory = SQLiteFactory(Environment(env=environment))
        recorder = factory.application_recorder()
        store = RecordedEventStore(recorder, EventCodec(InMemoryKeyVault()))
        yield store
        store.close()
        factory.close()


def _server() -> Iterator[RedisServer]:
    # A socket's path may have 107 characters; pytest's own folders are deep.
    folder = Path(tempfile.mkdtemp(prefix="bs-", dir="/tmp"))
    server = RedisServer(folder)
    server.start()
    yield server
    server.kill()
    shutil.rmtree(folder)
