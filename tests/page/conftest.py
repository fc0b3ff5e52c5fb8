import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.page.visiting import Visit

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
MONDAY = "2026-11-23T10:00:00-05:00"


@pytest.fixture(scope="session")
def shop_url() -> Iterator[str]:
    """A whole shop in a process of its own, as `make run` opens it."""
    folder = Path(tempfile.mkdtemp(prefix="sb-", dir="/tmp"))
    url, server = _booted(folder)
    yield url
    server.terminate()
    server.wait(20)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def http(shop_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=shop_url, timeout=20, trust_env=False) as client:
        yield client


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    # Never for longer than a module: while it runs, no asynchronous test can.
    if not CHROMIUM.exists():
        pytest.skip("there is no browser: apt-get install chromium")
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield opened
    opened.close()


@pytest.fixture
def visit(browser: Browser, shop_url: str, http: httpx.Client) -> Iterator[Visit]:
    """A browser window; whatever it complains of fails the test that it was opened for.

    It is Monday, ten in the morning, whatever day the tests run on.
    """
    http.put("/sandbox/clock", json={"now": MONDAY, "running": True}).raise_for_status()
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        opened = Visit(context.new_page(), shop_url)
        yield opened
        opened.end()


def _booted(folder: Path) -> tuple[str, subprocess.Popen[bytes]]:
    port = _free_port()
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    server = subprocess.Popen(  # noqa: S603 - our own command
        [Path(sys.executable).with_name("barbershop"), "run", "--sandbox"],
        cwd=folder,
        env={
            **kept,
            "PORT": str(port),
            "BARBERSHOP_DATA_DIR": str(folder),
            "BARBERSHOP_QUIET_SECONDS": "0.2",
        },
    )
    url = f"http://127.0.0.1:{port}"
    _wait_until_ready(url, server)
    return url, server


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while True:
        assert server.poll() is None, "the sandbox ended before it was ready"
        assert time.monotonic() < deadline, "the sandbox is not ready in 30 seconds"
        try:
            if httpx.get(f"{url}/api/health/ready", trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
