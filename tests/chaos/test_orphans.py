"""What `deliveries` found: `python -m chaos --short --only deliveries --seed 0`, wave 0.2."""

from collections.abc import Sequence
from datetime import UTC, timedelta

import pytest

from application.ports import Append, Stamp, Unavailable
from application.recording import Recording
from application.update_calendar import UpdateCalendar
from chaos.house.memory_log import MemoryLog
from chaos.races.wishes import NOW, SHOP, slot
from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentEvent
from domain.identifiers import AppointmentId, BarberId, CustomerId, ServiceId
from tests.fakes.calendar import InMemoryCalendar
from tests.fakes.clock import StandingClock

STREAM = "appointment:a1"
STAMP = Stamp(at=NOW, actor="test", cause="test", correlation="test")
START = slot(0).astimezone(UTC)
BOOKED = AppointmentBooked(
    appointment_id=AppointmentId("a1"),
    code="AAAA",
    customer_id=CustomerId("c1"),
    shop_id=SHOP.id,
    barber_id=BarberId("marco"),
    services=(ServiceId("haircut"),),
    start=START,
    end=START + timedelta(minutes=30),
    price=SHOP.services[0].price,
    free_until=START,
    shop_version=SHOP.version,
)
CANCELLED = AppointmentCancelled(by="customer", late=False, shop_version=SHOP.version)


class DyingLog(MemoryLog):
    """The log of a worker that dies before its next append."""

    dies = False

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        if self.dies:
            self.dies = False
            raise Unavailable("log")
        return await super().append(appends, stamp)


async def happen(log: MemoryLog, event: AppointmentEvent, *, expected: int) -> int:
    return await log.append([Append(stream=STREAM, expected=expected, events=(event,))], STAMP)


async def test_a_visit_cancelled_after_its_entry_was_written_unrecorded_leaves_no_entry() -> None:
    log = DyingLog()
    calendar = InMemoryCalendar([one.calendar_id for one in SHOP.barbers])
    recording = Recording(store=log, clock=StandingClock(NOW), actor="calendar")
    update = UpdateCalendar(
        store=log, calendar=calendar, recording=recording, shops={SHOP.id: SHOP}
    )
    position = await happen(log, BOOKED, expected=0)
    log.dies = True
    with pytest.raises(Unavailable):
        await update(position)

    await update(await happen(log, CANCELLED, expected=1))

    assert calendar.entries == {}
