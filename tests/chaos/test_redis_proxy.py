import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from chaos.redis_proxy import RedisProxy
from tests.persistence.redis_server import RedisServer


@pytest.fixture(scope="module", params=["unix", "tcp"])
def server(request: pytest.FixtureRequest) -> Iterator[RedisServer]:
    folder = Path(tempfile.mkdtemp(prefix="rp-", dir="/tmp"))
    running = RedisServer(folder, tcp=request.param == "tcp")
    running.start()
    yield running
    running.kill()
    shutil.rmtree(folder)


@pytest.fixture
def proxy(server: RedisServer, tmp_path: Path) -> Iterator[RedisProxy]:
    path = tmp_path / "p" if server.url.startswith("unix") else None
    with connected(server.url) as client:
        client.flushall()
    with RedisProxy(server.url, path=path) as running:
        yield running


@pytest.fixture
def client(proxy: RedisProxy) -> Iterator[redis.Redis]:
    with connected(proxy.url) as made:
        yield made


@pytest.fixture
def behind(server: RedisServer) -> Iterator[redis.Redis]:
    """Straight to the server, past the proxy."""
    with connected(server.url) as made:
        yield made


def connected(url: str, *, protocol: int = 2) -> redis.Redis:
    return redis.Redis.from_url(
        url, retry=Retry(NoBackoff(), 0), socket_timeout=5, protocol=protocol, decode_responses=True
    )


def spoken(url: str, sent: bytes) -> bytes:
    """Everything that is answered until the connection ends, without a client library."""
    is_unix = url.startswith("unix://")
    address = url.removeprefix("unix://") if is_unix else ("127.0.0.1", int(url.split(":")[2]))
    with socket.socket(socket.AF_UNIX if is_unix else socket.AF_INET) as line:
        line.settimeout(5)
        line.connect(address)
        line.sendall(sent)
        return b"".join(iter(lambda: line.recv(65536), b""))


@pytest.mark.parametrize("protocol", [2, 3])
def test_without_a_trouble_everything_passes(proxy: RedisProxy, protocol: int) -> None:
    with connected(proxy.url, protocol=protocol) as client:
        client.set("big", "x" * 3_000_000)
        client.hset("hash", mapping={f"{n}": n for n in range(500)})
        client.xadd("stream", {"a": "b"}, id="1-0")
        pipe = client.pipeline(transaction=True)
        _ = [pipe.incr("n") for _ in range(1000)]

        assert pipe.execute() == list(range(1, 1001))
        assert client.get("big") == "x" * 3_000_000
        assert client.hgetall("hash") == {f"{n}": f"{n}" for n in range(500)}
        assert client.xread({"stream": "0"})
        assert client.get("nothing") is None
        assert client.blpop(["empty"], timeout=0.05) is None
        with pytest.raises(redis.ResponseError):
            client.incr("hash")


@pytest.mark.parametrize("protocol", [2, 3])
def test_what_is_published_passes(proxy: RedisProxy, behind: redis.Redis, protocol: int) -> None:
    with connected(proxy.url, protocol=protocol) as client, client.pubsub() as heard:
        heard.subscribe("news")
        assert heard.get_message(timeout=5)

        behind.publish("news", "hello")

        message = heard.get_message(timeout=5)
        assert message
        assert message["data"] == "hello"


def test_a_cut_breaks_all_connections_and_new_ones_are_welcome(
    proxy: RedisProxy, client: redis.Redis
) -> None:
    # The library's pool looks whether a connection still stands; a single one does not.
    single = redis.Redis.from_url(
        proxy.url, single_connection_client=True, retry=Retry(NoBackoff(), 0)
    )
    single.ping()

    proxy.cut()

    with pytest.raises(redis.ConnectionError):
        single.ping()
    single.close()
    assert client.ping()


def test_a_cut_ends_a_call_that_is_waiting(proxy: RedisProxy) -> None:
    waiting: list[Exception] = []

    def wait() -> None:
        with connected(proxy.url) as client:
            try:
                client.blpop(["empty"], timeout=4)
            except redis.ConnectionError as broken:
                waiting.append(broken)

    thread = threading.Thread(target=wait)
    thread.start()
    until(lambda: proxy.connections == 1)

    proxy.cut()

    thread.join(3)
    assert len(waiting) == 1


def test_new_connections_are_refused_while_old_ones_go_on(
    proxy: RedisProxy, client: redis.Redis
) -> None:
    client.ping()

    proxy.refuse()

    assert client.ping()
    with connected(proxy.url) as other:
        with pytest.raises(redis.ConnectionError):
            other.ping()
        proxy.accept()
        assert other.ping()


