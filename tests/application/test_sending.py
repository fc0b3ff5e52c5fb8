"""Sending what the log says that the shop says, and taking in how far it came."""

from datetime import timedelta

import msgspec
import pytest

from application.ports import SendRefused, Template, Unavailable
from domain import conversation
from domain.conversation import (
    Call,
    PersonCalled,
    ReplyComposed,
    ReplyProgressed,
    ReplySent,
    ShopTold,
)
from domain.customer import Address, ConversationOpened
from tests.application.counter import DEMO, NO_TIME, Counter, Writer
from tests.application.office import NUMBER, Office
from tests.fakes.messenger import Seen

OWNER = Address(wa_id="15550100190")


@pytest.fixture
def office(counter: Counter, ana: Writer) -> Office:
    made = Office(counter)
    made.messenger.hear(NUMBER, ana.address)
    return made


async def test_a_reply_is_sent_to_whom_it_was_composed_for(office: Office, ana: Writer) -> None:
    await ana.says("hello")

    await office.send(await office.position(ReplyComposed))

    (sent,) = office.messenger.sent
    composed = await office.composed()
    assert (sent.content, sent.to, sent.phone_number_id, sent.callback) == (
        composed.reply,
        ana.address,
        NUMBER,
        composed.reply_id,
    )
    assert await office.counter.events(ReplySent) == (
        ReplySent(reply_id=composed.reply_id, message_id="wamid.1"),
    )


async def test_what_is_recorded_of_it_names_the_event_that_caused_it(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)

    await office.send(position)

    last, cause = (await office.counter.log())[-1], await office.counter.store.at(position)
    assert (last.stamp.actor, last.stamp.cause) == ("sender", f"event:{position}")
    assert last.stamp.correlation == cause.stamp.correlation


