"""Checkpoints that somebody kept where nobody who can change the log can change them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.trail import Judge, Judged
from infrastructure.audit.witness_records import Unreadable, checkpoint_of


class NoCheckpoint(Exception):
    """The file holds none, or something else in that line; lines count from 1."""

    def __init__(self, file: Path, line: int | None = None) -> None:
        super().__init__(file, line)
        self.file = file
        self.line = line


class ForeignCheckpoint(Exception):
    """The checkpoint of that size in the file is of another log, or signed by another key."""

    def __init__(self, file: Path, size: int) -> None:
        super().__init__(file, size)
        self.file = file
        self.size = size


class KeptCheckpoints:
    """Checkpoints of any witnesses in any order, all in memory. They vouch as others do."""

    def __init__(self, file: Path, lines: Sequence[Checkpoint] = ()) -> None:
        self._file = file
        self.lines = lines

    @property
    def handovers(self) -> Sequence[Checkpoint]:
        """Those with which a signing key handed over."""
        return [one for one in self.lines if one.handover]

    def row(self, judge: Judge) -> Iterator[Judged]:
        """All of them by size. Raises `ForeignCheckpoint`: such a one tells nothing of the log."""
        row = list(judge.by_size(self.lines))
        for one in row:
            if one.fault:
                raise ForeignCheckpoint(self._file, one.size)
        return iter(row)


NOTHING_KEPT = KeptCheckpoints(Path())


def kept_in(file: Path) -> KeptCheckpoints:
    """Those of a file such as `checkpoints.jsonl`. Raises `NoCheckpoint` and `OSError`."""
    with file.open("rb") as lines:
        texts = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    found: list[Checkpoint] = []
    for number, text in texts:
        line = checkpoint_of(text, number)
        if isinstance(line, Unreadable):
            raise NoCheckpoint(file, number)
        found.append(line)
    if not found:
        raise NoCheckpoint(file)
    return KeptCheckpoints(file, found)
