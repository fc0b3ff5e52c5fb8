import asyncio
from datetime import UTC, datetime, timedelta

from application.ports import DeadLetter, Queue
from infrastructure.mailboxes.mailroom import Settling
from tests.mailboxes.letters import letter, message
from tests.mailboxes.post import NEVER, OpenPost, Post

AT_ONCE = timedelta(0)
SHORT = timedelta(milliseconds=50)


async def bury(post: Post, queue: Queue = "outbox") -> DeadLetter:
    """Bury the first letter that there is to take."""
    await post.mailboxes.bury(await post.taken(queue), why="refused:131031")
    return (await post.dead.of(queue))[0]


async def park(post: Post) -> DeadLetter:
    """Park the mailbox that there is to take."""
    await post.mailboxes.park(await post.taken(), why="fault:ValueError")
    return (await post.dead.of("inbox"))[0]


async def test_a_buried_letter_is_listed_with_all_that_is_known_of_it(post: Post) -> None:
    before = datetime.now(UTC) - SHORT
    await post.relay.deliver([letter("one", to="ana")], seen=0, upto=1)
    await post.mailboxes.postpone(await post.taken("outbox"), by=AT_ONCE)

    dead = await bury(post)

    assert (dead.queue, dead.key, dead.kind) == ("outbox", "ana", "buried")
    assert (dead.body, dead.why, dead.attempts) == (b"one", "refused:131031", 2)
    assert dead.died is not None
    assert before <= dead.came <= dead.died <= datetime.now(UTC) + SHORT


async def test_dead_letters_are_counted_by_queue(post: Post) -> None:
    await post.relay.deliver([letter("one"), letter("two")], seen=0, upto=1)
    await post.inbox.accept([message("three"), message("four", queue="unrecognised")])
    for _ in range(2):
        await bury(post)
    await park(post)

    assert dict(await post.dead.counts()) == {"outbox": 2, "inbox": 1, "unrecognised": 1}


async def test_dead_letters_are_listed_the_newest_first_page_by_page(post: Post) -> None:
    await post.relay.deliver([letter("one"), letter("two"), letter("three")], seen=0, upto=1)
    buried = [await bury(post) for _ in range(3)]

    first = await post.dead.of("outbox", most=2)
    rest = await post.dead.of("outbox", before=first[-1].id)

    assert [one.body for one in (*first, *rest)] == [b"three", b"two", b"one"]
    assert [one.id for one in (*first, *rest)] == [one.id for one in reversed(buried)]


async def test_dead_letters_since_a_time_are_those_given_up_from_then_on(post: Post) -> None:
    await post.relay.deliver([letter("one")], seen=0, upto=1)
    dead = await bury(post)
    assert dead.died is not None

    since = await post.dead.of("outbox", since=dead.died - SHORT)
    later = await post.dead.of("outbox", since=dead.died + SHORT)

    assert ([one.id for one in since], later) == ([dead.id], ())


async def test_a_dead_letter_is_found_by_its_id(post: Post) -> None:
    await post.relay.deliver([letter("one")], seen=0, upto=1)
    dead = await bury(post)

    found = await post.dead.find("outbox", dead.id)
    elsewhere = await post.dead.find("calendar", dead.id)

    assert found is not None
    assert (found.id, found.body, elsewhere) == (dead.id, b"one", None)


async def test_a_letter_that_is_sent_again_is_taken_and_dead_no_more(post: Post) -> None:
    await post.relay.deliver([letter("one")], seen=0, upto=1)
    dead = await bury(post)

    sent = await post.dead.resend("outbox", dead.id)

    lease = await post.taken("outbox")
    assert (sent, lease.letters, lease.deliveries) == (True, (b"one",), 1)
    assert await post.dead.of("outbox") == ()


