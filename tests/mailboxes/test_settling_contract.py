import time
from datetime import timedelta

from infrastructure.mailboxes.mailroom import Settling
from tests.mailboxes.letters import letter, message
from tests.mailboxes.post import NEVER, OpenPost

SHORT = timedelta(milliseconds=60)


async def test_letters_that_follow_at_once_are_taken_together(open_post: OpenPost) -> None:
    post = open_post(settling=Settling(quiet=SHORT * 5, longest=NEVER))
    await post.inbox.accept([message("a haircut", settle=True)])
    await post.inbox.accept([message("tomorrow", settle=True)])

    lease = await post.taken()

    assert lease.letters == (b"a haircut", b"tomorrow")


async def test_a_letter_that_settles_is_not_taken_before_it_was_quiet(open_post: OpenPost) -> None:
    post = open_post(settling=Settling(quiet=NEVER, longest=NEVER))
    await post.inbox.accept([message("a haircut", settle=True), message("hola", of="other")])

    other, settling = await post.taken(), await post.at_once()

    assert other.letters == (b"hola",)
    assert settling is None


async def test_each_letter_begins_the_quiet_again(open_post: OpenPost) -> None:
    quiet = timedelta(milliseconds=300)
    post = open_post(settling=Settling(quiet=quiet, longest=NEVER))
    await post.inbox.accept([message("a haircut", settle=True)])
    await post.mailboxes.take("inbox", wait=quiet / 3)
    before = time.monotonic()
    await post.inbox.accept([message("tomorrow", settle=True)])

    lease = await post.taken()

    assert lease.letters == (b"a haircut", b"tomorrow")
    assert time.monotonic() - before >= 0.298


async def test_letters_that_never_end_are_taken_after_the_longest_time(
    open_post: OpenPost,
) -> None:
    post = open_post(settling=Settling(quiet=NEVER, longest=SHORT))
    await post.inbox.accept([message("a haircut", settle=True)])

    lease = await post.taken()

    assert lease.letters == (b"a haircut",)


async def test_a_tap_makes_what_settles_ready_at_once(open_post: OpenPost) -> None:
    post = open_post(settling=Settling(quiet=NEVER, longest=NEVER))
    await post.inbox.accept([message("a haircut", settle=True)])

    await post.inbox.accept([message("tap")])

    lease = await post.at_once()
    assert lease is not None
    assert lease.letters == (b"a haircut", b"tap")


async def test_text_behind_a_tap_does_not_hold_it_back(open_post: OpenPost) -> None:
    post = open_post(settling=Settling(quiet=NEVER, longest=NEVER))
    await post.inbox.accept([message("tap"), message("and a shave", settle=True)])

    lease = await post.at_once()

    assert lease is not None
    assert lease.letters == (b"tap", b"and a shave")


async def test_text_that_came_meanwhile_settles_after_done(open_post: OpenPost) -> None:
    post = open_post(settling=Settling(quiet=SHORT * 5, longest=NEVER))
    await post.inbox.accept([message("tap")])
    lease = await post.taken()
    await post.inbox.accept([message("a haircut", settle=True)])
    await post.mailboxes.done(lease, 1)

    await post.inbox.accept([message("tomorrow", settle=True)])

    assert (await post.taken()).letters == (b"a haircut", b"tomorrow")


async def test_text_that_settled_meanwhile_is_ready_after_done(open_post: OpenPost) -> None:
    post = open_post(settling=Settling(quiet=SHORT, longest=NEVER))
    await post.inbox.accept([message("tap")])
    lease = await post.taken()
    await post.inbox.accept([message("a haircut", settle=True)])
    await post.mailboxes.take("inbox", wait=SHORT * 2)

    await post.mailboxes.done(lease, 1)

    ready = await post.at_once()
    assert ready is not None
    assert ready.letters == (b"a haircut",)


async def test_a_tap_that_came_meanwhile_is_ready_after_done(open_post: OpenPost) -> None:
    post = open_post(settling=Settling(quiet=NEVER, longest=NEVER))
    await post.inbox.accept([message("tap")])
    lease = await post.taken()
    await post.inbox.accept([message("a haircut", settle=True), message("another tap")])

    await post.mailboxes.done(lease, 1)

    ready = await post.at_once()
    assert ready is not None
    assert ready.letters == (b"a haircut", b"another tap")


async def test_a_letter_of_the_relay_does_not_hasten_what_is_postponed(
    open_post: OpenPost,
) -> None:
    post = open_post()
    await post.relay.deliver([letter("one")], seen=0, upto=1)
    await post.mailboxes.postpone(await post.taken("outbox"), by=NEVER)

    await post.relay.deliver([letter("two")], seen=1, upto=2)

    assert await post.at_once("outbox") is None
