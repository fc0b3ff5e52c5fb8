import asyncio
import time
from datetime import timedelta

import pytest

from application.ports import Wait
from tests.mailboxes.letters import letter, message
from tests.mailboxes.post import OpenPost, Post

LONG = timedelta(seconds=5)
SHORT = timedelta(milliseconds=50)


async def test_what_is_accepted_can_be_taken(post: Post) -> None:
    await post.inbox.accept([message("hello")])

    lease = await post.taken()

    assert (lease.queue, lease.letters, lease.deliveries) == ("inbox", (b"hello",), 1)


async def test_an_empty_queue_gives_nothing_after_the_wait(post: Post) -> None:
    await post.inbox.accept([message("hello")])
    await post.taken()

    lease = await post.mailboxes.take("inbox", wait=SHORT)

    assert lease is None


async def test_a_queue_gives_only_its_own_letters(post: Post) -> None:
    await post.relay.deliver([letter("reply", queue="outbox")], seen=0, upto=1)

    other, own = await post.at_once("calendar"), await post.taken("outbox")

    assert other is None
    assert own.letters == (b"reply",)


async def test_letters_of_one_key_come_in_the_order_in_which_they_were_accepted(
    post: Post,
) -> None:
    await post.inbox.accept([message("one"), message("two")])
    await post.inbox.accept([message("three")])

    lease = await post.taken()

    assert lease.letters == (b"one", b"two", b"three")


async def test_a_taker_who_waits_gets_what_comes(post: Post) -> None:
    waiting = asyncio.create_task(post.taken())
    await asyncio.sleep(0)

    await post.inbox.accept([message("hello")])

    assert (await waiting).letters == (b"hello",)


async def test_a_mailbox_that_is_taken_is_not_taken_by_another(post: Post) -> None:
    await post.inbox.accept([message("one")])
    await post.taken()

    await post.inbox.accept([message("two")])

    assert await post.at_once() is None


async def test_mailboxes_of_different_customers_are_taken_side_by_side(post: Post) -> None:
    await post.inbox.accept([message("from ana", of="ana"), message("from ben", of="ben")])

    ana, ben = await post.taken(), await post.taken()

    assert (ana.letters, ben.letters) == ((b"from ana",), (b"from ben",))
    assert ana.key != ben.key


async def test_done_drops_what_was_handled_and_gives_the_rest(post: Post) -> None:
    await post.inbox.accept([message("one"), message("two")])
    lease = await post.taken()

    done = await post.mailboxes.done(lease, 1)

    assert done
    assert (await post.taken()).letters == (b"two",)


async def test_letters_that_came_meanwhile_are_given_after_done(post: Post) -> None:
    await post.inbox.accept([message("one")])
    lease = await post.taken()
    await post.inbox.accept([message("two")])

    await post.mailboxes.done(lease, 1)

    assert (await post.taken()).letters == (b"two",)


async def test_a_mailbox_whose_letters_are_all_done_is_not_given_again(post: Post) -> None:
    await post.inbox.accept([message("one")])
    lease = await post.taken()

    await post.mailboxes.done(lease, 1)

    assert await post.at_once() is None


async def test_a_mailbox_that_was_emptied_is_given_again_for_a_new_letter(post: Post) -> None:
    await post.inbox.accept([message("one")])
    await post.mailboxes.done(await post.taken(), 1)

    await post.inbox.accept([message("two")])

    assert (await post.taken()).letters == (b"two",)


async def test_more_than_was_taken_cannot_be_done(post: Post) -> None:
    await post.inbox.accept([message("one")])
    lease = await post.taken()

    with pytest.raises(ValueError, match="more is handled"):
        await post.mailboxes.done(lease, 2)


async def test_a_lease_can_be_given_back_only_once(post: Post) -> None:
    await post.inbox.accept([message("one"), message("two")])
    lease = await post.taken()
    await post.mailboxes.done(lease, 1)

    again = (
        await post.mailboxes.done(lease, 1),
        await post.mailboxes.postpone(lease, by=SHORT),
        await post.mailboxes.bury(lease, why="no reason"),
        await post.mailboxes.renew(lease),
    )

    assert again == (False, False, False, False)
    assert (await post.taken()).letters == (b"two",)


async def test_a_mailbox_comes_to_another_when_its_taker_is_silent(open_post: OpenPost) -> None:
    post = open_post(lease=SHORT)
    await post.inbox.accept([message("one")])
    await post.taken()

    lease = await post.taken()

    assert (lease.letters, lease.deliveries) == ((b"one",), 2)


async def test_a_taker_who_lost_the_mailbox_cannot_give_it_back(open_post: OpenPost) -> None:
    post = open_post(lease=SHORT)
    await post.inbox.accept([message("one")])
    lost = await post.taken()
    held = await post.taken()

    done, renewed = await post.mailboxes.done(lost, 1), await post.mailboxes.renew(lost)

    assert (done, renewed) == (False, False)
    assert await post.mailboxes.done(held, 1)


async def test_a_lease_that_is_renewed_is_kept(open_post: OpenPost) -> None:
    post = open_post(lease=timedelta(milliseconds=400))
    await post.inbox.accept([message("one")])
    lease = await post.taken()
    first_half = await post.mailboxes.take("inbox", wait=timedelta(milliseconds=250))

    renewed = await post.mailboxes.renew(lease)
    second_half = await post.mailboxes.take("inbox", wait=timedelta(milliseconds=250))

    assert (first_half, renewed, second_half) == (None, True, None)
    assert await post.mailboxes.done(lease, 1)
    assert not await post.mailboxes.done(lease, 1)


