"""Between events and the bytes that are kept of them for ever.

The topic is the event's tag and its schema version (`appointment.booked/1`), never a Python path.
The state is a msgpack map: `at`, `actor`, `cause`, `correlation`, `policy` where a shop's settings
mattered, and the event's own fields under `data`, or under `sealed` where they are personal:
encrypted with the key of the stream and bound to stream, version and topic. Keys may be added to
the map; readers pass over those they ignore.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Generic, Protocol, TypedDict, TypeVar, get_args

import msgspec
from eventsourcing.persistence import StoredEvent
from msgspec import UNSET, UnsetType

from application.events import PERSONAL, Erased, Event
from application.ports import Append, NewerEvent, Recorded, Stamp
from infrastructure.event_store.key_vault import KeyVault, seal, unseal
from infrastructure.event_store.upcasting import UPCASTS, Upcast, Upcasts, schema_of

AnyEvent = TypeVar("AnyEvent", bound=Event)


class Stored(Protocol):
    """An event as it stands in the log: a `Notification`, or what tells the same."""

    @property
    def id(self) -> int:
        """Its position in the log."""
        ...

    @property
    def originator_id(self) -> object:
        """Its stream; as text it is the stream's name."""
        ...

    @property
    def originator_version(self) -> int:
        """Its place in the stream."""
        ...

    @property
    def topic(self) -> str:
        """Its tag and schema version."""
        ...

    @property
    def state(self) -> bytes:
        """Its envelope."""
        ...


class UnreadableEvent(Exception):
    """The stored bytes are not those that were written for that place."""

    def __init__(self, entry: Stored) -> None:
        place = _place(entry)
        super().__init__(*place.values())
        self.position, self.stream = place["position"], place["stream"]
        self.version, self.topic = place["version"], place["topic"]


