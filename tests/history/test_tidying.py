"""Conversations that ended long ago leave the log, and everything else goes on."""

from datetime import timedelta

import pytest

from domain.retention import STREAM
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.named_log import NamedLog, fingerprint
from infrastructure.event_store.removed import RemovedLeaves
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.history.chatting import DAY, SOON, YEAR, chat, removals, streams, tidy
from tests.history.open_shop import OpenShop

TWO_YEARS = 2 * YEAR
BOOKING = "Book haircut with Marco tomorrow at 9am"
KEYS = "{barbershop:0}:keys"


async def test_a_conversation_that_is_older_than_its_shop_keeps_is_removed(shop: OpenShop) -> None:
    talk = await chat(shop, "Ana")
    count = sum(one.stream == talk for one in await shop.log())
    shop.clock.forward(YEAR + SOON)

    done = await tidy(shop)

    assert (done.conversations, done.events, done.left) == (1, count, 0)
    assert talk not in await streams(shop)
    assert await shop.container.event_store().load([talk]) == ((),)


@pytest.mark.parametrize(
    ("silence", "instead", "gone"),
    [
        (YEAR - SOON, None, 0),
        (YEAR + SOON, None, 1),
        (2 * DAY, DAY, 1),
        (DAY - SOON, DAY, 0),
        (DAY - SOON, SOON, 0),
        (DAY + SOON, SOON, 1),
        (YEAR + SOON, TWO_YEARS, 0),
    ],
)
async def test_a_conversation_ends_by_the_retention_and_never_within_a_day(
    shop: OpenShop, silence: timedelta, instead: timedelta | None, gone: int
) -> None:
    await chat(shop, "Ana")
    shop.clock.forward(silence)

    done = await tidy(shop, instead)

    assert done.conversations == gone


async def test_the_conversation_of_a_customer_with_a_visit_ahead_stays(shop: OpenShop) -> None:
    talk = await chat(shop, "Ana", "Book haircut with Marco on December 10 at 9am")
    await chat(shop, "Ana", "yes")
    shop.clock.forward(3 * DAY)

    before = await tidy(shop, DAY)
    shop.clock.forward(30 * DAY)
    after = await tidy(shop, DAY)

    assert (before.conversations, after.conversations) == (0, 1)
    assert talk not in await streams(shop)


async def test_appointments_customers_and_diaries_stay(shop: OpenShop) -> None:
    await chat(shop, "Ana", BOOKING)
    before = [one for one in await shop.log() if not one.stream.startswith("conversation:")]
    shop.clock.forward(YEAR + SOON)

    await tidy(shop)

    after = [one for one in await shop.log() if one.stream != STREAM]
    assert after == before != []


async def test_positions_stay_and_new_events_follow_them(shop: OpenShop) -> None:
    await chat(shop, "Ana")
    shop.clock.forward(YEAR + SOON)
    await tidy(shop)
    head = RedisApplicationRecorder(shop.client).max_notification_id() or 0

    await shop.says("Ben", "Hello")

    new = [one.position for one in await shop.log() if one.position > head]
    assert new == list(range(head + 1, head + 1 + len(new)))
    assert new != []


async def test_the_log_says_what_it_lost_before_it_loses_it(shop: OpenShop) -> None:
    talk = await chat(shop, "Ana")
    positions = [one.position for one in await shop.log() if one.stream == talk]
    shop.clock.forward(YEAR + SOON)

    await tidy(shop)

    (event,) = await removals(shop)
    covered = [at for run in event.runs for at in range(run.first, run.last + 1)]
    assert (covered, event.conversations) == (positions, 1)
    assert event.silent_since == shop.clock.now() - YEAR - SOON
    last = (await shop.log())[-1]
    assert (last.stream, last.stamp.actor, last.stamp.at) == (
        STREAM,
        "retention",
        shop.clock.now(),
    )


async def test_the_leaves_of_removed_events_are_kept(shop: OpenShop) -> None:
    await chat(shop, "Ana")
    await chat(shop, "Ben")
    recorder = RedisApplicationRecorder(shop.client)
    before = {one.id: leaf_of(one) for one in recorder.select_notifications(1, 1000)}
    shop.clock.forward(YEAR + SOON)

    await tidy(shop)

    standing = {one.id for one in recorder.select_notifications(1, 1000)}
    gone = {position: leaf for position, leaf in before.items() if position not in standing}
    assert RemovedLeaves(shop.client).between(1, len(before)) == gone != {}


