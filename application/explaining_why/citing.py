"""Naming an event on record, so that everybody can look it up."""

from datetime import datetime

import msgspec

from application.events import Erased
from application.ports import Recorded


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event stands, and by whom, when and why it was recorded."""

    position: int
    stream: str
    version: int
    tag: str
    at: datetime
    actor: str
    cause: str
    correlation: str
    policy: str


def cite(recorded: Recorded) -> Cited:
    """The event as it is named to people."""
    event, stamp = recorded.event, recorded.stamp
    tag = event.tag if isinstance(event, Erased) else str(type(event).__struct_config__.tag)
    return Cited(
        position=recorded.position,
        stream=recorded.stream,
        version=recorded.version,
        tag=tag,
        at=stamp.at,
        actor=stamp.actor,
        cause=stamp.cause,
        correlation=stamp.correlation,
        policy=stamp.policy,
    )
