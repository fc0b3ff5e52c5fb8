"""The hash of one stored event, a leaf of the log's Merkle tree (RFC 6962, 2.1)."""

from hashlib import sha256
from typing import Annotated

import msgspec
from eventsourcing.persistence import Notification
from msgspec import Meta

LEAF = 32  # bytes
MOST = 2**63 - 1  # as msgpack writes integers

Position = Annotated[int, Meta(ge=1, le=MOST)]
Version = Annotated[int, Meta(ge=-MOST, le=MOST)]

_encode = msgspec.msgpack.Encoder().encode


def leaf_hash(position: int, stream: str, version: int, topic: str, state: bytes) -> bytes:
    """SHA-256 of a zero byte and the msgpack array of the five, each in its shortest form.

    What is encrypted is hashed as it is stored: whoever checks needs no key, and a key that was
    destroyed changes nothing. A version that no log can have had makes a leaf of no event.
    """
    try:
        packed = _encode((position, stream, version, topic, state))
    except OverflowError:
        packed = _encode((position, stream, str(version), topic, state))
    return sha256(b"\x00" + packed).digest()


def leaf_of(one: Notification) -> bytes:
    """The leaf of an event where it stands in the log."""
    return leaf_at(one.id, one)


def leaf_at(position: int, one: Notification) -> bytes:
    """The leaf that the event would have at that position."""
    stream = str(one.originator_id)
    return leaf_hash(position, stream, one.originator_version, one.topic, one.state)
