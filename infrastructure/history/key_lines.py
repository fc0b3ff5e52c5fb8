"""Between keys of Redis, lines of a backup, and the commands that write them again."""

from collections.abc import Iterator, Sequence
from typing import assert_never, cast

import msgspec

from infrastructure.history.backup_lines import (
    HashLine,
    KeyLine,
    ListLine,
    ReadyLine,
    SeenLine,
    SetLine,
    SortedSetLine,
    StateLine,
    StreamLine,
    StringLine,
)
from infrastructure.history.pieces import pairs, pieces

PIECE = 500  # elements of a key in one line
MOST_BYTES = 1 << 20  # of the elements of a line, or so

Flat = list[bytes] | list[tuple[bytes, list[bytes]]]

Told = tuple[bytes, bytes, int, Flat]
"""The name of a key, its type, until when it is kept in Unix ms or -1, its content, flat."""

Argument = str | bytes | int


class Command(msgspec.Struct, frozen=True):
    """A command of Redis: its name, the name of its key, and the other arguments."""

    name: str
    key: str
    arguments: tuple[Argument, ...]


def key_lines(told: Told, *, start: int = 0) -> Iterator[KeyLine]:  # noqa: C901 - one case a type
    """The lines that say it; of a list, its values from the place `start` on.

    Raises `ValueError` for a type that no part of Redis itself has.
    """
    name, kind, kept, flat = told
    content = cast("list[bytes]", flat)  # but in a stream
    piece = _piece(content)
    key, until = name.decode(), kept if kept >= 0 else None
    match kind:
        case b"string":
            yield StringLine(key=key, value=content[0], until=until)
        case b"hash":
            for page in pieces(pairs(content), piece):
                yield HashLine(key=key, fields=tuple(page), until=until)
        case b"list":
            for number, values in enumerate(pieces(content, piece)):
                place = start + number * piece
                yield ListLine(key=key, start=place, values=tuple(values), until=until)
        case b"set":
            for members in pieces(content, piece):
                yield SetLine(key=key, members=tuple(members), until=until)
        case b"zset":
            for page in pieces(pairs(content), piece):
                scored = tuple((member, score.decode()) for member, score in page)
                yield SortedSetLine(key=key, members=scored, until=until)
        case b"stream":
            for entries in pieces(cast("list[tuple[bytes, list[bytes]]]", content), piece):
                told_entries = tuple((one.decode(), tuple(fields)) for one, fields in entries)
                yield StreamLine(key=key, entries=told_entries, until=until)
        case _:
            raise ValueError(kind)


def _piece(content: Sequence[object]) -> int:
    """How many elements of a key stand in a line, so that no line gets too long."""
    size = sum(map(_bytes, content))
    return max(1, min(PIECE, len(content) * MOST_BYTES // max(size, 1)))


def _bytes(element: object) -> int:
    if isinstance(element, bytes):
        return len(element)
    return sum(map(_bytes, element)) if isinstance(element, list | tuple) else 0


def commands(line: StateLine) -> Iterator[Command]:
    """The commands that write the line into an empty partition."""
    match line:
        case SeenLine():
            for fingerprint, until in line.fingerprints:
                yield Command("SET", f"seen:{fingerprint}", ("",))
                yield Command("PEXPIREAT", f"seen:{fingerprint}", (until,))
        case ReadyLine():
            for key in line.keys:
                yield Command("XADD", f"ready:{line.queue}", ("*", "key", key))
        case _:
            yield from _key_commands(line)
            if line.until is not None:
                yield Command("PEXPIREAT", line.key, (line.until,))


def _key_commands(line: KeyLine) -> Iterator[Command]:
    match line:
        case StringLine():
            yield Command("SET", line.key, (line.value,))
        case HashLine():
            yield Command("HSET", line.key, _flat(line.fields))
        case ListLine():
            yield Command("RPUSH", line.key, line.values)
        case SetLine():
            yield Command("SADD", line.key, line.members)
        case SortedSetLine():
            scored = [(score, member) for member, score in line.members]
            yield Command("ZADD", line.key, _flat(scored))
        case StreamLine():
            for entry, fields in line.entries:
                yield Command("XADD", line.key, (entry, *fields))
        case _:
            assert_never(line)


def _flat(both: Sequence[tuple[Argument, Argument]]) -> tuple[Argument, ...]:
    return tuple(one for pair in both for one in pair)
