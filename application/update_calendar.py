"""Bringing the barbers' calendars to what the log says of an appointment."""

import contextlib
from collections.abc import Iterable, Mapping, Sequence

from application.ledger import Ledger
from application.ports import (
    Calendar,
    CalendarEntry,
    CalendarRefused,
    EntryDeleted,
    EventStore,
    Recorded,
    Unavailable,
)
from application.recording import ATTEMPTS, Recording
from application.tell_of_calendar import tell_of_calendar
from application.wanted_entry import wanted_entry
from domain.calendar_entry import (
    CalendarEntries,
    CalendarEntryBegun,
    CalendarEntryDrifted,
    CalendarEntryEvent,
    CalendarEntryRefused,
    CalendarEntryRemoved,
    CalendarEntryWritten,
)
from domain.identifiers import AppointmentId
from domain.shop import Shop


class _Overtaken(Exception):
    """Somebody else recorded something about the entries since they were read."""


class UpdateCalendar:
    """Shows one appointment as it stands now, wherever it stood before.

    It looks at states, not at steps: doing it twice, late, or after several changes at once ends
    in the same calendar. A new entry is noted before it is written, so that whoever comes after a
    worker that died in between knows of it.
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
        written: list[CalendarEntryBegun] = []
        for _ in range(ATTEMPTS):
            with contextlib.suppress(_Overtaken):
                await self._show(recorded, written)
                return
        raise Unavailable("log")

    async def _show(self, recorded: Recorded, written: list[CalendarEntryBegun]) -> None:
        """Show it; `written` is what this call wrote before it was overtaken.

        That may be a stray by now, or have overwritten what stands.
        """
        ledger = Ledger(self._store)
        appointment_id = AppointmentId(recorded.stream.partition(":")[2])
        version = (await ledger.appointment(appointment_id)).version
        entries = await ledger.calendar_entries(appointment_id)
        if entries.state.shown >= version and not written:
            return
        wanted: CalendarEntry | None = None
        try:
            wanted = await wanted_entry(ledger, self._shops, appointment_id)
            await self._begin(recorded, entries.version, entries.state, wanted)
            events = await self._change(wanted, entries.state, version, written)
        except CalendarRefused as refused:
            event = CalendarEntryRefused(
                calendar_id=wanted.calendar_id if wanted else "",
                reason=refused.reason,
                appointment_version=version,
            )
            await self._record(recorded, (event,))
            raise
        await self._record(recorded, events, seen=entries.version)

    async def _begin(
        self, recorded: Recorded, seen: int, entries: CalendarEntries, wanted: CalendarEntry | None
    ) -> None:
        """Note a new entry before it is written, and look again at what is recorded then."""
        if wanted is None or _standing(entries, wanted):
            return
        noted = entries.begin(_place(wanted))
        if noted:
            await self._record(recorded, noted, seen=seen)
            raise _Overtaken

    async def _change(
        self,
        wanted: CalendarEntry | None,
        entries: CalendarEntries,
        version: int,
        written: list[CalendarEntryBegun],
    ) -> tuple[CalendarEntryEvent, ...]:
        """Put what is wanted before what is not is removed, so that the visit never vanishes."""
        shown: tuple[CalendarEntryEvent, ...] = ()
        if wanted is not None:
            shown = (await self._written(wanted, entries, version),)
            written.append(_place(wanted))
        gone = entries.beside(_place(wanted) if wanted else None, *written)
        await self._remove(gone)
        removed = (
            CalendarEntryRemoved(
                calendar_id=one.calendar_id, event_id=one.event_id, appointment_version=version
            )
            for one in gone
        )
        return (*removed, *shown)

    async def _written(
        self, wanted: CalendarEntry, entries: CalendarEntries, version: int
    ) -> CalendarEntryEvent:
        """Write it; what a person deleted is for staff to bring back."""
        standing = _standing(entries, wanted)
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

    async def _remove(self, entries: Iterable[CalendarEntryBegun]) -> None:
        for one in entries:
            await self._calendar.remove(one.calendar_id, one.event_id)

    async def _record(
        self,
        recorded: Recorded,
        events: Sequence[CalendarEntryEvent],
        *,
        seen: int | None = None,
    ) -> None:
        """Record it. Raises `_Overtaken` where the entries are not at the version that was seen."""
        appointment_id = AppointmentId(recorded.stream.partition(":")[2])

        async def decide(ledger: Ledger) -> None:
            page = await ledger.calendar_entries(appointment_id)
            if seen is not None and page.version != seen:
                raise _Overtaken
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


def _place(entry: CalendarEntry) -> CalendarEntryBegun:
    return CalendarEntryBegun(calendar_id=entry.calendar_id, event_id=entry.event_id)


def _standing(entries: CalendarEntries, wanted: CalendarEntry) -> CalendarEntryWritten | None:
    """What stands, if that is the wanted entry."""
    standing = entries.standing
    return standing if standing and standing.place == _place(wanted) else None
