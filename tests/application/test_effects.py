"""From the log to letters, and the relay that carries them."""

from datetime import timedelta
from typing import get_args

import msgspec
import pytest
from eventsourcing.persistence import StoredEvent
from hypothesis import given
from hypothesis import strategies as st

from application.effects import Errand, errand, letters
from application.events import Erased, Event
from application.ports import Letter, NewerEvent, Recorded
from application.relay_effects import PAGE, RelayEffects
from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from domain.conversation import (
    BotReleased,
    MessageReceived,
    PersonCalled,
    ReplyComposed,
    ReplyProgressed,
    ShopTold,
)
from domain.customer import OptedOut
from tests.application.counter import NOW, STAMP, Counter, Writer
from tests.fakes.identities import CountedIdentities
from tests.fakes.mailboxes import InMemoryMailboxes

NO_WAIT = timedelta(0)
EFFECTIVE = {
    ReplyComposed,
    PersonCalled,
    ShopTold,
    AppointmentBooked,
    AppointmentMoved,
    AppointmentCancelled,
}


def recorded(event: Event, stream: str, position: int = 7) -> Recorded:
    return Recorded(position=position, stream=stream, version=1, stamp=STAMP, event=event)


def test_a_call_for_a_person_goes_out_beside_the_customers_messages() -> None:
    called = recorded(PersonCalled(why="asked", at=NOW), "conversation:v1")

    assert letters(called) == (
        Letter(queue="outbox", key="conversation:v1:shop", body=b'{"position":7}'),
    )


def test_what_the_shop_is_told_goes_the_same_way() -> None:
    told = recorded(ShopTold(about="late", detail="10 min"), "conversation:v1")

    assert [(one.queue, one.key) for one in letters(told)] == [("outbox", "conversation:v1:shop")]


def test_a_reply_that_came_too_late_for_whatsapp_is_followed_up() -> None:
    failed = recorded(
        ReplyProgressed(reply_id="v1.0", status="failed", code=131047), "conversation:v1"
    )

    assert [(one.queue, one.key) for one in letters(failed)] == [("outbox", "conversation:v1")]


@pytest.mark.parametrize(
    "event",
    [
        OptedOut(),
        ReplyProgressed(reply_id="v1.0", status="failed", code=131026),
        ReplyProgressed(reply_id="v1.0", status="read"),
        BotReleased(),
        MessageReceived(message_id="m1", kind="text", sent_at=NOW, text="hello"),
    ],
)
def test_most_events_have_no_effect(event: Event) -> None:
    assert letters(recorded(event, "customer:c1")) == ()


