"""An event as anybody sees it in the log: what is plain of it, with no key."""

import msgspec
from eventsourcing.persistence import Notification

from domain.appointment import AppointmentBooked
from infrastructure.event_store.codec import Envelope, UnreadableEvent

BOOKED = str(AppointmentBooked.__struct_config__.tag)

_envelopes = msgspec.msgpack.Decoder(Envelope)


class Seen(msgspec.Struct, frozen=True):
    """Where it stands, what it is, and who recorded it when and why."""

    stored: Notification
    envelope: Envelope

    @property
    def position(self) -> int:
        """Its place in the log."""
        return self.stored.id

    @property
    def stream(self) -> str:
        """Whose it is."""
        return str(self.stored.originator_id)

    @property
    def version(self) -> int:
        """Its place in the stream."""
        return self.stored.originator_version

    @property
    def tag(self) -> str:
        """Its kind."""
        return self.stored.topic.rpartition("/")[0]

    @property
    def schema(self) -> int:
        """The version of its form."""
        return int(self.stored.topic.rpartition("/")[2])

    @property
    def stamp(self) -> tuple[object, ...]:
        """What all events of one append share."""
        one = self.envelope
        return (one.at, one.actor, one.cause, one.correlation, one.policy)

    def plain(self) -> object:
        """Its fields, for a kind that this release does not know; `None` where they are sealed."""
        data = self.envelope.data
        return msgspec.msgpack.decode(data) if data else None


def seen(one: Notification) -> Seen:
    """The event where it stands. Raises `UnreadableEvent`."""
    try:
        return Seen(one, _envelopes.decode(one.state))
    except (msgspec.MsgspecError, ValueError) as error:
        raise UnreadableEvent(one) from error
