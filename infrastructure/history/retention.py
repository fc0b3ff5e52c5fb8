"""Lets conversations go that ended long ago, beside whatever else the shop does.

In this order, so that it may be cut off anywhere and be begun again:

1. the log says which positions it will lose (`history.conversations_removed`);
2. the key of each conversation is destroyed: from then on nobody can read it;
3. one script for each conversation keeps the leaves of its events and removes them.

What was announced and not removed is found in the log and finished first, the next time. At the end
the memory is given back (`infrastructure.history.compaction`).
"""

from collections.abc import AsyncIterator, Collection, Sequence

import msgspec
import redis

from application.ports import Clock, EventStore
from infrastructure.event_store.key_vault import KeyVault
from infrastructure.history.compaction import Compacted, Compaction
from infrastructure.history.ended_conversations import Ended, EndedConversations, ended_of
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.pieces import pieces
from infrastructure.history.progress import Progress, silent
from infrastructure.history.removal_announcements import Announcements
from infrastructure.history.stream_removal import StreamRemoval

BATCH = 100  # conversations of one announcement
ATTEMPTS = 20


class Tidied(msgspec.Struct, frozen=True, kw_only=True):
    """What went, or would go.

    `finished` are conversations that an interrupted run had announced, and `left` those that are
    announced and still in use: the next run ends them. `log` is the memory that came back, if it was
    time for that.
    """

    conversations: int
    events: int
    finished: int
    left: int
    dry_run: bool
    log: Compacted | None


class Tidying:
    """Removes conversations. Raises what Redis and the store raise; then it may be begun again."""

    def __init__(
        self,
        client: redis.Redis,
        *,
        store: EventStore,
        vault: KeyVault,
        clock: Clock,
        keys: PartitionKeys | None = None,
        progress: Progress = silent,
    ) -> None:
        keys = keys or PartitionKeys()
        self._store = store
        self._clock = clock
        self._progress = progress
        self._announcements = Announcements(client, store=store, clock=clock, keys=keys)
        self._remove = StreamRemoval(client, vault=vault, keys=keys)
        self._compact = Compaction(client, keys=keys, progress=progress)

    async def __call__(self, ended: EndedConversations, *, dry_run: bool = False) -> Tidied:
        """Remove these, or only count them."""
        pending = await self._announcements.pending()
        left: list[Ended] = []
        if not dry_run:
            left += await self._let_go(pending.conversations, pending.positions)
        finished = len(pending.conversations) - len(left)
        conversations = events = 0
        async for batch in _batches(ended.found(self._clock.now()), but=pending.conversations):
            conversations += len(batch)
            events += sum(len(one.positions) for one in batch)
            if not dry_run:
                left += await self._let_go(batch, ())
            self._progress("Removing conversations", conversations, None)
        return Tidied(
            conversations=conversations,
            events=events,
            finished=finished,
            left=len(left),
            dry_run=dry_run,
            log=None if dry_run else self._compact(),
        )

    async def _let_go(self, batch: Sequence[Ended], announced: Collection[int]) -> list[Ended]:
        """Announce what is not announced, and remove all; those that are still in use are told.

        A late word of WhatsApp may make a conversation grow meanwhile: then it is announced anew.
        """
        in_use: list[Ended] = []
        known = set(announced)
        for _ in range(ATTEMPTS):
            if new := [one for one in batch if not known.issuperset(one.positions)]:
                await self._announcements.announce(new)
                known.update(position for one in new for position in one.positions)
            outcomes = [(one, self._remove(one.stream, known)) for one in batch]
            in_use += [one for one, outcome in outcomes if outcome == "in use"]
            batch = await self._now([one for one, outcome in outcomes if outcome == "grown"])
            if not batch:
                break
        return [*in_use, *batch]

    async def _now(self, grown: Sequence[Ended]) -> list[Ended]:
        """The same conversations with all that was recorded by now."""
        histories = await self._store.load([one.stream for one in grown]) if grown else ()
        return [ended_of(history) for history in histories if history]


async def _batches(
    pages: AsyncIterator[list[Ended]], *, but: Collection[Ended]
) -> AsyncIterator[list[Ended]]:
    """What was found, so many at a time that announcements are neither many nor long."""
    passed = {one.stream for one in but}
    waiting: dict[str, Ended] = {}
    async for page in pages:
        waiting |= {one.stream: one for one in page if one.stream not in passed}
        if len(waiting) >= BATCH:
            for batch in pieces(waiting.values(), BATCH):
                yield batch
            waiting = {}
    if waiting:
        yield list(waiting.values())
