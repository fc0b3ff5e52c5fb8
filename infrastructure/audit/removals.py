"""Which events were lawfully removed: those that a later event of the log says were."""

from bisect import bisect_left, bisect_right

import msgspec
from eventsourcing.persistence import Notification

from infrastructure.event_store.codec import Envelope

STREAM = "history"
TOPIC = "history.conversations_removed/1"


class _Run(msgspec.Struct, frozen=True):
    first: int
    last: int


class _Told(msgspec.Struct, frozen=True):
    runs: tuple[_Run, ...]


_envelopes = msgspec.msgpack.Decoder(Envelope)
_told = msgspec.msgpack.Decoder(_Told)


class Removals:
    """The positions that removal events cover, as ranges that neither meet nor touch, in order."""

    def __init__(self) -> None:
        self._firsts: list[int] = []
        self._stops: list[int] = []

    def covers(self, position: int) -> bool:
        """Whether an event that was heard told of its removal."""
        place = bisect_right(self._firsts, position)
        return place > 0 and position < self._stops[place - 1]

    def hear(self, one: Notification) -> None:
        """Take note of a removal event; any other is passed over, as are runs not before it."""
        for run in _runs(one):
            self._cover(run.first, run.last + 1)

    def _cover(self, first: int, stop: int) -> None:
        start, end = bisect_left(self._stops, first), bisect_right(self._firsts, stop)
        if start < end:
            first = min(first, self._firsts[start])
            stop = max(stop, self._stops[end - 1])
        self._firsts[start:end], self._stops[start:end] = [first], [stop]


def tells_of(one: Notification, upto: int) -> bool:
    """Whether it is a removal event of anything up to that position."""
    return any(run.first <= upto for run in _runs(one))


def _runs(one: Notification) -> list[_Run]:
    """The runs of a removal event that lie before it; none of any other event."""
    if one.topic != TOPIC or str(one.originator_id) != STREAM:
        return []
    try:
        told = _told.decode(_envelopes.decode(one.state).data or b"")
    except msgspec.MsgspecError:
        return []
    return [run for run in told.runs if 1 <= run.first <= run.last < one.id]
