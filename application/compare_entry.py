"""Comparing an appointment's event, as it stands in the calendar, with what is booked."""

from datetime import datetime

from application.ledger import Ledger
from application.ports import CalendarReader, EventStore
from application.recording import Recording
from application.tell_of_calendar import tell_of_calendar
from domain.appointment import Status
from domain.identifiers import AppointmentId
from domain.interval import Interval
from domain.shop import Shop


class CompareEntry:
    """Records a drift where a person moved or deleted the event, and its end where it is undone."""

    def __init__(self, *, store: EventStore, reader: CalendarReader, recording: Recording) -> None:
        self._store = store
        self._reader = reader
        self._recording = recording

    async def __call__(
        self, shop: Shop, appointment_id: AppointmentId, calendar_id: str, now: datetime
    ) -> None:
        """Look at the event at this moment: a list may be older than our own last write.

        Nothing where the visit began or stands no more, a change of ours is still on its way, or it
        is another shop's, of which that shop's owner is to hear. Raises `Unavailable` and `CalendarRefused`.
        """

        async def decide(ledger: Ledger) -> None:
            entries = await ledger.calendar_entries(appointment_id)
            appointment = await ledger.appointment(appointment_id)
            standing, state = entries.state.standing, appointment.state
            if state.status is not Status.BOOKED or state.start is None or state.end is None:
                return
            if state.booked is None or state.booked.shop_id != shop.id:
                return
            if standing is None or standing.calendar_id != calendar_id or state.start <= now:
                return
            if entries.state.shown < appointment.version:
                return
            found = await self._reader.item(calendar_id, standing.event_id)
            booked = Interval(start=state.start, end=state.end)
            events = entries.state.see(found.time, booked)
            entries.record(events)
            await tell_of_calendar(ledger, shop, appointment_id, events)

        cause = f"calendar:{calendar_id}"
        await self._recording(decide, cause=cause, correlation=cause)
