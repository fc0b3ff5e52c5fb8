"""Messages from and to a shop that the settings no longer have."""

from datetime import timedelta

import pytest

from application.apologise import Apologise
from application.fallback_interpreter import RuleInterpreter
from application.known_shop import NoSuchShop
from domain.conversation import MessageReceived, NoticeSent, PersonCalled, ReplyComposed, ReplySent
from domain.identifiers import ShopId
from tests.application.counter import DEMO, Counter, Writer, changed
from tests.application.office import NUMBER, Office

ANOTHER = changed(DEMO, id=ShopId("another"), phone_number_id="105000000000009")
DAY = timedelta(days=1)
PERSON = "I want to talk to a person"


def office_of(counter: Counter, writer: Writer, *, gone: bool) -> Office:
    counter.shop = ANOTHER if gone else DEMO
    made = Office(counter)
    made.messenger.hear(NUMBER, writer.address)
    return made


@pytest.mark.parametrize("kind", [ReplyComposed, PersonCalled])
async def test_what_a_shop_that_is_gone_has_to_say_is_refused_and_may_set_out_later(
    counter: Counter, ana: Writer, kind: type
) -> None:
    await ana.says(PERSON)
    gone = office_of(counter, ana, gone=True)
    position = await gone.position(kind)

    with pytest.raises(NoSuchShop, match="no_such_shop"):
        await gone.send(position)

    again = office_of(counter, ana, gone=False)
    await again.send(position)
    assert (len(gone.messenger.sent), len(again.messenger.sent)) == (0, 1)
    told = (*await counter.events(ReplySent), *await counter.events(NoticeSent))
    assert len(told) == 1


async def test_what_a_shop_that_is_gone_has_to_say_too_late_is_refused(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("hello")
    gone = office_of(counter, ana, gone=True)
    position = await gone.position(ReplyComposed)
    counter.clock.forward(2 * DAY)

    with pytest.raises(NoSuchShop):
        await gone.send(position)

    assert gone.departures.started == {}


async def test_a_message_to_a_shop_that_is_gone_is_refused_and_not_taken_in(
    counter: Counter, ana: Writer
) -> None:
    incoming = ana.text("hello")
    counter.shop = ANOTHER

    with pytest.raises(NoSuchShop):
        await counter.answering(RuleInterpreter())(ana.id, [incoming])

    assert await counter.events(MessageReceived) == ()


async def test_a_shop_that_is_gone_apologises_for_nothing(counter: Counter, ana: Writer) -> None:
    incoming = ana.text("hello")
    counter.shop = ANOTHER
    apologise = Apologise(
        store=counter.store,
        clock=counter.clock,
        identities=counter.identities,
        shops=counter.by_number,
    )

    with pytest.raises(NoSuchShop):
        await apologise(ana.id, incoming)

    assert await counter.log() == ()


async def test_nothing_is_marked_as_seen_for_a_shop_that_is_gone(
    counter: Counter, ana: Writer
) -> None:
    incoming = ana.text("hello")
    gone = office_of(counter, ana, gone=True)

    await gone.mark_seen(ana.id, incoming)

    assert gone.messenger.seen_messages == []
