"""Staff choose between an appointment and what stands in the calendar against it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

from application.cancel_appointment import cancel_appointment
from application.desk import Desk
from application.ledger import Ledger
from application.move_appointment import move_appointment
from application.open_matters import Matter, matter_of
from application.ports import Clock, EventStore, Identities
from application.recording import Recording
from domain.errors import Reason, SlotRefused
from domain.identifiers import AppointmentId
from domain.openings import Opening
from domain.shop import Shop
from domain.wall_time import local_day

INSTANT = timedelta(microseconds=1)


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

    async def restore(self, appointment_id: AppointmentId) -> Matter:
        """Keep the appointment as it is booked, and have the calendar show it.

        An event of somebody else's that lies over it is let be. Raises `NothingOpen` and
        `Unavailable`.
        """
        return await self._settle(appointment_id, "restored")

    async def accept(self, appointment_id: AppointmentId) -> Matter:
        """Take what the calendar says: move the appointment to where its event was moved.

        It is cancelled where its event was deleted, or where another event lies over it. Raises
        `NothingOpen`, `Unavailable`, and `SlotRefused` where the new time is not free.
        """
        return await self._settle(appointment_id, "accepted")

    async def _settle(
        self, appointment_id: AppointmentId, how: Literal["restored", "accepted"]
    ) -> Matter:
        settled: list[Matter] = []

        async def decide(ledger: Ledger) -> None:
            now = self._clock.now()
            page = await ledger.appointment(appointment_id)
            entries = await ledger.calendar_entries(appointment_id)
            matter = matter_of(page.state, entries.state, now)
            shop = self._shops.get(matter.booked.shop_id) if matter else None
            if matter is None or shop is None:
                raise NothingOpen
            entries.record(entries.state.settle(how))
            if how == "accepted":
                desk = Desk(shop=shop, ledger=ledger, identities=self._identities, now=now)
                await _accept(desk, appointment_id, matter)
            settled.append(matter)

        cause = f"{how}:{appointment_id}"
        await self._recording(decide, cause=cause, correlation=cause)
        return settled[-1]


async def _accept(desk: Desk, appointment_id: AppointmentId, matter: Matter) -> None:
    drift, zone = matter.drift, desk.shop.zone
    if drift is None or drift.start is None or drift.end is None:
        await cancel_appointment(desk, appointment_id, by="staff")
        return
    if local_day(drift.start, zone) != local_day(drift.end - INSTANT, zone):
        raise SlotRefused(Reason.CLOSED)  # no appointment crosses the shop's midnight
    opening = Opening(start=drift.start, end=drift.end, barber_id=matter.barber_id)
    await move_appointment(desk, appointment_id, opening=opening, hold_id=None)
