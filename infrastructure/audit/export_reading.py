"""An export line by line, each as far as it can be understood."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import msgspec
from eventsourcing.persistence import Notification

from infrastructure.audit.audit_key import AuditKey
from infrastructure.audit.export_lines import (
    FORMAT,
    LONGEST,
    ExportedEvent,
    ExportedRemovals,
    ExportLine,
    Header,
    LineTooLong,
)
from infrastructure.audit.proof import Proof, ProvenEvent, check_proof
from infrastructure.audit.removals import TOPIC, Removals

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
        texts = self._texts()
        self.done = len(next(texts))
        for text in texts:
            self.done += len(text)
            yield _line(text)

    def removals(self, key: AuditKey) -> Removals:
        """What the removal events of the whole file tell of, and those later ones that are proven.

        An event that is out of place tells nothing.
        """
        heard, topic = Removals(), TOPIC.encode()
        for number, text in enumerate(self._texts()):
            line = _line(text) if topic in text else None
            if isinstance(line, ExportedEvent) and line.position <= number:
                heard.hear(notification(line))
            elif isinstance(line, ExportedRemovals) and self._is_proven(line.proof, key):
                for event in line.proof.events:
                    heard.hear(notification(event))
        return heard

    def _is_proven(self, proof: Proof, key: AuditKey) -> bool:
        return proof.checkpoint.log == self.header.log and not check_proof(proof, key).fault

    def _texts(self) -> Iterator[bytes]:
        with self._path.open("rb") as file:
            for number in count(1):
                text = file.readline(LONGEST + 1)
                if len(text) > LONGEST:
                    raise LineTooLong(number, self._path)
                if not text:
                    return
                yield text

    def _header(self) -> Header:
        line = _line(next(self._texts(), b""))
        if not isinstance(line, Header):
            raise NotAnExport(self._path)
        if line.format != FORMAT:
            raise NotAnExport(self._path, line.format)
        return line


def notification(line: ExportedEvent | ProvenEvent) -> Notification:
    """The event as the log had it."""
    return Notification(line.stream, line.version, line.topic, line.state, line.position)


def _line(text: bytes) -> ExportLine | Garbled:
    try:
        return _decoder.decode(text)
    except (msgspec.MsgspecError, ValueError):
        return Garbled(is_torn=not text.endswith(b"\n"))
