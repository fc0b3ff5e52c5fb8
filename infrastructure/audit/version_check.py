"""Versions of a stream follow each other, from 0 or 1 on."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import Self

from eventsourcing.persistence import Notification

from infrastructure.audit.audit_log import Entry, Kept
from infrastructure.audit.verdict import FirstBad, bad

TABLE = "CREATE TABLE last (stream TEXT PRIMARY KEY, version INT, removed INT) WITHOUT ROWID"
FIND = "SELECT version, removed FROM last WHERE stream = ?"
KEEP = "INSERT OR REPLACE INTO last VALUES (?, ?, ?)"

Last = tuple[int, int]
"""The last version of a stream, and how many events of the log had been removed by then."""


class VersionCheck:
    """Holds the last version of every stream in a temporary file, as logs may have many streams.

    A gap is right where at least as many events were lawfully removed meanwhile. Close it after
    use.
    """

    def __init__(self) -> None:
        self._lasts = sqlite3.connect("", isolation_level=None)
        for line in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", TABLE, "BEGIN"):
            self._lasts.execute(line)
        self._removed = 0

    def begin(self) -> FirstBad | None:
        """Nothing."""
        return None

    def page(self, entries: Sequence[Entry]) -> FirstBad | None:
        """The first event whose version does not follow."""
        lasts: dict[str, Last] = {}
        for entry in entries:
            if isinstance(entry, Kept):
                self._removed += 1
            elif isinstance(entry, Notification):
                stream = str(entry.originator_id)
                last = lasts.get(stream) or self._find(stream)
                if not self._follows(entry.originator_version, last):
                    return bad(entry.id, "version out of order")
                lasts[stream] = (entry.originator_version, self._removed)
        self._keep((stream, *last) for stream, last in lasts.items())
        return None

    def end(self, size: int) -> FirstBad | None:  # noqa: ARG002 - the protocol's
        """Nothing."""
        return None

    def close(self) -> None:
        """Remove the file."""
        self._lasts.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _follows(self, version: int, last: Last | None) -> bool:
        if last is None:
            return 0 <= version <= 1 + self._removed
        return 1 <= version - last[0] <= 1 + self._removed - last[1]

    def _find(self, stream: str) -> Last | None:
        with closing(self._lasts.execute(FIND, (stream,))) as found:
            row: Last | None = found.fetchone()
        return row

    def _keep(self, rows: Iterable[tuple[str, int, int]]) -> None:
        self._lasts.executemany(KEEP, rows)