def test_a_reply_comes_so_much_later_and_the_command_does_not(
    proxy: RedisProxy, client: redis.Redis, behind: redis.Redis
) -> None:
    client.ping()
    proxy.delay(0.3)
    began = time.monotonic()
    thread = threading.Thread(target=lambda: client.incr("n"))

    thread.start()
    until(lambda: behind.get("n") == "1")
    executed_after = time.monotonic() - began
    thread.join(3)

    assert time.monotonic() - began >= 0.3
    assert executed_after < 0.3


def test_the_replies_to_many_commands_are_delayed_together(
    proxy: RedisProxy, client: redis.Redis
) -> None:
    proxy.delay(0.2)
    client.ping()
    began = time.monotonic()
    pipe = client.pipeline(transaction=False)
    _ = [pipe.incr("n") for _ in range(50)]

    pipe.execute()

    assert 0.2 <= time.monotonic() - began < 2


def test_a_lost_reply_belongs_to_a_command_that_was_executed(
    proxy: RedisProxy, client: redis.Redis, behind: redis.Redis
) -> None:
    client.set("n", 5)
    proxy.lose_reply("INCRBY *")

    with pytest.raises(redis.ConnectionError):
        client.incr("n")

    assert behind.get("n") == "6"
    assert proxy.lost == 1
    assert client.incr("n") == 7


def test_replies_are_lost_for_the_commands_that_fit_and_so_many_times(
    proxy: RedisProxy, client: redis.Redis
) -> None:
    proxy.lose_reply("SET order:*", times=2)

    assert client.set("other:1", "a")
    for _ in range(2):
        with pytest.raises(redis.ConnectionError):
            client.set("order:1", "a")
    assert client.set("order:1", "a")


def test_a_script_is_run_although_its_reply_is_lost(
    proxy: RedisProxy, client: redis.Redis, behind: redis.Redis
) -> None:
    script = client.register_script("return redis.call('INCR', KEYS[1])")
    script(keys=["n"])
    proxy.lose_reply("EVALSHA * n")

    with pytest.raises(redis.ConnectionError):
        script(keys=["n"])

    assert behind.get("n") == "2"


def test_replies_to_earlier_commands_of_the_connection_arrive(
    proxy: RedisProxy, behind: redis.Redis
) -> None:
    proxy.lose_reply("INCR n")
    proxy.delay(0.05)

    answered = spoken(proxy.url, b"PING\r\nSET a b\r\nINCR n\r\nPING\r\n")

    assert answered == b"+PONG\r\n+OK\r\n"
    assert behind.get("n") == "1"


def test_a_server_that_hangs_accepts_and_answers_nothing_until_it_is_healed(
    proxy: RedisProxy, client: redis.Redis, behind: redis.Redis
) -> None:
    client.ping()
    proxy.hang()
    answers: list[object] = []
    thread = threading.Thread(target=lambda: answers.append(client.incr("n")))
    thread.start()
    with connected(proxy.url) as other:
        other.connection_pool.connection_kwargs["socket_timeout"] = 0.1
        with pytest.raises(redis.TimeoutError):
            other.ping()
    assert (answers, behind.get("n")) == ([], None)

    proxy.heal()

    thread.join(3)
    assert answers == [1]


def test_all_troubles_end_together(proxy: RedisProxy, client: redis.Redis) -> None:
    proxy.delay(30)
    proxy.lose_reply("*", times=100)
    proxy.refuse()
    proxy.hang()

    proxy.heal()

    assert client.ping()


def test_a_client_of_a_dead_server_is_cut(tmp_path: Path) -> None:
    with (
        RedisProxy("unix:///nowhere", path=tmp_path / "p") as proxy,
        connected(proxy.url) as client,
    ):
        with pytest.raises(redis.ConnectionError):
            client.ping()

        assert proxy.connections == 0


def test_a_server_that_dies_ends_its_connections(tmp_path: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="rp-", dir="/tmp"))
    server = RedisServer(folder)
    server.start()
    with RedisProxy(server.url, path=tmp_path / "p") as proxy, connected(proxy.url) as client:
        client.set("a", "b")

        server.kill()

        with pytest.raises(redis.ConnectionError):
            client.ping()
        server.start()
        assert client.get("a") == "b"
        server.kill()
    shutil.rmtree(folder)


def until(look: Callable[[], bool], *, within: float = 5.0) -> None:
    deadline = time.monotonic() + within
    while not look():
        assert time.monotonic() < deadline, "never became true"
        time.sleep(0.005)
