"""Appointments to replay: each is booked, moved and cancelled."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from domain.identifiers import AppointmentId, BarberId, CustomerId, ServiceId, ShopId
from domain.money import Money

EVENTS = 3  # of each appointment
SIDE_BY_SIDE = 100  # appointments whose events take turns in the log
NOON = datetime(2026, 3, 6, 12, tzinfo=UTC)
LENGTH = timedelta(minutes=45)

History = tuple[AppointmentBooked, AppointmentMoved, AppointmentCancelled]


def windows(events: int) -> Iterator[list[History]]:
    """Histories of about so many events in all, in lists of those that are side by side."""
    chance = Random(1)  # noqa: S311 - the same events in every run
    for _ in range(max(1, events // (EVENTS * SIDE_BY_SIDE))):
        yield [_history(chance) for _ in range(SIDE_BY_SIDE)]


def _history(chance: Random) -> History:
    start = NOON + timedelta(minutes=15 * chance.randrange(10_000))
    moved = start + timedelta(days=2, minutes=30)
    return (
        AppointmentBooked(
            appointment_id=AppointmentId(f"{chance.getrandbits(64):016x}"),
            code="K7QF",
            customer_id=CustomerId(f"{chance.getrandbits(64):016x}"),
            shop_id=ShopId("centro"),
            barber_id=BarberId("luis"),
            services=(ServiceId("cut"), ServiceId("beard")),
            start=start,
            end=start + LENGTH,
            price=Money(minor=2500, currency="EUR"),
            free_until=start - timedelta(hours=4),
            shop_version="3f2a9c04",
        ),
        AppointmentMoved(
            barber_id=BarberId("marta"),
            start=moved,
            end=moved + LENGTH,
            free_until=moved - timedelta(hours=4),
            shop_version="3f2a9c04",
        ),
        AppointmentCancelled(by="customer", late=False, shop_version="3f2a9c04"),
    )
