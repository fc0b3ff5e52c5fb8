"""Reads a backup and believes nothing of it that it has not checked."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import msgspec

from infrastructure.event_store.removed import LEAF
from infrastructure.history.backup_lines import (
    FORMAT,
    BackupLine,
    EventLine,
    Header,
    LogLine,
    MomentLine,
    RemovedLine,
    StateLine,
    Trailer,
)
from infrastructure.history.line_chain import LineChain, NotChained
from infrastructure.history.partial_file import LONGEST
from infrastructure.history.progress import Progress, silent
from infrastructure.history.stream_versions import StreamVersions

TOLD = 1000  # lines between two words about the progress

_decode = msgspec.json.Decoder(BackupLine).decode


class _Format(msgspec.Struct, frozen=True):
    line: str
    format: int


class BackupDamaged(Exception):
    """The file is not as it was written: which line, and what is wrong with it."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(line, what)
        self.line = line
        self.what = what


class Verified(msgspec.Struct, frozen=True):
    """What a whole and unchanged backup says of itself; `digest` is that of the file's last line."""

    header: Header
    moment: MomentLine
    trailer: Trailer


class BackupReader:
    """One file. Everything raises `BackupDamaged` and `OSError`."""

    def __init__(self, path: Path, *, progress: Progress = silent) -> None:
        self._path = path
        self._progress = progress

    def verify(self) -> Verified:
        """Read all of it and check each line against those before it."""
        with StreamVersions() as versions:
            check = _Check(versions)
            for number, line in self._numbered("Checking the file"):
                check.line(number, line)
            return check.verified()

    def body(self, what: str) -> Iterator[tuple[int, LogLine | StateLine]]:
        """What is to be restored, with the number of its line; the first line has the number 1."""
        for number, line in self._numbered(what):
            if not isinstance(line, Header | MomentLine | Trailer):
                yield number, line

    def _numbered(self, what: str) -> Iterator[tuple[int, BackupLine]]:
        """The lines up to the trailer, after which nothing may come."""
        chain, digest, number = LineChain(), sha256(), 0
        size, done = self._path.stat().st_size, 0
        with self._path.open("rb") as file:
            while sealed := file.readline(LONGEST):
                number += 1
                line = _opened(number, sealed, chain)
                yield number, line
                if isinstance(line, Trailer):
                    _require_end(number, line, digest.hexdigest(), file.read(1))
                digest.update(sealed)
                done += len(sealed)
                if number % TOLD == 0:
                    self._progress(what, done, size)


class _Check:
    """What is known of the lines so far."""

    def __init__(self, versions: StreamVersions) -> None:
        self._versions = versions
        self._header: Header | None = None
        self._moment: MomentLine | None = None
        self._trailer: Trailer | None = None
        self._number = self._events = self._removed = self._position = 0

    def line(self, number: int, line: BackupLine) -> None:
        """The next one."""
        self._number = number
        if (number == 1) is not isinstance(line, Header):
            _refuse(number, "is not where a header belongs, at the very beginning")
        match line:
            case Header():
                self._header = line
            case EventLine():
                self._follow(line.position, 1)
                self._follow_stream(line)
                self._events += 1
            case RemovedLine():
                self._follow(line.first, _leaves(number, line))
                self._removed += _leaves(number, line)
            case MomentLine():
                self._take_moment(line)
            case Trailer():
                self._take_trailer(line)
            case _:
                pass

    def verified(self) -> Verified:
        """All is well."""
        if not (self._header and self._moment and self._trailer):
            _refuse(self._number + 1, "is missing: the file is cut off")
        return Verified(self._header, self._moment, self._trailer)

    def _follow(self, position: int, count: int) -> None:
        if position != self._position + 1:
            wanted = self._position + 1
            _refuse(self._number, f"has position {position} where {wanted} belongs")
        self._position += count

    def _follow_stream(self, line: EventLine) -> None:
        if not self._versions.follow(line.stream, line.version):
            what = (
                f"has version {line.version} of {line.stream}, which has that or a later one before"
            )
            _refuse(self._number, what)

    def _take_moment(self, line: MomentLine) -> None:
        if self._moment or line.last_position != self._position or line.relay > line.last_position:
            _refuse(self._number, "tells of a moment that does not fit the events before it")
        self._moment = line

    def _take_trailer(self, line: Trailer) -> None:
        found = (self._number - 1, self._events, self._removed, self._position)
        if (line.lines, line.events, line.removed, line.last_position) != found:
            _refuse(self._number, "counts other lines than there are")
        self._trailer = line


def _opened(number: int, sealed: bytes, chain: LineChain) -> BackupLine:
    if number == 1:
        _require_format(sealed)
    try:
        line: BackupLine = _decode(chain.open(sealed))
    except NotChained as error:
        raise BackupDamaged(number, error.why) from error
    except (msgspec.MsgspecError, ValueError) as error:
        raise BackupDamaged(number, "is no line of a backup") from error
    return line


def _require_format(sealed: bytes) -> None:
    """A later format may chain its lines otherwise."""
    try:
        found = msgspec.json.decode(sealed, type=_Format)
    except (msgspec.MsgspecError, ValueError) as error:
        raise BackupDamaged(1, "is not the beginning of a backup") from error
    if found.line == "header" and found.format != FORMAT:
        _refuse(1, f"tells of format {found.format}; this release reads format {FORMAT}")


def _require_end(number: int, trailer: Trailer, digest: str, rest: bytes) -> None:
    if trailer.digest != digest:
        _refuse(number, "has another digest than the lines before it")
    if rest:
        _refuse(number + 1, "comes after the end")


def _leaves(number: int, line: RemovedLine) -> int:
    count, rest = divmod(len(line.leaves), LEAF)
    if rest or not count:
        _refuse(number, "has leaves of another length")
    return count


def _refuse(line: int, what: str) -> NoReturn:
    raise BackupDamaged(line, what)
