"""Appends with our script and nothing else: the least that one blocking client has to do."""

import hashlib
import socket
from collections.abc import Sequence
from importlib import resources

import msgspec
from eventsourcing.persistence import StoredEvent

from benchmarks.appender import Append
from infrastructure.redis_recorders.partition import Partition

PARTITION = Partition("bare:0")
REPLY = 64  # bytes: a position takes fewer than thirty


class BareSocket(msgspec.Struct, frozen=True, kw_only=True):
    """EVALSHA of `append.lua`, written by hand to a unix socket; the reply is a number or wrong."""

    socket: str

    @property
    def name(self) -> str:
        """As it stands in the table."""
        return "floor: append.lua over a bare socket"

    def open(self) -> Append:
        """As the protocol says."""
        server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        server.connect(self.socket)
        script = resources.files("infrastructure.redis").joinpath("lua", "append.lua").read_bytes()
        server.sendall(_command([b"SCRIPT", b"LOAD", script]))
        server.recv(REPLY)
        sha = hashlib.sha1(script, usedforsecurity=False).hexdigest().encode()

        def append(events: Sequence[StoredEvent]) -> None:
            server.sendall(_command([b"EVALSHA", sha, *_arguments(events)]))
            reply = server.recv(REPLY)
            if not reply.startswith(b":") or reply == b":0\r\n":
                raise RuntimeError(reply)

        return append


def _arguments(events: Sequence[StoredEvent]) -> list[bytes]:
    """Those that the recorder gives the script."""
    streams = list(dict.fromkeys(str(one.originator_id) for one in events))
    names = [PARTITION.log, PARTITION.head, *map(PARTITION.stream, streams)]
    arguments = [b"%d" % len(names), *map(str.encode, names), *map(str.encode, streams)]
    places = {stream: b"%d" % place for place, stream in enumerate(streams, start=1)}
    for one in events:
        arguments += (
            places[str(one.originator_id)],
            b"%d" % one.originator_version,
            one.topic.encode(),
            one.state,
        )
    return arguments


def _command(parts: Sequence[bytes]) -> bytes:
    """A command as the Redis protocol has it (RESP2)."""
    return b"*%d\r\n" % len(parts) + b"".join([b"$%d\r\n%b\r\n" % (len(one), one) for one in parts])
