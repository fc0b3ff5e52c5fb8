"""A door between a service and its Redis that can be shut, held, slowed and broken."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit

from chaos.redis_link import Link, Wire
from chaos.redis_switches import Judge, Loss, Switches

T = TypeVar("T")

PATIENCE = 10.0  # seconds, for what takes milliseconds


class RedisProxy:
    """Passes everything on, until it is told otherwise; it runs in a thread while it is entered.

    `upstream` is the URL of the real server, without a password. It listens on the Unix socket
    `path`, or on a port of its own that it keeps. Every switch holds when its call returns, and
    may be used from any thread.
    """

    def __init__(self, upstream: str, *, path: Path | None = None) -> None:
        self._upstream = urlsplit(upstream)
        self._path = path
        self._port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(
            target=self._loop.run_forever, name="redis-proxy", daemon=True
        )
        self._switches = Switches()
        self._server: asyncio.Server | None = None
        self._links: dict[Link, asyncio.Task[None]] = {}

    def __enter__(self) -> Self:
        self._thread.start()
        self._do(self._listen())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()

    @property
    def url(self) -> str:
        """Where the service finds its Redis instead."""
        if self._path is not None:
            return f"unix://{self._path}"
        database = "" if self._upstream.scheme == "unix" else self._upstream.path
        return f"redis://127.0.0.1:{self._port}{database}"

    @property
    def connections(self) -> int:
        """How many connections are open."""
        return len(self._links)

    @property
    def lost(self) -> int:
        """How many commands were passed on whose replies were lost."""
        return self._switches.lost

    def cut(self) -> None:
        """Break all connections that there are; new ones are welcome."""
        self._now(self._cut)

    def refuse(self) -> None:
        """Refuse new connections, as a machine does on which nobody listens."""
        self._now(self._shut)

    def accept(self) -> None:
        """Accept connections again, at the same address."""
        self._do(self._listen())

    def delay(self, seconds: float) -> None:
        """Let every reply come so much later, though in its order; commands are not delayed."""
        self._now(lambda: setattr(self._switches, "delay", seconds))

    def lose_reply(self, of: str, *, times: int = 1) -> None:
        """Lose the reply to the next commands that fit a glob, such as `INCR *` or `EVALSHA *`.

        The name is compared in capitals, the words are parted by one space. Redis executes the
        command; replies to earlier ones arrive, and then the connection is closed.
        """
        self.ask(Loss(of, times))

    def ask(self, judge: Judge) -> None:
        """Let somebody say of each command whether its reply is to be lost, as above."""
        self._now(lambda: self._switches.losses.append(judge))

    def hang(self) -> None:
        """Accept and answer nothing; what is sent waits, and goes on with `heal`."""
        self._now(self._switches.flowing.clear)

    def heal(self) -> None:
        """End every trouble; connections that were cut stay so."""
        self._now(self._switches.heal)
        self.accept()

    async def _listen(self) -> None:
        if self._server is not None:
            return
        if self._path is not None:
            self._server = await asyncio.start_unix_server(self._welcome, self._path)
            return
        self._server = await asyncio.start_server(self._welcome, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            server = await self._connect()
        except OSError:
            writer.transport.abort()
            return
        link = Link(Wire(reader, writer), server, self._switches)
        running = asyncio.ensure_future(link.run())
        self._links[link] = running
        running.add_done_callback(lambda _: self._links.pop(link, None))

    async def _connect(self) -> Wire:
        if self._upstream.scheme == "unix":
            return Wire(*await asyncio.open_unix_connection(self._upstream.path))
        host, port = self._upstream.hostname, self._upstream.port
        return Wire(*await asyncio.open_connection(host or "127.0.0.1", port or 6379))

    def _cut(self) -> None:
        for link in self._links:
            link.cut()

    def _shut(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    async def _end(self) -> None:
        self._shut()
        running = [*self._links.values()]
        self._cut()
        self._switches.heal()
        await asyncio.gather(*running)

    def _now(self, change: Callable[[], None]) -> None:
        async def changed() -> None:
            change()

        self._do(changed())

    def _do(self, work: Coroutine[None, None, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)
