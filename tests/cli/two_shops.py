"""A log of two shops with a customer each, in which a conversation and a customer are erased."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from application.events import Event
from application.ports import Append, Stamp
from domain.appointment import AppointmentBooked, AppointmentCancelled
from domain.calendar_entry import CalendarEntryWritten
from domain.conversation import ConversationStarted, DraftEnded
from domain.customer import ConversationOpened, VisitCalledOff, VisitPlanned
from domain.diary import TimeBlocked, TimeClaimed, TimeHeld, TimeReleased
from domain.identifiers import (
    AppointmentId,
    BarberId,
    BlockId,
    ConversationId,
    CustomerId,
    HoldId,
    ServiceId,
    ShopId,
)
from domain.money import Money
from domain.shop_settings import ShopSettingsLoaded
from infrastructure.event_store.store import RecordedEventStore
from tests.application.counter import DEMO, MADRID
from tests.cli.recorded import END, MORNING, START, met, settings_of
from tests.persistence.opened_log import erase, opened_log

ALEX, BEN = CustomerId("alex"), CustomerId("ben")
IN_DEMO, IN_MADRID = "diary:demo:marco:2026-11-26", "diary:madrid:lucia:2026-11-26"
NOTHING = timedelta(0)

Lines = Sequence[tuple[str, Event]]


def booked(appointment: str, whose: CustomerId, shop: ShopId, barber: str) -> AppointmentBooked:
    return AppointmentBooked(
        appointment_id=AppointmentId(appointment),
        code=appointment[-4:].upper(),
        customer_id=whose,
        shop_id=shop,
        barber_id=BarberId(barber),
        services=(ServiceId("haircut"),),
        start=START,
        end=END,
        price=Money(minor=2500, currency="USD"),
        free_until=START - timedelta(hours=24),
        shop_version="1",
    )


def planned(one: AppointmentBooked) -> VisitPlanned:
    return VisitPlanned(
        appointment_id=one.appointment_id,
        shop_id=one.shop_id,
        barber_id=one.barber_id,
        services=one.services,
        start=one.start,
        end=one.end,
    )


def claimed(one: AppointmentBooked, hold: str | None = None) -> TimeClaimed:
    return TimeClaimed(
        appointment_id=one.appointment_id,
        start=one.start,
        end=one.end,
        before=NOTHING,
        after=NOTHING,
        hold_id=HoldId(hold) if hold else None,
    )


def started(talk: str, whose: CustomerId, shop: ShopId) -> ConversationStarted:
    return ConversationStarted(
        conversation_id=ConversationId(talk),
        customer_id=whose,
        shop_id=shop,
        language="en",
        language_settled=True,
    )


def opening(talk: str, shop: ShopId) -> ConversationOpened:
    return ConversationOpened(shop_id=shop, conversation_id=ConversationId(talk))


OF_ALEX = booked("aaaaaaaaaaaaaaa1", ALEX, DEMO.id, "marco")
OF_BEN = booked("bbbbbbbbbbbbbbb2", BEN, MADRID.id, "lucia")
HELD = TimeHeld(
    hold_id=HoldId("h1"),
    customer_id=ALEX,
    start=START,
    end=END,
    before=NOTHING,
    after=NOTHING,
    expires_at=MORNING + timedelta(minutes=70),
)
WRITTEN = CalendarEntryWritten(calendar_id="marco@demo", event_id="e1", appointment_version=1)
BLOCKED = TimeBlocked(block_id=BlockId("b1"), start=END, end=END + (END - START), source="staff")

APPENDS: Sequence[Lines] = (
    (
        ("shop:demo", ShopSettingsLoaded(shop=DEMO)),  # 1
        ("shop:madrid", ShopSettingsLoaded(shop=MADRID)),  # 2
    ),
    (
        ("conversation:talk", started("talk", ALEX, DEMO.id)),  # 3, erased
        ("customer:alex", met("alex")),  # 4
        ("customer:alex", opening("talk", DEMO.id)),  # 5
        (IN_DEMO, HELD),  # 6
    ),
    (
        ("conversation:talk", DraftEnded(appointment_id=OF_ALEX.appointment_id)),  # 7, erased
        ("customer:alex", planned(OF_ALEX)),  # 8
        (IN_DEMO, claimed(OF_ALEX, "h1")),  # 9
        (f"appointment:{OF_ALEX.appointment_id}", OF_ALEX),  # 10
    ),
    ((f"calendar:{OF_ALEX.appointment_id}", WRITTEN),),  # 11
    (
        ("conversation:other", started("other", BEN, MADRID.id)),  # 12
        ("customer:ben", met("ben")),  # 13, erased
        ("customer:ben", opening("other", MADRID.id)),  # 14, erased
        ("customer:ben", planned(OF_BEN)),  # 15, erased
        (IN_MADRID, claimed(OF_BEN)),  # 16
        (f"appointment:{OF_BEN.appointment_id}", OF_BEN),  # 17
    ),
    (
        ("customer:alex", VisitCalledOff(appointment_id=OF_ALEX.appointment_id)),  # 18
        (IN_DEMO, TimeReleased(claim_id=OF_ALEX.appointment_id, why="cancelled")),  # 19
        (
            f"appointment:{OF_ALEX.appointment_id}",
            AppointmentCancelled(by="customer", late=False, shop_version="1"),
        ),  # 20
    ),
    ((IN_DEMO, BLOCKED),),  # 21
)


def record_two_shops(data_dir: Path, url: str) -> None:
    """Positions 1 to 21, an append each hour; the keys of `talk` and of Ben are destroyed."""
    master_key = settings_of(data_dir).master_key
    with opened_log(url, master_key) as log:
        asyncio.run(record(log))
    erase(url, master_key, "conversation:talk", "customer:ben")


async def record(store: RecordedEventStore) -> None:
    """Append all of it."""
    versions: dict[str, int] = {}
    for number, lines in enumerate(APPENDS):
        appends = []
        for stream, event in lines:
            version = versions.get(stream, 0)
            appends.append(Append(stream=stream, expected=version, events=(event,)))
            versions[stream] = version + 1
        stamp = Stamp(
            at=MORNING + timedelta(hours=number),
            actor="bot",
            cause=f"turn:{number}",
            correlation=f"{number}",
            policy="1",
        )
        await store.append(appends, stamp)
