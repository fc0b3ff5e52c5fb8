"""Commands and replies of Redis as they stand on the wire, RESP 2 and 3 (redis.io, "RESP")."""

import asyncio
from typing import NamedTuple

LENGTH_FIRST = b"$!="
HOLDS_OTHERS = b"*~>%|"
IN_PAIRS = b"%|"
BEFORE_ANOTHER = b"|"
PUSH = b">"


class Command(NamedTuple):
    """A command: its bytes, and its words."""

    raw: bytes
    words: tuple[bytes, ...]


async def read_command(reader: asyncio.StreamReader) -> Command:
    """Read one command. Raises `IncompleteReadError` at the end of the stream."""
    head = await reader.readuntil(b"\r\n")
    if not head.startswith(b"*"):  # typed by a person, or by a probe
        return Command(head, tuple(head.split()))
    parts, words = [head], []
    for _ in range(int(head[1:-2])):
        length = await reader.readuntil(b"\r\n")
        word = await reader.readexactly(int(length[1:-2]) + 2)
        parts += [length, word]
        words.append(word[:-2])
    return Command(b"".join(parts), tuple(words))


async def read_reply(reader: asyncio.StreamReader) -> bytes:
    """Read one whole reply. Raises `IncompleteReadError` at the end of the stream."""
    head = await reader.readuntil(b"\r\n")
    kind, told = head[:1], head[1:-2]
    if kind in LENGTH_FIRST:
        return head + (await reader.readexactly(int(told) + 2) if int(told) >= 0 else b"")
    if kind not in HOLDS_OTHERS:
        return head
    inside = int(told) * (2 if kind in IN_PAIRS else 1) + (kind in BEFORE_ANOTHER)
    return b"".join([head, *[await read_reply(reader) for _ in range(inside)]])
