"""Which conversations have ended so long ago that they may go.

A conversation has ended when nothing was recorded in it for as long as its shop keeps conversations,
and for a day of silence at least; unless its customer would go on with it (it is their last one in
that shop) and has a visit ahead there. Where its shop cannot be told any more, the longest time of
all shops counts. While a reply of it still has to be sent it stays, too.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import cast

import msgspec
import redis

from application.events import Erased
from application.ports import EventStore, Recorded
from domain import conversation, customer
from domain.conversation import SILENCE, Conversation, ConversationEvent
from domain.customer import Customer, CustomerEvent
from domain.identifiers import ConversationId, CustomerId, ShopId
from infrastructure.event_store.recorded_at import recorded_at
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.progress import Progress, silent
from infrastructure.history.scanning import scanned
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis_recorders.entries import notifications

FAMILY = conversation.stream(ConversationId(""))


class Ended(msgspec.Struct, frozen=True):
    """A conversation that has ended: its stream, where its events stand, and the last one's time."""

    stream: str
    positions: tuple[int, ...]
    silent_since: datetime


def ended_of(history: Sequence[Recorded]) -> Ended:
    """A conversation of which nothing more is to come, as it is recorded; something is."""
    positions = tuple(one.position for one in history)
    return Ended(history[0].stream, positions, max(one.stamp.at for one in history))


class Retention(msgspec.Struct, frozen=True):
    """How long each shop keeps conversations; `instead` counts for all of them where it is given.

    There is a shop.
    """

    by_shop: Mapping[ShopId, timedelta]
    instead: timedelta | None = None

    def of(self, shop_id: ShopId) -> timedelta:
        """That of the shop, a day at least."""
        longest = max(self.by_shop.values())
        return max(self.instead or self.by_shop.get(shop_id, longest), SILENCE)

    def shortest(self) -> timedelta:
        """No conversation goes before that."""
        return max(self.instead or min(self.by_shop.values()), SILENCE)


class EndedConversations:
    """Looks for them and changes nothing."""

    def __init__(
        self,
        client: redis.Redis,
        *,
        store: EventStore,
        retention: Retention,
        keys: PartitionKeys,
        progress: Progress = silent,
    ) -> None:
        self._client = client
        self._store = store
        self._retention = retention
        self._keys = keys
        self._progress = progress

    async def found(self, now: datetime) -> AsyncIterator[list[Ended]]:
        """All of them, page by page. Raises what Redis and the store raise."""
        pattern = f"{self._keys.pattern[:-1]}stream:{FAMILY}*"
        what = "Looking for ended conversations"
        for keys in scanned(self._client, pattern, what=what, progress=self._progress):
            streams = [self._keys.name(key).removeprefix("stream:") for key in keys]
            quiet = self._quiet(streams, now - self._retention.shortest())
            yield await self._ended(quiet, now)

    def _quiet(self, streams: Sequence[str], since: datetime) -> list[str]:
        """Those whose last event was recorded before; it is looked at without a key."""
        indexes = [self._keys.partition.stream(one) for one in streams]
        lasts = self._piped([("ZRANGE", index, -1, -1) for index in indexes])
        known = [(stream, last[0]) for stream, last in zip(streams, lasts, strict=True) if last]
        ids = [last.decode() + "-0" for _, last in known]
        entries = self._piped([("XRANGE", self._keys.partition.log, one, one) for one in ids])
        return [
            stream
            for (stream, _), entry in zip(known, entries, strict=True)
            if entry and _recorded_at(entry[0]) < since
        ]

    def _piped(self, commands: Iterable[tuple[str | int, ...]]) -> list[list[bytes]]:
        with outages_as_unavailable(), self._client.pipeline(transaction=False) as pipeline:
            for command in commands:
                pipeline.execute_command(*command)  # type: ignore[no-untyped-call]
            return cast("list[list[bytes]]", pipeline.execute())

    async def _ended(self, streams: Sequence[str], now: datetime) -> list[Ended]:
        histories = [one for one in await self._store.load(streams) if one] if streams else []
        chats = [_chat(history) for history in histories]
        people = await self._people(chats)
        old = [
            ended_of(history)
            for history, chat in zip(histories, chats, strict=True)
            if now - history[-1].stamp.at > self._retention.of(chat.shop_id)
            and not _is_needed(chat, people.get(chat.customer_id, Customer()), now)
        ]
        return [ended for ended in old if self._is_dealt_with(ended)]

    async def _people(self, chats: Sequence[Conversation]) -> dict[CustomerId, Customer]:
        ids = list({chat.customer_id for chat in chats if chat.customer_id})
        histories = await self._store.load([customer.stream(one) for one in ids]) if ids else ()
        return {one: _person(history) for one, history in zip(ids, histories, strict=True)}

    def _is_dealt_with(self, ended: Ended) -> bool:
        mailboxes = [self._keys(name) for name in mailboxes_of(ended.stream)]
        with outages_as_unavailable():
            relay = int(cast("bytes", self._client.get(self._keys("relay")) or b"0"))
            return ended.positions[-1] <= relay and not self._client.exists(*mailboxes)


def mailboxes_of(stream: str) -> tuple[str, ...]:
    """The names of the mailboxes that hold what is to be sent in a conversation."""
    return tuple(
        f"{kind}:outbox:{key}" for kind in ("mail", "back") for key in (stream, f"{stream}:shop")
    )


def _recorded_at(entry: object) -> datetime:
    entry_id, fields = cast("tuple[bytes, dict[bytes, bytes]]", entry)
    parts = [part for pair in fields.items() for part in pair]
    (one,) = notifications([(entry_id, parts)], str)
    return recorded_at(one)


def _is_needed(chat: Conversation, person: Customer, now: datetime) -> bool:
    is_running = person.conversations.get(chat.shop_id) == chat.id
    return is_running and bool(person.open_visits(chat.shop_id, now))


def _chat(history: Iterable[Recorded]) -> Conversation:
    state = Conversation()
    for one in history:
        if not isinstance(one.event, Erased):
            state = conversation.evolve(state, cast("ConversationEvent", one.event))
    return state


def _person(history: Iterable[Recorded]) -> Customer:
    state = Customer()
    for one in history:
        if not isinstance(one.event, Erased):
            state = customer.evolve(state, cast("CustomerEvent", one.event))
    return state
