"""A message that set out and was not heard of: its status tells, or a person judges."""

from datetime import timedelta

import pytest

from application.ports import DoubtRemains, InDoubt, Unavailable, Wait
from application.send_message import DOUBT
from domain.conversation import (
    NoticeSent,
    PersonCalled,
    ReplyComposed,
    ReplyDoubted,
    ReplyProgressed,
    ReplySent,
)
from tests.application.counter import Counter, Writer
from tests.application.office import NUMBER, Office

LONG = Wait(times=9, lasted=DOUBT)
SHORT = Wait(times=9, lasted=DOUBT * 0.99)
PERSON = "I want to talk to a person"


@pytest.fixture
def office(counter: Counter, ana: Writer) -> Office:
    made = Office(counter)
    made.messenger.hear(NUMBER, ana.address)
    return made


async def in_doubt(office: Office, position: int) -> None:
    """Send it, so that WhatsApp takes it and the answer is lost."""
    office.messenger.will_lose_answers(1)
    with pytest.raises(InDoubt):
        await office.send(position)


async def test_a_reply_whose_answer_was_lost_is_not_sent_again(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    await in_doubt(office, position)

    with pytest.raises(InDoubt):
        await office.send(position, doubts=SHORT)

    assert len(office.messenger.sent) == 1
    assert await office.counter.events(ReplySent) == ()


async def test_a_reply_whose_worker_died_on_the_way_is_not_sent_again(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    name = (await office.composed()).reply_id
    await office.departures.leave(name, number=NUMBER, per_second=80, person="ana")

    with pytest.raises(InDoubt):
        await office.send(await office.position(ReplyComposed))

    assert office.messenger.sent == []


@pytest.mark.parametrize("status", ["sent", "delivered", "read", "failed"])
async def test_a_status_settles_the_doubt(office: Office, ana: Writer, status: str) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    await in_doubt(office, position)

    await office.status(status)
    await office.send(position, doubts=LONG)

    assert len(office.messenger.sent) == 1
    assert office.departures.started == {}


async def test_without_a_status_the_doubt_is_recorded_and_left_to_a_person(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    await in_doubt(office, position)

    with pytest.raises(DoubtRemains):
        await office.send(position, doubts=LONG)

    name = (await office.composed()).reply_id
    assert await office.counter.events(ReplyDoubted) == (ReplyDoubted(name=name),)
    assert len(office.messenger.sent) == 1


async def test_a_doubt_that_could_not_be_listed_is_left_to_a_person_all_the_same(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    await in_doubt(office, position)
    with pytest.raises(DoubtRemains):
        await office.send(position, doubts=LONG)

    with pytest.raises(DoubtRemains):
        await office.send(position, doubts=LONG)

    assert len(await office.counter.events(ReplyDoubted)) == 1
    assert len(office.messenger.sent) == 1


async def test_a_person_may_have_it_sent_again(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    await in_doubt(office, position)
    with pytest.raises(DoubtRemains):
        await office.send(position, doubts=LONG)

    await office.send(position)

    assert len(office.messenger.sent) == 2
    assert len(await office.counter.events(ReplySent)) == 1


async def test_a_status_that_comes_late_keeps_it_from_being_sent_again(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    await in_doubt(office, position)
    with pytest.raises(DoubtRemains):
        await office.send(position, doubts=LONG)
    await office.status("delivered")

    await office.send(position)

    assert len(office.messenger.sent) == 1


async def test_what_surely_was_not_sent_leaves_no_doubt(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    office.messenger.will(Unavailable("whatsapp"))
    with pytest.raises(Unavailable):
        await office.send(position)

    await office.send(position)

    assert len(office.messenger.sent) == 1
    assert office.departures.started == {}


async def test_a_notice_to_the_shop_is_sent_once(office: Office, ana: Writer) -> None:
    await ana.says(PERSON)
    position = await office.position(PersonCalled)
    await office.send(position)

    await office.send(position)

    (sent,) = office.messenger.sent
    assert await office.counter.events(NoticeSent) == (
        NoticeSent(name=sent.callback, message_id="wamid.1"),
    )


async def test_a_notice_in_doubt_is_settled_by_its_status(office: Office, ana: Writer) -> None:
    await ana.says(PERSON)
    position = await office.position(PersonCalled)
    await in_doubt(office, position)
    await office.status("sent", callback=office.messenger.sent[0].callback)

    await office.send(position)

    assert len(office.messenger.sent) == 1


async def test_an_invitation_is_sent_once(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    await office.status("failed", code=131047, remedy="template")
    position = await office.position(ReplyProgressed)
    await office.send(position)

    await office.send(position)

    assert len(office.messenger.sent) == 2
    assert len(await office.counter.events(NoticeSent)) == 1


async def test_two_workers_that_send_at_once_send_once(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    other: list[type[Exception]] = []

    async def meanwhile() -> None:
        try:
            await office.send(position)
        except InDoubt:
            other.append(InDoubt)

    office.counter.store.meanwhile.append(meanwhile)

    await office.send(position)

    assert other == [InDoubt]
    assert len(office.messenger.sent) == 1


def test_a_status_has_minutes_to_tell() -> None:
    assert timedelta(minutes=1) <= DOUBT <= timedelta(hours=1)
