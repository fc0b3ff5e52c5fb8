"""Cancelling: always allowed before the visit begins, and late by the policy that was shown."""

from application.desk import Desk
from application.hold_time import diary_key
from domain.appointment import Appointment, By
from domain.errors import AppointmentOver
from domain.identifiers import AppointmentId


async def cancel_appointment(desk: Desk, appointment_id: AppointmentId, *, by: By) -> Appointment:
    """End the appointment and free its time. Raises `AppointmentOver`."""
    page = await desk.ledger.appointment(appointment_id)
    old = page.state
    old.require_open(desk.now)
    if old.booked is None or old.start is None:
        raise AppointmentOver
    page.record(old.cancel(by=by, shop_version=desk.shop.version, now=desk.now))
    diary = await desk.ledger.diary(diary_key(desk.shop, old.barber_id, old.start))
    diary.record(diary.state.release(appointment_id, "cancelled"))
    customer = await desk.ledger.customer(old.booked.customer_id)
    customer.record(customer.state.call_off(appointment_id))
    return old
