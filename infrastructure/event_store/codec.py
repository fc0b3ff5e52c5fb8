"""Between events and the bytes that are kept of them for ever.

The topic is the event's tag and its schema version (`appointment.booked/1`), never a Python path.
The state is a msgpack map: `at`, `actor`, `cause`, `correlation`, and the event's own fields under
`data`, or under `sealed` where they are personal: encrypted with the key of the stream and bound
to stream, version and topic. Keys may be added to the map; readers pass over those they ignore.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import get_args

import msgspec
from eventsourcing.persistence import Notification, StoredEvent
from msgspec import UNSET, UnsetType

from application.events import PERSONAL, Event
from application.ports import Append, Recorded, Stamp
from infrastructure.event_store.key_vault import KeyVault, seal, unseal

SCHEMAS: Mapping[str, int] = {}  # tags whose schema version is past 1


class UnknownEvent(Exception):
    """The log holds an event that this release does not know: a newer one wrote it."""

    def __init__(self, notification: Notification) -> None:
        super().__init__(*_place(notification))
        self.position, self.stream, self.version, self.topic = _place(notification)


class UnreadableEvent(Exception):
    """The stored bytes are not those that were written for that place."""

    def __init__(self, notification: Notification) -> None:
        super().__init__(*_place(notification))
        self.position, self.stream, self.version, self.topic = _place(notification)


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """What is stored of one event beside its stream, version and topic."""

    at: datetime
    actor: str
    cause: str
    correlation: str
    data: msgspec.Raw | UnsetType = UNSET
    sealed: bytes | UnsetType = UNSET


class Kind:
    """One type of event as it is stored."""

    def __init__(self, struct: type[Event]) -> None:
        tag = str(struct.__struct_config__.tag)
        self.topic = f"{tag}/{SCHEMAS.get(tag, 1)}"
        self.personal = struct in get_args(PERSONAL)
        self._decoder = msgspec.msgpack.Decoder(struct)

    def decode(self, data: bytes) -> Event:
        """The event with these fields. Raises `msgspec.MsgspecError`."""
        return self._decoder.decode(data)


class EventCodec:
    """Writes and reads events as the library's stored events."""

    def __init__(self, vault: KeyVault) -> None:
        self._vault = vault
        self._kinds: dict[type, Kind] = {struct: Kind(struct) for struct in get_args(Event)}
        self._by_topic = {kind.topic: kind for kind in self._kinds.values()}
        self._envelopes = msgspec.msgpack.Decoder(Envelope)
        self._encoder = msgspec.msgpack.Encoder()

    def stored(self, appends: Sequence[Append], stamp: Stamp) -> list[StoredEvent]:
        """The events as they are to be stored, in order. Raises `KeyDestroyed`, `Unavailable`."""
        keys = self._vault.obtain(one.stream for one in appends if self._any_personal(one.events))
        return [
            self._store(one.stream, version, event, stamp, keys)
            for one in appends
            for version, event in enumerate(one.events, start=one.expected + 1)
        ]

    def recorded(self, notifications: Sequence[Notification]) -> tuple[Recorded, ...]:
        """The events that were stored, in order.

        Raises `UnknownEvent`, `UnreadableEvent`, `KeyDestroyed`, `Unavailable`.
        """
        kinds = [self._kind(one) for one in notifications]
        pairs = list(zip(notifications, kinds, strict=True))
        keys = self._vault.read(str(one.originator_id) for one, kind in pairs if kind.personal)
        return tuple(self._record(one, kind, keys) for one, kind in pairs)

    def _any_personal(self, events: Iterable[Event]) -> bool:
        return any(self._kinds[type(event)].personal for event in events)

    def _kind(self, one: Notification) -> Kind:
        try:
            return self._by_topic[one.topic]
        except KeyError:
            raise UnknownEvent(one) from None

    def _store(
        self, stream: str, version: int, event: Event, stamp: Stamp, keys: Mapping[str, bytes]
    ) -> StoredEvent:
        kind = self._kinds[type(event)]
        data = self._encoder.encode(event)
        binding = _binding(stream, version, kind.topic)
        envelope = Envelope(
            at=stamp.at,
            actor=stamp.actor,
            cause=stamp.cause,
            correlation=stamp.correlation,
            data=UNSET if kind.personal else msgspec.Raw(data),
            sealed=seal(keys[stream], data, binding) if kind.personal else UNSET,
        )
        return StoredEvent(stream, version, kind.topic, self._encoder.encode(envelope))

    def _record(self, one: Notification, kind: Kind, keys: Mapping[str, bytes]) -> Recorded:
        try:
            envelope = self._envelopes.decode(one.state)
            key = keys[str(one.originator_id)] if kind.personal else None
            event = kind.decode(_data(one, envelope, key))
        except (msgspec.MsgspecError, ValueError) as error:
            raise UnreadableEvent(one) from error
        stamp = Stamp(
            at=envelope.at,
            actor=envelope.actor,
            cause=envelope.cause,
            correlation=envelope.correlation,
        )
        return Recorded(
            position=one.id,
            stream=str(one.originator_id),
            version=one.originator_version,
            stamp=stamp,
            event=event,
        )


def _data(one: Notification, envelope: Envelope, key: bytes | None) -> bytes | msgspec.Raw:
    """The event's own fields; where a key is due, nothing but what it sealed will do."""
    if key is None:
        return envelope.data or b""
    binding = _binding(str(one.originator_id), one.originator_version, one.topic)
    return unseal(key, envelope.sealed or b"", binding)


def _place(one: Notification) -> tuple[int, str, int, str]:
    return one.id, str(one.originator_id), one.originator_version, one.topic


def _binding(stream: str, version: int, topic: str) -> bytes:
    return msgspec.msgpack.encode((stream, version, topic))
