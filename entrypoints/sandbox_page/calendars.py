"""The barbers' day, read from the state of the Google Calendar emulator."""

import datetime as dt
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

import msgspec

from domain.interval import Interval
from domain.openings import working
from domain.shop import Barber, Shop
from domain.wall_time import MINUTES_OF_DAY, instant_or_next, local_day
from infrastructure.sandbox.google_event import is_cancelled
from infrastructure.sandbox.google_store import GoogleStore
from infrastructure.sandbox.google_times import instant_of
from infrastructure.sandbox.loose_json import JsonObject, text_at
from infrastructure.sandbox.recurrence import occurrences
from infrastructure.sandbox.settings import SandboxCalendar

HOUR = 60
USUAL = (9 * HOUR, 19 * HOUR)  # where a closed day begins and ends


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """From one minute of the day on, for so many minutes."""

    start: int
    minutes: int


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """An event in a column; those that overlap share its width in `lanes`."""

    id: str
    at: Stretch
    time: str
    title: str
    customer: str
    about: str
    ours: bool
    lane: int = 0
    lanes: int = 1


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One barber's day; `free_at` is the minute from which a person would block an hour."""

    id: str
    barber: str
    free_at: int
    tone: int
    works: tuple[Stretch, ...]
    blocks: tuple[Block, ...]
    all_day: tuple[str, ...]


