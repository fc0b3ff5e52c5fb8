"""The part of a worker that keeps the calendars, over real HTTP, on a virtual clock."""

from datetime import timedelta

from application.effects import errand
from application.ledger import Ledger
from application.ports import Append, Lease, Stamp
from application.recording import Recording
from application.relay_effects import RelayEffects
from application.update_calendar import UpdateCalendar
from chaos.memory_log import MemoryLog
from chaos.races.wishes import NOW, SHOP
from chaos.virtual_clock import VirtualClock
from domain import appointment
from domain.appointment import AppointmentEvent
from domain.calendar_entry import CalendarEntries
from domain.identifiers import AppointmentId
from entrypoints.handling import GIVEN_UP_AFTER, Handling
from entrypoints.heartbeat import Heartbeat
from infrastructure.google.calendar import GoogleCalendar
from infrastructure.identities import RandomIdentities
from infrastructure.redis.clients import connect_async
from tests.fakes.clock import StandingClock
from tests.fakes.mailboxes import InMemoryMailboxes

VISIT = AppointmentId("0123456789abcdef")
AT_ONCE = timedelta(0)
LONGEST = 2_000  # tries; twelve hours have some two hundred
ENOUGH = 12  # tries of an outage that lasts for ever, where it is not to be sat through


class NeverQuiet(Exception):
    """Something goes round and round."""


class BackOffice:
    """One appointment's log, its letters, and whoever handles them.

    With `leaps`, nobody works from the twelfth try on until the letter's time is over.
    """

    def __init__(self, calendar: GoogleCalendar, clock: VirtualClock, *, leaps: bool) -> None:
        self._clock = clock
        self._leaps = leaps
        self._log = MemoryLog()
        self._mailboxes = InMemoryMailboxes(RandomIdentities(), seconds=lambda: clock.seconds)
        self._relay = RelayEffects(store=self._log, relay=self._mailboxes)
        heartbeat = Heartbeat(connect_async("unix:///nowhere"))
        self._handling = Handling(self._mailboxes, heartbeat=heartbeat, apologies={})
        self._update = UpdateCalendar(
            store=self._log,
            calendar=calendar,
            recording=Recording(store=self._log, clock=StandingClock(NOW), actor="calendar"),
            shops={SHOP.id: SHOP},
        )

    async def happens(self, *events: AppointmentEvent) -> None:
        """Record what became of the appointment."""
        stream = appointment.stream(VISIT)
        (history,) = await self._log.load([stream])
        stamp = Stamp(at=NOW, actor="bot", cause="chaos", correlation="chaos")
        await self._log.append([Append(stream=stream, expected=len(history), events=events)], stamp)

    async def tries(self) -> bool:
        """Handle what is due now, or let time pass until something is; `False` if nothing ever is."""
        while await self._relay(wait=AT_ONCE):
            pass
        lease = await self._mailboxes.take("calendar", wait=AT_ONCE)
        if lease is not None:
            return await self._handling(lease, self._handle)
        due = self._mailboxes.due("calendar")
        if due == float("inf"):
            return False
        self._clock.forward_to(due)
        return await self.tries()

    async def works(self) -> None:
        """Try until nothing is left to do. Raises `NeverQuiet`."""
        for number in range(LONGEST):
            if not await self.tries():
                return
            if self._leaps and number == ENOUGH:
                self._clock.forward_to(self._clock.seconds + GIVEN_UP_AFTER.total_seconds())
        raise NeverQuiet

    async def dead(self) -> int:
        """How many letters lie with the dead ones."""
        return len(await self._mailboxes.of("calendar"))

    async def sends_again(self) -> None:
        """What staff does once all is mended."""
        for letter in await self._mailboxes.of("calendar"):
            await self._mailboxes.resend("calendar", letter.id)
        await self.works()

    async def entries(self) -> CalendarEntries:
        """What the log knows of the calendars."""
        return (await Ledger(self._log).calendar_entries(VISIT)).state

    async def _handle(self, lease: Lease) -> int:
        await self._update(errand(lease.letters[-1]).position)
        return len(lease.letters)
