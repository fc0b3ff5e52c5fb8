"""One visit, from its booking to its end. It holds no personal data and stays readable for ever."""

from datetime import datetime
from enum import StrEnum
from typing import Literal, assert_never

import msgspec

from domain.errors import AppointmentOver
from domain.identifiers import AppointmentId, BarberId, CustomerId, ServiceId, ShopId
from domain.money import Money

By = Literal["customer", "staff"]


class Status(StrEnum):
    """How far the appointment is."""

    NONE = "none"
    BOOKED = "booked"
    CANCELLED = "cancelled"


class AppointmentBooked(
    msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="appointment.booked"
):
    """A customer has the time; `free_until` and `shop_version` are the policy that was shown."""

    appointment_id: AppointmentId
    code: str
    customer_id: CustomerId
    shop_id: ShopId
    barber_id: BarberId
    services: tuple[ServiceId, ...]
    start: datetime
    end: datetime
    price: Money
    free_until: datetime
    shop_version: str


class AppointmentMoved(
    msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="appointment.moved"
):
    """The same visit at another time, or with another barber where the customer asked for it."""

    barber_id: BarberId
    start: datetime
    end: datetime
    free_until: datetime
    shop_version: str


class AppointmentCancelled(
    msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="appointment.cancelled"
):
    """The visit will not take place; `late` is measured by the policy shown at the booking."""

    by: By
    late: bool
    shop_version: str


AppointmentEvent = AppointmentBooked | AppointmentMoved | AppointmentCancelled


class Appointment(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A visit as it stands; before its booking it is `none` and holds nothing."""

    status: Status = Status.NONE
    booked: AppointmentBooked | None = None
    barber_id: BarberId = BarberId("")
    start: datetime | None = None
    end: datetime | None = None
    free_until: datetime | None = None

    def book(self, event: AppointmentBooked) -> tuple[AppointmentEvent, ...]:
        """Book the visit; nothing if it is booked already."""
        return (event,) if self.status is Status.NONE else ()

    def move(self, event: AppointmentMoved, now: datetime) -> tuple[AppointmentEvent, ...]:
        """Take another time. Raises `AppointmentOver`; nothing if it is there already."""
        self.require_open(now)
        if (event.barber_id, event.start, event.end) == (self.barber_id, self.start, self.end):
            return ()
        return (event,)

    def cancel(self, *, by: By, shop_version: str, now: datetime) -> tuple[AppointmentEvent, ...]:
        """End the visit before it began. Raises `AppointmentOver`; nothing if it is cancelled."""
        if self.status is Status.CANCELLED:
            return ()
        self.require_open(now)
        return (AppointmentCancelled(by=by, late=self.late(now), shop_version=shop_version),)

    def late(self, now: datetime) -> bool:
        """Whether cancelling now is later than the policy shown allows for free."""
        return self.free_until is not None and now > self.free_until

    def require_open(self, now: datetime) -> None:
        """Raise `AppointmentOver` unless the visit is booked and still ahead."""
        if self.status is not Status.BOOKED or self.start is None or self.start <= now:
            raise AppointmentOver


def evolve(appointment: Appointment, event: AppointmentEvent) -> Appointment:
    """The appointment after the event."""
    match event:
        case AppointmentBooked():
            return Appointment(
                status=Status.BOOKED,
                booked=event,
                barber_id=event.barber_id,
                start=event.start,
                end=event.end,
                free_until=event.free_until,
            )
        case AppointmentMoved():
            return msgspec.structs.replace(
                appointment,
                barber_id=event.barber_id,
                start=event.start,
                end=event.end,
                free_until=event.free_until,
            )
        case AppointmentCancelled():
            return msgspec.structs.replace(appointment, status=Status.CANCELLED)
        case _:
            assert_never(event)


def stream(appointment_id: AppointmentId) -> str:
    """The name of an appointment's event stream."""
    return f"appointment:{appointment_id}"
