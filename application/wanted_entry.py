"""The entry by which a barber's calendar should show an appointment."""

from collections.abc import Mapping

from application.ledger import Ledger
from application.ports import CalendarEntry, CalendarRefused
from application.wording import Wording
from domain.appointment import AppointmentBooked, Status
from domain.calendar_entry import CalendarEntries
from domain.identifiers import AppointmentId
from domain.interval import Interval
from domain.shop import Shop


async def wanted_entry(
    ledger: Ledger, shops: Mapping[str, Shop], appointment_id: AppointmentId
) -> CalendarEntry | None:
    """The entry that should stand; `None` where none should.

    Raises `Unavailable`, and `CalendarRefused` where the settings no longer have the shop, or the
    shop the barber.
    """
    appointment = (await ledger.appointment(appointment_id)).state
    booked = appointment.booked
    if appointment.status is not Status.BOOKED or booked is None:
        return None
    if appointment.start is None or appointment.end is None:
        return None
    time = Interval(start=appointment.start, end=appointment.end)
    shop = shops.get(booked.shop_id)
    if shop is None:
        raise CalendarRefused("no_such_shop")
    barber = shop.barber(appointment.barber_id)
    if barber is None:
        raise CalendarRefused("no_such_barber")
    entries = (await ledger.calendar_entries(appointment_id)).state
    words = Wording(shop, shop.languages[0])
    customer = (await ledger.customer(booked.customer_id)).state.name
    return CalendarEntry(
        calendar_id=barber.calendar_id,
        event_id=_event_id(appointment_id, barber.calendar_id, entries),
        appointment_id=appointment_id,
        start=time.start,
        end=time.end,
        timezone=shop.timezone,
        **_texts(words, booked, time, customer or words.text("calendar.customer")),
        location=shop.place.address,
    )


def _texts(
    words: Wording, booked: AppointmentBooked, time: Interval, customer: str
) -> Mapping[str, str]:
    """What is read in the calendar, in the shop's first language."""
    services = words.services(booked.services)
    description = words.text(
        "calendar.description",
        code=booked.code,
        services=services,
        length=words.length(time.end - time.start),
        price=words.money(booked.price),
        customer=customer,
    )
    summary = words.text("calendar.summary", services=services, customer=customer)
    return {"summary": summary, "description": description}


def _event_id(appointment_id: AppointmentId, calendar_id: str, entries: CalendarEntries) -> str:
    """The id of the entry, the same however often it is written.

    Google never gives the id of a deleted event away again, so that an entry that changes its
    calendar begins a new generation. So does one that comes back after a change that nobody
    recorded to its end: what stood there may have been removed by that.
    """
    standing = entries.standing
    if standing is not None and standing.calendar_id == calendar_id and not entries.begun:
        return standing.event_id
    generation = entries.generation + (1 if standing else 0)
    return f"{appointment_id}g{generation}"
