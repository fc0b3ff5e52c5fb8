"""A backup that is being written: beside its place, under a name of its own, until it is whole."""

import fcntl
import io
import os
import stat
from hashlib import sha256
from pathlib import Path
from typing import Self

import msgspec

from infrastructure.audit.durable_file import sync_folder
from infrastructure.history.backup_lines import BackupLine, EventLine, Header, LogLine, RemovedLine
from infrastructure.history.line_chain import LineChain, NotChained
from infrastructure.named_errors import NamedFile, naming

LONGEST = 1 << 30  # bytes of a line: Redis holds no value that makes a longer one

_decode = msgspec.json.Decoder(BackupLine).decode
_encode = msgspec.json.Encoder().encode


class FileRefused(Exception):
    """Nothing is written to that file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FileTaken(FileRefused):
    """Another backup is being written to that file."""


class NotAFile(FileRefused):
    """Something stands there that no backup replaces: a folder, a device, a pipe or a socket."""


def require_regular(path: Path) -> None:
    """There is nothing there, or a file, or a link to either. Raises `NotAFile`, `OSError`."""
    if path.exists() and not path.is_file():
        raise NotAFile(path)


class PartialFile:
    """`FILE.part`; the log's lines that an interrupted backup left in it can be gone on with.

    `header` and `last` are the first line and the last one of the log, `None` in a new file; what
    follows them, or is not as it was written, goes with the first line that is added. The file is
    locked until it is closed. Where FILE is a link, what it leads to is written. Raises `FileTaken`,
    `NotAFile` and `OSError`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.resolve()
        require_regular(self._path)
        self.part = self._path.with_name(f"{self._path.name}.part")
        self._file = io.BufferedRandom(NamedFile(_opened(self.part), "r+", self.part))
        self._lock()
        self.header: Header | None = None
        self.last: LogLine | None = None
        self.lines = self.events = self.removed = 0
        self._chain, self._digest = LineChain(), sha256()
        self._end = self._end_of_what_is_good()
        self._is_cut = False

    @property
    def position(self) -> int:
        """The last position of the log that is in the file."""
        match self.last:
            case EventLine():
                return self.last.position
            case RemovedLine():
                return self.last.first + len(self.last.leaves) // 32 - 1
            case _:
                return 0

    @property
    def is_foreign(self) -> bool:
        """Whether there is something in it that no backup of this format left."""
        return self.header is None and self._has_a_line

    @property
    def digest(self) -> str:
        """The SHA-256 of all lines, in hexadecimal."""
        return self._digest.hexdigest()

    def add(self, line: BackupLine) -> None:
        """Write one more line."""
        if not self._is_cut:
            self._cut()
        sealed = self._chain.seal(_encode(line))
        self._file.write(sealed)
        self._note(line, sealed)

    def empty(self) -> None:
        """Begin anew."""
        self.header = self.last = None
        self.lines = self.events = self.removed = self._end = 0
        self._chain, self._digest = LineChain(), sha256()

    def finish(self) -> None:
        """Give the file its name, once all of it is on the disk."""
        self._file.flush()
        with naming(self.part):
            os.fsync(self._file.fileno())
        require_regular(self._path)
        self.part.replace(self._path)
        sync_folder(self._path.parent)

    def close(self) -> None:
        """Let go of the file; what was written stays for the next time."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _lock(self) -> None:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise FileTaken(self.part) from None

    def _cut(self) -> None:
        self._file.seek(self._end)
        self._file.truncate()
        self._is_cut = True

    def _end_of_what_is_good(self) -> int:
        self._has_a_line = self._file.readline(LONGEST).endswith(b"\n")
        self._file.seek(0)
        end = 0
        while (line := self._good()) is not None:
            end += len(line[1])
            self._note(*line)
        return end

    def _good(self) -> tuple[BackupLine, bytes] | None:
        """The next line, if it is the header or one of the log."""
        sealed = self._file.readline(LONGEST)
        before = self._chain.value
        try:
            line = _decode(self._chain.open(sealed))
        except (NotChained, msgspec.MsgspecError, ValueError):
            self._chain.value = before
            return None
        if isinstance(line, LogLine if self.lines else Header):
            return line, sealed
        self._chain.value = before
        return None

    def _note(self, line: BackupLine, sealed: bytes) -> None:
        self._digest.update(sealed)
        self.lines += 1
        match line:
            case Header():
                self.header = line
            case EventLine():
                self.last, self.events = line, self.events + 1
            case RemovedLine():
                self.last, self.removed = line, self.removed + len(line.leaves) // 32
            case _:
                pass


def _opened(path: Path) -> int:
    """A file of its owner alone. A link is not followed: in a folder of others it is a trap."""
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    opened = os.open(path, flags, 0o600)
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise NotAFile(path)
    return opened
