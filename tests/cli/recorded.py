"""A log with a bit of everything, the key of one customer destroyed."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from application.events import Event
from application.ports import Append, Stamp
from domain.appointment import AppointmentBooked, AppointmentCancelled
from domain.calendar_entry import CalendarEntryWritten
from domain.conversation import ConversationStarted
from domain.customer import Address, CustomerMet
from domain.diary import TimeClaimed
from domain.identifiers import (
    AppointmentId,
    BarberId,
    ConversationId,
    CustomerId,
    ServiceId,
    ShopId,
)
from domain.money import Money
from entrypoints.settings import Settings, load_settings
from infrastructure.event_store.store import RecordedEventStore
from tests.persistence.opened_log import erase, opened_log

MORNING = datetime(2026, 11, 23, 15, tzinfo=UTC)  # 10:00 in New York
NEXT_DAY = MORNING + timedelta(days=1)
START = datetime(2026, 11, 26, 19, tzinfo=UTC)
END = START + timedelta(minutes=30)

BOOKED = AppointmentBooked(
    appointment_id=AppointmentId("0123456789abcdef"),
    code="AB2C",
    customer_id=CustomerId("alex"),
    shop_id=ShopId("demo"),
    barber_id=BarberId("marco"),
    services=(ServiceId("haircut"),),
    start=START,
    end=END,
    price=Money(minor=2500, currency="USD"),
    free_until=START - timedelta(hours=24),
    shop_version="1",
)
CLAIMED = TimeClaimed(
    appointment_id=BOOKED.appointment_id,
    start=START,
    end=END,
    before=timedelta(0),
    after=timedelta(0),
)
CANCELLED = AppointmentCancelled(by="customer", late=False, shop_version="1")
WRITTEN = CalendarEntryWritten(calendar_id="marco@demo", event_id="e1", appointment_version=1)
STARTED = ConversationStarted(
    conversation_id=ConversationId("talk"),
    customer_id=CustomerId("alex"),
    shop_id=ShopId("demo"),
    language="en",
    language_settled=True,
)


def settings_of(data_dir: Path) -> Settings:
    """The sandbox's settings for that folder; its key is made on the way."""
    return load_settings({"BARBERSHOP_DATA_DIR": str(data_dir)}, sandbox=True)


def record_everything(data_dir: Path, url: str) -> None:
    """Positions 1 to 7: Alex and Ben are met, Alex books and cancels, and Ben is erased."""
    master_key = settings_of(data_dir).master_key
    with opened_log(url, master_key) as log:
        asyncio.run(_record(log))
    erase(url, master_key, "customer:ben")


def record_one_more(data_dir: Path, url: str) -> None:
    """Position 8: another cancels."""
    with opened_log(url, settings_of(data_dir).master_key) as log:
        asyncio.run(_append(log, NEXT_DAY, ("appointment:another", 0, CANCELLED)))


async def _record(store: RecordedEventStore) -> None:
    await _append(
        store,
        MORNING,
        ("customer:alex", 0, met("alex")),
        ("customer:ben", 0, met("ben")),
        ("conversation:talk", 0, STARTED),
        (f"appointment:{BOOKED.appointment_id}", 0, BOOKED),
        ("diary:demo:marco:2026-11-26", 0, CLAIMED),
    )
    await _append(store, NEXT_DAY, (f"calendar:{BOOKED.appointment_id}", 0, WRITTEN))
    await _append(store, NEXT_DAY, (f"appointment:{BOOKED.appointment_id}", 1, CANCELLED))


def met(who: str) -> CustomerMet:
    """The first message of somebody."""
    return CustomerMet(customer_id=CustomerId(who), address=Address(wa_id="1555"), name=who)


async def _append(store: RecordedEventStore, at: datetime, *events: tuple[str, int, Event]) -> None:
    stamp = Stamp(at=at, actor="bot", cause="turn:1", correlation="1")
    await store.append(
        [
            Append(stream=stream, expected=version, events=(event,))
            for stream, version, event in events
        ],
        stamp,
    )
