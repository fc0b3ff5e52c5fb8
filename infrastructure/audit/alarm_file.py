"""The alarm of a notary, kept in its folder until a person has looked into it."""

from datetime import datetime
from pathlib import Path

import msgspec

from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.durable_file import DurableFile, sync_folder
from infrastructure.audit.witness_folder import DamagedRecords

NAME = "alarm.json"


class Alarm(msgspec.Struct, frozen=True, kw_only=True):
    """Where a log ceased to be what was witnessed, and when that was noticed."""

    log: str
    position: int
    reason: str
    at: datetime

    def as_error(self) -> LogTampered:
        """What a notary says of it."""
        return LogTampered(self.log, self.position, self.reason)


class AlarmFile:
    """`alarm.json` in the folder of a witness. Raises `OSError`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / NAME

    def read(self) -> Alarm | None:
        """The alarm that stands. Raises `DamagedRecords` where the file holds something else."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Alarm)
        except FileNotFoundError:
            return None
        except (msgspec.MsgspecError, ValueError) as error:
            raise DamagedRecords(self._path) from error

    def keep(self, alarm: Alarm) -> None:
        """Write it down for good; one that stands already is left as it is."""
        if self._path.exists():
            return
        made = self._folder / f"{NAME}.new"
        made.unlink(missing_ok=True)
        file = DurableFile(made)
        file.append(msgspec.json.encode(alarm) + b"\n")
        file.sync()
        file.close()
        made.replace(self._path)
        sync_folder(self._folder)

    def put_away(self, alarm: Alarm) -> Path:
        """Let the notary begin again; the alarm stays beside, by the instant that it is of."""
        kept = self._folder / f"alarm-{alarm.at:%Y%m%dT%H%M%S%f}.json"
        self._path.replace(kept)
        sync_folder(self._folder)
        return kept
