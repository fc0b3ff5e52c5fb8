"""A connection that waits for entries of a stream."""

import contextlib
from collections.abc import Callable, Sequence
from time import monotonic
from typing import cast

from redis.exceptions import RedisError

from infrastructure.redis.lines import Lines

LOOK = 0.02  # seconds between two looks at whether somebody has interrupted

Entry = Sequence[object]


class Listener:
    """Holds a connection until it is closed; one thread at a time waits with it."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._line = lines.take()

    def identify(self) -> int:
        """The connection's id, for `unblock`. Raises `RedisError`."""
        return cast("int", self._line.ask(("CLIENT", "ID")))

    def entries(self, stream: str, after: str, *, most: int, seconds: float) -> Sequence[Entry]:
        """The entries after that id; waits so long at most for one. Raises `RedisError`."""
        reply = self._line.ask(_xread(stream, after, most, seconds))
        return _entries_of(reply)

    def hears(
        self, stream: str, after: str, *, seconds: float, interrupted: Callable[[], bool]
    ) -> bool:
        """Whether an entry after that id stands or comes within that time, uninterrupted.

        A timed-out or interrupted wait leaves a reply to come: close the listener then. Raises
        `RedisError`.
        """
        deadline = monotonic() + seconds
        self._line.send(_xread(stream, after, 1, seconds))
        while not self._line.can_read(min(LOOK, max(deadline - monotonic(), 0))):
            if interrupted() or monotonic() >= deadline:
                return False
        return bool(_entries_of(self._line.reply()))

    def unblock(self, client_id: int) -> None:
        """End the wait of the connection with that id; fine if it does not wait, or is gone."""
        with contextlib.suppress(RedisError):
            self._lines.command("CLIENT", "UNBLOCK", client_id)

    def close(self) -> None:
        """End the connection."""
        self._lines.drop(self._line)


def _xread(stream: str, after: str, most: int, seconds: float) -> tuple[str | int, ...]:
    block = max(int(seconds * 1000), 1)  # 0 would be for ever
    return ("XREAD", "COUNT", most, "BLOCK", block, "STREAMS", stream, after)


def _entries_of(reply: object) -> Sequence[Entry]:
    """RESP2 says nothing at all where the wait was in vain."""
    streams = cast("Sequence[tuple[bytes, Sequence[Entry]]]", reply or [(b"", [])])
    return streams[0][1]
