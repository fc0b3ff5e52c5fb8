"""Web and worker as processes of their own, without a sandbox."""

import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from infrastructure.redis.embedded import EmbeddedRedis
from tests.sandbox.running import eventually
from tests.service.process import COMMAND, START, environment, free_port

NOBODY = "http://127.0.0.1:9/"


@pytest.fixture
def told(complete: dict[str, str]) -> Iterator[dict[str, str]]:
    """The environment of a real shop whose remote services are away."""
    folder = Path(tempfile.mkdtemp(prefix="bs-", dir="/tmp"))
    away = {"WHATSAPP_API_URL": NOBODY, "GOOGLE_CALENDAR_API_URL": NOBODY}
    yield environment(
        **{**complete, **away, "BARBERSHOP_DATA_DIR": str(folder), "PORT": str(free_port())}
    )
    EmbeddedRedis(folder).stop()
    shutil.rmtree(folder)


def started(role: str, told: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - the command under test
        [COMMAND, role], env=told, cwd=told["BARBERSHOP_DATA_DIR"]
    )


def ended(process: subprocess.Popen[bytes]) -> int:
    process.send_signal(signal.SIGTERM)
    return process.wait(START)


def _answer(url: str) -> int:
    try:
        return httpx.get(url).status_code
    except httpx.TransportError:
        return 0


def test_web_and_worker_share_a_redis_which_ends_with_the_last_of_them(
    told: dict[str, str],
) -> None:
    ready = f"http://127.0.0.1:{told['PORT']}/api/health/ready"
    web, worker = started("web", told), started("worker", told)
    eventually(lambda: _answer(ready) == 200, within=START)
    sandboxed = _answer(f"http://127.0.0.1:{told['PORT']}/sandbox/phones")

    codes = [ended(worker), ended(web)]

    assert codes == [0, 0]
    assert sandboxed == 404
    assert not EmbeddedRedis(Path(told["BARBERSHOP_DATA_DIR"])).socket_path.exists()
