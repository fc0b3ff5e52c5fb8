"""Running the roles: web, worker, both in one, and the sandbox around them."""

import asyncio
import contextlib
import logging
import socket
import sys
from collections.abc import AsyncIterator
from types import FrameType

import click
import uvicorn
from litestar import Litestar

from entrypoints.container import Container
from entrypoints.durability import require_whole
from entrypoints.last_resort import end_in_time, on_signals
from entrypoints.own_redis import redis_of
from entrypoints.sandboxing import sandbox_of
from entrypoints.settings import Settings
from entrypoints.web import Lifespan, create_app, working
from infrastructure.event_store.store import RecordedEventStore

GRACE = 2  # seconds that open connections have to end, before what is in hand has its five

log = logging.getLogger("barbershop")


class PortTaken(Exception):
    """Something else listens on the port."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.port = port


def container_of(settings: Settings, redis_url: str) -> Container:
    """The service's parts for these settings."""
    return Container(settings=settings, redis_url=redis_url)


def run(settings: Settings, *, web: bool, worker: bool) -> None:
    """Run the roles until a signal ends them. Raises `PortTaken` and `RestoreUnderWay`."""
    _quieten()
    _end_on_signals()
    if web:
        _require_free(settings)
    with redis_of(settings, revived=True) as url:
        require_whole(settings, url)
        container = container_of(settings, url)
        if web:
            asyncio.run(_serve(settings, container, worker=worker))
        else:
            asyncio.run(_work(container))


async def _serve(settings: Settings, container: Container, *, worker: bool) -> None:
    lifespans: list[Lifespan] = [lambda _: closing(container)]
    further = []
    if settings.sandbox:
        sandbox = sandbox_of(settings, container)
        further = [*sandbox.routes]
        lifespans.append(lambda _: sandbox.delivering())
    if worker:
        lifespans.append(lambda _: working(container))
    app = create_app(container, further=further, lifespan=lifespans)
    await _listen(app, settings)


async def _listen(app: Litestar, settings: Settings) -> None:
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=GRACE,
        lifespan="on",
        server_header=False,
    )
    await _Server(config, greets=settings.sandbox).serve()


class _Server(uvicorn.Server):
    """A server whose process ends in time, and which tells where the sandbox's phone is."""

    def __init__(self, config: uvicorn.Config, *, greets: bool) -> None:
        super().__init__(config)
        self._greets = greets

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self._greets and self.started:
            phone = f"http://127.0.0.1:{self.config.port}/"
            with contextlib.suppress(OSError):  # it serves, too, where nobody reads this
                click.echo(f"The phone is at {phone} (Ctrl-C ends it all).")

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        end_in_time()
        super().handle_exit(sig, frame)


async def _work(container: Container) -> None:
    """A worker alone, until SIGTERM or SIGINT."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    on_signals(lambda: loop.call_soon_threadsafe(ended.set))
    try:
        async with closing(container), working(container):
            await ended.wait()
    finally:
        _end_on_signals()


@contextlib.asynccontextmanager
async def closing(container: Container) -> AsyncIterator[None]:
    """Close what holds connections and threads, once nothing uses it any more."""
    try:
        yield
    finally:
        await container.model().aclose()
        await container.graph_client().aclose()
        await container.redis_async().aclose()
        container.redis_client().close()
        store = container.event_store()
        if isinstance(store, RecordedEventStore):
            store.close()
        await container.google().close()


def _require_free(settings: Settings) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise PortTaken(settings.port) from error


def _end_on_signals() -> None:
    """Let a signal unwind the process, so that a Redis of our own is stopped with it.

    uvicorn raises a signal again after it has shut down, and by default that kills.
    """
    on_signals(lambda: sys.exit(0))


def _quieten() -> None:
    """Log our own words; libraries log requests, and with them phone numbers in URLs."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in ("httpx", "httpx2", "httpcore", "openai", "googleapiclient", "google"):
        logging.getLogger(name).setLevel(logging.WARNING)
