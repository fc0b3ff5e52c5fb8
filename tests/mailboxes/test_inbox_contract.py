import asyncio

import pytest

from tests.mailboxes.letters import letter, message
from tests.mailboxes.post import Post


async def test_a_delivery_of_the_same_name_is_dropped(post: Post) -> None:
    await post.inbox.accept([message("hello")])

    await post.inbox.accept([message("hello")])

    assert (await post.taken()).letters == (b"hello",)


async def test_a_delivery_of_the_same_name_is_dropped_after_the_first_was_handled(
    post: Post,
) -> None:
    await post.inbox.accept([message("hello")])
    await post.mailboxes.done(await post.taken(), 1)

    await post.inbox.accept([message("hello")])

    assert await post.at_once() is None


async def test_a_name_that_comes_twice_in_one_webhook_counts_once(post: Post) -> None:
    await post.inbox.accept([message("hello"), message("hello"), message("bye")])

    lease = await post.taken()

    assert lease.letters == (b"hello", b"bye")


async def test_one_webhook_accepted_by_many_at_once_counts_once(post: Post) -> None:
    webhook = [message("hello"), message("bye")]

    await asyncio.gather(*(post.inbox.accept(webhook) for _ in range(10)))

    assert (await post.taken()).letters == (b"hello", b"bye")


async def test_a_webhook_with_nothing_in_it_is_fine(post: Post) -> None:
    await post.inbox.accept([])
    await post.inbox.accept([message("hello")])

    assert (await post.taken()).letters == (b"hello",)


async def test_two_messages_of_a_new_sender_in_one_webhook_have_one_mailbox(post: Post) -> None:
    await post.inbox.accept([message("one", of="phone"), message("two", of="phone")])

    lease = await post.taken()

    assert lease.letters == (b"one", b"two")


async def test_a_customer_keeps_the_mailbox(post: Post) -> None:
    await post.inbox.accept([message("one", of="phone")])
    first = await post.taken()
    await post.mailboxes.done(first, 1)

    await post.inbox.accept([message("two", of="phone")])

    assert (await post.taken()).key == first.key


async def test_an_identifier_that_came_with_a_known_one_is_known_from_then_on(post: Post) -> None:
    await post.inbox.accept([message("one", of="phone")])
    await post.inbox.accept([message("two", of="bsuid", also=("phone",))])
    await post.inbox.accept([message("three", of="bsuid")])

    lease = await post.taken()

    assert lease.letters == (b"one", b"two", b"three")


async def test_the_surest_identifier_that_is_known_decides(post: Post) -> None:
    await post.inbox.accept([message("of the phone", of="phone")])
    await post.inbox.accept([message("of the name", of="name")])
    await post.inbox.accept([message("of both", of="phone", also=("name",))])

    phone, name = await post.taken(), await post.taken()

    assert phone.letters == (b"of the phone", b"of both")
    assert name.letters == (b"of the name",)


async def test_two_customers_who_share_an_identifier_are_not_merged(post: Post) -> None:
    await post.inbox.accept([message("one", of="phone"), message("two", of="name")])
    await post.inbox.accept([message("three", of="phone", also=("name",))])

    await post.inbox.accept([message("four", of="name")])

    phone, name = await post.taken(), await post.taken()
    assert (phone.letters, name.letters) == ((b"one", b"three"), (b"two", b"four"))


async def test_the_relay_begins_at_nothing_and_moves_with_its_letters(post: Post) -> None:
    before = await post.relay.position()

    moved = await post.relay.deliver([letter("one"), letter("two")], seen=0, upto=7)

    assert (before, moved, await post.relay.position()) == (0, True, 7)
    assert (await post.taken("outbox")).letters == (b"one", b"two")


async def test_a_relay_that_another_overtook_delivers_nothing(post: Post) -> None:
    await post.relay.deliver([letter("one")], seen=0, upto=7)

    moved = await post.relay.deliver([letter("one")], seen=0, upto=7)

    assert not moved
    assert (await post.taken("outbox")).letters == (b"one",)


async def test_the_relay_moves_on_without_letters(post: Post) -> None:
    moved = await post.relay.deliver([], seen=0, upto=3)

    assert (moved, await post.relay.position()) == (True, 3)


async def test_the_relay_never_goes_back(post: Post) -> None:
    with pytest.raises(ValueError, match="only goes on"):
        await post.relay.deliver([], seen=3, upto=2)


async def test_one_of_many_relays_delivers(post: Post) -> None:
    relays = (post.relay.deliver([letter("one")], seen=0, upto=1) for _ in range(10))

    moved = await asyncio.gather(*relays)

    assert sum(moved) == 1
    assert (await post.taken("outbox")).letters == (b"one",)
