"""The service in this process: `create_app` on a real port, over a Redis of the test's own."""

import asyncio
import shutil
import tempfile
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import httpx
import msgspec
import redis.asyncio
import uvicorn
from litestar import Litestar

from entrypoints.container import Container
from entrypoints.sandboxing import sandbox_settings
from entrypoints.serving import closing
from entrypoints.settings import Settings, load_settings
from entrypoints.web import Lifespan, create_app, working
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.sandbox import Sandbox
from tests.persistence.opened_log import opened_log
from tests.persistence.redis_server import RedisServer
from tests.sandbox.running import eventually
from tests.service.process import BEARER, SHOPS, free_port
from tests.service.webhooks import signature

T = TypeVar("T")


class Rack:
    """A folder with a Redis server in it, which may be killed and started again."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bs-", dir="/tmp"))
        self.redis = RedisServer(self.folder)
        self.redis.start()

    def close(self) -> None:
        self.redis.kill()
        shutil.rmtree(self.folder)


def settings_of(folder: Path, **differing: object) -> Settings:
    """A sandbox's settings for the demo shop, with the fields that differ."""
    told = {
        "BARBERSHOP_DATA_DIR": str(folder),
        "BARBERSHOP_SHOPS": str(SHOPS / "demo.toml"),
        "BARBERSHOP_QUIET_SECONDS": "0.05",
        "PORT": str(free_port()),
    }
    return msgspec.structs.replace(load_settings(told, sandbox=True), **differing)


def recorded(rack: Rack, settings: Settings, kind: type[T]) -> list[T]:
    """The events of one kind in the rack's log."""
    with opened_log(rack.redis.url, settings.master_key) as log:
        found = asyncio.run(log.after(0, limit=10_000))
    return [one.event for one in found if isinstance(one.event, kind)]


class Served:
    """An app on a port, in a thread; it may be stopped and another served in its place."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    def serve(self, app: Litestar) -> None:
        server = uvicorn.Server(
            uvicorn.Config(app, port=self._port, log_config=None, ws="none", lifespan="on")
        )
        self._server, self._thread = server, threading.Thread(target=server.run)
        self._thread.start()
        eventually(lambda: server.started)

    def stop(self) -> None:
        """Fine where nothing is served."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
        self._server = self._thread = None


class RunningService:
    """Web, and a worker if wanted; without the sandbox's own routes. `change` swaps parts."""

    def __init__(
        self,
        settings: Settings,
        redis_url: str,
        *,
        worker: bool = True,
        change: Callable[[Container], None] = lambda _: None,
    ) -> None:
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{settings.port}", timeout=20)
        self._settings = settings
        self._redis_url = redis_url
        self._worker = worker
        self._change = change
        self._served = Served(settings.port)

    def start(self) -> None:
        """Begin with new parts, as a new process would."""
        container = Container(settings=self._settings, redis_url=self._redis_url)
        self._change(container)
        lifespans: list[Lifespan] = [lambda _: closing(container)]
        if self._worker:
            lifespans.append(lambda _: working(container))
        self._served.serve(create_app(container, lifespan=lifespans))

    def stop(self) -> None:
        self._served.stop()

    def close(self) -> None:
        self.http.close()
        self.stop()

    def post(self, body: bytes) -> httpx.Response:
        headers = {"x-hub-signature-256": signature(body)}
        return self.http.post("/api/webhook", content=body, headers=headers)

    def readiness(self) -> tuple[int, dict[str, object]]:
        answer = self.http.get("/api/health/ready")
        return answer.status_code, answer.json()


class Outside:
    """WhatsApp and Google alone; webhooks go to the service of those settings."""

    def __init__(self, settings: Settings, redis_url: str) -> None:
        self.port = free_port()
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=20)
        self._redis = redis.asyncio.Redis.from_url(redis_url)
        clock = SandboxClock(settings.data_dir / "clock", settings.shops[0].timezone)
        self._sandbox = Sandbox(settings=sandbox_settings(settings), redis=self._redis, clock=clock)
        self._served = Served(self.port)

    def start(self) -> None:
        self._served.serve(Litestar([self._sandbox.router], lifespan=[self._delivering]))

    def close(self) -> None:
        self.http.close()
        self._served.stop()

    def say(self, wa_id: str, text: str) -> None:
        answer = self.http.post(f"/sandbox/phones/{wa_id}/messages", json={"text": text})
        assert answer.status_code == httpx.codes.CREATED, answer.text

    def heard(self, wa_id: str) -> list[str]:
        chat = self.http.get(f"/sandbox/phones/{wa_id}/messages").json()
        return [str(one["text"]) for one in chat if one["direction"] == "out"]

    def events_of(self, calendar_id: str) -> list[dict[str, object]]:
        path = f"/sandbox/google/calendar/v3/calendars/{calendar_id}/events"
        found: list[dict[str, object]] = self.http.get(path, headers=BEARER).json()["items"]
        return found

    @asynccontextmanager
    async def _delivering(self, _: Litestar) -> AsyncIterator[None]:
        await self._sandbox.start()
        yield
        await self._sandbox.stop()
        await self._redis.aclose()
