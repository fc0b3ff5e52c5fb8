"""Appends with the library's SQLite module."""

import msgspec
from eventsourcing.sqlite import SQLiteFactory
from eventsourcing.utils import Environment

from benchmarks.appender import Append

PATIENCE = "30"  # seconds that a process waits while another writes


class SQLiteModule(msgspec.Struct, frozen=True, kw_only=True):
    """A file in WAL mode, as the library sets it, and `synchronous` FULL, as SQLite has it.

    FULL syncs the WAL at each commit. Each process opens the file: SQLite lets one write at a time.
    """

    file: str

    @property
    def name(self) -> str:
        """As it stands in the table."""
        return "the library's SQLite"

    def open(self) -> Append:
        """As the protocol says."""
        environment = {
            "SQLITE_DBNAME": self.file,
            "SQLITE_LOCK_TIMEOUT": PATIENCE,
            "ORIGINATOR_ID_TYPE": "text",
        }
        return SQLiteFactory(Environment(env=environment)).application_recorder().insert_events
