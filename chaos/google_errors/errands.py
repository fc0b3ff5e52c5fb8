"""What a worker has to do in a calendar, and the call of it that fails."""

from datetime import UTC, timedelta

import msgspec

from chaos.google_errors.back_office import VISIT
from chaos.races.wishes import SHOP, slot
from domain.appointment import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentEvent,
    AppointmentMoved,
)
from domain.identifiers import BarberId, CustomerId, ServiceId

INSERT, PATCH, UPDATE, DELETE = "POST /calendars/*/events", "PATCH", "PUT", "DELETE"
GET = "GET /calendars/*/events/*"

HALF = timedelta(minutes=30)
NINE = slot(0).astimezone(UTC)
TEN = slot(2).astimezone(UTC)
BOOKED = AppointmentBooked(
    appointment_id=VISIT,
    code="AAAA",
    customer_id=CustomerId("c1"),
    shop_id=SHOP.id,
    barber_id=BarberId("marco"),
    services=(ServiceId("haircut"),),
    start=NINE,
    end=NINE + HALF,
    price=SHOP.services[0].price,
    free_until=NINE,
    shop_version=SHOP.version,
)
CANCELLED = AppointmentCancelled(by="customer", late=False, shop_version=SHOP.version)
LATER, TO_LUIS = (
    AppointmentMoved(
        barber_id=BarberId(barber),
        start=start,
        end=start + HALF,
        free_until=start,
        shop_version=SHOP.version,
    )
    for barber, start in (("marco", TEN), ("luis", NINE))
)


class Errand(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown already, what happens while `fails` does, and what has to stand in the end.

    `adopts`: the answer to the first insert is lost, so that the event is there already. `then`
    happens after the first try.
    """

    name: str
    fails: str
    shown: tuple[AppointmentEvent, ...] = ()
    happens: tuple[AppointmentEvent, ...]
    then: tuple[AppointmentEvent, ...] = ()
    adopts: bool = False

    @property
    def wanted(self) -> AppointmentBooked | AppointmentMoved | None:
        """Who and when the visit is in the end; `None` where there is none."""
        last = (*self.shown, *self.happens, *self.then)[-1]
        return last if isinstance(last, AppointmentBooked | AppointmentMoved) else None


ERRANDS = (
    Errand(name="insert", fails=INSERT, happens=(BOOKED,)),
    Errand(name="get", fails=GET, happens=(BOOKED,), adopts=True),
    Errand(name="update", fails=UPDATE, happens=(BOOKED,), adopts=True),
    Errand(name="patch", fails=PATCH, shown=(BOOKED,), happens=(LATER,)),
    Errand(name="delete", fails=DELETE, shown=(BOOKED,), happens=(CANCELLED,)),
    Errand(name="insert of a move", fails=INSERT, shown=(BOOKED,), happens=(TO_LUIS,)),
    Errand(name="delete of a move", fails=DELETE, shown=(BOOKED,), happens=(TO_LUIS,)),
    Errand(name="insert, cancelled", fails=INSERT, happens=(BOOKED,), then=(CANCELLED,)),
    Errand(name="insert, moved away", fails=INSERT, happens=(BOOKED,), then=(TO_LUIS,)),
)
