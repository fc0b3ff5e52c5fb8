"""Events as the reading scripts pack them: a reply of one string, unpacked in one go.

Redis' `cmsgpack` writes every string as msgpack's text, also bytes that are none: those are taken
raw, with their header. Unpacking this way is three times as fast as the reply of an XRANGE.
"""

from collections.abc import Callable
from uuid import UUID

import msgspec
from eventsourcing.persistence import Notification

HEADERS = {0xD9: 2, 0xDA: 3, 0xDB: 5}  # bytes before a text of 8, 16 and 32 bits of length; else 1

Fields = tuple[msgspec.Raw, str, msgspec.Raw, str, msgspec.Raw, str, msgspec.Raw, msgspec.Raw]
Entry = tuple[str, Fields]  # `N-0`, then `o`, `v`, `t` and `s` with their values
Row = tuple[str, str, str, msgspec.Raw]  # notification id, version, topic, state

_entries = msgspec.msgpack.Decoder(list[Entry])
_streams = msgspec.msgpack.Decoder(list[list[Row]])


def notifications(packed: bytes, originator_id: Callable[[str], UUID | str]) -> list[Notification]:
    """The entries of the log, as `read_log.lua` gives them."""
    return [
        Notification(originator_id(f[1]), int(f[3]), f[5], _bytes(f[7]), int(entry_id[:-2]))
        for entry_id, f in _entries.decode(packed)
    ]


def streams(packed: bytes) -> list[list[Row]]:
    """The events of originators, as `read_streams.lua` gives them."""
    return _streams.decode(packed)


def notification(originator_id: UUID | str, row: Row) -> Notification:
    """The event of that originator."""
    notification_id, version, topic, state = row
    return Notification(originator_id, int(version), topic, _bytes(state), int(notification_id))


def _bytes(text: msgspec.Raw) -> bytes:
    raw = bytes(text)
    return raw[HEADERS.get(raw[0], 1) :]
