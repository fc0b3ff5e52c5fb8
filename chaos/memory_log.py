"""The log in memory, as quick as it can be, held to the contract of the event store."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from application.ports import Append, Conflict, Recorded, Stamp


class MemoryLog:
    """The event store port for one event loop; `recorded` has everything in order."""

    def __init__(self) -> None:
        self.recorded: list[Recorded] = []
        self._streams: defaultdict[str, list[Recorded]] = defaultdict(list)
        self._grown = asyncio.Event()

    async def load(self, streams: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        """As the port says."""
        return tuple(tuple(self._streams.get(name, ())) for name in streams)

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        """As the port says; without any event it tells the last position."""
        versions: dict[str, int] = {}
        for one in appends:
            version = versions.get(one.stream, len(self._streams.get(one.stream, ())))
            if version != one.expected:
                raise Conflict
            versions[one.stream] = version + len(one.events)
        for one in appends:
            self._write(one, stamp)
        self._grown.set()
        self._grown = asyncio.Event()
        return len(self.recorded)

    async def after(
        self, position: int, *, limit: int = 100, wait: timedelta = timedelta(0)
    ) -> tuple[Recorded, ...]:
        """As the port says."""
        if wait and len(self.recorded) <= position:
            try:
                async with asyncio.timeout(wait.total_seconds()):
                    await self._grown.wait()
            except TimeoutError:
                pass
        return tuple(self.recorded[position : position + limit])

    async def at(self, position: int) -> Recorded:
        """As the port says."""
        if not 0 < position <= len(self.recorded):
            raise KeyError(position)
        return self.recorded[position - 1]

    def _write(self, append: Append, stamp: Stamp) -> None:
        for event in append.events:
            stream = self._streams[append.stream]
            recorded = Recorded(
                position=len(self.recorded) + 1,
                stream=append.stream,
                version=len(stream) + 1,
                stamp=stamp,
                event=event,
            )
            self.recorded.append(recorded)
            stream.append(recorded)
