"""The hash of one stored event, a leaf of the log's Merkle tree (RFC 6962, 2.1)."""

from hashlib import sha256

import msgspec
from eventsourcing.persistence import Notification

LEAF = 32  # bytes

_encode = msgspec.msgpack.Encoder().encode


def leaf_hash(position: int, stream: str, version: int, topic: str, state: bytes) -> bytes:
    """SHA-256 of a zero byte and the msgpack array of the five, each in its shortest form.

    What is encrypted is hashed as it is stored: whoever checks needs no key, and a key that was
    destroyed changes nothing.
    """
    return sha256(b"\x00" + _encode((position, stream, version, topic, state))).digest()


def leaf_of(one: Notification) -> bytes:
    """The leaf of an event where it stands in the log."""
    return leaf_at(one.id, one)


def leaf_at(position: int, one: Notification) -> bytes:
    """The leaf that the event would have at that position."""
    stream = str(one.originator_id)
    return leaf_hash(position, stream, one.originator_version, one.topic, one.state)
