"""The lines of an export: a header, then events and checkpoints in their places, then a trailer.

Each line is a JSON object whose `line` says what it is. Bytes of events are in base64, hashes in
hexadecimal; `chain` is the value of the hash chain after that event. There are no keys in it but
the public one, and what is encrypted stays so. No line is longer than 64 MiB.
"""

from pathlib import Path

import msgspec

from infrastructure.audit.checkpoint import Checkpoint, Hash
from infrastructure.audit.leaf import Position, Version
from infrastructure.audit.proof import Proof

FORMAT = 1
LONGEST = (
    1 << 26
)  # bytes of a line; one that proves the removals of a million events has half of it


class LineTooLong(Exception):
    """A line of that number, from 1 on, is in the file, or would be in the one that is written."""

    def __init__(self, number: int, file: Path | None = None) -> None:
        super().__init__(number, file)
        self.number = number
        self.file = file


class _Line(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="line", forbid_unknown_fields=True
):
    pass


class Header(_Line, frozen=True, kw_only=True, tag="header", omit_defaults=True):
    """The first line; `handovers` lead from key to key, those after the export's end included."""

    format: int
    log: str
    public_key: str
    handovers: tuple[Checkpoint, ...] = ()


class ExportedEvent(_Line, frozen=True, kw_only=True, tag="event"):
    """An event as it is stored."""

    position: Position
    stream: str
    version: Version
    topic: str
    state: bytes
    chain: Hash


class ExportedLeaf(_Line, frozen=True, kw_only=True, tag="removed"):
    """What is left of an event that was lawfully removed."""

    position: Position
    leaf: Hash
    chain: Hash


class ExportedCheckpoint(_Line, frozen=True, kw_only=True, tag="checkpoint"):
    """A checkpoint of the events up to here."""

    checkpoint: Checkpoint


class ExportedRemovals(_Line, frozen=True, kw_only=True, tag="removals"):
    """That events of the export were lawfully removed later than it ends: the events that say so.

    It stands before the trailer of an export that holds such events.
    """

    proof: Proof


class Trailer(_Line, frozen=True, kw_only=True, tag="trailer"):
    """The last line: what the events come down to, and how many checkpoints there were."""

    size: int
    chain: Hash
    root: Hash
    checkpoints: int


ExportLine = Header | ExportedEvent | ExportedLeaf | ExportedCheckpoint | ExportedRemovals | Trailer
