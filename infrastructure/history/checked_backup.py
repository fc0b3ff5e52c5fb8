"""A backup that may be restored: all of it is as it was written, and it is of this deployment."""

from pathlib import Path

import msgspec

from infrastructure.history.backup_reading import BackupReader, Verified
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.progress import Progress, silent


class OtherMasterKey(Exception):
    """The backup was made with another master key: nothing personal in it could be read."""


class OtherPartition(Exception):
    """The backup is of a partition of another name, which is sealed into what it holds."""

    def __init__(self, partition: str) -> None:
        super().__init__(partition)
        self.partition = partition


class CheckedBackup(msgspec.Struct, frozen=True):
    """The file, and what it says of itself."""

    path: Path
    reader: BackupReader
    verified: Verified


def checked(
    path: Path,
    *,
    master_key_id: str,
    keys: PartitionKeys | None = None,
    progress: Progress = silent,
) -> CheckedBackup:
    """The backup, once every line of it was looked at; no Redis is needed for that.

    Raises `BackupDamaged`, `OtherMasterKey`, `OtherPartition` and `OSError`.
    """
    reader = BackupReader(path, progress=progress)
    verified = reader.verify()
    if verified.header.partition != (keys or PartitionKeys()).tag.strip("{}"):
        raise OtherPartition(verified.header.partition)
    if verified.header.master_key_id != master_key_id:
        raise OtherMasterKey
    return CheckedBackup(path, reader, verified)
