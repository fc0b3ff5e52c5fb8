"""One connection of a service to Redis, with somebody in the middle."""

import asyncio
from collections import deque
from typing import NamedTuple

from chaos.redis_switches import NEVER_ANSWERED, Switches
from chaos.redis_wire import PUSH, read_command, read_reply


class Wire(NamedTuple):
    """One side's two directions."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, raw: bytes) -> None:
        """Write and wait until the other side keeps up."""
        self.writer.write(raw)
        await self.writer.drain()


class Link:
    """Passes commands on to the server and replies back to the client, as the switches say."""

    def __init__(self, client: Wire, server: Wire, switches: Switches) -> None:
        self._client = client
        self._server = server
        self._switches = switches
        self._awaited: deque[bool] = deque()  # for each reply to come, whether it is to be lost
        self._due: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def run(self) -> None:
        """Return once either side has closed its connection, or it was cut."""
        ways = [
            asyncio.ensure_future(way())
            for way in (self._take_commands, self._take_replies, self._give_replies)
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.cut()
            _ = [way.cancel() for way in ways]
            for ended in await asyncio.gather(*ways, return_exceptions=True):
                _raise_bugs(ended)

    def cut(self) -> None:
        """End both connections at once."""
        self._client.writer.transport.abort()
        self._server.writer.transport.abort()

    async def _take_commands(self) -> None:
        while True:
            command = await read_command(self._client.reader)
            await self._switches.flowing.wait()
            if command.words[:1] and command.words[0].upper() not in NEVER_ANSWERED:
                self._awaited.append(self._switches.loses(command.words))
            await self._server.send(command.raw)

    async def _take_replies(self) -> None:
        is_lost = False
        while not is_lost:
            reply = await read_reply(self._server.reader)
            if not reply.startswith(PUSH) and self._awaited:
                is_lost = self._awaited.popleft()
            due = asyncio.get_running_loop().time() + self._switches.delay
            self._due.put_nowait((due, b"" if is_lost else reply))
        # The replies before it still arrive; `_give_replies` ends after them.
        await asyncio.Future()

    async def _give_replies(self) -> None:
        while True:
            due, reply = await self._due.get()
            await asyncio.sleep(due - asyncio.get_running_loop().time())
            await self._switches.flowing.wait()
            if not reply:
                return
            await self._client.send(reply)


def _raise_bugs(ended: BaseException | None) -> None:
    """Pass over how connections end; anything else is ours."""
    ordinary = (asyncio.CancelledError, asyncio.IncompleteReadError, OSError)
    if ended is not None and not isinstance(ended, ordinary):
        raise ended