class DayView(msgspec.Struct, frozen=True, kw_only=True):
    """One day of a shop; `now` is the minute of the day, on today only."""

    shop_id: str
    day: dt.date
    today: dt.date
    followed: bool
    open: bool
    first: int
    last: int
    now: int | None
    columns: tuple[Column, ...]

    @property
    def label(self) -> str:
        """The day in words."""
        return f"{self.day:%A} {self.day.day} {self.day:%B}"

    @property
    def hours(self) -> range:
        """The full hours that are shown."""
        return range(self.first // HOUR, self.last // HOUR)

    def other(self, days: int) -> str:
        """The day so many days later, as a query has it."""
        return (self.day + dt.timedelta(days=days)).isoformat()


class Calendars:
    """A read model over the emulator's store; it writes nothing and needs no token."""

    def __init__(self, store: GoogleStore) -> None:
        self._store = store

    async def view(self, shop: Shop, now: dt.datetime, day: dt.date | None) -> DayView:
        """The day; with none given, the day of the latest change that lies ahead, else today."""
        today = local_day(now, shop.zone)
        shown = day or await self._latest(shop, today) or today
        columns = tuple(
            [
                await self._column(shop, one, shown, number)
                for number, one in enumerate(shop.barbers)
            ]
        )
        first, last = _edges(shop, shown, columns)
        local = now.astimezone(shop.zone)
        return DayView(
            shop_id=shop.id,
            day=shown,
            today=today,
            followed=day is None,
            open=bool(shop.opening(shown)),
            first=first,
            last=last,
            now=local.hour * HOUR + local.minute if shown == today else None,
            columns=columns,
        )

    async def _latest(self, shop: Shop, today: dt.date) -> dt.date | None:
        changes = [  # by entity tag: these rise in all calendars, while the clock may be set back
            (text_at(event, "etag"), local_day(instant_of(event["start"], shop.zone), shop.zone))
            for barber in shop.barbers
            for event in await self._last_change(calendar_of(shop, barber))
        ]
        ahead = [(tag, day) for tag, day in changes if day >= today]
        return max(ahead)[1] if ahead else None

    async def _last_change(self, calendar: SandboxCalendar) -> Sequence[JsonObject]:
        revision = await self._store.revision(calendar)
        return await self._store.changed_since(calendar, revision - 1)

    async def _column(self, shop: Shop, barber: Barber, day: dt.date, number: int) -> Column:
        bounds = (
            instant_or_next(day, 0, shop.zone),
            instant_or_next(day, MINUTES_OF_DAY, shop.zone),
        )
        events = [
            event
            for stored in await self._store.between(calendar_of(shop, barber), *bounds)
            if not is_cancelled(stored)
            for event in occurrences(stored, shop.zone, bounds)
        ]
        timed = [event for event in events if text_at(event, "start", "dateTime")]
        works = tuple(_stretch(one, day, shop.zone) for one in working(shop, barber, day))
        blocks = _side_by_side([_block(event, day, shop.zone) for event in timed])
        return Column(
            id=barber.id,
            barber=barber.name,
            free_at=_free_hour(works, blocks),
            tone=number % 6,
            works=works,
            blocks=blocks,
            all_day=tuple(text_at(event, "summary") for event in events if event not in timed),
        )


def calendar_of(shop: Shop, barber: Barber) -> SandboxCalendar:
    """Return the barber's calendar, as its owner sees it."""
    return SandboxCalendar(id=barber.calendar_id, summary=barber.name, timezone=shop.timezone)


def _block(event: Mapping[str, object], day: dt.date, zone: ZoneInfo) -> Block:
    span = Interval(start=instant_of(event["start"], zone), end=instant_of(event["end"], zone))
    title, _, customer = text_at(event, "summary").partition(" · ")
    start, end = span.start.astimezone(zone), span.end.astimezone(zone)
    return Block(
        id=text_at(event, "id"),
        at=_stretch(span, day, zone),
        time=f"{start:%H:%M} to {end:%H:%M}",
        title=title or "(no title)",
        customer=customer,
        about=text_at(event, "description"),
        ours=text_at(event, "extendedProperties", "private", "app") == "barbershop",
    )


def _stretch(span: Interval, day: dt.date, zone: ZoneInfo) -> Stretch:
    """The part of it that lies in the day, as the walls show it."""
    start, end = _minute(span.start, day, zone), _minute(span.end, day, zone)
    return Stretch(start=start, minutes=max(end - start, 5))


def _minute(at: dt.datetime, day: dt.date, zone: ZoneInfo) -> int:
    local = at.astimezone(zone)
    if local.date() != day:
        return 0 if local.date() < day else MINUTES_OF_DAY
    return local.hour * HOUR + local.minute


def _side_by_side(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks in the order of their start; each cluster of overlapping ones is laid in lanes."""
    placed: list[Block] = []
    cluster: list[Block] = []
    until = 0
    for block in sorted(blocks, key=lambda one: (one.at.start, one.id)):
        if block.at.start >= until:
            placed, cluster = placed + _in_lanes(cluster), []
        cluster.append(block)
        until = max(until, block.at.start + block.at.minutes)
    return tuple(placed + _in_lanes(cluster))


def _in_lanes(cluster: Sequence[Block]) -> list[Block]:
    ends: list[int] = []
    laned: list[tuple[Block, int]] = []
    for block in cluster:
        free = (lane for lane, end in enumerate(ends) if end <= block.at.start)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [block.at.start + block.at.minutes]
        laned.append((block, lane))
    return [msgspec.structs.replace(block, lane=lane, lanes=len(ends)) for block, lane in laned]


def _free_hour(works: Sequence[Stretch], blocks: Sequence[Block]) -> int:
    """The first full hour of the working day that is free, else noon."""
    hours = (
        hour for one in works for hour in range(one.start, one.start + one.minutes - HOUR + 1, HOUR)
    )
    taken = [(block.at.start, block.at.start + block.at.minutes) for block in blocks]
    free = (
        hour for hour in hours if all(end <= hour or start >= hour + HOUR for start, end in taken)
    )
    return next(free, 12 * HOUR)


def _edges(shop: Shop, day: dt.date, columns: Sequence[Column]) -> tuple[int, int]:
    """The first and last full hour that hold opening hours, working hours and events."""
    opening = [_stretch(span, day, shop.zone) for span in shop.opening(day)]
    shown = [
        *opening,
        *(block.at for column in columns for block in column.blocks),
        *(one for column in columns for one in column.works),
    ]
    if not opening:
        shown.append(Stretch(start=USUAL[0], minutes=USUAL[1] - USUAL[0]))
    first = min(one.start for one in shown)
    last = max(one.start + one.minutes for one in shown)
    return first // HOUR * HOUR, -(-last // HOUR) * HOUR
