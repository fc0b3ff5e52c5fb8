"""A file that grows at its end and survives a death between any two writes."""

import os
from pathlib import Path

from infrastructure.named_errors import naming


class DurableFile:
    """Bytes that are only ever added; what is not yet synced may be lost with the machine.

    Each write goes to the place where the last good byte ends, so that what a failed write left
    behind is written over. Raises `OSError`, which names the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        is_new = not path.exists()
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self.end = os.fstat(self._file).st_size
        if is_new:
            sync_folder(path.parent)

    def append(self, data: bytes) -> None:
        """Add at the end."""
        with naming(self._path):
            os.ftruncate(self._file, self.end)
            written = 0
            while written < len(data):
                written += os.pwrite(self._file, data[written:], self.end + written)
        self.end += written

    def cut(self, end: int) -> None:
        """Drop everything from that byte on."""
        os.ftruncate(self._file, end)
        self.end = end

    def sync(self) -> None:
        """Return once all of it is on the disk."""
        with naming(self._path):
            os.fsync(self._file)

    def read(self, start: int, stop: int) -> bytes:
        """The bytes from the one place up to the other, as many as there are."""
        parts = []
        while start < stop and (part := os.pread(self._file, stop - start, start)):
            parts.append(part)
            start += len(part)
        return b"".join(parts)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._file)


def sync_folder(folder: Path) -> None:
    """Return once the names of its files are on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
