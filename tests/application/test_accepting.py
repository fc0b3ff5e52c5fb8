"""What a webhook brings lies in its customer's mailbox before anybody reads it."""

from collections.abc import Sequence
from datetime import timedelta

import msgspec
import pytest

from application.accept_webhook import AcceptWebhook
from application.inbound import IncomingMessage, IncomingStatus
from application.ports import Delivery, Unavailable
from domain.conversation import ReplyProgressed
from domain.customer import Address
from tests.application.counter import DEMO, MADRID, Writer
from tests.fakes.identities import CountedIdentities
from tests.fakes.mailboxes import InMemoryMailboxes

NO_WAIT = timedelta(0)
NUMBERS = (DEMO.phone_number_id, MADRID.phone_number_id)


class Shelf:
    """An inbox that shows what was laid into it."""

    def __init__(self) -> None:
        self.deliveries: list[Delivery] = []

    async def accept(self, deliveries: Sequence[Delivery]) -> None:
        self.deliveries += deliveries


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


async def laid(shelf: Shelf, *messages: IncomingMessage) -> list[Delivery]:
    accept = AcceptWebhook(inbox=shelf, numbers=NUMBERS)
    await accept(messages=messages, statuses=(), unidentified=())
    return shelf.deliveries


async def test_a_message_is_to_be_answered_and_to_be_marked_as_read(
    shelf: Shelf, ana: Writer
) -> None:
    message = ana.text("hello")

    answered, marked = await laid(shelf, message)

    assert (answered.queue, marked.queue) == ("inbox", "seen")
    assert answered.once != marked.once
    assert msgspec.json.decode(answered.body, type=IncomingMessage) == message


@pytest.mark.parametrize(
    ("words", "settles"),
    [("hello", True), ("stop it", True), ("STOP", False), (" baja. ", False), ("Alta!", False)],
)
async def test_texts_wait_for_more_and_stop_does_not(
    shelf: Shelf, ana: Writer, words: str, *, settles: bool
) -> None:
    answered, _ = await laid(shelf, ana.text(words))

    assert answered.settle is settles


@pytest.mark.parametrize("kind", ["tap", "audio", "sticker", "location"])
async def test_taps_and_their_like_act_at_once(shelf: Shelf, ana: Writer, kind: str) -> None:
    message = ana.message(kind=kind, tap="x")  # type: ignore[arg-type]

    answered, _ = await laid(shelf, message)

    assert not answered.settle


async def test_a_message_is_the_same_only_within_its_number(shelf: Shelf, ana: Writer) -> None:
    message = ana.text("hello")
    elsewhere = msgspec.structs.replace(message, phone_number_id=MADRID.phone_number_id)

    names = {one.once for one in await laid(shelf, message, message, elsewhere)}

    assert len(names) == 4


async def test_what_is_for_no_shop_of_ours_is_dropped(shelf: Shelf, ana: Writer) -> None:
    stray = msgspec.structs.replace(ana.text("hello"), phone_number_id="999")

    assert await laid(shelf, stray) == []


async def test_a_status_is_taken_once_for_each_step(shelf: Shelf) -> None:
    accept = AcceptWebhook(inbox=shelf, numbers=NUMBERS)
    told = [_status("sent"), _status("delivered"), _status("delivered")]

    await accept(messages=(), statuses=told, unidentified=())

    assert [one.queue for one in shelf.deliveries] == ["statuses"] * 3
    assert len({one.once for one in shelf.deliveries}) == 2


def _status(status: str) -> IncomingStatus:
    return IncomingStatus(
        phone_number_id=DEMO.phone_number_id,
        address=Address(wa_id="15550100111"),
        callback="v1.0",
        progress=msgspec.convert({"reply_id": "v1.0", "status": status}, ReplyProgressed),
    )


async def test_what_names_nobody_is_kept_as_it_came(shelf: Shelf) -> None:
    accept = AcceptWebhook(inbox=shelf, numbers=NUMBERS)

    await accept(messages=(), statuses=(), unidentified=(b'{"type":"text"}',))

    (kept,) = shelf.deliveries
    assert (kept.queue, kept.body) == ("unrecognised", b'{"type":"text"}')


async def test_an_inbox_that_does_not_store_is_an_outage(ana: Writer) -> None:
    class Away:
        async def accept(self, deliveries: Sequence[Delivery]) -> None:
            del deliveries
            raise Unavailable("redis")

    accept = AcceptWebhook(inbox=Away(), numbers=NUMBERS)

    with pytest.raises(Unavailable):
        await accept(messages=(ana.text("hello"),), statuses=(), unidentified=())


async def test_what_a_customer_sends_lies_in_one_mailbox_in_its_order(ana: Writer) -> None:
    mailboxes = InMemoryMailboxes(CountedIdentities())
    first, second = ana.text("STOP"), ana.text("START")
    accept = AcceptWebhook(inbox=mailboxes, numbers=NUMBERS)
    await accept(messages=(first, second), statuses=(), unidentified=())
    await accept(messages=(second,), statuses=(), unidentified=())

    lease = await mailboxes.take("inbox", wait=NO_WAIT)

    assert lease is not None
    assert [msgspec.json.decode(one, type=IncomingMessage) for one in lease.letters] == [
        first,
        second,
    ]
