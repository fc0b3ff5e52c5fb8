"""Reading a barber's calendar just before a confirmation, where it was last read too long ago."""

import asyncio
from datetime import timedelta

from application.follow_calendar import FollowCalendar
from application.ports import CalendarRefused, CalendarRounds, Clock, Round, Unavailable

STALE = timedelta(minutes=5)
BUDGET = timedelta(seconds=2)
LOOK_AGAIN = 0.05  # seconds, while somebody else reads it


class FreshCalendars:
    """Sees to it that what a diary knows of a calendar is at most five minutes old."""

    def __init__(
        self,
        *,
        follow_calendar: FollowCalendar,
        rounds: CalendarRounds,
        clock: Clock,
        budget: timedelta = BUDGET,
    ) -> None:
        self._follow_calendar = follow_calendar
        self._rounds = rounds
        self._clock = clock
        self._budget = budget.total_seconds()

    async def __call__(self, calendar_id: str) -> bool:
        """Whether it is; `False` where the calendar could not be read within two seconds.

        What is read stands in the diary then, so that whoever has loaded that before meets a
        conflict and decides again.
        """
        try:
            async with asyncio.timeout(self._budget):
                await self._read(calendar_id)
        except (Unavailable, CalendarRefused, TimeoutError):
            return False
        return True

    async def _read(self, calendar_id: str) -> None:
        while not await self._is_fresh(calendar_id):
            taken = await self._rounds.hold(calendar_id)
            if taken is not None:
                await self._follow(taken)
                return
            await asyncio.sleep(LOOK_AGAIN)

    async def _is_fresh(self, calendar_id: str) -> bool:
        mark = await self._rounds.bookmark(calendar_id)
        return mark is not None and abs(self._clock.now() - mark.read_at) <= STALE

    async def _follow(self, taken: Round) -> None:
        try:
            await self._follow_calendar(taken)
        finally:
            await self._rounds.end(taken, again=None)
