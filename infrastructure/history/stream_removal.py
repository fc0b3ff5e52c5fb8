"""Takes one stream out of the log: first its key, then its events, of which the leaves are kept."""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

import redis
from eventsourcing.persistence import Notification

from domain.retention import Run
from infrastructure.audit.leaf import leaf_of
from infrastructure.event_store.key_vault import KeyVault
from infrastructure.history.ended_conversations import mailboxes_of
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.scripts import script
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder

Outcome = Literal["removed", "gone", "grown", "in use"]

_OUTCOMES: dict[int, Outcome] = {1: "removed", 0: "gone", -1: "grown", -2: "in use"}


class StreamRemoval:
    """Removes streams of personal data. Each step is safe to repeat, whenever it was cut off.

    The tombstone of the key stays in the vault, about 80 bytes. Nothing brings the stream back: the
    log takes no later version for a stream that is not there, and no new conversation gets an old
    name. But whoever has just read its events, or reads them in a backup that was made meanwhile,
    has to learn that they are erased; without a tombstone the vault would say that it lost a key.
    """

    def __init__(self, client: redis.Redis, *, vault: KeyVault, keys: PartitionKeys) -> None:
        self._client = client
        self._vault = vault
        self._keys = keys
        self._recorder = RedisApplicationRecorder(client, keys.partition)
        self._remove = script(client, "remove_stream")

    def __call__(self, stream: str, announced: Collection[int]) -> Outcome:
        """Remove it if all of its positions are announced in the log; else it has grown.

        Its key is destroyed in any case. Raises what Redis, vault and recorder raise.
        """
        self._vault.destroy(stream)
        (events,) = self._recorder.select_streams([stream])
        if not events:
            return "gone"
        if not all(one.id in announced for one in events):
            return "grown"
        return self._run(stream, events)

    def _run(self, stream: str, events: Sequence[Notification]) -> Outcome:
        partition = self._keys.partition
        names = ("removed", "relay", "holes", *mailboxes_of(stream))
        keys = [partition.log, partition.stream(stream), partition.keys, *map(self._keys, names)]
        leaves = {one.id: leaf_of(one) for one in events}
        arguments: list[str | int | bytes] = [stream]
        for run in runs_of(leaves):
            positions = range(run.first, run.last + 1)
            arguments += [run.first, len(positions), b"".join(leaves[one] for one in positions)]
        with outages_as_unavailable():
            return _OUTCOMES[int(str(self._remove(keys=keys, args=arguments)))]


def runs_of(positions: Collection[int]) -> Iterator[Run]:
    """The runs of consecutive positions, in order."""
    first = last = 0
    for position in sorted(positions):
        if position != last + 1 or not first:
            if first:
                yield Run(first=first, last=last)
            first = position
        last = position
    if first:
        yield Run(first=first, last=last)
