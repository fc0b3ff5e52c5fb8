"""Tidying may be cut off anywhere, and others may write meanwhile: run again, it ends the same."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from application.ports import Append, EventStore, Recorded, Stamp
from domain.retention import STREAM, ConversationsRemoved, Run
from infrastructure.history.backup import Backup
from infrastructure.history.checked_backup import checked
from infrastructure.history.ended_conversations import Ended, ended_of
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.removal_announcements import Announcements
from infrastructure.history.restore import Restore
from infrastructure.history.retention import Tidying
from infrastructure.history.stream_removal import StreamRemoval
from tests.history.chatting import DAY, SOON, YEAR, chat, ended, removals, streams, tidy
from tests.history.contents import contents
from tests.history.open_shop import OpenShop

Step = Callable[[OpenShop, Sequence[Ended]], Awaitable[None]]


async def nothing(shop: OpenShop, batch: Sequence[Ended]) -> None:
    """It was killed at once."""


async def announced(shop: OpenShop, batch: Sequence[Ended]) -> None:
    announcements = Announcements(
        shop.client,
        store=shop.container.event_store(),
        clock=shop.clock,
        keys=PartitionKeys(),
    )
    await announcements.pending()
    await announcements.announce(batch)


async def one_key_destroyed(shop: OpenShop, batch: Sequence[Ended]) -> None:
    await announced(shop, batch)
    shop.vault.destroy(batch[0].stream)


async def all_keys_destroyed(shop: OpenShop, batch: Sequence[Ended]) -> None:
    await announced(shop, batch)
    for one in batch:
        shop.vault.destroy(one.stream)


async def one_removed(shop: OpenShop, batch: Sequence[Ended]) -> None:
    await announced(shop, batch)
    assert removal(shop)(batch[0].stream, batch[0].positions) == "removed"


async def all_removed(shop: OpenShop, batch: Sequence[Ended]) -> None:
    await announced(shop, batch)
    assert [removal(shop)(one.stream, one.positions) for one in batch] == ["removed"] * 3


def removal(shop: OpenShop) -> StreamRemoval:
    return StreamRemoval(shop.client, vault=shop.vault, keys=PartitionKeys())


@pytest.mark.parametrize(
    "step",
    [nothing, announced, one_key_destroyed, all_keys_destroyed, one_removed, all_removed],
)
async def test_what_was_cut_off_after_any_step_ends_as_if_it_had_not_been(
    shop: OpenShop, step: Step, tmp_path: Path
) -> None:
    batch = await three_ended(shop)
    Backup(shop.client, clock=shop.clock, master_key_id="m")(tmp_path / "before")
    await tidy(shop)
    uninterrupted = contents(shop.client)
    shop.client.flushall()
    Restore(shop.client)(checked(tmp_path / "before", master_key_id="m"))

    await step(shop, batch)
    await tidy(shop)

    assert len(await removals(shop)) == 1
    assert contents(shop.client) == uninterrupted


async def three_ended(shop: OpenShop) -> list[Ended]:
    """In the order in which they are found."""
    for who in ("Ana", "Ben", "Cleo"):
        await chat(shop, who)
    shop.clock.forward(YEAR + SOON)
    return [one async for page in ended(shop).found(shop.clock.now()) for one in page]


class LateWord:
    """A store to which a late word of WhatsApp comes just after the first announcement."""

    def __init__(self, store: EventStore, word: Callable[[], Awaitable[None]]) -> None:
        self._store = store
        self._words = [word]

    async def load(self, streams: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        return await self._store.load(streams)

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        position = await self._store.append(appends, stamp)
        while self._words:
            await self._words.pop()()
        return position

    async def after(
        self, position: int, *, limit: int = 100, wait: timedelta = timedelta(0)
    ) -> tuple[Recorded, ...]:
        return await self._store.after(position, limit=limit, wait=wait)

    async def at(self, position: int) -> Recorded:
        return await self._store.at(position)


async def test_a_conversation_that_grows_meanwhile_is_announced_again_and_goes_whole(
    shop: OpenShop,
) -> None:
    talk = await chat(shop, "Ana")
    reply_id = (await shop.replies())[-1][1].reply_id
    shop.clock.forward(YEAR + SOON)

    async def word() -> None:
        await shop.progressed(reply_id, "Ana")
        await shop.relay()

    store = LateWord(shop.container.event_store(), word)
    tidying = Tidying(shop.client, store=store, vault=shop.vault, clock=shop.clock)
    done = await tidying(ended(shop))

    assert (done.conversations, done.left) == (1, 0)
    assert talk not in await streams(shop)
    first, second = await removals(shop)
    assert set(positions(first.runs)) < set(positions(second.runs))


def positions(runs: Sequence[object]) -> list[int]:
    return [at for run in runs for at in range(run.first, run.last + 1)]  # type: ignore[attr-defined]


async def test_one_that_is_in_use_meanwhile_is_left_for_the_next_time(shop: OpenShop) -> None:
    talk = await chat(shop, "Ana")
    reply_id = (await shop.replies())[-1][1].reply_id
    shop.clock.forward(YEAR + SOON)

    async def word() -> None:
        await shop.progressed(reply_id, "Ana")  # the relay has not come to it yet

    store = LateWord(shop.container.event_store(), word)
    tidying = Tidying(shop.client, store=store, vault=shop.vault, clock=shop.clock)
    first = await tidying(ended(shop))
    await shop.relay()
    second = await tidy(shop)

    assert (first.left, second.finished, second.left) == (1, 1, 0)
    assert talk not in await streams(shop)


async def test_two_who_tidy_at_the_same_time_do_no_harm(shop: OpenShop) -> None:
    batch = await three_ended(shop)
    store = shop.container.event_store()

    async def other() -> None:
        await tidy(shop)

    tidying = Tidying(shop.client, store=LateWord(store, other), vault=shop.vault, clock=shop.clock)
    await tidying(ended(shop))

    assert not {one.stream for one in batch} & await streams(shop)
    assert (await tidy(shop)).conversations == 0


async def test_the_newest_events_may_go_and_everything_goes_on(shop: OpenShop) -> None:
    await chat(shop, "Ana")
    talk = await chat(shop, "Ben")
    log = await shop.log()
    (history,) = await shop.container.event_store().load([talk])
    assert log[-1].stream == talk

    outcome = removal(shop)(talk, ended_of(history).positions)

    assert outcome == "removed"
    await shop.says("Cleo", "Hello")
    await shop.work()
    new = [one.position for one in await shop.log() if one.position > log[-1].position]
    assert new[0] == log[-1].position + 1
    assert len(shop.messenger.sent) == 3
    waited = await shop.container.event_store().after(new[-1], wait=timedelta(milliseconds=50))
    assert waited == ()


async def test_a_restored_backup_that_was_made_meanwhile_can_be_tidied(
    shop: OpenShop, tmp_path: Path
) -> None:
    batch = await three_ended(shop)
    await announced(shop, batch)
    Backup(shop.client, clock=shop.clock, master_key_id="m")(tmp_path / "meanwhile")
    await tidy(shop)
    shop.client.flushall()
    Restore(shop.client)(checked(tmp_path / "meanwhile", master_key_id="m"))

    done = await tidy(shop)

    assert (done.finished, done.conversations) == (3, 0)


async def test_a_tidied_log_is_backed_up_and_restored_with_its_leaves(
    shop: OpenShop, tmp_path: Path
) -> None:
    await three_ended(shop)
    await tidy(shop)
    await chat(shop, "Dan")
    before = contents(shop.client)
    done = Backup(shop.client, clock=shop.clock, master_key_id="m")(tmp_path / "tidied")
    shop.client.flushall()

    Restore(shop.client)(checked(tmp_path / "tidied", master_key_id="m"))

    after = contents(shop.client)
    removed = "{barbershop:0}:removed"
    assert done.removed > 0
    assert {**after, removed: None} == {**before, removed: None}
    assert await shop.log()


async def test_however_much_was_announced_before_only_the_newest_of_it_is_read(
    shop: OpenShop,
) -> None:
    batch = await three_ended(shop)
    shop.clock.forward(SOON)
    store = shop.container.event_store()
    old = ConversationsRemoved(
        runs=(Run(first=10_000, last=10_000),), conversations=1, silent_since=shop.clock.now()
    )
    stamp = Stamp(at=shop.clock.now(), actor="retention", cause="c", correlation="c")
    await store.append([Append(stream=STREAM, expected=0, events=(old,) * 250)], stamp)
    await announced(shop, batch)
    shop.client.config_resetstat()

    pending = await Announcements(
        shop.client, store=store, clock=shop.clock, keys=PartitionKeys()
    ).pending()

    assert len(pending.conversations) == 3
    read = shop.client.info("commandstats")["cmdstat_xrange"]["calls"]
    assert read < 50


async def test_a_conversation_goes_while_its_shop_goes_on_chatting(shop: OpenShop) -> None:
    await three_ended(shop)
    await chat(shop, "Dan")

    done = await tidy(shop, DAY)

    assert done.conversations == 3
    assert len([one for one in await streams(shop) if one.startswith("conversation:")]) == 1
