"""When an event was recorded, read without a key and without the rest of it."""

from datetime import datetime
from typing import Annotated

import msgspec

from infrastructure.event_store.codec import Stored, UnreadableEvent


class Stamped(msgspec.Struct, frozen=True, gc=False):
    """What every envelope has; the rest of it is passed over."""

    at: Annotated[datetime, msgspec.Meta(tz=True)]


_decoder = msgspec.msgpack.Decoder(Stamped)


def recorded_at(one: Stored) -> datetime:
    """The instant of its append, aware. Raises `UnreadableEvent`."""
    try:
        return _decoder.decode(one.state).at
    except (msgspec.MsgspecError, ValueError) as error:
        raise UnreadableEvent(one) from error