async def test_a_letter_sent_again_twice_comes_once(post: Post) -> None:
    await post.relay.deliver([letter("one")], seen=0, upto=1)
    dead = await bury(post)

    sent = await asyncio.gather(*(post.dead.resend("outbox", dead.id) for _ in range(5)))

    assert sum(sent) == 1
    assert (await post.taken("outbox")).letters == (b"one",)


async def test_a_taker_who_waits_gets_at_once_what_is_sent_again(post: Post) -> None:
    await post.relay.deliver([letter("one")], seen=0, upto=1)
    dead = await bury(post)
    waiting = asyncio.create_task(post.taken("outbox"))
    await asyncio.sleep(0)

    await post.dead.resend("outbox", dead.id)

    assert (await waiting).letters == (b"one",)


async def test_a_letter_sent_again_goes_before_those_that_came_later(post: Post) -> None:
    await post.relay.deliver([letter("one"), letter("two")], seen=0, upto=1)
    dead = await bury(post)

    await post.dead.resend("outbox", dead.id)

    assert (await post.taken("outbox")).letters == (b"one", b"two")


async def test_letters_sent_again_come_in_the_order_in_which_they_came_first(post: Post) -> None:
    letters = [letter(name) for name in ("one", "two", "three", "four")]
    await post.relay.deliver(letters, seen=0, upto=1)
    one, two, three = [await bury(post) for _ in range(3)]

    await post.dead.resend("outbox", two.id)
    await post.dead.resend("outbox", three.id)
    await post.dead.resend("outbox", one.id)

    assert (await post.taken("outbox")).letters == (b"one", b"two", b"three", b"four")


async def test_a_letter_that_dies_again_keeps_its_place(post: Post) -> None:
    await post.relay.deliver([letter("one"), letter("two")], seen=0, upto=1)
    one, two = [await bury(post) for _ in range(2)]
    await post.dead.resend("outbox", one.id)
    again = await bury(post)

    await post.dead.resend("outbox", two.id)
    await post.dead.resend("outbox", again.id)

    assert (await post.taken("outbox")).letters == (b"one", b"two")


async def test_a_letter_sent_again_leaves_what_is_in_hand_alone(post: Post) -> None:
    await post.relay.deliver([letter("one"), letter("two"), letter("three")], seen=0, upto=1)
    dead = await bury(post)
    in_hand = await post.taken("outbox")

    await post.dead.resend("outbox", dead.id)
    meanwhile = await post.at_once("outbox")
    done = await post.mailboxes.done(in_hand, 1)

    assert (in_hand.letters, meanwhile, done) == ((b"two", b"three"), None, True)
    assert (await post.taken("outbox")).letters == (b"one", b"three")


async def test_a_letter_sent_again_comes_though_what_was_in_hand_was_the_last(post: Post) -> None:
    await post.relay.deliver([letter("one"), letter("two")], seen=0, upto=1)
    dead = await bury(post)
    in_hand = await post.taken("outbox")

    await post.dead.resend("outbox", dead.id)
    await post.mailboxes.done(in_hand, 1)

    assert (await post.taken("outbox")).letters == (b"one",)


async def test_a_letter_sent_again_comes_though_its_taker_died(open_post: OpenPost) -> None:
    post = open_post(lease=SHORT)
    await post.relay.deliver([letter("one"), letter("two")], seen=0, upto=1)
    dead = await bury(post)
    lost = await post.taken("outbox")

    await post.dead.resend("outbox", dead.id)
    lease = await post.taken("outbox")

    assert lease.letters == (b"one", b"two")
    assert not await post.mailboxes.done(lost, 1)


async def test_a_letter_sent_again_is_not_held_back_by_one_that_was_postponed(post: Post) -> None:
    await post.relay.deliver([letter("one"), letter("two")], seen=0, upto=1)
    dead = await bury(post)
    await post.mailboxes.postpone(await post.taken("outbox"), by=NEVER)

    await post.dead.resend("outbox", dead.id)

    lease = await post.taken("outbox")
    assert (lease.letters, lease.deliveries) == ((b"one", b"two"), 1)


