"""The service as its users run it: the command in a process of its own, driven over HTTP."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import httpx
import msgspec

from application.ports import Recorded
from entrypoints.settings import load_settings
from infrastructure.redis.embedded import EmbeddedRedis
from tests.persistence.opened_log import opened_log
from tests.sandbox.running import eventually
from tests.service.webhooks import signature

T = TypeVar("T")

COMMAND = str(Path(sys.executable).with_name("barbershop"))
SHOPS = Path(__file__).resolve().parents[2] / "shops"
START = 20.0  # seconds, on a machine that does other things as well
BEARER = {"authorization": "Bearer sandbox"}
NOW = "2026-11-23T10:05:00-05:00"
INHERITED = ("PATH", "HOME", "LANG", "TMPDIR")


def free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def environment(**more: str) -> dict[str, str]:
    """What the command is told, and nothing that the developer's shell says beside it."""
    own = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return {**own, "PYTHONWARNINGS": "error::ResourceWarning", **more}


class Service:
    """`barbershop run --sandbox` over a data folder that outlives its processes."""

    def __init__(self, **told: str) -> None:
        self._told = told
        self.folder = Path(tempfile.mkdtemp(prefix="bs-", dir="/tmp"))
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.http = httpx.Client(base_url=self.url, timeout=10)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Return once it is ready."""
        with self.output.open("ab") as output:
            self._process = subprocess.Popen(  # noqa: S603 - the command under test
                [COMMAND, "run", "--sandbox"],
                cwd=self.folder,
                env=self.environment,
                stdout=output,
                stderr=output,
            )
        eventually(self.ready, within=START)

    def kill(self) -> None:
        """End it as a power cut would; its Redis lives on."""
        self._end(signal.SIGKILL)

    def kill_with(self, redis: int) -> None:
        """End it and its Redis at once, as a power cut would."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        os.kill(redis, signal.SIGKILL)
        self._process.wait(START)

    def terminate(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end, and tell its exit code."""
        return self._end(number)

    def close(self) -> None:
        """End everything and forget the folder."""
        self.http.close()
        if self._process is not None and self._process.poll() is None:
            self.kill()
        EmbeddedRedis(self.data).stop()
        shutil.rmtree(self.folder)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def environment(self) -> dict[str, str]:
        return environment(
            PORT=str(self.port),
            BARBERSHOP_DATA_DIR=str(self.data),
            BARBERSHOP_SHOPS=str(SHOPS),
            BARBERSHOP_QUIET_SECONDS="0.15",
            **self._told,
        )

    def ready(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, self.output.read_text()
        try:
            return self.http.get("/api/health/ready").status_code == httpx.codes.OK
        except httpx.TransportError:
            return False

    def set_clock(self, now: str = NOW) -> None:
        """Stop the shop's clock there, so that "tomorrow" is the same in every run."""
        answer = self.http.put("/sandbox/clock", json={"now": now, "running": False})
        assert answer.status_code == httpx.codes.OK, answer.text

    def say(self, wa_id: str, **said: object) -> None:
        answer = self.http.post(f"/sandbox/phones/{wa_id}/messages", json=said)
        assert answer.status_code == httpx.codes.CREATED, answer.text

    def heard(self, wa_id: str) -> list[dict[str, object]]:
        """What the shop sent to that phone."""
        chat: list[dict[str, object]] = self.http.get(f"/sandbox/phones/{wa_id}/messages").json()
        return [one for one in chat if one["direction"] == "out"]

    def answers(self, wa_id: str, count: int) -> list[str]:
        """The texts of all answers, once there are so many."""
        many = eventually(lambda: _at_least(self.heard(wa_id), count), within=START)
        return [str(one["text"]) for one in many]

    def buttons(self, wa_id: str) -> dict[str, str]:
        """The ids of the buttons of the last answer, by title."""
        shown = msgspec.convert(self.heard(wa_id)[-1]["buttons"], list[dict[str, str]])
        return {one["title"]: one["id"] for one in shown}

    def post(self, body: bytes, *, signed: str | None = None) -> httpx.Response:
        """Post a webhook, signed as Meta would unless another signature is given."""
        headers = {"x-hub-signature-256": signed or signature(body)}
        return self.http.post("/api/webhook", content=body, headers=headers)

    def events_of(self, calendar_id: str) -> list[dict[str, object]]:
        """The events of that Google calendar."""
        path = f"/sandbox/google/calendar/v3/calendars/{calendar_id}/events"
        found: list[dict[str, object]] = self.http.get(path, headers=BEARER).json()["items"]
        return found

    def log(self) -> tuple[Recorded, ...]:
        """Everything that is recorded, read as the service would read it."""
        settings = load_settings(self.environment, sandbox=True)
        with opened_log(EmbeddedRedis(self.data).start(), settings.master_key) as log:
            return asyncio.run(log.after(0, limit=10_000))

    def recorded(self, kind: type[T]) -> list[T]:
        """The events of one kind."""
        return [one.event for one in self.log() if isinstance(one.event, kind)]

    def until(self, look: Callable[[], T]) -> T:
        return eventually(look, within=START)

    def _end(self, number: signal.Signals) -> int:
        assert self._process is not None
        self._process.send_signal(number)
        return self._process.wait(START)


def _at_least(found: list[dict[str, object]], count: int) -> list[dict[str, object]]:
    return found if len(found) >= count else []
