"""A worker that dies, or is late, between the write to a calendar and its record leaves no orphan.

`deliveries` found the first of these: `python -m chaos --short --only deliveries --seed 0`.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, timedelta

import pytest

from application.ports import Append, CalendarEntry, Stamp, Unavailable
from application.recording import Recording
from application.update_calendar import UpdateCalendar
from chaos.memory_log import MemoryLog
from chaos.races.wishes import NOW, SHOP, slot
from domain.appointment import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentEvent,
    AppointmentMoved,
)
from domain.calendar_entry import CalendarEntryWritten
from domain.identifiers import AppointmentId, BarberId, CustomerId, ServiceId
from tests.fakes.calendar import InMemoryCalendar
from tests.fakes.clock import StandingClock

STREAM = "appointment:a1"
STAMP = Stamp(at=NOW, actor="test", cause="test", correlation="test")
START = slot(0).astimezone(UTC)
END = START + timedelta(minutes=30)
BOOKED = AppointmentBooked(
    appointment_id=AppointmentId("a1"),
    code="AAAA",
    customer_id=CustomerId("c1"),
    shop_id=SHOP.id,
    barber_id=BarberId("marco"),
    services=(ServiceId("haircut"),),
    start=START,
    end=END,
    price=SHOP.services[0].price,
    free_until=START,
    shop_version=SHOP.version,
)
CANCELLED = AppointmentCancelled(by="customer", late=False, shop_version=SHOP.version)


def moved_to(barber: str, *, by: timedelta = timedelta(0)) -> AppointmentMoved:
    return AppointmentMoved(
        barber_id=BarberId(barber),
        start=START + by,
        end=END + by,
        free_until=START,
        shop_version=SHOP.version,
    )


class DyingLog(MemoryLog):
    """The log of a worker that dies before it can record what it wrote."""

    dies = False

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        events = [event for one in appends for event in one.events]
        if self.dies and any(isinstance(one, CalendarEntryWritten) for one in events):
            self.dies = False
            raise Unavailable("log")
        return await super().append(appends, stamp)


class SlowCalendar(InMemoryCalendar):
    """Lets something happen while an entry is on its way to it."""

    meanwhile: Callable[[], Awaitable[None]] | None = None

    async def put(self, entry: CalendarEntry, *, standing: str | None = None) -> str:
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            await meanwhile()
        return await super().put(entry, standing=standing)


class Desk:
    """The calendars, and the log from which they are brought up to date."""

    def __init__(self) -> None:
        self.log = DyingLog()
        self.calendar = SlowCalendar([one.calendar_id for one in SHOP.barbers])
        recording = Recording(store=self.log, clock=StandingClock(NOW), actor="calendar")
        self.update = UpdateCalendar(
            store=self.log, calendar=self.calendar, recording=recording, shops={SHOP.id: SHOP}
        )
        self._events = 0

    async def happens(self, event: AppointmentEvent) -> int:
        append = Append(stream=STREAM, expected=self._events, events=(event,))
        self._events += 1
        return await self.log.append([append], STAMP)

    async def is_shown(self, event: AppointmentEvent) -> None:
        await self.update(await self.happens(event))

    async def is_written_and_not_recorded(self, event: AppointmentEvent) -> None:
        self.log.dies = True
        with pytest.raises(Unavailable):
            await self.is_shown(event)

    @property
    def standing(self) -> list[str]:
        """Whose calendar has an entry."""
        barbers = {one.calendar_id: one.id for one in SHOP.barbers}
        return [barbers[calendar_id] for calendar_id, _ in self.calendar.entries]


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_a_visit_cancelled_after_its_entry_was_written_unrecorded_leaves_no_entry(
    desk: Desk,
) -> None:
    await desk.is_written_and_not_recorded(BOOKED)

    await desk.is_shown(CANCELLED)

    assert desk.standing == []


async def test_a_visit_moved_to_another_barber_after_that_leaves_one_entry(desk: Desk) -> None:
    await desk.is_written_and_not_recorded(BOOKED)

    await desk.is_shown(moved_to("luis"))

    assert desk.standing == ["luis"]


async def test_a_move_that_is_taken_back_after_that_leaves_one_entry(desk: Desk) -> None:
    await desk.is_shown(BOOKED)
    await desk.is_written_and_not_recorded(moved_to("luis"))

    await desk.is_shown(moved_to("marco"))

    assert desk.standing == ["marco"]


async def test_a_visit_that_is_moved_on_and_on_leaves_one_entry(desk: Desk) -> None:
    await desk.is_shown(BOOKED)
    await desk.is_written_and_not_recorded(moved_to("luis"))
    await desk.is_written_and_not_recorded(moved_to("ana"))

    await desk.is_shown(moved_to("luis"))

    assert desk.standing == ["luis"]


@pytest.mark.parametrize(("later", "standing"), [(moved_to("luis"), ["luis"]), (CANCELLED, [])])
async def test_a_worker_that_writes_too_late_takes_its_entry_out_again(
    desk: Desk, later: AppointmentEvent, standing: list[str]
) -> None:
    async def another_worker_is_quicker() -> None:
        await desk.is_shown(later)

    desk.calendar.meanwhile = another_worker_is_quicker

    await desk.is_shown(BOOKED)

    assert desk.standing == standing


async def test_a_worker_that_writes_too_late_puts_back_the_time_that_is_booked(desk: Desk) -> None:
    async def another_worker_is_quicker() -> None:
        await desk.is_shown(moved_to("marco", by=timedelta(hours=2)))

    await desk.is_shown(BOOKED)
    desk.calendar.meanwhile = another_worker_is_quicker

    await desk.is_shown(moved_to("marco", by=timedelta(hours=1)))

    (entry,) = desk.calendar.entries.values()
    assert entry.start == START + timedelta(hours=2)


async def test_a_worker_that_writes_too_late_leaves_what_is_recorded(desk: Desk) -> None:
    async def another_worker_is_quicker() -> None:
        await desk.is_shown(moved_to("luis"))

    desk.calendar.meanwhile = another_worker_is_quicker
    await desk.is_shown(BOOKED)

    await desk.is_shown(CANCELLED)

    assert desk.standing == []


async def test_what_is_cancelled_before_it_was_ever_written_asks_google_for_nothing(
    desk: Desk,
) -> None:
    await desk.happens(BOOKED)

    await desk.is_shown(CANCELLED)

    assert desk.calendar.steps == []