async def test_a_letter_sent_again_is_not_held_back_by_one_that_is_postponed_meanwhile(
    post: Post,
) -> None:
    await post.relay.deliver([letter("one"), letter("two")], seen=0, upto=1)
    dead = await bury(post)
    in_hand = await post.taken("outbox")
    await post.dead.resend("outbox", dead.id)

    await post.mailboxes.postpone(in_hand, by=NEVER)

    lease = await post.taken("outbox")
    assert (lease.letters, lease.deliveries) == ((b"one", b"two"), 1)


async def test_a_letter_sent_again_is_not_held_back_by_text_that_settles(
    open_post: OpenPost,
) -> None:
    post = open_post(settling=Settling(quiet=NEVER, longest=NEVER))
    await post.inbox.accept([message("tap")])
    dead = await bury(post, "inbox")
    await post.inbox.accept([message("a haircut", settle=True)])

    await post.dead.resend("inbox", dead.id)

    assert (await post.taken()).letters == (b"tap", b"a haircut")


async def test_a_dropped_letter_is_gone(post: Post) -> None:
    await post.relay.deliver([letter("one"), letter("two")], seen=0, upto=1)
    dead = await bury(post)

    dropped = (await post.dead.drop("outbox", dead.id), await post.dead.drop("outbox", dead.id))

    assert dropped == (True, False)
    assert (await post.dead.of("outbox"), await post.dead.resend("outbox", dead.id)) == ((), False)
    assert (await post.taken("outbox")).letters == (b"two",)


async def test_a_parked_mailbox_is_taken_by_nobody(post: Post) -> None:
    await post.inbox.accept([message("one"), message("two")])

    parked = await post.mailboxes.park(await post.taken(), why="fault:ValueError")
    await post.inbox.accept([message("three")])

    assert parked
    assert await post.at_once() is None


async def test_a_parked_mailbox_keeps_no_other_from_being_taken(post: Post) -> None:
    await post.inbox.accept([message("from ana", of="ana"), message("from ben", of="ben")])

    await post.mailboxes.park(await post.taken(), why="fault:ValueError")

    assert (await post.taken()).letters == (b"from ben",)


async def test_text_that_would_settle_waits_in_a_parked_mailbox_too(open_post: OpenPost) -> None:
    post = open_post(settling=Settling(quiet=AT_ONCE, longest=AT_ONCE))
    await post.inbox.accept([message("one")])
    await post.mailboxes.park(await post.taken(), why="fault:ValueError")

    await post.inbox.accept([message("two", settle=True)])

    assert await post.at_once() is None


async def test_what_parks_a_mailbox_is_listed_as_a_dead_letter(post: Post) -> None:
    await post.inbox.accept([message("one"), message("two")])
    lease = await post.taken()
    await post.mailboxes.postpone(lease, by=AT_ONCE)

    dead = await park(post)

    assert (dead.queue, dead.key, dead.kind) == ("inbox", lease.key, "parked")
    assert (dead.body, dead.why, dead.attempts) == (b"one", "fault:ValueError", 2)
    assert dead.died is not None
    assert dead.came <= dead.died


async def test_a_parked_mailbox_goes_on_in_order_when_its_letter_is_sent_again(post: Post) -> None:
    await post.inbox.accept([message("one"), message("two")])
    dead = await park(post)
    await post.inbox.accept([message("three")])

    sent = (await post.dead.resend("inbox", dead.id), await post.dead.resend("inbox", dead.id))

    lease = await post.taken()
    assert sent == (True, False)
    assert (lease.letters, lease.deliveries) == ((b"one", b"two", b"three"), 1)
    assert await post.dead.of("inbox") == ()


async def test_text_that_came_meanwhile_goes_on_at_once_with_a_parked_mailbox(
    open_post: OpenPost,
) -> None:
    post = open_post(settling=Settling(quiet=NEVER, longest=AT_ONCE))
    await post.inbox.accept([message("one", settle=True)])
    dead = await park(post)
    await post.inbox.accept([message("two", settle=True)])

    await post.dead.resend("inbox", dead.id)

    assert (await post.taken()).letters == (b"one", b"two")


