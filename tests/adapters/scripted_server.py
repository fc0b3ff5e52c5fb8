"""A local HTTP server that answers what a test tells it to, bad manners included."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

import msgspec

Manner = Literal["answer", "cut", "silent"]


class Scripted(msgspec.Struct, frozen=True, kw_only=True):
    """One answer; `cut` hangs up after the request, `silent` never answers it."""

    status: int = 200
    body: bytes = b""
    media_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    manner: Manner = "answer"


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """One request."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, object]:
        document: dict[str, object] = json.loads(self.body)
        return document


class ScriptedServer:
    """Gives the answers in order; the last one again and again."""

    def __init__(self) -> None:
        self.url = ""
        self.received: list[Received] = []
        self._answers: list[Scripted] = []

    def will(self, *answers: Scripted) -> None:
        self._answers = list(answers)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            self.received.append(await _request(reader))
            answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
            await _give(answer, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def scripted_server() -> AsyncIterator[ScriptedServer]:
    script = ScriptedServer()
    server = await asyncio.start_server(script.serve, "127.0.0.1", 0)
    script.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield script


def document(value: object, status: int = 200, **headers: str) -> Scripted:
    pairs = tuple((name.replace("_", "-"), text) for name, text in headers.items())
    return Scripted(status=status, body=json.dumps(value).encode(), headers=pairs)


HTML = Scripted(status=502, body=b"<html>Bad gateway</html>", media_type="text/html")
HTML_200 = Scripted(status=200, body=b"<html>Log in</html>", media_type="text/html")
BROKEN = Scripted(status=200, body=b'{"messages": [{"id": "wam')
EMPTY = Scripted(status=200, body=b"")
CUT = Scripted(manner="cut")
SILENT = Scripted(manner="silent")


async def _request(reader: asyncio.StreamReader) -> Received:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    method, path, _ = head[0].split(" ", 2)
    pairs = (line.split(": ", 1) for line in head[1:] if ": " in line)
    headers = {name.lower(): value for name, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Received(method=method, path=path, headers=headers, body=body)


async def _give(
    answer: Scripted, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    if answer.manner == "silent":
        await reader.read()
    if answer.manner != "answer":
        return
    head = [f"HTTP/1.1 {answer.status} Scripted", f"content-type: {answer.media_type}"]
    head += [f"content-length: {len(answer.body)}", "connection: close"]
    head += [f"{name}: {value}" for name, value in answer.headers]
    writer.write("\r\n".join([*head, "", ""]).encode() + answer.body)
    await writer.drain()
