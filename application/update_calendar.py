"""Bringing the barbers' calendars to what the log says of an appointment."""

from collections.abc import Mapping

from application.ledger import Ledger
from application.ports import (
    Calendar,
    CalendarEntry,
    CalendarRefused,
    EntryDeleted,
    EventStore,
    Recorded,
)
from application.recording import Recording
from application.tell_of_calendar import tell_of_calendar
from application.wording import Wording
from domain.appointment import Appointment, Status
from domain.calendar_entry import (
    CalendarEntries,
    CalendarEntryDrifted,
    CalendarEntryEvent,
    CalendarEntryRefused,
    CalendarEntryRemoved,
    CalendarEntryWritten,
)
from domain.identifiers import AppointmentId
from domain.shop import Shop


class UpdateCalendar:
    """Shows one appointment as it stands now, wherever it stood before.

    It looks at states, not at steps: doing it twice, late, or after several changes at once ends
    in the same calendar.
    """

    def __init__(
        self,
        *,
        store: EventStore,
        calendar: Calendar,
        recording: Recording,
        shops: Mapping[str, Shop],
    ) -> None:
        self._store = store
        self._calendar = calendar
        self._recording = recording
        self._shops = shops  # by shop id

    async def __call__(self, position: int) -> None:
        """Update the calendar for the appointment that the event at that position is of.

        Raises `Unavailable` where it may be tried again, and `CalendarRefused`, recorded, where
        a person has to mend something.
        """
        recorded = await self._store.at(position)
        appointment_id = AppointmentId(recorded.stream.partition(":")[2])
        ledger = Ledger(self._store)
        page = await ledger.appointment(appointment_id)
        entries = (await ledger.calendar_entries(appointment_id)).state
        if entries.shown >= page.version:
            return
        wanted: CalendarEntry | None = None
        try:
            wanted = await self._wanted(appointment_id, page.state, entries, ledger)
            events = await self._change(wanted, entries, page.version)
            if wanted is None and entries.standing is None:
                await self._remove_unrecorded(appointment_id, page.state, entries)
        except CalendarRefused as refused:
            event = CalendarEntryRefused(
                calendar_id=wanted.calendar_id if wanted else "",
                reason=refused.reason,
                appointment_version=page.version,
            )
            await self._record(recorded, appointment_id, (event,))
            raise
        await self._record(recorded, appointment_id, events)

    async def _change(
        self, wanted: CalendarEntry | None, entries: CalendarEntries, version: int
    ) -> tuple[CalendarEntryEvent, ...]:
        """Put what is wanted before what is not is removed, so that the visit never vanishes."""
        standing = entries.standing
        same = bool(standing and wanted and standing.event_id == wanted.event_id)
        written: tuple[CalendarEntryEvent, ...] = ()
        if wanted is not None:
            written = (await self._written(wanted, standing if same else None, version),)
        if standing is None or same:
            return written
        await self._calendar.remove(standing.calendar_id, standing.event_id)
        removed = CalendarEntryRemoved(
            calendar_id=standing.calendar_id,
            event_id=standing.event_id,
            appointment_version=version,
        )
        return (removed, *written)

    async def _remove_unrecorded(
        self, appointment_id: AppointmentId, appointment: Appointment, entries: CalendarEntries
    ) -> None:
        """Take out what a worker may have written that died before it could record it."""
        shop = self._shops.get(appointment.booked.shop_id) if appointment.booked else None
        barber = shop.barber(appointment.barber_id) if shop else None
        if barber is not None:
            unrecorded = event_id(appointment_id, barber.calendar_id, entries)
            await self._calendar.remove(barber.calendar_id, unrecorded)

    async def _written(
        self, wanted: CalendarEntry, standing: CalendarEntryWritten | None, version: int
    ) -> CalendarEntryEvent:
        """Write it; what a person deleted is for staff to bring back."""
        try:
            etag = await self._calendar.put(wanted, standing=standing.etag if standing else None)
        except EntryDeleted:
            return CalendarEntryDrifted(
                calendar_id=wanted.calendar_id, event_id=wanted.event_id, start=None, end=None
            )
        return CalendarEntryWritten(
            calendar_id=wanted.calendar_id,
            event_id=wanted.event_id,
            appointment_version=version,
            etag=etag,
        )

    async def _wanted(
        self,
        appointment_id: AppointmentId,
        appointment: Appointment,
        entries: CalendarEntries,
        ledger: Ledger,
    ) -> CalendarEntry | None:
        """The entry that should stand; `None` where none should."""
        booked = appointment.booked
        if appointment.status is not Status.BOOKED or booked is None:
            return None
        if appointment.start is None or appointment.end is None:
            return None
        shop = self._shops[booked.shop_id]
        barber = shop.barber(appointment.barber_id)
        if barber is None:
            raise CalendarRefused("no_such_barber")
        customer = (await ledger.customer(booked.customer_id)).state
        words = Wording(shop, shop.languages[0])
        name = customer.name or words.text("calendar.customer")
        services = words.services(booked.services)
        return CalendarEntry(
            calendar_id=barber.calendar_id,
            event_id=event_id(appointment_id, barber.calendar_id, entries),
            appointment_id=appointment_id,
            start=appointment.start,
            end=appointment.end,
            timezone=shop.timezone,
            summary=words.text("calendar.summary", services=services, customer=name),
            description=words.text(
                "calendar.description",
                code=booked.code,
                services=services,
                length=words.length(appointment.end - appointment.start),
                price=words.money(booked.price),
                customer=name,
            ),
            location=shop.place.address,
        )

    async def _record(
        self,
        recorded: Recorded,
        appointment_id: AppointmentId,
        events: tuple[CalendarEntryEvent, ...],
    ) -> None:
        async def decide(ledger: Ledger) -> None:
            page = await ledger.calendar_entries(appointment_id)
            new = [one for one in events if one != page.state.drift]
            page.record(new)
            booked = (await ledger.appointment(appointment_id)).state.booked
            if booked is not None and booked.shop_id in self._shops:
                await tell_of_calendar(ledger, self._shops[booked.shop_id], appointment_id, new)

        await self._recording(
            decide,
            cause=f"event:{recorded.position}",
            correlation=recorded.stamp.correlation,
        )


def event_id(appointment_id: AppointmentId, calendar_id: str, entries: CalendarEntries) -> str:
    """The id of the entry, the same however often it is written.

    Google never gives the id of a deleted event away again, so that an entry that changes its
    calendar begins a new generation.
    """
    standing = entries.standing
    if standing is not None and standing.calendar_id == calendar_id:
        return standing.event_id
    generation = entries.generation + (1 if standing else 0)
    return f"{appointment_id}g{generation}"
