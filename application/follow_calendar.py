"""Following what people do in the barbers' calendars: busy times, and what became of our events."""

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from application.block_times import Columns, block_times
from application.compare_entry import CompareEntry
from application.ledger import Ledger
from application.ports import (
    Bookmark,
    CalendarChanges,
    CalendarItem,
    CalendarReader,
    CalendarRefused,
    CalendarRounds,
    Clock,
    EventStore,
    Round,
    TokenExpired,
)
from application.recording import Recording
from domain.identifiers import AppointmentId
from domain.interval import Interval
from domain.shop import Shop
from domain.wall_time import instant_or_next, local_day

OUR_EVENT = re.compile(r"([0-9a-v]+)g\d+")


class FollowCalendar:
    """Takes what changed in one calendar since the last time into the log.

    It looks at states, not at steps: what is read twice, or out of order, is recorded once. Only
    a reading that is complete takes anything back, so an error never does.
    """

    def __init__(
        self,
        *,
        store: EventStore,
        reader: CalendarReader,
        rounds: CalendarRounds,
        recording: Recording,
        clock: Clock,
        shops: Mapping[str, Shop],
    ) -> None:
        self._store = store
        self._reader = reader
        self._rounds = rounds
        self._recording = recording
        self._clock = clock
        self._shops = shops  # by shop id
        self._compare_entry = CompareEntry(store=store, reader=reader, recording=recording)

    async def __call__(self, taken: Round) -> None:
        """Read the calendar, record what is new, and note how far that was.

        Raises `Unavailable` and `CalendarRefused`, and takes nothing back then.
        """
        now = self._clock.now()
        columns = tuple(self._columns(taken.calendar_id, now))
        if not columns:
            return
        days = _days(columns)
        changes = await self._read(taken.calendar_id, days)
        ours = frozenset(await self._ours(changes.items))
        for column in columns:
            await self._block(column, changes, ours)
            for appointment_id in await self._suspects(column, changes):
                # An event that Google does not tell of keeps nothing else from being followed.
                with contextlib.suppress(CalendarRefused):
                    await self._compare_entry(column.shop, appointment_id, taken.calendar_id, now)
        bookmark = Bookmark(token=changes.token, first=columns[0].days[0], read_at=now)
        await self._rounds.keep(taken, bookmark)

    def _columns(self, calendar_id: str, now: datetime) -> Iterator[Columns]:
        """Whose calendar it is; two barbers may share one."""
        for shop in self._shops.values():
            for barber in shop.barbers:
                if barber.calendar_id == calendar_id:
                    yield Columns(shop=shop, barber=barber, days=_bookable(shop, now), now=now)

    async def _read(self, calendar_id: str, days: tuple[date, Interval]) -> CalendarChanges:
        """What changed; the whole once a day, and where a series changed as such.

        A token tells changes within the days of its whole reading alone.
        """
        first, whole = days
        mark = await self._rounds.bookmark(calendar_id)
        if mark is None or mark.first != first:
            return await self._reader.whole(calendar_id, whole)
        try:
            changes = await self._reader.since(calendar_id, mark.token)
        except TokenExpired:
            return await self._reader.whole(calendar_id, whole)
        if any(item.series for item in changes.items):
            return await self._reader.whole(calendar_id, whole)
        return changes

    async def _ours(self, items: Iterable[CalendarItem]) -> list[str]:
        """The ids of events that an appointment of ours gave its name."""
        ledger = Ledger(self._store)
        found = []
        for item in items:
            appointment_id = appointment_of(item.event_id)
            if appointment_id and (await ledger.appointment(appointment_id)).version:
                found.append(item.event_id)
        return found

    async def _block(
        self, columns: Columns, changes: CalendarChanges, ours: frozenset[str]
    ) -> None:
        foreign = [item for item in changes.items if item.event_id not in ours]
        if not foreign and not changes.whole:
            return

        async def decide(ledger: Ledger) -> None:
            await block_times(ledger, columns, foreign, whole=changes.whole)

        cause = f"calendar:{columns.barber.calendar_id}"
        await self._recording(decide, cause=cause, correlation=cause, policy=columns.shop.version)

    async def _suspects(
        self, columns: Columns, changes: CalendarChanges
    ) -> tuple[AppointmentId, ...]:
        """The appointments whose events changed; of a whole reading all that lie ahead."""
        if not changes.whole:
            named = (appointment_of(item.event_id) for item in changes.items)
            return tuple(one for one in named if one)
        found = {item.event_id: item for item in changes.items}
        ledger = Ledger(self._store)
        diaries = await ledger.diaries(columns.keys)
        claims = [
            one for diary in diaries.values() for one in diary.claims if one.expires_at is None
        ]
        suspects = []
        for claim in claims:
            appointment_id = AppointmentId(claim.id)
            entries = (await ledger.calendar_entries(appointment_id)).state
            item = found.get(entries.standing.event_id) if entries.standing else None
            booked = Interval(start=claim.start, end=claim.end)
            if entries.standing and (item is None or item.time != booked or entries.drift):
                suspects.append(appointment_id)
        return tuple(suspects)


def appointment_of(event_id: str) -> AppointmentId | None:
    """The appointment that an event of that id would be of; `None` where it is none of ours."""
    found = OUR_EVENT.fullmatch(event_id)
    return AppointmentId(found[1]) if found else None


def _bookable(shop: Shop, now: datetime) -> tuple[date, ...]:
    today = local_day(now, shop.zone)
    count = (shop.last_day(today) - today).days + 1
    return tuple(today + timedelta(days=number) for number in range(count))


def _days(columns: tuple[Columns, ...]) -> tuple[date, Interval]:
    """The first day of the first shop, and the time from the first midnight to the last."""
    starts = [instant_or_next(one.days[0], 0, one.shop.zone) for one in columns]
    ends = [instant_or_next(one.days[-1] + timedelta(days=1), 0, one.shop.zone) for one in columns]
    return columns[0].days[0], Interval(start=min(starts), end=max(ends))
