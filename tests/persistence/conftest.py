"""A real Redis, and the event store over it and over recorders of the library."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
import redis
from eventsourcing.persistence import InfrastructureFactory, TrackingRecorder
from eventsourcing.utils import Environment
from psycopg import sql

from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import InMemoryKeyVault, RedisKeyVault
from infrastructure.event_store.store import PollingWaiter, RecordedEventStore, RedisWaiter
from infrastructure.redis.clients import connect, connect_async
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.persistence.postgres_server import NoPostgres, postgres
from tests.persistence.redis_server import RedisServer
from tests.persistence.served import emptied, served

MASTER = bytes(range(32))


StoreOver = Callable[[str], AbstractAsyncContextManager[RecordedEventStore]]


@pytest.fixture(scope="session")
def shared_server() -> Iterator[RedisServer]:
    yield from served(RedisServer)


@pytest.fixture
def server() -> Iterator[RedisServer]:
    """A server of the test's own, to kill."""
    yield from served(RedisServer)


@pytest.fixture(scope="session")
def shared_postgres() -> Iterator[dict[str, str]]:
    """What the library has to be told of a PostgreSQL."""
    try:
        with postgres() as told:
            yield told
    except NoPostgres as missing:
        pytest.skip(str(missing))


@pytest.fixture
def postgres_database(shared_postgres: dict[str, str]) -> Iterator[dict[str, str]]:
    """The same, with a schema that holds nothing."""
    schema = f"barbershop_{uuid4().hex}"
    with psycopg.connect(
        host=shared_postgres["POSTGRES_HOST"],
        port=shared_postgres["POSTGRES_PORT"],
        dbname=shared_postgres["POSTGRES_DBNAME"],
        user=shared_postgres["POSTGRES_USER"],
        password=shared_postgres["POSTGRES_PASSWORD"],
        autocommit=True,
    ) as connection:
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
        yield {**shared_postgres, "POSTGRES_SCHEMA": schema}
        connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(schema)))


@pytest.fixture
def client(shared_server: RedisServer) -> Iterator[redis.Redis]:
    """A client of a server that holds nothing."""
    yield from emptied(shared_server.url)


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


@pytest.fixture(params=["redis", "popo", "sqlite", "postgres"])
async def store(request: pytest.FixtureRequest) -> AsyncIterator[RecordedEventStore]:
    """A new store, over each adapter."""
    if request.param == "redis":
        server: RedisServer = request.getfixturevalue("shared_server")
        over = _emptied_redis_store(server.url)
    elif request.param == "postgres":
        over = _library_store(request.getfixturevalue("postgres_database"))
    else:
        folder: Path = request.getfixturevalue("tmp_path")
        over = _library_store(
            {
                "PERSISTENCE_MODULE": f"eventsourcing.{request.param}",
                "SQLITE_DBNAME": str(folder / "events"),
            }
        )
    async with over as store:
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
async def _library_store(settings: dict[str, str]) -> AsyncIterator[RecordedEventStore]:
    environment = Environment(env={**settings, "ORIGINATOR_ID_TYPE": "text"})
    factory = InfrastructureFactory[TrackingRecorder].construct(environment)
    recorder = factory.application_recorder()
    store = RecordedEventStore(
        recorder,
        EventCodec(InMemoryKeyVault()),
        waiter=PollingWaiter(recorder),
        release=factory.close,
    )
    yield store
    store.close()
