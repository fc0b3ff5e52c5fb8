"""The lines of a backup in pieces, each for one script."""

from collections.abc import Iterator, Sequence
from typing import assert_never

import msgspec

from infrastructure.history.backup_lines import (
    EventLine,
    HashLine,
    ListLine,
    LogLine,
    ReadyLine,
    RemovedLine,
    SeenLine,
    SetLine,
    SortedSetLine,
    StateLine,
    StreamLine,
    StringLine,
)
from infrastructure.history.key_lines import Argument

BATCH = 500  # lines of a script: some milliseconds of the server's time
ELEMENTS = 2000  # of the keys in a script; a line may have 500 of them
MOST_BYTES = 1 << 20  # of a script, beside its last line

_encode = msgspec.json.Encoder().encode

Numbered = tuple[int, LogLine | StateLine]
"""A line and its number in the file."""


def batches(lines: Iterator[Numbered], done: int) -> Iterator[list[Numbered]]:
    """What is left to do, in batches that are of the log or not, and not too long."""
    batch: list[Numbered] = []
    size = elements = 0
    for number, line in lines:
        if number <= done:
            continue
        is_other = bool(batch) and isinstance(line, LogLine) is not isinstance(batch[0][1], LogLine)
        is_full = len(batch) >= BATCH or elements >= ELEMENTS or size > MOST_BYTES
        if is_other or is_full:
            yield batch
            batch, size, elements = [], 0, 0
        batch.append((number, line))
        size += _bytes(line)
        elements += _elements(line)
    if batch:
        yield batch


def _bytes(line: LogLine | StateLine) -> int:
    match line:
        case EventLine():
            return len(line.state)
        case RemovedLine():
            return len(line.leaves)
        case _:
            return len(_encode(line))


def _elements(line: LogLine | StateLine) -> int:  # noqa: PLR0911 - one kind of line each
    match line:
        case SeenLine():
            return len(line.fingerprints)
        case ReadyLine():
            return len(line.keys)
        case HashLine():
            return len(line.fields)
        case ListLine():
            return len(line.values)
        case SetLine() | SortedSetLine():
            return len(line.members)
        case StreamLine():
            return len(line.entries)
        case EventLine() | RemovedLine() | StringLine():
            return 1
        case _:
            assert_never(line)


def log_arguments(lines: Sequence[LogLine], streams: Sequence[str]) -> Iterator[Argument]:
    """The lines as `restore_events.lua` takes them; streams are named by their places, from 1."""
    places = {stream: place for place, stream in enumerate(streams, start=1)}
    for line in lines:
        if isinstance(line, RemovedLine):
            yield from ("r", line.first, line.leaves)
        else:
            place = places[line.stream]
            yield from ("e", place, line.position, line.version, line.topic, line.state)
