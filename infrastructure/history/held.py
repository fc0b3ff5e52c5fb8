"""What Redis holds of a partition beside its log, as lines of a backup.

Three things are read at three moments, and the order is what makes them fit together:

1. the fingerprints of accepted webhooks, before anything else: one that is read has its letter in a
   mailbox or in the log of the moment after it. A fingerprint that comes later is left out, and the
   webhook, if it comes again, is accepted a second time, which is harmless; read too late, it would
   refuse a message that is in no mailbox;
2. log, relay, mailboxes and all smaller keys as they stand at one moment, by one script: an event
   up to the relay's position has its letters in the mailboxes or was dealt with, and the relay will
   deliver those of any later event;
3. keys of streams and identities, after the last event: both only grow, and are made before the
   events that need them. A key that was destroyed meanwhile stays destroyed.
"""

from collections.abc import Iterator, Sequence
from typing import cast

import msgspec
import redis

from infrastructure.history.backup_lines import (
    HashLine,
    KeyLine,
    MomentLine,
    ReadyLine,
    SeenLine,
    StateLine,
)
from infrastructure.history.key_lines import PIECE, Told, key_lines
from infrastructure.history.partition_keys import QUEUES, PartitionKeys, is_sign_of_life
from infrastructure.history.pieces import pairs, pieces
from infrastructure.history.scanning import scanned
from infrastructure.history.scripts import script
from infrastructure.redis.clients import outages_as_unavailable

GROWING = ("keys", "identities")
OF_THE_LOG = frozenset({"log", "head", "holes", "stream", "removed", "relay", "ready", "restoring"})


class Moment(msgspec.Struct, frozen=True):
    """The mailboxes and all smaller keys, as they stood at one moment."""

    line: MomentLine
    held: tuple[StateLine, ...]


class Held:
    """Reads it and writes nothing. Everything raises `Unavailable`."""

    def __init__(self, client: redis.Redis, keys: PartitionKeys) -> None:
        self._client = client
        self._keys = keys
        self._snapshot = script(client, "snapshot")
        self._others: list[str] = ["checkpoints"]

    def seen(self) -> Iterator[SeenLine]:
        """The fingerprints; the names of all smaller keys are found on the way."""
        for page in scanned(self._client, self._keys.pattern):
            names = [self._keys.name(key) for key in page]
            self._others += filter(_is_smaller, names)
            fingerprints = [name for name in names if name.startswith("seen:")]
            if fingerprints:
                yield SeenLine(fingerprints=tuple(self._kept(fingerprints)))

    def moment(self) -> Moment:
        """All that changes together, and the smaller keys that were found before."""
        with outages_as_unavailable():
            reply = self._snapshot(
                keys=[self._keys.tag], args=[len(QUEUES), *QUEUES, *self._others]
            )
        at, head, relay, ready, keys = cast(
            "tuple[bytes, bytes, bytes, list[object], list[Told]]", reply
        )
        line = MomentLine(last_position=int(head), relay=int(relay), at=int(at))
        return Moment(line, (*_letters_first(keys), *_ready(ready)))

    def growing(self) -> Iterator[HashLine]:
        """The keys of streams, wrapped as they are, and the identities."""
        for name in GROWING:
            with outages_as_unavailable():
                for page in pieces(self._fields(name), PIECE):
                    yield HashLine(key=name, fields=tuple(page))

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


def _is_smaller(name: str) -> bool:
    kind = name.partition(":")[0]
    big = kind in OF_THE_LOG or name in GROWING or kind == "seen"
    return not big and not is_sign_of_life(name)


def _letters_first(keys: Sequence[Told]) -> Iterator[KeyLine]:
    return (line for told in keys for line in key_lines(told))


def _ready(flat: Sequence[object]) -> Iterator[ReadyLine]:
    for queue, keys in pairs(flat):
        names = [key.decode() for key in cast("list[bytes]", keys)]
        for page in pieces(names, PIECE):
            yield ReadyLine(queue=cast("bytes", queue).decode(), keys=tuple(page))
