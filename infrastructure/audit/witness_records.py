"""What a witness wrote down, for those who read it."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.leaf import LEAF

LEAVES, CHECKPOINTS = "leaves", "checkpoints.jsonl"

_decoder = msgspec.json.Decoder(Checkpoint)


class Unreadable(msgspec.Struct, frozen=True):
    """A line that is no checkpoint; `number` counts from 1."""

    number: int


Line = Checkpoint | Unreadable


def checkpoint_of(line: bytes, number: int) -> Line:
    """The checkpoint that the line holds."""
    try:
        return _decoder.decode(line)
    except (msgspec.MsgspecError, ValueError):
        return Unreadable(number)


class WitnessRecords:
    """The files of a folder as they were when it was opened, while their notary may go on.

    Checkpoints are looked at before leaves and leaves before the log, for they are written in the
    opposite order: so what was read first is covered by what is read next. Raises `OSError`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lines_end = _size(folder / CHECKPOINTS)
        self.leaves = _size(folder / LEAVES) // LEAF

    @property
    def has_lines(self) -> bool:
        """Whether there is a checkpoint."""
        return self._lines_end > 0

    def read_leaves(self, start: int, stop: int) -> bytes:
        """The leaves from that index up to the other, one after the other; 0 is the first."""
        count = min(stop, self.leaves) - start
        if count <= 0:
            return b""
        with (self._folder / LEAVES).open("rb") as file:
            file.seek(start * LEAF)
            return file.read(count * LEAF)

    def lines(self) -> Iterator[Line]:
        """The checkpoints in the order of the file; one that is being written is left out."""
        if not self._lines_end:
            return
        with (self._folder / CHECKPOINTS).open("rb") as file:
            for number, line in enumerate(file, start=1):
                if file.tell() > self._lines_end or not line.endswith(b"\n"):
                    return
                yield checkpoint_of(line, number)


def handovers_in(folder: Path) -> list[Checkpoint]:
    """The checkpoints of the folder with which a signing key handed over. Raises `OSError`."""
    try:
        with (folder / CHECKPOINTS).open("rb") as file:
            lines = [checkpoint_of(line, 0) for line in file if b'"handover"' in line]
    except FileNotFoundError:
        return []
    return [one for one in lines if isinstance(one, Checkpoint) and one.handover]


def _size(path: Path) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - as one call
    except FileNotFoundError:
        return 0
