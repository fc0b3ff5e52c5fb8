"""Mailboxes that are too many, or too large, to be read at one moment.

Each is read whole, but one after the other: the relay's position is read before them and the log's
end after them, up to which the log is copied. So each letter that came of an event up to that
relay is in the backup, or what became of it is: in the log, among the dead letters (which are read
again afterwards), or nothing. What the relay delivers meanwhile is delivered again after a restore,
and what is taken from a mailbox after that was read is dealt with once more, as after the death of
a worker; whoever deals with it finds in the log, which is copied further, that it was done. Notes of
messages that have set out are read after the mailboxes, and are there for each that was not heard of.

Whose turn it is, and what is settling or postponed, would not fit: every mailbox that is not parked
is ready after a restore, and its letters are taken a little early.
"""

from collections.abc import Iterator, Sequence
from typing import cast

import msgspec
import redis

from infrastructure.history.backup_lines import HashLine, KeyLine, ReadyLine, StateLine
from infrastructure.history.dead_letters import DeadLetters, Entry
from infrastructure.history.key_lines import key_lines
from infrastructure.history.moment import Moment, Snapshot
from infrastructure.history.paged_keys import Entry as FoundEntry
from infrastructure.history.paged_keys import PagedKeys, flat
from infrastructure.history.partition_keys import QUEUES, PartitionKeys
from infrastructure.history.pieces import pieces
from infrastructure.history.scanning import scanned
from infrastructure.redis.clients import outages_as_unavailable

AT_ONCE = 100  # mailboxes of one transaction
MOST_BYTES = 1 << 20  # of Redis' memory, of those that are read in one transaction
COUNTS = ("attempts", "waits")


class _Mailbox(msgspec.Struct, frozen=True):
    key: str
    letters: list[bytes]
    coming_back: list[bytes]
    parked_by: str


class MailboxesInTurns:
    """Reads them and writes nothing. Everything raises `Unavailable`; it is to be used once."""

    def __init__(self, client: redis.Redis, keys: PartitionKeys, dead: DeadLetters) -> None:
        self._client = client
        self._keys = keys
        self._dead = dead
        self._paged = PagedKeys(client, keys)
        self._relay = 0
        self._found: dict[str, dict[str, Entry]] = {queue: {} for queue in QUEUES}
        self._parking: dict[str, set[str]] = {queue: set() for queue in QUEUES}

    def lines(self) -> Iterator[StateLine]:
        """The mailboxes, and what belongs to them."""
        with outages_as_unavailable():
            self._relay = int(cast("bytes", self._client.get(self._keys("relay")) or b"0"))
        for queue in QUEUES:
            yield from self._of(queue)
        for name in (*(f"{kind}:{queue}" for kind in COUNTS for queue in QUEUES), "paused"):
            yield from self._paged.lines(name)
        yield from self._paged.lines("started")
        self._dead.read()

    def moment(self, snapshot: Snapshot, names: Sequence[str]) -> Moment:
        """The end of the log and those keys, once all mailboxes are read."""
        moment = snapshot.without_mailboxes(names)
        return msgspec.structs.replace(
            moment,
            line=msgspec.structs.replace(moment.line, relay=self._relay),
            dead={queue: tuple(found.values()) for queue, found in self._found.items()},
            parking={queue: frozenset(ids) for queue, ids in self._parking.items()},
        )

    def _of(self, queue: str) -> Iterator[StateLine]:
        beginning = self._keys.pattern[:-1] + f"mail:{queue}:"
        known: set[str] = set()  # a key may be found twice
        for page in scanned(self._client, f"{beginning}*"):
            names = {self._keys.name(key).removeprefix(f"mail:{queue}:") for key in page}
            keys = sorted(names - known)
            known |= names
            for some in self._bearable(queue, keys):
                found = [one for one in self._read(queue, some) if one.letters or one.coming_back]
                for one in found:
                    yield from _letters(queue, one)
                yield from self._places(queue, found)

    def _places(self, queue: str, found: Sequence[_Mailbox]) -> Iterator[StateLine]:
        parked = [one for one in found if one.parked_by]
        ready = tuple(one.key for one in found if not one.parked_by)
        if parked:
            fields = tuple((one.key.encode(), one.parked_by.encode()) for one in parked)
            yield HashLine(key=f"parked:{queue}", fields=fields)
            self._parking[queue].update(one.parked_by for one in parked)
        if ready:
            yield ReadyLine(queue=queue, keys=ready)

    def _bearable(self, queue: str, keys: Sequence[str]) -> Iterator[list[str]]:
        """So many at a time that no transaction is long; a very large mailbox stands alone."""
        for page in pieces(keys, AT_ONCE):
            some: list[str] = []
            size = 0
            for key, weight in zip(page, self._weights(queue, page), strict=True):
                if some and size + weight > MOST_BYTES:
                    yield some
                    some, size = [], 0
                some.append(key)
                size += weight
            if some:
                yield some

    def _weights(self, queue: str, keys: Sequence[str]) -> list[int]:
        with outages_as_unavailable(), self._client.pipeline(transaction=False) as pipeline:
            for key in keys:
                pipeline.memory_usage(self._keys(f"mail:{queue}:{key}"))
            return [one or 0 for one in pipeline.execute()]

    def _read(self, queue: str, keys: Sequence[str]) -> list[_Mailbox]:
        """These mailboxes as they stand at one moment, with the dead letter that parks each."""
        with outages_as_unavailable(), self._client.pipeline(transaction=True) as pipeline:
            for key in keys:
                pipeline.lrange(self._keys(f"mail:{queue}:{key}"), 0, -1)
                pipeline.lrange(self._keys(f"back:{queue}:{key}"), 0, -1)
                pipeline.hget(self._keys(f"parked:{queue}"), key)
            told = pipeline.execute()
        found = [
            _Mailbox(key, letters, back, (parked or b"").decode())
            for key, letters, back, parked in zip(
                keys, told[0::3], told[1::3], told[2::3], strict=True
            )
        ]
        return [self._with_what_parks(queue, one) for one in found]

    def _with_what_parks(self, queue: str, mailbox: _Mailbox) -> _Mailbox:
        """The mailbox; or, where it was let go since, as it stands now."""
        if not mailbox.parked_by:
            return mailbox
        name, parked_by = self._keys(f"dead:{queue}"), mailbox.parked_by
        with outages_as_unavailable():
            entries = self._client.xrange(name, parked_by, parked_by)
        if not entries:
            return self._read(queue, [mailbox.key])[0]
        ((_, fields),) = flat(cast("list[FoundEntry]", entries))
        self._found[queue][parked_by] = (parked_by, tuple(fields))
        return mailbox


def _letters(queue: str, one: _Mailbox) -> Iterator[KeyLine]:
    for kind, letters in (("mail", one.letters), ("back", one.coming_back)):
        if letters:
            yield from key_lines((f"{kind}:{queue}:{one.key}".encode(), b"list", -1, letters))
