"""A scratch in a private file of SQLite, with the states used last in memory."""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator
from typing import Self

import msgspec

from application.replaying.states import State

HOT = 2000  # states in memory; a day's diary is the largest, with about 20 kB
CACHED = 16_000  # kB of the file that SQLite keeps in memory


class SqliteScratch:
    """The scratch port. An unnamed database: it has no name on the disk, and ends with its user."""

    def __init__(self, *, hot: int = HOT) -> None:
        self._most = hot
        self._hot: OrderedDict[str, State] = OrderedDict()
        self._unwritten: set[str] = set()
        self._decoder: msgspec.msgpack.Decoder[State] = msgspec.msgpack.Decoder(State)
        self._encoder = msgspec.msgpack.Encoder()
        # An empty name is a temporary file that SQLite removes as soon as it has opened it.
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute("PRAGMA synchronous = OFF")
        self._file.execute(f"PRAGMA cache_size = -{CACHED}")
        self._file.execute(
            "CREATE TABLE states (stream TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def get(self, stream: str) -> State | None:
        """As the port says."""
        if stream in self._hot:
            self._hot.move_to_end(stream)
            return self._hot[stream]
        found = self._file.execute("SELECT state FROM states WHERE stream = ?", (stream,))
        row = found.fetchone()
        if row is None:
            return None
        state = self._decoder.decode(row[0])
        self._keep(stream, state)
        return state

    def put(self, stream: str, state: State) -> None:
        """As the port says; the file hears of it when there are many to write."""
        self._unwritten.add(stream)
        self._keep(stream, state)

    def in_order(self, beginning: str = "") -> Iterator[tuple[str, State]]:
        """As the port says."""
        self._write()
        # SQLite compares text by its UTF-8 bytes, which is the order of code points.
        rows = self._file.execute(
            "SELECT stream, state FROM states WHERE stream >= ? AND stream < ? ORDER BY stream",
            (beginning, beginning + chr(0x10FFFF)),
        )
        for stream, state in rows:
            yield stream, self._decoder.decode(state)

    def _keep(self, stream: str, state: State) -> None:
        self._hot[stream] = state
        self._hot.move_to_end(stream)
        if len(self._hot) > self._most:
            self._write()
            for _ in range(len(self._hot) - self._most // 2):
                self._hot.popitem(last=False)

    def _write(self) -> None:
        if not self._unwritten:
            return
        states = ((stream, self._encoder.encode(self._hot[stream])) for stream in self._unwritten)
        self._file.execute("BEGIN")
        self._file.executemany(
            "INSERT INTO states VALUES (?, ?) "
            "ON CONFLICT (stream) DO UPDATE SET state = excluded.state",
            states,
        )
        self._file.execute("COMMIT")
        self._unwritten.clear()
