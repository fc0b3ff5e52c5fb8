"""Apologising for a message that could not be handled."""

from datetime import timedelta

import pytest

from application.apologise import Apologise
from application.effects import letters
from application.inbound import IncomingMessage
from domain.conversation import (
    BotReleased,
    ConversationStarted,
    MessageReceived,
    PersonCalled,
    ReplyComposed,
)
from domain.customer import CustomerMet
from tests.application.counter import DEMO, MADRID, Counter, Writer, changed, text

DAY = timedelta(hours=24)


@pytest.fixture
def apologise(counter: Counter) -> Apologise:
    return apologising(counter)


def apologising(counter: Counter) -> Apologise:
    return Apologise(
        store=counter.store,
        clock=counter.clock,
        identities=counter.identities,
        shops=counter.by_number,
    )


async def said(counter: Counter) -> list[str]:
    return [reply.body for reply in await counter.replies()]


def odd(writer: Writer) -> IncomingMessage:
    """A message that no worker can handle."""
    return writer.text("\N{PILE OF POO} 5215512345678")


async def test_a_known_customer_hears_that_it_is_our_fault_and_that_a_person_is_called(
    counter: Counter, ana: Writer, apologise: Apologise
) -> None:
    await ana.says("hello")

    await apologise(ana.id, odd(ana))

    assert (await said(counter))[1:] == [f"{text('sorry')} {text('person', owner='Sam')}"]
    assert [called.why for called in await counter.events(PersonCalled)] == ["parked"]


async def test_a_shop_without_an_owners_phone_promises_an_answer_of_the_owner() -> None:
    counter = Counter(shop=changed(DEMO, owner_phone=None))
    ana = counter.customer()

    await apologising(counter)(ana.id, odd(ana))

    (reply,) = await said(counter)
    counter.close()
    assert reply.endswith(text("person.uncalled", owner="Sam"))


async def test_the_shops_people_are_told_and_the_customer_is_answered_by_the_relay(
    counter: Counter, ana: Writer, apologise: Apologise
) -> None:
    await apologise(ana.id, odd(ana))

    found = [letter.key for recorded in await counter.log() for letter in letters(recorded)]
    (started,) = await counter.events(ConversationStarted)
    stream = f"conversation:{started.conversation_id}"
    assert found == [stream, f"{stream}:shop"]


async def test_one_message_is_apologised_for_once(
    counter: Counter, ana: Writer, apologise: Apologise
) -> None:
    message = odd(ana)

    await apologise(ana.id, message)
    await apologise(ana.id, message)

    assert len(await counter.replies()) == 1
    assert len(await counter.events(PersonCalled)) == 1


async def test_two_who_apologise_at_once_say_it_once(
    counter: Counter, ana: Writer, apologise: Apologise
) -> None:
    message = odd(ana)
    counter.store.meanwhile.append(lambda: apologise(ana.id, message))

    await apologise(ana.id, message)

    assert len(await counter.replies()) == 1


async def test_another_message_is_apologised_for_again(
    counter: Counter, ana: Writer, apologise: Apologise
) -> None:
    await apologise(ana.id, odd(ana))

    await apologise(ana.id, odd(ana))

    assert len(await counter.replies()) == 2


async def test_an_apology_is_in_the_customers_language(
    counter: Counter, ana: Writer, apologise: Apologise
) -> None:
    await ana.says("hola, quiero una cita")

    await apologise(ana.id, odd(ana))

    assert (await said(counter))[-1].startswith(text("sorry", "es"))


async def test_somebody_unknown_is_met_and_hears_who_speaks_in_the_shops_first_language() -> None:
    counter = Counter(shop=MADRID)
    ana = counter.customer()

    await apologising(counter)(ana.id, odd(ana))

    (reply,) = await said(counter)
    met = await counter.events(CustomerMet)
    counter.close()
    assert reply.startswith(text("intro", "es", shop=MADRID.name))
    assert text("sorry", "es") in reply
    assert [one.address for one in met] == [ana.address]


async def test_the_message_is_not_taken_in_so_that_it_is_answered_when_it_is_sent_again(
    counter: Counter, ana: Writer, apologise: Apologise
) -> None:
    message = ana.text("Book haircut tomorrow at 2pm")
    await apologise(ana.id, message)
    received = await counter.events(MessageReceived)

    answer = await ana.sends(message)

    assert received == ()
    assert "Booked ✔" in answer


async def test_the_bot_is_free_to_answer_again_once_the_mailbox_is(
    counter: Counter, ana: Writer, apologise: Apologise
) -> None:
    await ana.says("hello")

    await apologise(ana.id, odd(ana))

    kinds = [type(one.event) for one in await counter.log()]
    assert kinds[-3:] == [ReplyComposed, PersonCalled, BotReleased]
    assert await ana.says("what do you charge?") != ""


async def test_nothing_is_said_where_a_person_answers_already(
    counter: Counter, ana: Writer, apologise: Apologise
) -> None:
    await ana.says("I want to talk to a person")
    before = await counter.log()

    await apologise(ana.id, odd(ana))

    assert await counter.log() == before


async def test_after_a_day_of_silence_a_new_conversation_has_the_apology(
    counter: Counter, ana: Writer, apologise: Apologise
) -> None:
    await ana.says("hello")
    counter.clock.forward(DAY)
    message = odd(ana)

    await apologise(ana.id, message)
    await apologise(ana.id, message)

    assert len(await counter.events(ConversationStarted)) == 2
    assert len(await counter.replies()) == 2


async def test_no_id_of_whatsapp_stands_in_the_plain_part_of_the_log(
    counter: Counter, ana: Writer, apologise: Apologise
) -> None:
    message = odd(ana)

    await apologise(ana.id, message)

    stamps = [repr(one.stamp) for one in await counter.log()]
    assert [one for one in stamps if message.message.message_id in one] == []
