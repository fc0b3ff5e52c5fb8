"""Events and appends to test with."""

from datetime import UTC, datetime, timedelta

from application.ports import Append, Stamp
from domain.appointment import AppointmentBooked, AppointmentCancelled
from domain.conversation import MessageReceived
from domain.customer import NameLearned
from domain.diary import TimeClaimed
from domain.identifiers import AppointmentId, BarberId, CustomerId, ServiceId, ShopId
from domain.money import Money

NOON = datetime(2026, 3, 6, 12, tzinfo=UTC)
STAMP = Stamp(at=NOON, actor="customer:c1", cause="message:m1", correlation="m1")
LATER = Stamp(at=NOON + timedelta(hours=1), actor="staff", cause="event:1", correlation="m2")

BOOKED = AppointmentBooked(
    appointment_id=AppointmentId("a1"),
    code="K7QF",
    customer_id=CustomerId("c1"),
    shop_id=ShopId("centro"),
    barber_id=BarberId("luis"),
    services=(ServiceId("cut"), ServiceId("beard")),
    start=NOON,
    end=NOON + timedelta(minutes=45),
    price=Money(minor=2500, currency="EUR"),
    free_until=NOON - timedelta(hours=4),
    shop_version="3f2a",
)
CANCELLED = AppointmentCancelled(by="customer", late=False, shop_version="3f2a")
CLAIMED = TimeClaimed(
    appointment_id=AppointmentId("a1"),
    start=NOON,
    end=NOON + timedelta(minutes=45),
    before=timedelta(0),
    after=timedelta(minutes=5),
)
RECEIVED = MessageReceived(
    message_id="m1", kind="text", sent_at=NOON, text="¿Tenéis hueco el viernes? Soy Peregrina"
)
NAMED = NameLearned(name="Peregrina Outeiriño")

APPOINTMENT, DIARY = "appointment:a1", "diary:centro:luis:2026-03-06"
CONVERSATION, CUSTOMER = "conversation:v1", "customer:c1"

BOOKING = Append(stream=APPOINTMENT, expected=0, events=(BOOKED,))
CLAIM = Append(stream=DIARY, expected=0, events=(CLAIMED,))
CANCELLATION = Append(stream=APPOINTMENT, expected=1, events=(CANCELLED,))
MESSAGE = Append(stream=CONVERSATION, expected=0, events=(RECEIVED,))
NAMING = Append(stream=CUSTOMER, expected=0, events=(NAMED,))