async def test_a_parked_mailbox_goes_on_with_the_next_when_its_letter_is_dropped(
    post: Post,
) -> None:
    await post.inbox.accept([message("one"), message("two")])
    dead = await park(post)

    dropped = (await post.dead.drop("inbox", dead.id), await post.dead.drop("inbox", dead.id))

    lease = await post.taken()
    assert dropped == (True, False)
    assert (lease.letters, lease.deliveries) == ((b"two",), 1)


async def test_a_mailbox_whose_only_letter_parked_it_and_was_dropped_is_like_new(
    post: Post,
) -> None:
    await post.inbox.accept([message("one")])
    dead = await park(post)
    await post.dead.drop("inbox", dead.id)
    emptied = await post.at_once()

    await post.inbox.accept([message("two")])

    assert emptied is None
    assert (await post.taken()).letters == (b"two",)


async def test_a_mailbox_can_be_parked_again(post: Post) -> None:
    await post.inbox.accept([message("one"), message("two")])
    first = await park(post)
    await post.dead.resend("inbox", first.id)

    second = await park(post)

    assert (second.body, second.id != first.id) == (b"one", True)
    assert await post.at_once() is None


async def test_a_taker_who_lost_the_mailbox_cannot_park_it(open_post: OpenPost) -> None:
    post = open_post(lease=SHORT)
    await post.inbox.accept([message("one")])
    lost = await post.taken()
    held = await post.taken()

    parked = await post.mailboxes.park(lost, why="fault:ValueError")

    assert (parked, await post.dead.of("inbox")) == (False, ())
    assert await post.mailboxes.done(held, 1)


async def test_a_letter_that_was_buried_waits_in_a_parked_mailbox(post: Post) -> None:
    await post.inbox.accept([message("one"), message("two")])
    buried = await bury(post, "inbox")
    parking = await park(post)

    await post.dead.resend("inbox", buried.id)
    meanwhile, shown = await post.at_once(), await post.dead.find("inbox", parking.id)
    await post.dead.resend("inbox", parking.id)

    assert meanwhile is None
    assert shown is not None
    assert shown.body == b"two"
    assert (await post.taken()).letters == (b"one", b"two")


async def test_postponing_that_does_not_count_leaves_the_attempts_as_they_were(
    post: Post,
) -> None:
    await post.inbox.accept([message("one")])
    await post.mailboxes.postpone(await post.taken(), by=AT_ONCE)
    await post.mailboxes.postpone(await post.taken(), by=AT_ONCE, counts=False)

    lease = await post.taken()

    assert lease.deliveries == 2


async def test_what_nobody_reads_is_listed_and_can_be_dropped(post: Post) -> None:
    await post.relay.deliver(
        [
            letter("{}", to="somebody", queue="unrecognised"),
            letter("[]", to="nobody", queue="unrecognised"),
        ],
        seen=0,
        upto=1,
    )

    newest, oldest = await post.dead.of("unrecognised")
    dropped = [await post.dead.drop("unrecognised", oldest.id) for _ in range(2)]

    assert (newest.body, oldest.body, oldest.key) == (b"[]", b"{}", "somebody")
    assert (oldest.kind, oldest.attempts, oldest.died) == ("unread", 0, None)
    assert dropped == [True, False]
    assert await post.dead.of("unrecognised") == (newest,)


async def test_what_nobody_reads_cannot_be_sent_again(post: Post) -> None:
    await post.relay.deliver([letter("{}", queue="unrecognised")], seen=0, upto=1)
    (unread,) = await post.dead.of("unrecognised")

    sent = await post.dead.resend("unrecognised", unread.id)

    assert not sent
    assert [one.id for one in await post.dead.of("unrecognised")] == [unread.id]
