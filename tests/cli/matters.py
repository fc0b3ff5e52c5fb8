"""A log in which calendars and appointments disagree, and one in which they agree."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from application.events import Event
from application.ports import Append, Stamp
from domain.calendar_entry import (
    CalendarConflictFound,
    CalendarEntryDrifted,
    CalendarEntryWritten,
)
from domain.conversation import ConversationStarted, MessageReceived
from domain.customer import Address, ConversationOpened, CustomerMet, VisitPlanned
from domain.identifiers import AppointmentId, ConversationId, CustomerId
from domain.shop import Shop
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.event_store.store import RecordedEventStore
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.sandbox.clock import SandboxClock
from tests.cli.recorded import BOOKED, CLAIMED, MORNING, START, settings_of

PHONE, WORDS, NAME = "15550109009", "a very private haircut", "Ximena"
MARCO = "marco@demo.calendar"
HALF = timedelta(minutes=30)
MOVED, DELETED, OVERLAID, TAKEN = (f"{number:016}" for number in range(4))
IDS = (MOVED, DELETED, OVERLAID, TAKEN)


def record_matters(folder: Path, url: str) -> None:
    """Ximena's four visits, an hour apart: moved, deleted, overlaid, and moved onto the first."""
    events: list[tuple[str, Event]] = [*_ximena()]
    for number, appointment_id in enumerate(IDS):
        start = START + number * timedelta(hours=1)
        events += _booked(appointment_id, start)
    evening = START + timedelta(hours=5)
    events += [
        _found(MOVED, evening),
        _found(DELETED, None),
        (f"calendar:{OVERLAID}", _lunch(START + timedelta(hours=2))),
        _found(TAKEN, START),
    ]
    _record(folder, url, events)


def record_peace(folder: Path, url: str) -> None:
    """One visit, which stands in the calendar as it is booked."""
    _record(folder, url, [*_ximena(), *_booked(MOVED, START)])


def _ximena() -> list[tuple[str, Event]]:
    customer, chat = "customer:alex", "conversation:talk"
    who, shop_id = CustomerId("alex"), BOOKED.shop_id
    talk = ConversationId("talk")
    return [
        (customer, CustomerMet(customer_id=who, address=Address(wa_id=PHONE), name=NAME)),
        (customer, ConversationOpened(shop_id=shop_id, conversation_id=talk)),
        (
            chat,
            ConversationStarted(
                conversation_id=talk,
                customer_id=who,
                shop_id=shop_id,
                language="en",
                language_settled=True,
            ),
        ),
        (chat, MessageReceived(message_id="m", kind="text", sent_at=MORNING, text=WORDS)),
    ]


def _booked(appointment_id: str, start: datetime) -> list[tuple[str, Event]]:
    visit = msgspec.structs.replace(
        BOOKED,
        appointment_id=AppointmentId(appointment_id),
        code=f"C{appointment_id[-3:]}",
        start=start,
        end=start + HALF,
    )
    claimed = msgspec.structs.replace(
        CLAIMED, appointment_id=visit.appointment_id, start=start, end=start + HALF
    )
    planned = VisitPlanned(
        appointment_id=visit.appointment_id,
        shop_id=visit.shop_id,
        barber_id=visit.barber_id,
        services=visit.services,
        start=start,
        end=start + HALF,
    )
    written = CalendarEntryWritten(
        calendar_id=MARCO, event_id=f"{appointment_id}g0", appointment_version=1, etag='"1"'
    )
    return [
        (f"appointment:{appointment_id}", visit),
        ("diary:demo:marco:2026-11-26", claimed),
        ("customer:alex", planned),
        (f"calendar:{appointment_id}", written),
    ]


def _found(appointment_id: str, start: datetime | None) -> tuple[str, Event]:
    drifted = CalendarEntryDrifted(
        calendar_id=MARCO,
        event_id=f"{appointment_id}g0",
        start=start,
        end=start + HALF if start else None,
    )
    return f"calendar:{appointment_id}", drifted


def _lunch(start: datetime) -> CalendarConflictFound:
    return CalendarConflictFound(
        calendar_id=MARCO, event_id="lunch", start=start, end=start + 2 * HALF
    )


def _record(folder: Path, url: str, events: list[tuple[str, Event]]) -> None:
    settings = settings_of(folder)
    shop: Shop = settings.shops[0]
    SandboxClock(settings.data_dir / "clock", shop.timezone).set(MORNING)
    streams: dict[str, list[Event]] = {}
    for stream, event in events:
        streams.setdefault(stream, []).append(event)
    appends = [Append(stream=one, expected=0, events=tuple(of)) for one, of in streams.items()]
    stamp = Stamp(at=MORNING, actor="bot", cause="turn:1", correlation="1")
    with connect(url) as client:
        vault = RedisKeyVault(client, settings.master_key)
        store = RecordedEventStore(RedisApplicationRecorder(client), EventCodec(vault))
        asyncio.run(store.append(appends, stamp))
        store.close()
