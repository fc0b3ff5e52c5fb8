"""Telling the owner where a calendar and an appointment disagree."""

from collections.abc import Iterable
from datetime import datetime

from application.ledger import Ledger
from application.wording import Wording
from domain.calendar_entry import (
    CalendarConflictFound,
    CalendarEntryDrifted,
    CalendarEntryEvent,
)
from domain.conversation import ShopTold
from domain.identifiers import AppointmentId
from domain.shop import Shop


async def tell_of_calendar(
    ledger: Ledger,
    shop: Shop,
    appointment_id: AppointmentId,
    events: Iterable[CalendarEntryEvent],
) -> None:
    """Record with the customer's conversation that the shop is told of what was found.

    It is told as it tells everything that is its own to judge, once for each thing that is found.
    """
    found = [one for one in events if isinstance(one, CalendarEntryDrifted | CalendarConflictFound)]
    appointment = (await ledger.appointment(appointment_id)).state if found else None
    if appointment is None or appointment.booked is None or appointment.start is None:
        return
    customer = (await ledger.customer(appointment.booked.customer_id)).state
    conversation_id = customer.conversations.get(shop.id)
    if conversation_id is None:
        return
    chat = await ledger.conversation(conversation_id)
    words = Wording(shop, shop.languages[0])
    for event in found:
        detail = _detail(words, event, code=appointment.booked.code, start=appointment.start)
        chat.record((ShopTold(about="calendar", detail=detail),))


def _detail(
    words: Wording,
    event: CalendarEntryDrifted | CalendarConflictFound,
    *,
    code: str,
    start: datetime,
) -> str:
    if isinstance(event, CalendarConflictFound):
        key = "calendar.conflict"
    else:
        key = "calendar.moved" if event.start else "calendar.deleted"
    found = words.when(event.start) if event.start else ""
    return words.text(key, code=code, when=words.when(start), found=found)
