"""Taking the time of calendar events out of a barber's diaries, and giving it back."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

import msgspec

from application.ledger import Ledger
from application.ports import CalendarItem
from application.tell_of_calendar import tell_of_calendar
from domain.calendar_entry import CalendarConflictFound
from domain.diary import Block, Diary, DiaryKey, TimeBlocked
from domain.identifiers import AppointmentId, BlockId
from domain.interval import Interval
from domain.local_days import parts
from domain.shop import Barber, Shop


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """The diaries of one barber for the days that can be booked, and the moment."""

    shop: Shop
    barber: Barber
    days: tuple[date, ...]
    now: datetime

    def key(self, day: date) -> DiaryKey:
        """The diary of that day."""
        return DiaryKey(shop_id=self.shop.id, barber_id=self.barber.id, day=day)

    @property
    def keys(self) -> tuple[DiaryKey, ...]:
        """All of the diaries."""
        return tuple(self.key(day) for day in self.days)


async def block_times(
    ledger: Ledger, columns: Columns, items: Iterable[CalendarItem], *, whole: bool
) -> None:
    """Have the diaries blocked where the items are busy, and nowhere else by them.

    In a whole reading what is missing blocks nothing any more. Appointments that a busy item
    overlaps get a conflict, and lose it when the item makes way.
    """
    diaries = await ledger.diaries(columns.keys)
    wanted = {item.event_id: _by_day(columns, item) for item in items}
    for key, diary in diaries.items():
        gone = [one for one in _of_calendars(diary) if _is_gone(one, key.day, wanted, whole=whole)]
        for block in gone:
            await _unblock(ledger, columns, key, block)
        for event_id, days in wanted.items():
            if key.day in days:
                await _block(ledger, columns, key, event_id, days[key.day])


def _by_day(columns: Columns, item: CalendarItem) -> Mapping[date, Interval]:
    if item.time is None or not item.busy:
        return {}
    return parts(item.time, columns.shop.zone, columns.days[0], columns.days[-1])


def _of_calendars(diary: Diary) -> Iterator[Block]:
    return (one for one in diary.blocks if one.source == "calendar")


def _is_gone(
    block: Block, day: date, wanted: Mapping[str, Mapping[date, Interval]], *, whole: bool
) -> bool:
    """Whether the block's event takes no time of that day any more.

    Of a series that was deleted Google may name no more than the series itself.
    """
    for name in (block.id, block.id.rpartition("_")[0]):
        if name in wanted:
            return day not in wanted[name]
    return whole


async def _unblock(ledger: Ledger, columns: Columns, key: DiaryKey, block: Block) -> None:
    page = await ledger.diary(key)
    page.record(page.state.unblock(block.id))
    await _part(ledger, columns, page.state, block, None)


async def _block(
    ledger: Ledger, columns: Columns, key: DiaryKey, event_id: str, time: Interval
) -> None:
    page = await ledger.diary(key)
    old = next((one for one in page.state.blocks if one.id == event_id), None)
    blocked = TimeBlocked(
        block_id=BlockId(event_id), start=time.start, end=time.end, source="calendar"
    )
    page.record(page.state.block(blocked))
    if old is not None and old.interval != time:
        await _part(ledger, columns, page.state, old, time)
    for appointment_id in page.state.booked_within(time, columns.now):
        entries = await ledger.calendar_entries(appointment_id)
        found = CalendarConflictFound(
            calendar_id=columns.barber.calendar_id,
            event_id=event_id,
            start=time.start,
            end=time.end,
        )
        events = entries.state.meet(found)
        entries.record(events)
        await tell_of_calendar(ledger, columns.shop, appointment_id, events)


async def _part(
    ledger: Ledger, columns: Columns, diary: Diary, old: Block, new: Interval | None
) -> None:
    """End the conflicts of appointments that the event no longer overlaps."""
    still = diary.booked_within(new, columns.now) if new else ()
    for appointment_id in diary.booked_within(old.interval, columns.now):
        if AppointmentId(appointment_id) not in still:
            entries = await ledger.calendar_entries(appointment_id)
            entries.record(entries.state.part(old.id))
