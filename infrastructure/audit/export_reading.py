"""An export line by line, each as far as it can be understood."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import msgspec
from eventsourcing.persistence import Notification

from infrastructure.audit.export_lines import (
    FORMAT,
    LONGEST,
    ExportedEvent,
    ExportLine,
    Header,
    LineTooLong,
)
from infrastructure.audit.proof import ProvenEvent

_decoder: msgspec.json.Decoder[ExportLine] = msgspec.json.Decoder(ExportLine)


class NotAnExport(Exception):
    """The file does not begin as an export does; `format` is its version, where it has one."""

    def __init__(self, file: Path, version: int | None = None) -> None:
        super().__init__(file, version)
        self.file = file
        self.format = version


class Garbled(msgspec.Struct, frozen=True):
    """A line that cannot be read; `is_torn` where the file ends within it."""

    is_torn: bool


class ExportFile:
    """Reads an export of `size` bytes, however long.

    Raises `NotAnExport`, `OSError`, and `LineTooLong` before such a line is read whole.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.size = path.stat().st_size
        self.done = 0
        self.header = self._header()

    def lines(self) -> Iterator[ExportLine | Garbled]:
        """Every line after the header; `done` counts the bytes of those that were read."""
        texts = self.texts()
        self.done = len(next(texts))
        for text in texts:
            self.done += len(text)
            yield line_of(text)

    def texts(self) -> Iterator[bytes]:
        """All lines as they stand there; `done` counts nothing of these."""
        with self._path.open("rb") as file:
            for number in count(1):
                text = file.readline(LONGEST + 1)
                if len(text) > LONGEST:
                    raise LineTooLong(number, self._path)
                if not text:
                    return
                yield text

    def _header(self) -> Header:
        line = line_of(next(self.texts(), b""))
        if not isinstance(line, Header):
            raise NotAnExport(self._path)
        if line.format != FORMAT:
            raise NotAnExport(self._path, line.format)
        return line


def notification(line: ExportedEvent | ProvenEvent) -> Notification:
    """The event as the log had it."""
    return Notification(line.stream, line.version, line.topic, line.state, line.position)


def line_of(text: bytes) -> ExportLine | Garbled:
    """What the line holds."""
    try:
        return _decoder.decode(text)
    except (msgspec.MsgspecError, ValueError):
        return Garbled(is_torn=not text.endswith(b"\n"))