async def test_a_silent_taker_is_found_behind_one_who_renews(open_post: OpenPost) -> None:
    post = open_post(lease=timedelta(milliseconds=400))
    await post.inbox.accept([message("from ana", of="ana"), message("from ben", of="ben")])
    renewed, silent = await post.taken(), await post.taken()
    await post.mailboxes.take("inbox", wait=timedelta(milliseconds=250))
    await post.mailboxes.renew(renewed)

    lease = await post.taken()

    assert lease.key == silent.key


async def test_a_renewed_lease_does_not_count_as_taken_again(open_post: OpenPost) -> None:
    post = open_post(lease=SHORT)
    await post.inbox.accept([message("one")])
    await post.mailboxes.renew(await post.taken())

    lease = await post.taken()

    assert lease.deliveries == 2


async def test_a_postponed_mailbox_is_given_again_after_that_time(post: Post) -> None:
    await post.inbox.accept([message("one")])

    postponed = await post.mailboxes.postpone(await post.taken(), by=SHORT)

    assert postponed
    assert (await post.taken()).letters == (b"one",)


async def test_a_postponed_mailbox_is_not_given_before_that_time(post: Post) -> None:
    await post.inbox.accept([message("one")])
    postponed = await post.taken()

    await post.mailboxes.postpone(postponed, by=LONG * 100)
    await post.inbox.accept([message("two")])

    assert await post.at_once() is None


async def test_how_often_letters_were_taken_outlives_postponing(post: Post) -> None:
    await post.inbox.accept([message("one")])
    await post.mailboxes.postpone(await post.taken(), by=SHORT)
    await post.mailboxes.postpone(await post.taken(), by=SHORT)

    lease = await post.taken()

    assert lease.deliveries == 3


async def test_a_letter_that_was_handled_leaves_no_attempts_to_the_next(post: Post) -> None:
    await post.inbox.accept([message("one"), message("two")])
    await post.mailboxes.postpone(await post.taken(), by=SHORT)
    await post.mailboxes.done(await post.taken(), 1)

    lease = await post.taken()

    assert lease.deliveries == 1


async def test_what_a_letter_waits_for_is_counted_apart_from_how_often_it_was_taken(
    post: Post,
) -> None:
    await post.inbox.accept([message("one")])
    await post.mailboxes.postpone(await post.taken(), by=SHORT, reason="outage")
    await post.mailboxes.postpone(await post.taken(), by=SHORT, reason="outage")
    await post.mailboxes.postpone(await post.taken(), by=SHORT, reason="doubt")

    lease = await post.taken()

    assert (lease.deliveries, lease.outages.times, lease.doubts.times) == (1, 2, 1)
    assert SHORT * 3 <= lease.outages.lasted < LONG
    assert SHORT <= lease.doubts.lasted <= lease.outages.lasted


async def test_a_pause_ends_a_run_of_outages_and_no_doubt(post: Post) -> None:
    await post.inbox.accept([message("one")])
    await post.mailboxes.postpone(await post.taken(), by=SHORT, reason="outage")
    await post.mailboxes.postpone(await post.taken(), by=SHORT, reason="doubt")
    await post.mailboxes.postpone(await post.taken(), by=SHORT, reason="pause")

    lease = await post.taken()

    assert (lease.deliveries, lease.outages, lease.doubts.times) == (1, Wait(), 1)


async def test_a_letter_that_was_handled_leaves_no_waits_to_the_next(post: Post) -> None:
    await post.inbox.accept([message("one"), message("two")])
    await post.mailboxes.postpone(await post.taken(), by=SHORT, reason="outage")
    await post.mailboxes.done(await post.taken(), 1)

    lease = await post.taken()

    assert (lease.letters, lease.outages, lease.doubts) == ((b"two",), Wait(), Wait())


async def test_a_taker_who_waits_gets_on_time_what_another_postponed(post: Post) -> None:
    await post.inbox.accept([message("one")])
    lease = await post.taken()
    waiting = asyncio.create_task(post.taken())
    await post.mailboxes.take("inbox", wait=SHORT)
    before = time.monotonic()

    await post.mailboxes.postpone(lease, by=SHORT)

    assert (await waiting).letters == (b"one",)
    assert time.monotonic() - before < 0.8


async def test_a_buried_letter_makes_way_for_the_next(post: Post) -> None:
    await post.inbox.accept([message("one"), message("two")])
    await post.mailboxes.postpone(await post.taken(), by=SHORT)

    buried = await post.mailboxes.bury(await post.taken(), why="cannot be read")

    lease = await post.taken()
    assert buried
    assert (lease.letters, lease.deliveries) == ((b"two",), 1)


async def test_many_takers_of_many_mailboxes_never_share_one(post: Post) -> None:
    deliveries = [
        message(f"{customer}-{n}", of=f"customer-{customer}")
        for n in range(10)
        for customer in range(10)
    ]
    handled: dict[str, list[bytes]] = {}
    await asyncio.gather(*(post.inbox.accept([delivery]) for delivery in deliveries))

    async def work() -> None:
        while lease := await post.mailboxes.take("inbox", wait=SHORT):
            handled.setdefault(lease.key, []).append(lease.letters[0])
            await post.mailboxes.done(lease, 1)

    await asyncio.gather(*(work() for _ in range(8)))

    assert len(handled) == 10
    assert sorted(body for bodies in handled.values() for body in bodies) == sorted(
        delivery.body for delivery in deliveries
    )
