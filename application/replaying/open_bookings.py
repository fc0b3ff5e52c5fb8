"""Read model: which visits customers have ahead of them."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from application.replaying.scratch import Scratch
from application.replaying.states import State
from application.replaying.visit_story import VisitStory
from domain.appointment import AppointmentBooked, Status
from domain.identifiers import AppointmentId, BarberId, CustomerId, ShopId


class OpenBooking(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A visit that is booked and has not begun."""

    start: datetime
    end: datetime
    appointment_id: AppointmentId
    code: str
    shop_id: ShopId
    barber_id: BarberId


class OpenBookings(msgspec.Struct, frozen=True, kw_only=True):
    """The open bookings of one customer, soonest first."""

    customer_id: CustomerId
    bookings: tuple[OpenBooking, ...]


def open_bookings(scratch: Scratch, now: datetime) -> tuple[OpenBookings, ...]:
    """All that are open, by the customers' ids. As many as lie ahead have to fit into memory."""
    return _by_customer((state for _, state in scratch.in_order("appointment:")), now)


def _by_customer(states: Iterable[State], now: datetime) -> tuple[OpenBookings, ...]:
    found: dict[CustomerId, list[OpenBooking]] = {}
    for state in states:
        if isinstance(state, VisitStory) and (booked := state.appointment.booked):
            for one in _open(state, booked, now):
                found.setdefault(booked.customer_id, []).append(one)
    return tuple(
        OpenBookings(customer_id=customer_id, bookings=tuple(sorted(found[customer_id])))
        for customer_id in sorted(found)
    )


def _open(story: VisitStory, booked: AppointmentBooked, now: datetime) -> tuple[OpenBooking, ...]:
    appointment = story.appointment
    if appointment.status is not Status.BOOKED or appointment.start is None:
        return ()
    if appointment.start <= now or appointment.end is None:
        return ()
    return (
        OpenBooking(
            start=appointment.start,
            end=appointment.end,
            appointment_id=booked.appointment_id,
            code=booked.code,
            shop_id=booked.shop_id,
            barber_id=appointment.barber_id,
        ),
    )
