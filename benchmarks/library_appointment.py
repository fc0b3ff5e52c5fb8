"""The appointment as the library's documentation would have it written."""

from datetime import datetime

from eventsourcing.domain import Aggregate, event

from benchmarks.histories import History


class LibraryAppointment(Aggregate):
    """The fields of `domain.appointment`, with its price in two and its services in a list.

    The library's events add a timestamp, ours when, by whom and why (`application.ports.Stamp`).
    """

    @event("Booked")
    def __init__(  # noqa: PLR0913 - an event of the library has the arguments of its method
        self,
        *,
        code: str,
        customer_id: str,
        shop_id: str,
        barber_id: str,
        services: list[str],
        start: datetime,
        end: datetime,
        price_minor: int,
        price_currency: str,
        free_until: datetime,
        shop_version: str,
    ) -> None:
        self.status = "booked"
        self.code = code
        self.customer_id = customer_id
        self.shop_id = shop_id
        self.barber_id = barber_id
        self.services = services
        self.start = start
        self.end = end
        self.price_minor = price_minor
        self.price_currency = price_currency
        self.free_until = free_until
        self.shop_version = shop_version

    @event("Moved")
    def move(
        self,
        *,
        barber_id: str,
        start: datetime,
        end: datetime,
        free_until: datetime,
        shop_version: str,
    ) -> None:
        """Take another time."""
        self.barber_id = barber_id
        self.start = start
        self.end = end
        self.free_until = free_until
        self.shop_version = shop_version

    @event("Cancelled")
    def cancel(self, *, by: str, late: bool, shop_version: str) -> None:
        """End the visit."""
        self.status = "cancelled"
        self.by = by
        self.late = late
        self.shop_version = shop_version


def library_appointment(history: History) -> LibraryAppointment:
    """One with the same history, all of whose events are still to be collected."""
    booked, moved, cancelled = history
    appointment = LibraryAppointment(
        code=booked.code,
        customer_id=booked.customer_id,
        shop_id=booked.shop_id,
        barber_id=booked.barber_id,
        services=list(booked.services),
        start=booked.start,
        end=booked.end,
        price_minor=booked.price.minor,
        price_currency=booked.price.currency,
        free_until=booked.free_until,
        shop_version=booked.shop_version,
    )
    appointment.move(
        barber_id=moved.barber_id,
        start=moved.start,
        end=moved.end,
        free_until=moved.free_until,
        shop_version=moved.shop_version,
    )
    appointment.cancel(by=cancelled.by, late=cancelled.late, shop_version=cancelled.shop_version)
    return appointment
