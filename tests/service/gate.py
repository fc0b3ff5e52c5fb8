"""A door between the service and what it calls: shut, it refuses; open, it passes everything."""

import asyncio
import contextlib
import socket
import threading


class Gate:
    """Has a port of its own before the port of another; nobody listens there until it is opened."""

    def __init__(self, port: int) -> None:
        self._behind = port
        self._door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._door.bind(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._closing = asyncio.Event()
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=[self._serve()])
        self._thread.start()

    def close(self) -> None:
        if self._thread is not None:
            self._loop.call_soon_threadsafe(self._closing.set)
            self._thread.join()
        self._loop.close()
        self._door.close()

    async def _serve(self) -> None:
        async with await asyncio.start_server(self._pass, sock=self._door):
            await self._closing.wait()
            passing = [one for one in asyncio.all_tasks() if one is not asyncio.current_task()]
            for task in passing:
                task.cancel()
            await asyncio.gather(*passing, return_exceptions=True)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        behind_reader, behind_writer = await asyncio.open_connection("127.0.0.1", self._behind)
        async with asyncio.TaskGroup() as both:
            both.create_task(_pump(reader, behind_writer))
            both.create_task(_pump(behind_reader, writer))


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        with contextlib.suppress(ConnectionError):
            while part := await reader.read(65536):
                writer.write(part)
                await writer.drain()
    finally:
        writer.close()
