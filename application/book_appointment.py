"""Booking: appointment, diary and the customer's visits, decided together."""

from application.desk import Desk
from application.hold_time import diary_key
from domain.appointment import AppointmentBooked
from domain.calendar_entry import CalendarUnread
from domain.customer import VisitPlanned
from domain.diary import TimeClaimed
from domain.identifiers import AppointmentId, CustomerId, HoldId
from domain.openings import Opening
from domain.shop import Visit

CODE = 4
READABLE = str.maketrans("0oil1u", "wxyzqh")  # what is mistaken for another when read aloud


def code_of(appointment_id: AppointmentId) -> str:
    """Four letters and digits by which people name the appointment; not for looking it up."""
    return appointment_id[-CODE:].translate(READABLE).upper()


async def book_appointment(
    desk: Desk,
    *,
    customer_id: CustomerId,
    visit: Visit,
    opening: Opening,
    hold_id: HoldId | None = None,
) -> AppointmentBooked:
    """Give the opening to the customer. Raises `SlotRefused` and `TooManyBookings`."""
    shop = desk.shop
    appointment_id = AppointmentId(desk.identities.fresh())
    booked = AppointmentBooked(
        appointment_id=appointment_id,
        code=code_of(appointment_id),
        customer_id=customer_id,
        shop_id=shop.id,
        barber_id=opening.barber_id,
        services=visit.ids,
        start=opening.start,
        end=opening.end,
        price=visit.price,
        free_until=opening.start - shop.policies.free_cancellation,
        shop_version=shop.version,
    )
    customer = await desk.ledger.customer(customer_id)
    planned = VisitPlanned(
        appointment_id=appointment_id,
        shop_id=shop.id,
        barber_id=opening.barber_id,
        services=visit.ids,
        start=opening.start,
        end=opening.end,
    )
    limit = shop.policies.open_bookings
    visits = customer.state.plan(planned, limit=limit, now=desk.now)
    await claim(desk, appointment_id, visit=visit, opening=opening, hold_id=hold_id)
    customer.record(visits)
    appointment = await desk.ledger.appointment(appointment_id)
    appointment.record(appointment.state.book(booked))
    return booked


async def claim(
    desk: Desk,
    appointment_id: AppointmentId,
    *,
    visit: Visit,
    opening: Opening,
    hold_id: HoldId | None,
    moving: bool = False,
) -> None:
    """Take the opening's time in its diary. Raises `SlotRefused`.

    A calendar that was last read too long ago is read before. Where that cannot be done in time,
    the time is taken all the same, and that is recorded.
    """
    barber = desk.shop.barber(opening.barber_id)
    if barber is not None and not await desk.freshness(barber.calendar_id):
        entries = await desk.ledger.calendar_entries(appointment_id)
        entries.record((CalendarUnread(calendar_id=barber.calendar_id),))
    page = await desk.ledger.diary(diary_key(desk.shop, opening.barber_id, opening.start))
    claimed = TimeClaimed(
        appointment_id=appointment_id,
        start=opening.start,
        end=opening.end,
        before=visit.before,
        after=visit.after,
        hold_id=hold_id,
    )
    own = appointment_id if moving else None
    page.record(page.state.claim(claimed, desk.now, moving=own))
