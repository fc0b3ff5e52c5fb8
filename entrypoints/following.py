"""Following the barbers' calendars beside the worker, until it is told to stop."""

import asyncio
import contextlib
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from application.ports import CalendarRefused, CalendarRounds, Round, Unavailable
from entrypoints.lasting_trouble import LastingTrouble
from infrastructure.ending import end

EVERY = timedelta(seconds=60)
AFTER_AN_OUTAGE = timedelta(seconds=30)
AFTER_A_REFUSAL = timedelta(minutes=5)
SIDE_BY_SIDE = 2
WATCHED_AGAIN = 600.0  # seconds
LOOK_EVERY = 0.5  # seconds; a push notification is heeded within
LONGEST = 45.0  # seconds; less than the lease of a round

log = logging.getLogger("barbershop.calendars")


class Following:
    """Follows each calendar every minute, and at once when it is hurried.

    Workers share the calendars: each is followed by one of them at a time.
    """

    def __init__(
        self,
        *,
        follow_calendar: Callable[[Round], Awaitable[None]],
        watch_calendar: Callable[[str], Awaitable[None]],
        rounds: CalendarRounds,
        calendar_ids: Sequence[str],
    ) -> None:
        self._follow_calendar = follow_calendar
        self._watch_calendar = watch_calendar
        self._unwatched: dict[str, float] = {}
        self._rounds = rounds
        self._calendar_ids = tuple(calendar_ids)
        self._trouble = LastingTrouble(timedelta(seconds=LOOK_EVERY))
        self._stopping = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin to follow, in the background."""
        self._stopping.clear()
        self._tasks = [asyncio.create_task(self._run()) for _ in range(SIDE_BY_SIDE)]

    async def stop(self) -> None:
        """Let go at once; what is not finished is read again by another."""
        self._stopping.set()
        await end(*self._tasks)
        self._tasks = []

    async def _run(self) -> None:
        enrolled = False
        while not self._stopping.is_set():
            try:
                if not enrolled:
                    await self._rounds.enrol(self._calendar_ids)
                    enrolled = True
                taken = await self._rounds.take()
                if taken is not None:
                    await self._follow(taken)
                if self._trouble.over():
                    log.info("following calendars goes on")
                if taken is not None:
                    continue
            except Unavailable as outage:
                if self._trouble.again(outage.service):
                    log.warning("following calendars waits for %s", outage.service)
            except Exception as error:
                if self._trouble.again(repr(error)):
                    log.exception("following calendars failed")
            await self._pause()

    async def _follow(self, taken: Round) -> None:
        again = AFTER_AN_OUTAGE
        try:
            async with asyncio.timeout(LONGEST):
                # In this order, so that no change falls between the reading and the channel.
                await self._watch(taken.calendar_id)
                await self._follow_calendar(taken)
            again = EVERY
        except (Unavailable, TimeoutError) as outage:
            log.warning("a calendar could not be read: %s", outage)
            if isinstance(outage, Unavailable) and outage.retry_after is not None:
                again = max(again, outage.retry_after)
        except CalendarRefused as refused:
            again = AFTER_A_REFUSAL
            log.error("Google refuses to show %s: %s", taken.calendar_id, refused.reason)  # noqa: TRY400 - the reason says it all
        finally:
            await self._rounds.end(taken, again=_about(again))

    async def _watch(self, calendar_id: str) -> None:
        """Be told of changes; where Google refuses that, the calendar is read every minute."""
        now = asyncio.get_running_loop().time()
        if now < self._unwatched.get(calendar_id, 0.0):
            return
        try:
            await self._watch_calendar(calendar_id)
        except (Unavailable, CalendarRefused) as failure:
            self._unwatched[calendar_id] = now + WATCHED_AGAIN
            log.warning("changes of %s are not told: %s", calendar_id, failure)

    async def _pause(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), LOOK_EVERY)


def _about(length: timedelta) -> timedelta:
    """A little less, so that many calendars are not read in the same moment for ever."""
    return length * random.uniform(0.9, 1.0)  # noqa: S311 - not a secret
