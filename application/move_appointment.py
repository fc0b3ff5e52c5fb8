"""Moving: the new time is taken before the old one is released, in one append."""

from application.book_appointment import claim
from application.desk import Desk
from application.hold_time import diary_key
from domain.appointment import AppointmentBooked, AppointmentMoved
from domain.customer import VisitPlanned
from domain.errors import AppointmentOver
from domain.identifiers import AppointmentId, HoldId
from domain.openings import Opening
from domain.shop import visit as visit_of


async def move_appointment(
    desk: Desk, appointment_id: AppointmentId, *, opening: Opening, hold_id: HoldId | None
) -> AppointmentBooked:
    """Give the appointment another time. Raises `SlotRefused` and `AppointmentOver`."""
    shop = desk.shop
    page = await desk.ledger.appointment(appointment_id)
    old = page.state
    if old.booked is None or old.start is None:
        raise AppointmentOver
    moved = AppointmentMoved(
        barber_id=opening.barber_id,
        start=opening.start,
        end=opening.end,
        free_until=opening.start - shop.policies.free_cancellation,
        shop_version=shop.version,
    )
    changes = old.move(moved, desk.now)
    visit = visit_of(shop, old.booked.services)
    await claim(desk, appointment_id, visit=visit, opening=opening, hold_id=hold_id, moving=True)
    page.record(changes)
    left = diary_key(shop, old.barber_id, old.start)
    if left != diary_key(shop, opening.barber_id, opening.start):
        diary = await desk.ledger.diary(left)
        diary.record(diary.state.release(appointment_id, "moved"))
    customer = await desk.ledger.customer(old.booked.customer_id)
    planned = VisitPlanned(
        appointment_id=appointment_id,
        shop_id=shop.id,
        barber_id=opening.barber_id,
        services=old.booked.services,
        start=opening.start,
        end=opening.end,
    )
    customer.record(customer.state.replan(planned))
    return old.booked
