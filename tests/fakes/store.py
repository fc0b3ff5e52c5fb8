"""A window on a real event store: what was appended, and what may happen just before."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from application.ports import Append, EventStore, Recorded, Stamp

Meanwhile = Callable[[], Awaitable[object]]


class WatchedStore:
    """Passes everything on; before an append it lets whatever a test puts into `meanwhile` happen."""

    def __init__(self, store: EventStore) -> None:
        self.appended: list[tuple[Append, ...]] = []
        self.meanwhile: list[Meanwhile] = []
        self._store = store

    async def load(self, streams: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        return await self._store.load(streams)

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        if self.meanwhile:
            await self.meanwhile.pop(0)()
        position = await self._store.append(appends, stamp)
        self.appended.append(tuple(appends))
        return position

    async def after(
        self, position: int, *, limit: int = 100, wait: timedelta = timedelta(0)
    ) -> tuple[Recorded, ...]:
        return await self._store.after(position, limit=limit, wait=wait)

    async def at(self, position: int) -> Recorded:
        return await self._store.at(position)
