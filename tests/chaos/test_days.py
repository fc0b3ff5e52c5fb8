import asyncio
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from application.events import Event
from application.ports import Recorded, Stamp
from chaos.days import part
from chaos.days.day import Day
from chaos.days.rules import Rules
from chaos.part import Order
from chaos.races.wishes import NOW, SHOP, slot
from domain.appointment import AppointmentBooked
from domain.conversation import MessageReceived, ReplyComposed
from domain.customer import Address
from domain.diary import TimeClaimed, TimeHeld
from domain.identifiers import AppointmentId, BarberId, CustomerId, HoldId, ServiceId
from domain.reply import Reply
from tests.service.parts import settings_of

STAMP = Stamp(at=NOW, actor="test", cause="test", correlation="test")
START = slot(0).astimezone(UTC)
HALF_AN_HOUR, NONE = timedelta(minutes=30), timedelta(0)
DIARY = "diary:demo:marco:2026-11-24"


def log(*events: tuple[str, Event]) -> list[Recorded]:
    return [
        Recorded(position=n, stream=stream, version=n, stamp=STAMP, event=event)
        for n, (stream, event) in enumerate(events, start=1)
    ]


def claimed(name: str, later: timedelta = NONE) -> tuple[str, Event]:
    start = START + later
    event = TimeClaimed(
        appointment_id=AppointmentId(name),
        start=start,
        end=start + HALF_AN_HOUR,
        before=NONE,
        after=NONE,
    )
    return DIARY, event


def booked(name: str, later: timedelta = NONE) -> tuple[str, Event]:
    start = START + later
    event = AppointmentBooked(
        appointment_id=AppointmentId(name),
        code="ABCD",
        customer_id=CustomerId("c"),
        shop_id=SHOP.id,
        barber_id=BarberId("marco"),
        services=(ServiceId("haircut"),),
        start=start,
        end=start + HALF_AN_HOUR,
        price=SHOP.services[0].price,
        free_until=start,
        shop_version=SHOP.version,
    )
    return f"appointment:{name}", event


def said(words: str) -> tuple[str, Event]:
    reply = ReplyComposed(reply_id="r", address=Address(wa_id="1"), reply=Reply(body=words))
    return "conversation:1", reply


HELD = TimeHeld(
    hold_id=HoldId("h"),
    customer_id=CustomerId("c"),
    start=START,
    end=START + HALF_AN_HOUR,
    before=NONE,
    after=NONE,
    expires_at=NOW + timedelta(minutes=10),
)
TAKEN_IN = MessageReceived(message_id="m", kind="text", sent_at=NOW)

BROKEN = {
    "two visits overlap": [
        claimed("a"),
        booked("a"),
        claimed("b", timedelta(minutes=15)),
        booked("b", timedelta(minutes=15)),
    ],
    "a live hold was booked by another": [(DIARY, HELD), claimed("a"), booked("a")],
    "a visit has no time in its diary": [booked("a")],
    "time is taken for no visit": [claimed("a")],
    "a message was taken in twice": [("conversation:1", TAKEN_IN), ("conversation:1", TAKEN_IN)],
    "a booking was told of that there is not": [said("Booked! #WXYZ")],
}


def test_no_rule_is_broken_on_any_day() -> None:
    verdict = part.run(Order(short=True))

    assert verdict.breaches == ()


def test_the_same_seed_lives_through_the_same_day(tmp_path: Path) -> None:
    first = Day(settings_of(tmp_path), seed="7")
    asyncio.run(first.broken())
    second = Day(settings_of(tmp_path), seed="7")
    asyncio.run(second.broken())

    assert first.house.log.recorded == second.house.log.recorded
    assert first.arrived == second.arrived


@pytest.mark.parametrize("history", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_rule_is_found(history: list[tuple[str, Event]]) -> None:
    assert list(Rules().broken(log(*history))) != []


def test_a_booking_that_stands_and_is_told_of_breaks_no_rule() -> None:
    history = log(said("Booked! #ABCD"), claimed("a"), booked("a"))

    assert list(Rules().broken(history)) == []