async def test_a_booking_is_a_reply_and_a_calendar_change_each_in_its_own_order(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("Book haircut tomorrow at 2pm")

    log = await counter.log()

    sent = [(one.queue, one.key) for event in log for one in letters(event)]
    streams = {type(one.event): one.stream for one in log}
    assert sent == [
        ("outbox", streams[ReplyComposed]),
        ("calendar", streams[AppointmentBooked]),
    ]


async def test_the_same_event_gives_the_same_letters(counter: Counter, ana: Writer) -> None:
    await ana.says("Book haircut tomorrow at 2pm")

    log = await counter.log()

    assert [letters(one) for one in log] == [letters(one) for one in log]


@given(st.integers(min_value=1, max_value=2**53))
def test_a_letter_carries_the_position_of_its_event(position: int) -> None:
    (letter,) = letters(recorded(PersonCalled(why="asked", at=NOW), "conversation:v1", position))

    assert errand(letter.body) == Errand(position)


def test_a_letter_holds_no_personal_data() -> None:
    (letter,) = letters(recorded(ShopTold(about="media", detail="a secret"), "conversation:v1"))

    assert b"secret" not in msgspec.json.encode(letter)


def test_every_effective_event_is_an_event_of_the_log() -> None:
    assert set(get_args(Event)) >= EFFECTIVE


@pytest.fixture
def mailboxes() -> InMemoryMailboxes:
    return InMemoryMailboxes(CountedIdentities())


@pytest.fixture
def relay_effects(counter: Counter, mailboxes: InMemoryMailboxes) -> RelayEffects:
    return RelayEffects(store=counter.store, relay=mailboxes)


async def waiting(mailboxes: InMemoryMailboxes) -> list[int]:
    """The positions that lie in the outbox and the calendar's mailboxes; they are taken."""
    outbox = await mailboxes.take("outbox", wait=NO_WAIT)
    calendar = await mailboxes.take("calendar", wait=NO_WAIT)
    bodies = [body for lease in (outbox, calendar) if lease for body in lease.letters]
    return [errand(body).position for body in bodies]


async def test_the_relay_follows_the_log_to_its_end(
    counter: Counter, ana: Writer, relay_effects: RelayEffects, mailboxes: InMemoryMailboxes
) -> None:
    await ana.says("Book haircut tomorrow at 2pm")
    log = await counter.log()

    relayed = await relay_effects(wait=NO_WAIT)

    expected = [one.position for one in log if type(one.event) in EFFECTIVE]
    assert relayed == len(log)
    assert await mailboxes.position() == log[-1].position
    assert await waiting(mailboxes) == expected


async def test_a_log_that_was_followed_is_not_followed_again(
    ana: Writer, relay_effects: RelayEffects, mailboxes: InMemoryMailboxes
) -> None:
    await ana.says("Book haircut tomorrow at 2pm")
    await relay_effects(wait=NO_WAIT)
    first = await waiting(mailboxes)

    assert await relay_effects(wait=NO_WAIT) == 0
    assert (len(first), await waiting(mailboxes)) == (2, [])


async def test_an_empty_log_has_nothing_to_relay(relay_effects: RelayEffects) -> None:
    assert await relay_effects(wait=NO_WAIT) == 0


async def test_of_two_relays_that_read_the_same_page_one_delivers_it(
    counter: Counter, ana: Writer, mailboxes: InMemoryMailboxes
) -> None:
    await ana.says("Book haircut tomorrow at 2pm")
    second = RelayEffects(store=counter.store, relay=mailboxes)

    class Slow(InMemoryMailboxes):
        """A relay that is overtaken between its reading and its delivery."""

        async def position(self) -> int:
            return await mailboxes.position()

        async def deliver(self, letters: object, *, seen: int, upto: int) -> bool:
            await second(wait=NO_WAIT)
            return await mailboxes.deliver(letters, seen=seen, upto=upto)  # type: ignore[arg-type]

    await RelayEffects(store=counter.store, relay=Slow(CountedIdentities()))(wait=NO_WAIT)

    assert len(await waiting(mailboxes)) == 2


async def test_a_long_log_is_followed_page_by_page(
    counter: Counter, relay_effects: RelayEffects
) -> None:
    await counter.add("customer:c1", *[OptedOut()] * (PAGE + 1))

    assert [await relay_effects(wait=NO_WAIT) for _ in range(3)] == [PAGE, 1, 0]


async def test_an_event_of_a_newer_release_stops_the_relay_and_changes_nothing(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("book haircut tomorrow at 2pm")
    counter.recorder.insert_events(
        [StoredEvent("appointment:a9", 1, "appointment.sold/1", b"whatever it means")]
    )
    mailboxes = InMemoryMailboxes(CountedIdentities())
    relay = RelayEffects(store=counter.store, relay=mailboxes)

    with pytest.raises(NewerEvent, match=r"the log holds appointment\.sold/1 at"):
        await relay(wait=NO_WAIT)

    assert await mailboxes.position() == 0
    assert await mailboxes.take("outbox", wait=NO_WAIT) is None


def test_an_erased_event_has_no_effects() -> None:
    erased = Recorded(
        position=1,
        stream="conversation:v1",
        version=1,
        stamp=STAMP,
        event=Erased(tag="conversation.reply_composed"),
    )

    assert letters(erased) == ()
