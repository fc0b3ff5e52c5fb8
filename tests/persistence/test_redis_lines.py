"""Connections for single commands: shared by threads, mended after a restart, closed with care."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import redis
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import NoScriptError, OutOfMemoryError, ResponseError
from redis.exceptions import TimeoutError as RedisTimeoutError

from infrastructure.redis.clients import connect
from infrastructure.redis.lines import Lines
from tests.persistence.redis_server import RedisServer
from tests.sandbox.running import eventually

SOON = 10.0  # seconds


@pytest.fixture
def lines(url: str) -> Iterator[Lines]:
    with connect(url) as client:
        yield Lines(client.connection_pool)


def waits(client: redis.Redis) -> bool:
    return any(one["cmd"] == "blpop" and "b" in one["flags"] for one in client.client_list())


def test_a_connection_is_used_again(lines: Lines, client: redis.Redis) -> None:
    for _ in range(5):
        lines.command("PING")

    assert len(client.client_list()) == 2


def test_an_error_of_use_leaves_the_connection_in_order(lines: Lines) -> None:
    with pytest.raises(ResponseError):
        lines.command("NONSENSE")

    assert lines.command("ECHO", "one") == b"one"


def test_a_reply_that_comes_too_late_is_nobody_elses(url: str, client: redis.Redis) -> None:
    with redis.Redis.from_url(url, socket_timeout=0.1, protocol=2) as impatient:
        lines = Lines(impatient.connection_pool)
        with pytest.raises(RedisTimeoutError):
            lines.command("BLPOP", "queue", 4)
        client.rpush("queue", "one")

        assert lines.command("ECHO", "two") == b"two"


def test_a_reply_of_many_pieces_is_read_whole(lines: Lines) -> None:
    lines.command("SET", "long", b"x" * 3_000_000)

    assert lines.command("GET", "long") == b"x" * 3_000_000


def test_a_client_that_was_closed_opens_again(url: str) -> None:
    with connect(url) as client:
        lines = Lines(client.connection_pool)
        lines.command("SET", "kept", "1")
        client.close()
        client.connection_pool.disconnect()

        assert lines.command("GET", "kept") == b"1"


def test_what_a_server_says_of_itself_is_its_own_error(lines: Lines, client: redis.Redis) -> None:
    client.config_set("maxmemory", 1)

    with pytest.raises(OutOfMemoryError):
        lines.command("SET", "one", "1")
    client.config_set("maxmemory", 0)
    with pytest.raises(NoScriptError):
        lines.command("EVALSHA", "0" * 40, 0)


def test_threads_have_connections_of_their_own(lines: Lines) -> None:
    with ThreadPoolExecutor(8) as threads:
        said = threads.map(lambda n: lines.command("ECHO", n), range(400))

    assert list(said) == [str(n).encode() for n in range(400)]


def test_a_command_that_is_under_way_is_not_disturbed_when_all_is_closed(
    lines: Lines, client: redis.Redis
) -> None:
    lines.command("PING")
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(lines.command, "BLPOP", "queue", 4)
        eventually(lambda: waits(client))

        lines.close()
        client.rpush("queue", "one")

        assert waiting.result(SOON) == [b"queue", b"one"]
    eventually(lambda: len(client.client_list()) == 1)


def test_a_server_that_was_started_again_is_no_error(server: RedisServer) -> None:
    with connect(server.url) as client:
        lines = Lines(client.connection_pool)
        lines.command("SET", "kept", "1")
        server.kill()
        server.start()

        assert lines.command("GET", "kept") == b"1"


def test_a_server_that_is_gone_is_a_connection_error(server: RedisServer) -> None:
    with connect(server.url) as client:
        lines = Lines(client.connection_pool)
        lines.command("PING")
        server.kill()

        with pytest.raises(RedisConnectionError):
            lines.command("PING")


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")  # from Python 3.12 on
def test_a_fork_opens_connections_of_its_own(lines: Lines, client: redis.Redis) -> None:
    parent = lines.command("CLIENT", "ID")

    child = os.fork()
    if child == 0:
        os._exit(0 if lines.command("CLIENT", "ID") != parent else 1)

    assert os.waitpid(child, 0)[1] == 0
    assert lines.command("CLIENT", "ID") == parent
    assert client.ping()
