"""An export of a log in a list, and how somebody who knows the format would rewrite it."""

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import cast

import msgspec

from infrastructure.audit.audit_key import AuditKey
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.export import Export
from infrastructure.audit.export_lines import (
    ExportedCheckpoint,
    ExportedEvent,
    ExportedLeaf,
    ExportLine,
    Trailer,
)
from infrastructure.audit.export_reading import ExportFile
from infrastructure.audit.export_verification import ExportVerification
from infrastructure.audit.fingerprint import Fingerprint
from infrastructure.audit.kept_checkpoints import NOTHING_KEPT, KeptCheckpoints
from infrastructure.audit.key_ring import KeyRing, in_use
from infrastructure.audit.leaf import leaf_hash
from infrastructure.audit.log_reader import KeptLeaves
from infrastructure.audit.verdict import Verdict
from infrastructure.audit.version_check import VersionCheck
from infrastructure.audit.witness_records import WitnessRecords, handovers_in
from tests.audit.listed_log import KEY, NAME, ListedLog

Lines = list[ExportLine]


def exported(
    folder: Path, log: ListedLog, kept: KeptLeaves | None = None, until: datetime | None = None
) -> bytes:
    """The export of the log with the checkpoints of the folder."""
    lines = WitnessRecords(folder).lines()
    handovers = handovers_in(folder)
    newest = in_use(KEY, handovers).public
    writer = Export(
        name=NAME,
        log=AuditLog(log, kept),
        checkpoints=[one for one in lines if isinstance(one, Checkpoint)],
        leaves=WitnessRecords(folder).read_leaves,
        keys=KeyRing(newest, handovers),
    )
    file = io.BytesIO()
    writer.write(file, until=until)
    return file.getvalue()


def lines_of(export: bytes) -> Lines:
    decoder: msgspec.json.Decoder[ExportLine] = msgspec.json.Decoder(ExportLine)
    return [decoder.decode(line) for line in export.splitlines()]


def text_of(lines: Sequence[ExportLine]) -> bytes:
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def checked(
    path: Path,
    export: bytes,
    key: AuditKey = KEY.public,
    kept: KeptCheckpoints = NOTHING_KEPT,
) -> Verdict:
    """What a verification of these bytes finds."""
    path.write_bytes(export)
    with VersionCheck() as versions:
        return ExportVerification(ExportFile(path), key, versions, kept=kept)()


def made_anew(lines: Sequence[ExportLine]) -> Lines:
    """The lines with positions, chain values and trailer that fit each other."""
    seen = Fingerprint()
    return [_fitting(line, seen) for line in lines]


def chained_anew(lines: Sequence[ExportLine]) -> Lines:
    """The lines with chain values and trailer that fit each other; positions stay as they are."""
    seen = Fingerprint()
    return [_fitting(line, seen, is_numbered=True) for line in lines]


def place(lines: Sequence[ExportLine], position: int) -> int:
    """The number of the line of the event at that position."""
    return next(n for n, line in enumerate(lines) if getattr(line, "position", None) == position)


def without(lines: Sequence[ExportLine], number: int) -> Lines:
    return [*lines[:number], *lines[number + 1 :]]


def event_at(lines: Sequence[ExportLine], position: int) -> ExportedEvent:
    return cast("ExportedEvent", lines[place(lines, position)])


def checkpoints(lines: Sequence[ExportLine]) -> list[int]:
    """The numbers of the lines that are checkpoints."""
    return [n for n, line in enumerate(lines) if isinstance(line, ExportedCheckpoint)]


def _fitting(line: ExportLine, seen: Fingerprint, *, is_numbered: bool = False) -> ExportLine:
    match line:
        case ExportedEvent():
            position = line.position if is_numbered else seen.size + 1
            leaf = leaf_hash(position, line.stream, line.version, line.topic, line.state)
            seen.extend([leaf])
            return msgspec.structs.replace(line, position=position, chain=seen.chain.hex())
        case ExportedLeaf():
            seen.extend([bytes.fromhex(line.leaf)])
            position = line.position if is_numbered else seen.size
            return msgspec.structs.replace(line, position=position, chain=seen.chain.hex())
        case Trailer():
            chain, root = seen.chain.hex(), seen.root.hex()
            return msgspec.structs.replace(line, size=seen.size, chain=chain, root=root)
        case _:
            return line
