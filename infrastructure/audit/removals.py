"""Which events were lawfully removed: those that a later event of the log says were."""

import msgspec
from eventsourcing.persistence import Notification

STREAM = "history"
TOPIC = "history.conversations_removed/1"


class _Run(msgspec.Struct, frozen=True):
    first: int
    last: int


class _Told(msgspec.Struct, frozen=True):
    runs: tuple[_Run, ...]


class _Envelope(msgspec.Struct, frozen=True):
    data: _Told


_envelopes = msgspec.msgpack.Decoder(_Envelope)


class Removals:
    """The positions that removal events cover: one byte for each position up to the last."""

    def __init__(self) -> None:
        self._covered = bytearray()

    def covers(self, position: int) -> bool:
        """Whether an event that was heard told of its removal."""
        return position < len(self._covered) and self._covered[position] == 1

    def hear(self, one: Notification) -> None:
        """Take note of a removal event; any other is passed over, as are runs not before it."""
        if one.topic != TOPIC or str(one.originator_id) != STREAM:
            return
        try:
            told = _envelopes.decode(one.state).data
        except msgspec.MsgspecError:
            return
        for run in told.runs:
            if 1 <= run.first <= run.last < one.id:
                self._cover(run.first, run.last + 1)

    def _cover(self, start: int, stop: int) -> None:
        self._covered.extend(bytes(max(stop - len(self._covered), 0)))
        self._covered[start:stop] = b"\x01" * (stop - start)
