"""The lines of a backup.

Each is a JSON object whose `line` says what it is; bytes are in base64. After the header come the
log, position by position from 1 (`event` and `removed`), and everything else that Redis holds of
the partition, key by key: `key` is its name without the
partition, `until` when it ends of itself, in Unix ms. Nothing is opened on the way:
what is sealed or wrapped in Redis is so in the file.
"""

import msgspec

FORMAT = 1


class Line(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="line",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """Any line."""


class Header(Line, frozen=True, kw_only=True, tag="header"):
    """The first line; `last_position` is where the log ended when the backup was begun.

    `created_at` is UTC. `master_key_id` tells master keys apart and says nothing else about them.
    """

    format: int
    partition: str
    created_at: str
    last_position: int
    master_key_id: str


class EventLine(Line, frozen=True, kw_only=True, tag="event"):
    """One event as it is stored."""

    position: int
    stream: str
    version: int
    topic: str
    state: bytes


class RemovedLine(Line, frozen=True, kw_only=True, tag="removed"):
    """Events that were lawfully removed, from `first` on; of each its leaf of 32 bytes is left."""

    first: int
    leaves: bytes


class SeenLine(Line, frozen=True, kw_only=True, tag="seen"):
    """Fingerprints of webhooks that were accepted, and until when each is kept, in Unix ms."""

    fingerprints: tuple[tuple[str, int], ...]


class HashLine(Line, frozen=True, kw_only=True, tag="hash"):
    """Fields of a hash with their values. A long one has several lines."""

    key: str
    fields: tuple[tuple[bytes, bytes], ...]
    until: int | None = None


class StringLine(Line, frozen=True, kw_only=True, tag="string"):
    """A string."""

    key: str
    value: bytes
    until: int | None = None


class ListLine(Line, frozen=True, kw_only=True, tag="list"):
    """Values of a list in order, from the place `start` on; 0 is the first."""

    key: str
    start: int
    values: tuple[bytes, ...]
    until: int | None = None


class SetLine(Line, frozen=True, kw_only=True, tag="set"):
    """Members of a set."""

    key: str
    members: tuple[bytes, ...]
    until: int | None = None


class SortedSetLine(Line, frozen=True, kw_only=True, tag="sorted_set"):
    """Members of a sorted set with their scores, as Redis writes them."""

    key: str
    members: tuple[tuple[bytes, str], ...]
    until: int | None = None


class StreamLine(Line, frozen=True, kw_only=True, tag="stream"):
    """Entries of a stream: the id, then names and values by turns."""

    key: str
    entries: tuple[tuple[str, tuple[bytes, ...]], ...]
    until: int | None = None


class ReadyLine(Line, frozen=True, kw_only=True, tag="ready"):
    """Whose mailboxes are to be taken from a queue, in their turn; those taken are among them."""

    queue: str
    keys: tuple[str, ...]


class MomentLine(Line, frozen=True, kw_only=True, tag="moment"):
    """The moment of which the mailboxes are: where log and relay were, and the server's Unix ms."""

    last_position: int
    relay: int
    at: int


class Trailer(Line, frozen=True, kw_only=True, tag="trailer"):
    """The last line: what comes before it, and the SHA-256 of all those bytes."""

    lines: int
    events: int
    removed: int
    last_position: int
    digest: str


KeyLine = HashLine | StringLine | ListLine | SetLine | SortedSetLine | StreamLine
StateLine = SeenLine | ReadyLine | KeyLine
LogLine = EventLine | RemovedLine
BackupLine = Header | LogLine | StateLine | MomentLine | Trailer
