"""Staff choose between an appointment and what stands in the calendar against it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

import msgspec

from application.cancel_appointment import cancel_appointment
from application.desk import Desk
from application.ledger import Ledger
from application.move_appointment import move_appointment
from application.open_matters import Matter, matter_of
from application.ports import Clock, EventStore, Identities
from application.recording import Recording
from application.tell_customer import tell_of_cancellation, tell_of_move
from domain.errors import Reason, SlotRefused
from domain.identifiers import AppointmentId
from domain.openings import Opening
from domain.shop import Shop
from domain.wall_time import local_day

INSTANT = timedelta(microseconds=1)


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What was settled, and whether the customer is told; `None` where there is nothing to tell."""

    matter: Matter
    told: bool | None = None


class NothingOpen(Exception):
    """Calendar and appointment agree, or there is no such appointment ahead."""


class SettleMatter:
    """Does what staff chose, once: the second time nothing is open any more."""

    def __init__(
        self, *, store: EventStore, clock: Clock, identities: Identities, shops: Mapping[str, Shop]
    ) -> None:
        self._clock = clock
        self._identities = identities
        self._shops = shops  # by shop id
        self._recording = Recording(store=store, clock=clock, actor="staff")

    async def restore(self, appointment_id: AppointmentId) -> Settled:
        """Keep the appointment as it is booked, and have the calendar show it.

        An event of somebody else's that lies over it is let be. Raises `NothingOpen` and
        `Unavailable`.
        """
        return await self._settle(appointment_id, "restored")

    async def accept(self, appointment_id: AppointmentId) -> Settled:
        """Take what the calendar says: move the appointment to where its event was moved.

        It is cancelled where its event was deleted, or where another event lies over it. What the
        customer is told of it is recorded with it. Raises `NothingOpen`, `Unavailable`, and
        `SlotRefused` where the new time is not free.
        """
        return await self._settle(appointment_id, "accepted")

    async def _settle(
        self, appointment_id: AppointmentId, how: Literal["restored", "accepted"]
    ) -> Settled:
        settled: list[Settled] = []

        async def decide(ledger: Ledger) -> None:
            now = self._clock.now()
            page = await ledger.appointment(appointment_id)
            entries = await ledger.calendar_entries(appointment_id)
            matter = matter_of(page.state, entries.state, now)
            shop = self._shops.get(matter.booked.shop_id) if matter else None
            if matter is None or shop is None:
                raise NothingOpen
            entries.record(entries.state.settle(how))
            told = None
            if how == "accepted":
                desk = Desk(shop=shop, ledger=ledger, identities=self._identities, now=now)
                told = await _accept(desk, appointment_id, matter)
            settled.append(Settled(matter=matter, told=told))

        cause = f"{how}:{appointment_id}"
        await self._recording(decide, cause=cause, correlation=cause)
        return settled[-1]


async def _accept(desk: Desk, appointment_id: AppointmentId, matter: Matter) -> bool:
    """Do what the calendar says, and tell the customer; whether that can be."""
    drift, zone = matter.drift, desk.shop.zone
    if drift is None or drift.start is None or drift.end is None:
        await cancel_appointment(desk, appointment_id, by="staff")
        was = Opening(start=matter.time.start, end=matter.time.end, barber_id=matter.barber_id)
        return await tell_of_cancellation(desk, matter.booked, was)
    if local_day(drift.start, zone) != local_day(drift.end - INSTANT, zone):
        raise SlotRefused(Reason.CLOSED)  # no appointment crosses the shop's midnight
    if any(desk.shop.service(one) is None for one in matter.booked.services):
        raise SlotRefused(Reason.NOT_OFFERED)  # nobody knows by now which buffers it needs
    opening = Opening(start=drift.start, end=drift.end, barber_id=matter.barber_id)
    await move_appointment(desk, appointment_id, opening=opening, hold_id=None)
    return await tell_of_move(desk, matter.booked, opening)
