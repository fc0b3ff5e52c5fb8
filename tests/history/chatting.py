"""Conversations in a shop, and tidying them away."""

from datetime import timedelta

from domain.retention import ConversationsRemoved
from infrastructure.history.ended_conversations import EndedConversations, Retention
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.retention import Tidied, Tidying
from tests.history.open_shop import OpenShop

YEAR = timedelta(days=365)
DAY = timedelta(days=1)
SOON = timedelta(hours=1)


def ended(shop: OpenShop, instead: timedelta | None = None) -> EndedConversations:
    by_shop = {shop.demo.id: shop.demo.policies.conversation_retention}
    return EndedConversations(
        shop.client,
        store=shop.container.event_store(),
        retention=Retention(by_shop, instead),
        keys=PartitionKeys(),
    )


async def tidy(
    shop: OpenShop, instead: timedelta | None = None, *, dry_run: bool = False
) -> Tidied:
    store = shop.container.event_store()
    tidying = Tidying(shop.client, store=store, vault=shop.vault, clock=shop.clock)
    return await tidying(ended(shop, instead), dry_run=dry_run)


async def chat(shop: OpenShop, who: str, words: str = "Hello") -> str:
    """A conversation of which everything is done; the name of its stream."""
    await shop.says(who, words)
    await shop.work()
    return (await shop.replies())[-1][0]


async def streams(shop: OpenShop) -> set[str]:
    return {one.stream for one in await shop.log()}


async def removals(shop: OpenShop) -> list[ConversationsRemoved]:
    return [one.event for one in await shop.log() if isinstance(one.event, ConversationsRemoved)]
