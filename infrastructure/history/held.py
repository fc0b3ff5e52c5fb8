"""What Redis holds of a partition beside its log, as lines of a backup.

Only what has to be of one moment is read by one script: log, relay, mailboxes and what belongs to
them, and small keys. That is as much as is under way; if that is too much for a script, the
mailboxes are read in turns (`infrastructure.history.mailboxes_in_turns`). Everything else is read a
little at a time, and its place in the order is what makes it right. Before the moment:

1. dead letters, and after the moment those that are newer (`infrastructure.history.dead_letters`);
2. the fingerprints of accepted webhooks: one that is read has its letter in a mailbox or in the log
   of the moment after it. A fingerprint that comes later is left out, and the webhook, if it comes
   again, is accepted a second time, which is harmless; read too late, it would refuse a message
   that is in no mailbox;
3. large keys. What is kept apart from a log, such as snapshots, is of events that the log of the
   moment has. A large view of the library's projections is read after the position that it
   followed to, and holds what came up to there at least: its projection may then see an event a
   second time, but misses none. Of any other key that changes meanwhile, what stands in it all the
   time is there.

At the moment an event up to the relay's position has its letters in the mailboxes or was dealt
with, and the relay will deliver those of any later event. After the moment:

4. logs of applications with names, up to their heads at the moment, for they only grow;
5. keys of streams and identities: both only grow, and are made before the events that need them. A
   key that was destroyed meanwhile stays destroyed.
"""

from collections.abc import Iterator, Sequence
from typing import Self, cast

import redis

from infrastructure.history.backup_lines import HashLine, SeenLine, StateLine, StringLine
from infrastructure.history.dead_letters import DeadLetters
from infrastructure.history.found_keys import FoundKeys
from infrastructure.history.key_lines import PIECE
from infrastructure.history.mailboxes_in_turns import MailboxesInTurns
from infrastructure.history.moment import Moment, Snapshot
from infrastructure.history.named_logs import NamedLogs
from infrastructure.history.paged_keys import PagedKeys
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.pieces import pieces
from infrastructure.redis.clients import outages_as_unavailable

GROWING = ("keys", "identities")


class Held:
    """Reads it and writes nothing; to be used once, in the order of its methods.

    Everything raises `Unavailable`, and `OSError` where there is no room for dead letters.
    """

    def __init__(self, client: redis.Redis, keys: PartitionKeys) -> None:
        self._client = client
        self._keys = keys
        self._found = FoundKeys(client, keys)
        self._dead = DeadLetters(client, keys)
        self._snapshot = Snapshot(client, keys)
        self._turns = MailboxesInTurns(client, keys, self._dead)
        self._moment: Moment | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._dead.close()

    def before(self) -> Iterator[StateLine]:
        """What is read before the moment; the mailboxes too, where they are many."""
        self._dead.read()
        for names in self._found.fingerprints():
            if names:
                yield SeenLine(fingerprints=tuple(self._kept(names)))
        paged = PagedKeys(self._client, self._keys)
        for name in (*self._found.early, *self._found.large):
            yield from paged.lines(name)
        names = [*self._found.small, *self._found.mailboxes]
        self._moment = self._snapshot.whole(names, self._dead.newest)
        if self._moment is None:
            yield from self._turns.lines()

    def moment(self) -> Moment:
        """All that changes together."""
        if self._moment is None:
            self._moment = self._turns.moment(self._snapshot, self._found.small)
        return self._moment

    def after(self, moment: Moment) -> Iterator[StateLine]:
        """What fits to the moment whenever it is read."""
        yield from self._dead.lines(moment.dead, moment.parking)
        yield from NamedLogs(self._client, self._keys).lines(self._heads(moment))
        for name in GROWING:
            with outages_as_unavailable():
                for page in pieces(self._fields(name), PIECE):
                    yield HashLine(key=name, fields=tuple(page))

    def _heads(self, moment: Moment) -> dict[str, int]:
        told = {one.key: one.value for one in moment.held if isinstance(one, StringLine)}
        names = self._found.applications.names
        return {name: int(told.get(f"{name}:head", b"0")) for name in names}

    def _fields(self, name: str) -> Iterator[tuple[bytes, bytes]]:
        found = self._client.hscan_iter(self._keys(name), count=PIECE)
        return cast("Iterator[tuple[bytes, bytes]]", found)

    def _kept(self, names: Sequence[str]) -> Iterator[tuple[str, int]]:
        """Until when, in Unix ms; those whose time is over are left out."""
        with outages_as_unavailable(), self._client.pipeline(transaction=False) as pipeline:
            pipeline.time()
            for name in names:
                pipeline.pttl(self._keys(name))
            (seconds, micros), *left = pipeline.execute()
        now = seconds * 1000 + micros // 1000
        for name, milliseconds in zip(names, left, strict=True):
            if milliseconds > 0:
                yield name.removeprefix("seen:"), now + milliseconds