async def test_the_keys_are_destroyed_and_their_tombstones_stay(shop: OpenShop) -> None:
    talk = await chat(shop, "Ana")
    shop.clock.forward(YEAR + SOON)

    await tidy(shop)

    assert shop.client.hget(KEYS, talk) == b""


async def test_a_customer_who_writes_again_starts_a_new_conversation(shop: OpenShop) -> None:
    talk = await chat(shop, "Ana")
    shop.clock.forward(YEAR + SOON)
    await tidy(shop)

    again = await chat(shop, "Ana")

    assert again != talk
    assert len(shop.messenger.sent) == 2


async def test_a_late_word_of_whatsapp_about_a_removed_conversation_changes_nothing(
    shop: OpenShop,
) -> None:
    await chat(shop, "Ana")
    reply_id = (await shop.replies())[-1][1].reply_id
    shop.clock.forward(YEAR + SOON)
    await tidy(shop)
    before = await shop.log()

    await shop.progressed(reply_id, "Ana")

    assert await shop.log() == before


async def test_the_relay_and_the_listing_go_on_over_the_gaps(shop: OpenShop) -> None:
    await chat(shop, "Ana")
    shop.clock.forward(YEAR + SOON)
    await tidy(shop)
    await shop.says("Ben", "Hello")

    await shop.work()

    log = await shop.log()
    assert await shop.container.relay().position() == log[-1].position
    assert len(shop.messenger.sent) == 2
    gone = next(at for at in range(1, 100) if at not in {one.position for one in log})
    with pytest.raises(KeyError):
        await shop.container.event_store().at(gone)


async def test_a_reply_that_was_not_sent_keeps_its_conversation(shop: OpenShop) -> None:
    await shop.says("Ana", "Hello")
    shop.clock.forward(YEAR + SOON)

    unrelayed = await tidy(shop)
    await shop.relay()
    unsent = await tidy(shop)
    await shop.work()
    shop.clock.forward(YEAR + SOON)
    sent = await tidy(shop)

    gone = [one.conversations for one in (unrelayed, unsent, sent)]
    assert gone == [0, 0, 1]


async def test_a_dry_run_tells_what_would_go_and_changes_nothing(shop: OpenShop) -> None:
    await chat(shop, "Ana")
    shop.clock.forward(YEAR + SOON)
    before = await shop.log()

    would = await tidy(shop, dry_run=True)

    assert await shop.log() == before
    did = await tidy(shop)
    assert (would.conversations, would.events) == (did.conversations, did.events)


async def test_tidying_twice_changes_nothing(shop: OpenShop) -> None:
    await chat(shop, "Ana")
    shop.clock.forward(YEAR + SOON)
    await tidy(shop)
    before = await shop.log()

    done = await tidy(shop)

    assert (done.conversations, await shop.log()) == (0, before)


async def test_a_conversation_of_an_erased_customer_goes_as_well(shop: OpenShop) -> None:
    talk = await chat(shop, "Ana")
    shop.vault.destroy("customer:Ana")
    shop.vault.destroy(talk)
    shop.clock.forward(YEAR + SOON)

    done = await tidy(shop)

    assert done.conversations == 1


async def test_many_conversations_are_announced_together(shop: OpenShop) -> None:
    talks = {await chat(shop, f"Customer{n}") for n in range(12)}
    shop.clock.forward(YEAR + SOON)

    done = await tidy(shop)

    (event,) = await removals(shop)
    assert done.conversations == event.conversations == len(talks) == 12
    assert not talks & await streams(shop)


async def test_the_log_takes_less_memory_afterwards(shop: OpenShop) -> None:
    assert [await chat(shop, f"Customer{n}") for n in range(30)]
    before = shop.client.memory_usage("{barbershop:0}:log", samples=0) or 0
    shop.clock.forward(YEAR + SOON)

    await tidy(shop)

    after = shop.client.memory_usage("{barbershop:0}:log", samples=0) or 0
    assert after < before * 0.8


async def test_a_proof_of_the_log_is_the_same_as_before(shop: OpenShop) -> None:
    assert [await chat(shop, who) for who in ("Ana", "Ben")]
    log = NamedLog(
        "log", AuditLog(RedisApplicationRecorder(shop.client), RemovedLeaves(shop.client))
    )
    size = log.size(at_least=1)
    before = fingerprint(log.leaves(0, size))
    shop.clock.forward(YEAR + SOON)

    await tidy(shop)

    after = fingerprint(log.leaves(0, size))
    assert (after.chain, after.root) == (before.chain, before.root)