async def test_a_reply_is_sent_once(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    await office.send(position)

    await office.send(position)

    assert len(office.messenger.sent) == 1
    assert len(await office.counter.events(ReplySent)) == 1


async def test_a_reply_whose_status_came_first_is_not_sent_again(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.status("delivered")

    await office.send(await office.position(ReplyComposed))

    assert office.messenger.sent == []


async def test_what_is_sent_is_recorded_beside_a_message_that_came_meanwhile(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    office.counter.store.meanwhile.append(lambda: ana.says("what time do you open?"))

    await office.send(position)

    assert len(office.messenger.sent) == 1
    assert len(await office.counter.events(ReplySent)) == 1


@pytest.mark.parametrize(
    ("silence", "kind"),
    [(timedelta(hours=23, minutes=50), False), (timedelta(hours=23, minutes=50, seconds=1), True)],
)
async def test_ten_minutes_before_the_window_closes_a_template_is_sent(
    office: Office, ana: Writer, silence: timedelta, *, kind: bool
) -> None:
    await ana.says("hello")
    office.counter.clock.forward(silence)

    await office.send(await office.position(ReplyComposed))

    (sent,) = office.messenger.sent
    assert isinstance(sent.content, Template) is kind


async def test_a_message_that_came_too_late_is_answered_by_a_template(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello", late=timedelta(hours=25))

    await office.send(await office.position(ReplyComposed))

    assert [one.content for one in office.messenger.sent] == [
        Template(name="follow_up", language="en", values=("Central Barbershop",))
    ]


async def test_a_window_that_whatsapp_calls_closed_is_answered_by_a_template(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    office.messenger.will(SendRefused(131047, "template"))

    await office.send(await office.position(ReplyComposed))

    assert [type(one.content) for one in office.messenger.sent] == [Template]
    assert len(await office.counter.events(ReplySent)) == 1


async def test_a_window_that_whatsapp_calls_closed_later_is_followed_by_a_template(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    await office.status("failed", code=131047)

    await office.send(await office.position(ReplyProgressed))

    assert [one.content for one in office.messenger.sent][1:] == [
        Template(name="follow_up", language="en", values=("Central Barbershop",))
    ]


@pytest.mark.parametrize(
    "refusals",
    [
        (SendRefused(131026, "suppress"),),
        (SendRefused(131047, "template"), SendRefused(131026, "suppress")),
    ],
)
async def test_a_recipient_who_cannot_be_reached_is_recorded_and_not_tried_again(
    office: Office, ana: Writer, refusals: tuple[SendRefused, ...]
) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    office.messenger.will(*refusals)

    await office.send(position)
    await office.send(position)

    failed = await office.counter.events(ReplyProgressed)
    assert [(one.status, one.code) for one in failed] == [("failed", 131026)]
    assert office.messenger.sent == []


@pytest.mark.parametrize(
    "error",
    [
        SendRefused(132016, "alert"),
        SendRefused(131009, "bug"),
        Unavailable("whatsapp", retry_after=timedelta(seconds=6)),
    ],
)
async def test_what_a_person_or_time_has_to_mend_is_passed_on_and_records_nothing(
    office: Office, ana: Writer, error: Exception
) -> None:
    await ana.says("hello")
    position, before = await office.position(ReplyComposed), await office.counter.log()
    office.messenger.will(error)

    with pytest.raises(type(error)) as raised:
        await office.send(position)

    assert raised.value is error
    assert await office.counter.log() == before


async def test_after_an_outage_the_reply_is_sent(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    office.messenger.will(Unavailable("whatsapp"))
    with pytest.raises(Unavailable):
        await office.send(position)

    await office.send(position)

    assert len(office.messenger.sent) == 1


async def test_the_owner_is_told_who_wants_a_person(office: Office, ana: Writer) -> None:
    await ana.says("I want to talk to a person")

    await office.send(await office.position(PersonCalled))

    (sent,) = office.messenger.sent
    assert (sent.to, sent.phone_number_id) == (OWNER, NUMBER)
    assert sent.content == Template(
        name="person_called",
        language="en",
        values=("Ana wants to talk to a person.",),
    )


@pytest.mark.parametrize(
    ("spoken", "why", "words"),
    [
        ("en", "asked", "Ana wants to talk to a person."),
        ("en", "complaint", "Ana wants to talk to a person."),
        ("en", "not_understood", "Ana wrote what I don't understand."),
        ("en", "parked", "Ana wrote something that I couldn't take care of."),
        ("es", "asked", "Ana quiere hablar con una persona."),
        ("es", "not_understood", "Ana ha escrito algo que no entiendo."),
        ("es", "parked", "Ana ha escrito algo que no he podido atender."),
    ],
)
async def test_the_shop_is_told_why_a_person_is_called(spoken: str, why: Call, words: str) -> None:
    counter = Counter(shop=msgspec.structs.replace(DEMO, languages=(spoken,)))
    office, ana = Office(counter), counter.customer()
    await ana.says("hello")
    chat = (await counter.events(ConversationOpened))[0].conversation_id
    called = PersonCalled(why=why, at=counter.clock.now())
    await counter.add(conversation.stream(chat), called)

    await office.send(await office.position(PersonCalled))

    (sent,) = office.messenger.sent
    assert isinstance(sent.content, Template)
    assert sent.content.values[0].startswith(words)
    counter.close()


async def test_the_shop_is_told_of_a_picture(office: Office, ana: Writer) -> None:
    await ana.sends(ana.message(kind="image", text="like this", raw="{}"))

    await office.send(await office.position(ShopTold))

    assert "image like this" in str(office.messenger.sent[0].content)


async def test_a_shop_without_an_owners_phone_is_told_nothing() -> None:
    counter = Counter(shop=msgspec.structs.replace(DEMO, owner_phone=None))
    office, ana = Office(counter), counter.customer()
    await ana.says("I want to talk to a person")

    await office.send(await office.position(PersonCalled))

    assert office.messenger.sent == []
    counter.close()


async def test_an_event_that_is_nothing_to_send_is_a_fault(office: Office, ana: Writer) -> None:
    await ana.says("hello")

    with pytest.raises(TypeError):
        await office.send(1)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (("sent", "delivered", "read"), ["sent", "delivered", "read"]),
        (("read", "delivered", "sent"), ["read"]),
        (("delivered", "delivered"), ["delivered"]),
        (("sent", "failed"), ["sent", "failed"]),
        (("failed", "read"), ["failed"]),
    ],
)
async def test_the_progress_of_a_reply_only_goes_on(
    office: Office, ana: Writer, told: tuple[str, ...], kept: list[str]
) -> None:
    await ana.says("hello")

    await office.statuses(*told)

    assert [one.status for one in await office.counter.events(ReplyProgressed)] == kept


@pytest.mark.parametrize("callback", ["nobody.7", "plain", "."])
async def test_a_status_of_no_reply_of_ours_is_dropped(
    office: Office, ana: Writer, callback: str
) -> None:
    await ana.says("hello")
    before = await office.counter.log()

    await office.status("read", callback=callback)

    assert await office.counter.log() == before


async def test_a_status_of_a_reply_that_was_never_composed_is_dropped(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    before = await office.counter.log()
    conversation = (await office.composed()).reply_id.rpartition(".")[0]

    await office.status("read", callback=f"{conversation}.99")

    assert await office.counter.log() == before


@pytest.mark.parametrize(("kind", "typing"), [("text", True), ("tap", True), ("sticker", False)])
async def test_a_message_is_marked_as_read_with_typing_where_an_answer_comes(
    office: Office, ana: Writer, kind: str, *, typing: bool
) -> None:
    message = ana.message(kind=kind, tap="x", late=NO_TIME)  # type: ignore[arg-type]

    await office.mark_seen(ana.id, message)

    expected = Seen(message_id=message.message.message_id, phone_number_id=NUMBER, typing=typing)
    assert office.messenger.seen_messages == [expected]


async def test_while_a_person_answers_nothing_is_marked(office: Office, ana: Writer) -> None:
    await ana.says("I want to talk to a person")

    await office.mark_seen(ana.id, ana.text("hello?"))

    assert office.messenger.seen_messages == []


async def test_nothing_is_marked_as_seen_while_the_number_is_paused(
    office: Office, ana: Writer
) -> None:
    await office.departures.pause(NUMBER, 190, name="leo.0")

    await office.mark_seen(ana.id, ana.text("hello?"))

    assert office.messenger.seen_messages == []
