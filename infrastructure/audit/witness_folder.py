"""The folder of one witness, as its notary writes it."""

import fcntl
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.durable_file import DurableFile, sync_folder
from infrastructure.audit.leaf import LEAF
from infrastructure.audit.witness_records import CHECKPOINTS, LEAVES, checkpoint_of, handovers_in

TAIL = 1 << 16  # bytes: many times the longest line
LOST = bytes(LEAF)  # what a file system may leave where a write was lost; no hash is that


class FolderTaken(Exception):
    """Another notary writes in that folder."""


class DamagedRecords(Exception):
    """A whole line of the checkpoints cannot be read: no torn write did that."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.file = file


class WitnessFolder:
    """Leaves and checkpoints, kept apart from Redis; the folder is made where it is missing.

    It is locked until it is closed: raises `FolderTaken`. What a death left half written at the
    end of a file is cut off. Raises `DamagedRecords` and `OSError`.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(folder / "lock")
        self._path = folder
        self._leaves = DurableFile(folder / LEAVES)
        self._checkpoints = DurableFile(folder / CHECKPOINTS)
        try:
            self._cut_torn_ends()
            self.last = self._last_checkpoint()
        except BaseException:  # whatever it was, nobody else can let go of the lock
            self.close()
            raise

    @property
    def leaves(self) -> int:
        """How many leaves there are."""
        return self._leaves.end // LEAF

    def read_leaves(self, start: int, stop: int) -> bytes:
        """The leaves from that index up to the other, one after the other; 0 is the first."""
        return self._leaves.read(start * LEAF, min(stop * LEAF, self._leaves.end))

    def handovers(self) -> list[Checkpoint]:
        """The checkpoints with which a signing key handed over."""
        return handovers_in(self._path)

    def add_leaves(self, leaves: Iterable[bytes]) -> None:
        """Write leaves; a checkpoint makes them safe."""
        self._leaves.append(b"".join(leaves))

    def add_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Write it down for good, the leaves that it covers first."""
        self._leaves.sync()
        self._checkpoints.append(msgspec.json.encode(checkpoint) + b"\n")
        self._checkpoints.sync()
        self.last = checkpoint

    def replace_leaves(self, pages: Iterator[list[bytes]]) -> None:
        """Put these in the place of all leaves, all of them or none."""
        made = self._path / f"{LEAVES}.new"
        made.unlink(missing_ok=True)
        file = DurableFile(made)
        for page in pages:
            file.append(b"".join(page))
        file.sync()
        made.replace(self._path / LEAVES)
        sync_folder(self._path)
        self._leaves.close()
        self._leaves = file

    def close(self) -> None:
        """Let another have the folder."""
        self._leaves.close()
        self._checkpoints.close()
        os.close(self._lock)

    def _cut_torn_ends(self) -> None:
        whole = self.leaves
        while whole and self.read_leaves(whole - 1, whole) == LOST:
            whole -= 1
        self._leaves.cut(whole * LEAF)
        tail = self._tail()
        self._checkpoints.cut(self._checkpoints.end - len(tail) + tail.rfind(b"\n") + 1)

    def _last_checkpoint(self) -> Checkpoint | None:
        lines = self._tail().splitlines()
        if not lines:
            return None
        last = checkpoint_of(lines[-1], len(lines))
        if not isinstance(last, Checkpoint):
            raise DamagedRecords(self._path / CHECKPOINTS)
        return last

    def _tail(self) -> bytes:
        end = self._checkpoints.end
        return self._checkpoints.read(max(end - TAIL, 0), end)


def _locked(path: Path) -> int:
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        raise FolderTaken from None
    return file
