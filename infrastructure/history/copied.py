"""What a backup has copied into its file, and a restore out of it."""

from pathlib import Path

import msgspec

from infrastructure.history.backup_lines import Trailer


class Copied(msgspec.Struct, frozen=True, kw_only=True):
    """What is in the file now, or in Redis.

    `resumed_at` is where an earlier try was gone on from: the position of a backup, or how many lines
    a restore had put back.
    """

    file: str
    events: int
    removed: int
    lines: int
    last_position: int
    digest: str
    resumed_at: int


def copied(trailer: Trailer, file: Path, resumed_at: int) -> Copied:
    """All that the file's last line says of it."""
    return Copied(file=str(file), resumed_at=resumed_at, **msgspec.structs.asdict(trailer))
