"""Where the barbers' calendars and the appointments disagree, for staff to decide."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from application.ledger import Ledger
from application.ports import EventStore
from domain.appointment import Appointment, AppointmentBooked, Status
from domain.calendar_entry import (
    CalendarConflictFound,
    CalendarEntries,
    CalendarEntryDrifted,
)
from domain.diary import DiaryKey
from domain.identifiers import AppointmentId, BarberId
from domain.interval import Interval
from domain.shop import Shop
from domain.shop_settings import ShopSettingsLoaded, stream
from domain.wall_time import local_day


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """An appointment ahead, and what stands against it in the calendar."""

    booked: AppointmentBooked
    barber_id: BarberId
    time: Interval
    drift: CalendarEntryDrifted | None
    conflicts: tuple[CalendarConflictFound, ...]


def matter_of(appointment: Appointment, entries: CalendarEntries, now: datetime) -> Matter | None:
    """What is open about the appointment; `None` where nothing is, or the visit began or is off."""
    booked, start, end = appointment.booked, appointment.start, appointment.end
    if appointment.status is not Status.BOOKED or booked is None or start is None or end is None:
        return None
    time = Interval(start=start, end=end)
    drift = entries.drift
    if drift is not None and (drift.start, drift.end) == (start, end):
        drift = None
    over = (one for one in entries.conflicts if one.start < end and start < one.end)
    conflicts = tuple(sorted(over, key=lambda one: (one.start, one.event_id)))
    if start <= now or not (drift or conflicts):
        return None
    return Matter(
        booked=booked,
        barber_id=appointment.barber_id,
        time=time,
        drift=drift,
        conflicts=conflicts,
    )


async def open_matters(
    store: EventStore, shops: Iterable[Shop], now: datetime
) -> tuple[Matter, ...]:
    """Everything that is open about appointments ahead, the earliest first. Raises `Unavailable`.

    They are found by the diaries of these shops, where each of them has its time: those of every
    barber, and of every day that can be booked, by the settings now and by any on record. What is
    open at a shop that is not among these is not found, for nobody could settle it.
    """
    ledger = Ledger(store)
    keys = [key for shop in shops for key in await _keys(store, shop, now)]
    diaries = await ledger.diaries(keys)
    claims = (one for diary in diaries.values() for one in diary.claims)
    booked = [AppointmentId(one.id) for one in claims if one.expires_at is None]
    found = [await _matter(ledger, one, now) for one in booked]
    return tuple(sorted((one for one in found if one), key=lambda one: one.time))


async def _matter(ledger: Ledger, appointment_id: AppointmentId, now: datetime) -> Matter | None:
    entries = (await ledger.calendar_entries(appointment_id)).state
    if not (entries.drift or entries.conflicts):
        return None
    return matter_of((await ledger.appointment(appointment_id)).state, entries, now)


async def _keys(store: EventStore, shop: Shop, now: datetime) -> list[DiaryKey]:
    (history,) = await store.load([stream(shop.id)])
    known = [one.event.shop for one in history if isinstance(one.event, ShopSettingsLoaded)]
    today = local_day(now, shop.zone)
    days = (max(one.last_day(today) for one in (shop, *known)) - today).days + 1
    barbers = dict.fromkeys(barber.id for one in (shop, *known) for barber in one.barbers)
    return [
        DiaryKey(shop_id=shop.id, barber_id=barber_id, day=today + timedelta(days=number))
        for barber_id in barbers
        for number in range(days)
    ]
