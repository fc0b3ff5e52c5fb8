"""A log in a list, for runs whose subject is something else."""

from collections.abc import Sequence
from datetime import timedelta

from application.ports import Append, Conflict, Recorded, Stamp


class PlainLog:
    """The event store of one process; nothing is encoded or encrypted."""

    def __init__(self) -> None:
        self._all: list[Recorded] = []
        self._streams: dict[str, list[Recorded]] = {}

    async def load(self, streams: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        """See `EventStore.load`."""
        return tuple(tuple(self._streams.get(name, ())) for name in streams)

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        """See `EventStore.append`."""
        for one in appends:
            if len(self._streams.get(one.stream, ())) != one.expected:
                raise Conflict
        for one in appends:
            for event in one.events:
                stream = self._streams.setdefault(one.stream, [])
                recorded = Recorded(
                    position=len(self._all) + 1,
                    stream=one.stream,
                    version=len(stream) + 1,
                    stamp=stamp,
                    event=event,
                )
                self._all.append(recorded)
                stream.append(recorded)
        return len(self._all)

    async def after(
        self, position: int, *, limit: int = 100, wait: timedelta = timedelta(0)
    ) -> tuple[Recorded, ...]:
        """See `EventStore.after`; it waits for nothing."""
        del wait
        return tuple(self._all[position : position + limit])

    async def at(self, position: int) -> Recorded:
        """See `EventStore.at`."""
        if not 1 <= position <= len(self._all):
            raise KeyError(position)
        return self._all[position - 1]
