"""A server that takes every connection and never says a word."""

import socket


class Silence:
    """Listens from its making on; what is sent to it waits for an answer for ever."""

    def __init__(self) -> None:
        self._door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._door.bind(("127.0.0.1", 0))
        self._door.listen()
        self._door.settimeout(20)
        self._callers: list[socket.socket] = []
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"

    def called(self) -> None:
        """Return once somebody has called and asked something."""
        caller, _ = self._door.accept()
        caller.settimeout(20)
        assert caller.recv(1)
        self._callers.append(caller)

    def close(self) -> None:
        """Hang up."""
        for caller in self._callers:
            caller.close()
        self._door.close()
