import signal

import pytest
from redis.exceptions import ResponseError
from redis.exceptions import TimeoutError as RedisTimeoutError

from application.ports import Unavailable
from infrastructure.redis_clients import connect, connect_async, outages_as_unavailable
from tests.persistence.redis_server import RedisServer


def test_a_command_whose_answer_was_lost_is_not_sent_again(server: RedisServer) -> None:
    with connect(f"{server.url}?socket_timeout=0.2") as client:
        client.ping()
        server.signal(signal.SIGSTOP)

        with pytest.raises(RedisTimeoutError):
            client.incr("sent")

        server.signal(signal.SIGCONT)
        assert client.get("sent") == b"1"


async def test_an_async_command_whose_answer_was_lost_is_not_sent_again(
    server: RedisServer,
) -> None:
    async with connect_async(f"{server.url}?socket_timeout=0.2") as client:
        await client.ping()
        server.signal(signal.SIGSTOP)

        with pytest.raises(RedisTimeoutError):
            await client.incr("sent")

        server.signal(signal.SIGCONT)
        assert await client.get("sent") == b"1"


def test_a_client_whose_server_came_back_goes_on(server: RedisServer) -> None:
    with connect(server.url) as client:
        client.set("kept", "1")
        server.kill()
        server.start()

        assert client.get("kept") == b"1"


def test_a_server_out_of_reach_is_unavailable() -> None:
    with (
        connect("unix:///nowhere/s") as client,
        pytest.raises(Unavailable),
        outages_as_unavailable(),
    ):
        client.ping()


def test_a_server_that_will_not_write_is_unavailable(server: RedisServer) -> None:
    with connect(server.url) as client:
        client.config_set("maxmemory", 1)

        with pytest.raises(Unavailable), outages_as_unavailable():
            client.set("a", "1")
        with pytest.raises(Unavailable), outages_as_unavailable():
            client.eval("return redis.call('SET', KEYS[1], 1)", 1, "a")


def test_a_misused_command_is_no_outage(server: RedisServer) -> None:
    with connect(server.url) as client:
        client.set("a", "1")

        with pytest.raises(ResponseError), outages_as_unavailable():
            client.lpush("a", "1")
