"""One connection, opened by redis-py and spoken to without it."""

import socket
from time import monotonic
from typing import cast

import hiredis
from redis.connection import AbstractConnection, DefaultParser
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import InvalidResponse, RedisError
from redis.exceptions import TimeoutError as RedisTimeoutError

Argument = str | bytes | int

WARM = 0.01  # seconds: no server is started again within them
MOST = 65_536  # bytes to read at once

_MORE = object()  # to come before the reply is whole


class Line:
    """One command at a time, each sent once; replies come as bytes.

    redis-py knows how to reach the server (address, TLS, login, database); packing and parsing are
    hiredis's own, for redis-py's way between the two costs a tenth of an append that is synced.
    """

    def __init__(self, connection: AbstractConnection) -> None:
        self._connection = connection
        self._socket: socket.socket | None = None
        self._reader = _reader()
        self._since = monotonic()

    def ask(self, parts: tuple[Argument, ...]) -> object:
        """The reply to that command. Raises `RedisError`."""
        self.send(parts)
        return self.reply()

    def send(self, parts: tuple[Argument, ...]) -> None:
        """Send a command, whose reply is then to be read. Raises `RedisError`."""
        packed = hiredis.pack_command(cast("tuple[Argument]", parts))  # its stub says: of one part
        if self._socket is None or self._socket is not self._connections_socket():
            self._socket = self._opened()
        try:
            self._socket.sendall(packed)
        except TimeoutError as error:
            raise RedisTimeoutError("no room to send within the time-out") from error
        except OSError as error:
            raise RedisConnectionError(f"sending: {error}") from error

    def reply(self) -> object:
        """The reply to the command that was sent. Raises `RedisError`, an error of the server's too."""
        reader = self._reader
        reply = reader.gets()
        while reply is _MORE:
            reader.feed(self._received())
            reply = reader.gets()
        if isinstance(reply, RedisError):
            raise reply
        return reply

    def can_read(self, seconds: float) -> bool:
        """Whether something comes within that time. Raises `RedisError`: the server has gone."""
        return self._connection.can_read(timeout=seconds)

    def rest(self) -> None:
        """Nobody uses it from now on."""
        self._since = monotonic()

    def wake(self) -> None:
        """Somebody uses it again: a server that was started again meanwhile has closed it."""
        if monotonic() - self._since > WARM and self._is_stale():
            self.disconnect()

    def disconnect(self) -> None:
        """Close it; it opens again when it is used."""
        self._connection.disconnect()  # type: ignore[no-untyped-call]

    def _opened(self) -> socket.socket:
        self._connection.connect()  # type: ignore[no-untyped-call]
        self._reader = _reader()
        return cast("socket.socket", self._connections_socket())

    def _connections_socket(self) -> socket.socket | None:
        return self._connection._sock  # noqa: SLF001 - it has no name in public

    def _received(self) -> bytes:
        try:
            received = cast("socket.socket", self._socket).recv(MOST)
        except TimeoutError as error:
            raise RedisTimeoutError("no reply within the time-out") from error
        except OSError as error:
            raise RedisConnectionError(f"reading: {error}") from error
        if not received:
            raise RedisConnectionError("the server has closed the connection")
        return received

    def _is_stale(self) -> bool:
        try:
            return self.can_read(0)
        except RedisConnectionError:
            return True


def _reader() -> hiredis.Reader:
    return hiredis.Reader(
        protocolError=InvalidResponse, replyError=DefaultParser.parse_error, notEnoughData=_MORE
    )
