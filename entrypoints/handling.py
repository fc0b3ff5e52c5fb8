"""What becomes of a mailbox that was taken: done with, given back for later, parked or less a letter."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from application.known_shop import NoSuchShop
from application.ports import (
    CalendarRefused,
    DoubtRemains,
    Held,
    InDoubt,
    Lease,
    Mailboxes,
    NewerEvent,
    NumberPaused,
    PerhapsRefused,
    Queue,
    Reason,
    SendRefused,
    Throttled,
    Unavailable,
)
from entrypoints.heartbeat import Heartbeat
from entrypoints.refusals import tell_of_pause, why_refused

SHORTEST_PAUSE, LONGEST_PAUSE = 0.25, 300.0
FAULTS = 5
LOSSES = 10  # takers that died over the same letter, before it is taken for the cause
GIVEN_UP_AFTER = timedelta(hours=12)  # of outages; a customer has the answer by then or calls
LONGEST_DOUBT = 60.0  # seconds between two looks whether a status has come
LONGEST_QUEUE = 1.0  # seconds; who waits for a turn comes back some time after it
LONGEST_TURN = 60.0  # seconds; everything outside has shorter time-outs

UPSTREAMS: Mapping[Queue, str] = {"outbox": "whatsapp", "calendar": "google"}

NO_TIME = timedelta(0)

Hindrance = Held | Unavailable | DoubtRemains | SendRefused | CalendarRefused | NoSuchShop
HINDRANCES = (Held, Unavailable, DoubtRemains, SendRefused, CalendarRefused, NoSuchShop)
Handler = Callable[[Lease], Awaitable[int]]
Apology = Callable[[Lease], Awaitable[None]]

log = logging.getLogger("barbershop.worker")


class Handling:
    """Does what the letters of a lease ask, and gives the mailbox back however that went.

    A letter that made it fail five times is buried, and the next one is taken; in a queue with an
    apology it parks its mailbox instead, after that.
    """

    def __init__(
        self, mailboxes: Mailboxes, *, heartbeat: Heartbeat, apologies: Mapping[Queue, Apology]
    ) -> None:
        self._mailboxes = mailboxes
        self._heartbeat = heartbeat
        self._apologies = apologies

    async def __call__(self, lease: Lease, handler: Handler) -> bool:
        """Handle it, and tell whether it was still ours when it was given back.

        Raises `Unavailable` where it could not be given back; it then comes to another.
        """
        if lease.queue in self._apologies and lease.deliveries > LOSSES:
            return await self._park(lease, why="lost")
        try:
            async with asyncio.timeout(LONGEST_TURN):
                handled = await handler(lease)
        except HINDRANCES as hindrance:
            return await self._after(lease, hindrance)
        except Exception as error:
            log.exception("a letter of %s could not be handled", lease.queue)
            return await self._after_fault(lease, error)
        self._note(lease.queue, up=True)
        return await self._mailboxes.done(lease, handled)

    async def _after(self, lease: Lease, hindrance: Hindrance) -> bool:
        match hindrance:
            case Held():
                return await self._after_hold(lease, hindrance)
            case InDoubt():
                return await self._in_doubt(lease)
            case Unavailable():
                return await self._after_outage(lease, hindrance)
            case DoubtRemains():
                log.error("whether a message was sent is unknown: see `barbershop dead-letters`")
                return await self._mailboxes.bury(lease, why="in doubt")
            case SendRefused() | CalendarRefused():
                return await self._after_refusal(lease, hindrance)
            case NoSuchShop():
                return await self._without_shop(lease, hindrance)

    async def _in_doubt(self, lease: Lease) -> bool:
        """Look again soon, then less often, whether a status has told that it was sent."""
        if lease.queue == "seen":
            return await self._mailboxes.done(lease, len(lease.letters))
        pause = _growing(lease.doubts.times + 2, LONGEST_DOUBT)
        return await self._mailboxes.postpone(lease, by=pause, reason="doubt")

    async def _after_outage(self, lease: Lease, outage: Unavailable) -> bool:
        """Try again later. What waits for our own log does so soon, and it does not count."""
        if lease.queue == "seen":
            return await self._mailboxes.done(lease, len(lease.letters))
        if outage.service != UPSTREAMS.get(lease.queue):
            return await self._mailboxes.postpone(lease, by=_soon(outage), counts=False)
        self._note(lease.queue, up=False)
        if isinstance(outage, PerhapsRefused) and lease.outages.times >= outage.tries:
            log.error("%s was refused again: %s", lease.queue, why_refused(outage.code))
            return await self._mailboxes.bury(lease, why=f"refused:{outage.code}")
        if lease.outages.lasted >= GIVEN_UP_AFTER:
            return await self._mailboxes.bury(lease, why=f"unavailable:{outage.service}")
        pause = max(outage.retry_after or NO_TIME, _pause(outage, lease.outages.times))
        return await self._mailboxes.postpone(lease, by=pause, reason="outage")

    async def _after_hold(self, lease: Lease, held: Held) -> bool:
        """Come back when it may go out; that is no try."""
        reason: Reason | None = "outage" if held.counted else None
        if isinstance(held, NumberPaused):
            self._note(lease.queue, up=False)
            tell_of_pause(held)
            reason = "pause"
        by = held.by + timedelta(seconds=random.uniform(0, LONGEST_QUEUE))  # noqa: S311 - no secret
        return await self._mailboxes.postpone(lease, by=by, counts=False, reason=reason)

    async def _after_refusal(self, lease: Lease, refused: SendRefused | CalendarRefused) -> bool:
        self._note(lease.queue, up=True)
        if lease.queue == "seen":
            return await self._mailboxes.done(lease, len(lease.letters))
        why = why_refused(refused.code) if isinstance(refused, SendRefused) else refused.reason
        words = "%s was refused (%s): the letter lies with the dead ones"
        log.error(words, lease.queue, why, exc_info=refused)
        return await self._mailboxes.bury(lease, why=f"refused:{refused}")

    async def _without_shop(self, lease: Lease, missing: NoSuchShop) -> bool:
        """Bury it, so that the customer's messages to other shops do not wait for it."""
        words = (
            "%s is of a shop that the settings do not have (%s): the letter lies with the dead ones"
        )
        log.error(words, lease.queue, missing.shop)
        return await self._mailboxes.bury(lease, why=f"refused:{missing}")

    async def _after_fault(self, lease: Lease, error: Exception) -> bool:
        why = f"fault:{type(error).__name__}"
        if lease.deliveries < FAULTS:
            return await self._mailboxes.postpone(lease, by=_backoff(lease.deliveries))
        if lease.queue in self._apologies:
            return await self._park(lease, why=why)
        return await self._mailboxes.bury(lease, why=why)

    async def _park(self, lease: Lease, *, why: str) -> bool:
        """Park the mailbox after the apology, or without one where that is the worker's fault too."""
        try:
            await self._apologies[lease.queue](lease)
        except Unavailable as outage:
            return await self._mailboxes.postpone(lease, by=_soon(outage), counts=False)
        except NoSuchShop as missing:
            return await self._without_shop(lease, missing)
        except Exception:
            log.exception("nobody could apologise for a letter of %s", lease.queue)
        log.error("a mailbox of %s is parked: see `barbershop dead-letters`", lease.queue)
        return await self._mailboxes.park(lease, why=why)

    def _note(self, queue: Queue, *, up: bool) -> None:
        if queue in UPSTREAMS:
            self._heartbeat.note(UPSTREAMS[queue], up=up)


def _soon(outage: Unavailable) -> timedelta:
    longest = 15.0 if isinstance(outage, NewerEvent) else 1.5
    return timedelta(seconds=random.uniform(longest / 3, longest))  # noqa: S311 - not a secret


def _pause(outage: Unavailable, times: int) -> timedelta:
    """Meta's own advice where a person had too many messages (131056): 4^n seconds, n from 0.

    What is worth few tries gets them a minute and four minutes later, after a short disturbance.
    """
    if isinstance(outage, Throttled) and outage.whom == "person":
        return timedelta(seconds=min(LONGEST_PAUSE, 4.0 ** min(times, 16)))
    if isinstance(outage, PerhapsRefused):
        return timedelta(seconds=min(LONGEST_PAUSE, 60 * 4.0 ** min(times, 16)))
    return _backoff(times + 1)


def _backoff(deliveries: int) -> timedelta:
    """Longer each time, up to five minutes, with jitter so that many do not come at once."""
    return _growing(deliveries, LONGEST_PAUSE)


def _growing(times: int, most: float) -> timedelta:
    longest = min(most, SHORTEST_PAUSE * 2 ** min(times, 16))
    return timedelta(seconds=random.uniform(longest / 2, longest))  # noqa: S311 - not a secret
