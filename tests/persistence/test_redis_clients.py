import signal
import socketserver
from collections.abc import Iterator
from threading import Thread

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import ResponseError

from application.ports import Unavailable
from infrastructure.redis.clients import connect, connect_async, outages_as_unavailable
from tests.persistence.redis_server import RedisServer


class HangsUpOnIncr(socketserver.BaseRequestHandler):
    """Says yes to every command but INCR, which it takes without an answer."""

    server: "ServerThatHangsUp"

    def handle(self) -> None:
        while data := self.request.recv(4096):
            if b"INCR" in data:
                self.server.heard += 1
                return
            self.request.sendall(b"+OK\r\n" * data.count(b"*"))


class ServerThatHangsUp(socketserver.ThreadingTCPServer):
    heard = 0


@pytest.fixture
def hanging_up() -> Iterator[ServerThatHangsUp]:
    with ServerThatHangsUp(("127.0.0.1", 0), HangsUpOnIncr) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_command_whose_answer_was_lost_is_not_sent_again(hanging_up: ServerThatHangsUp) -> None:
    with (
        connect(f"redis://127.0.0.1:{hanging_up.server_address[1]}") as client,
        pytest.raises(RedisConnectionError),
    ):
        client.incr("sent")

    assert hanging_up.heard == 1


async def test_an_async_command_whose_answer_was_lost_is_not_sent_again(
    hanging_up: ServerThatHangsUp,
) -> None:
    async with connect_async(f"redis://127.0.0.1:{hanging_up.server_address[1]}") as client:
        with pytest.raises(RedisConnectionError):
            await client.incr("sent")

    assert hanging_up.heard == 1


def test_a_server_that_does_not_answer_is_unavailable_after_the_time_out(
    server: RedisServer,
) -> None:
    with connect(f"{server.url}?socket_timeout=0.2") as client:
        client.ping()
        server.signal(signal.SIGSTOP)

        with pytest.raises(Unavailable), outages_as_unavailable():
            client.incr("sent")

        server.signal(signal.SIGCONT)


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