class Envelope(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is stored of one event beside its stream, version and topic."""

    at: datetime
    actor: str
    cause: str
    correlation: str
    policy: str | UnsetType = UNSET
    data: msgspec.Raw | UnsetType = UNSET
    sealed: bytes | UnsetType = UNSET


class PlainEnvelope(msgspec.Struct, Generic[AnyEvent], frozen=True, kw_only=True, gc=False):
    """The same with the event in it, read in one go: for one that is neither sealed nor older."""

    at: datetime
    actor: str
    cause: str
    correlation: str
    policy: str = ""
    data: AnyEvent


class Kind:
    """One type of event as it was stored by one schema; `upcasts` bring it to today's."""

    def __init__(self, struct: type[Event], schema: int, upcasts: tuple[Upcast, ...]) -> None:
        self.tag = str(struct.__struct_config__.tag)
        self.topic = f"{self.tag}/{schema}"
        self.personal = struct in get_args(PERSONAL)
        self.is_plain = not (self.personal or upcasts)
        self.struct = struct
        self._upcasts = upcasts
        self._decoder = msgspec.msgpack.Decoder(struct)

    def decode(self, data: bytes | msgspec.Raw) -> Event:
        """The event with these fields. Raises `msgspec.MsgspecError`."""
        return self._decoder.decode(self._upcast(data) if self._upcasts else data)

    def _upcast(self, data: bytes | msgspec.Raw) -> bytes:
        fields = msgspec.msgpack.decode(data, type=dict[str, object])
        for upcast in self._upcasts:
            fields = upcast(fields)
        return msgspec.msgpack.encode(fields)


class EventCodec:
    """Writes and reads events as the library's stored events."""

    def __init__(self, vault: KeyVault, *, upcasts: Upcasts = UPCASTS) -> None:
        self._vault = vault
        kinds = [kind for struct in get_args(Event) for kind in _kinds(struct, upcasts)]
        self._by_topic = {kind.topic: kind for kind in kinds}
        # In one go it takes two thirds of the time of the envelope first and then the event.
        self._plain = {
            kind.topic: _plain_decoder(kind.struct).decode for kind in kinds if kind.is_plain
        }
        self._kinds = {struct: _kinds(struct, upcasts)[-1] for struct in get_args(Event)}
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

    def recorded(self, entries: Sequence[Stored]) -> tuple[Recorded, ...]:
        """The events that were stored, in order; those whose key was destroyed are `Erased`.

        Raises `NewerEvent`, `UnreadableEvent`, `KeyMissing`, `Unavailable`.
        """
        plain = self._plain
        kinds = [self._kind(one) for one in entries if one.topic not in plain]
        keys = self._keys(entries) if any(kind.personal for kind in kinds) else {}
        found: list[Recorded] = []
        for one in entries:  # what is plain without a call of its own: a replay is made of this
            decode = plain.get(one.topic)
            envelope: PlainEnvelope[Event] | Envelope
            event: Event | Erased
            try:
                if decode is None:
                    envelope = self._envelopes.decode(one.state)
                    event = _event(one, self._by_topic[one.topic], envelope, keys)
                else:
                    envelope = decode(one.state)
                    event = envelope.data
            except (msgspec.MsgspecError, ValueError) as error:
                raise UnreadableEvent(one) from error
            stamp = Stamp(
                at=envelope.at,
                actor=envelope.actor,
                cause=envelope.cause,
                correlation=envelope.correlation,
                policy=envelope.policy or "",
            )
            found.append(
                Recorded(
                    position=one.id,
                    stream=str(one.originator_id),
                    version=one.originator_version,
                    stamp=stamp,
                    event=event,
                )
            )
        return tuple(found)

    def _any_personal(self, events: Iterable[Event]) -> bool:
        return any(self._kinds[type(event)].personal for event in events)

    def _keys(self, entries: Iterable[Stored]) -> Mapping[str, bytes]:
        """Those of the streams with anything personal among the entries."""
        personal = (one for one in entries if self._by_topic[one.topic].personal)
        return self._vault.read([str(one.originator_id) for one in personal])

    def _kind(self, one: Stored) -> Kind:
        try:
            return self._by_topic[one.topic]
        except KeyError:
            raise NewerEvent(**_place(one)) from None

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
            policy=stamp.policy or UNSET,
            data=UNSET if kind.personal else msgspec.Raw(data),
            sealed=seal(keys[stream], data, binding) if kind.personal else UNSET,
        )
        return StoredEvent(stream, version, kind.topic, self._encoder.encode(envelope))


def _plain_decoder(struct: type[Event]) -> msgspec.msgpack.Decoder[PlainEnvelope[Event]]:
    whole = PlainEnvelope[struct]  # type: ignore[valid-type]  # it is known at run time only
    return msgspec.msgpack.Decoder(whole)


def _kinds(struct: type[Event], upcasts: Upcasts) -> list[Kind]:
    """That type of event by each schema that it was ever stored by, today's last."""
    tag = str(struct.__struct_config__.tag)
    steps = upcasts.get(tag, ())
    return [
        Kind(struct, schema, steps[schema - 1 :])
        for schema in range(1, schema_of(tag, upcasts) + 1)
    ]


def _event(
    one: Stored, kind: Kind, envelope: Envelope, keys: Mapping[str, bytes]
) -> Event | Erased:
    """The event; where its kind is personal, nothing but what was sealed will do."""
    if not kind.personal:
        return kind.decode(envelope.data or b"")
    key = keys.get(str(one.originator_id))
    if key is None:
        return Erased(tag=kind.tag)
    binding = _binding(str(one.originator_id), one.originator_version, one.topic)
    return kind.decode(unseal(key, envelope.sealed or b"", binding))


class _Place(TypedDict):
    position: int
    stream: str
    version: int
    topic: str


def _place(one: Stored) -> _Place:
    return _Place(
        position=one.id,
        stream=str(one.originator_id),
        version=one.originator_version,
        topic=one.topic,
    )


def _binding(stream: str, version: int, topic: str) -> bytes:
    return msgspec.msgpack.encode((stream, version, topic))
