"""Appends with the recorder of this system."""

from uuid import UUID

import msgspec

from benchmarks.appender import Append
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.partition import Partition


class OurRecorder(msgspec.Struct, frozen=True, kw_only=True):
    """`RedisApplicationRecorder` over a unix socket."""

    socket: str

    @property
    def name(self) -> str:
        """As it stands in the table."""
        return "our recorder"

    def open(self) -> Append:
        """As the protocol says."""
        return recorder_at(self.socket, "ours:0").insert_events


def recorder_at(
    socket: str, partition: str, *, originator_id_type: type[str] | type[UUID] = str
) -> RedisApplicationRecorder:
    """Our recorder of that partition, with a client of its own."""
    client = connect(f"unix://{socket}")
    return RedisApplicationRecorder(
        client, Partition(partition), originator_id_type=originator_id_type
    )
