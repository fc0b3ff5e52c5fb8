"""The lines of a backup in pieces, each for one script."""

from collections.abc import Iterator, Sequence

from infrastructure.history.backup_lines import EventLine, LogLine, RemovedLine, StateLine
from infrastructure.history.key_lines import Argument

BATCH = 500  # lines of a script: some milliseconds of the server's time
FEW = 4  # lines of keys, which hold up to a thousand things each
MOST_BYTES = 1 << 20  # of the events of a script

Numbered = tuple[int, LogLine | StateLine]
"""A line and its number in the file."""


def batches(lines: Iterator[Numbered], done: int) -> Iterator[list[Numbered]]:
    """What is left to do, in batches that are of the log or not, and not too long."""
    batch: list[Numbered] = []
    size = 0
    for number, line in lines:
        if number <= done:
            continue
        is_other = bool(batch) and isinstance(line, LogLine) is not isinstance(batch[0][1], LogLine)
        if is_other or len(batch) >= _most(line) or size > MOST_BYTES:
            yield batch
            batch, size = [], 0
        batch.append((number, line))
        size += _bytes(line)
    if batch:
        yield batch


def _bytes(line: LogLine | StateLine) -> int:
    match line:
        case EventLine():
            return len(line.state)
        case RemovedLine():
            return len(line.leaves)
        case _:
            return 0


def _most(line: LogLine | StateLine) -> int:
    """How many lines of that kind make a batch; those of keys hold many things each."""
    return BATCH if isinstance(line, EventLine | RemovedLine) else FEW


def log_arguments(lines: Sequence[LogLine], streams: Sequence[str]) -> Iterator[Argument]:
    """The lines as `restore_events.lua` takes them; streams are named by their places, from 1."""
    places = {stream: place for place, stream in enumerate(streams, start=1)}
    for line in lines:
        if isinstance(line, RemovedLine):
            yield from ("r", line.first, line.leaves)
        else:
            place = places[line.stream]
            yield from ("e", place, line.position, line.version, line.topic, line.state)
