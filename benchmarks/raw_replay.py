"""Replays as quickly as Python can: tagged structs straight from pages of the log."""

import re
import socket
from collections.abc import Iterator

import msgspec

from benchmarks.pages import PAGE
from domain.appointment import Appointment, AppointmentEvent, evolve

# An entry of XRANGE's reply as `append.lua` makes it, up to the state, whose length comes before it.
ENTRY = re.compile(
    rb"\*2\r\n\$\d+\r\n(?P<id>\d+)-0\r\n\*8\r\n"
    rb"\$1\r\no\r\n\$\d+\r\n(?P<stream>[^\r]+)\r\n"
    rb"\$1\r\nv\r\n\$\d+\r\n\d+\r\n"
    rb"\$1\r\nt\r\n\$\d+\r\n[^\r]+\r\n"
    rb"\$1\r\ns\r\n\$(?P<length>\d+)\r\n"
)
END = b"+PONG\r\n"  # of a page: a PING is sent after each XRANGE
CHUNK = 1 << 18  # bytes


class Fields(msgspec.Struct, frozen=True, kw_only=True):
    """Of what is stored, the event alone."""

    data: AppointmentEvent


class RawReplay:
    """XRANGE over a bare socket, one decoder for all events, neither stamp nor version, `evolve`.

    It reads what `OurReplay` stored.
    """

    name = "tagged structs straight from pages"

    def __init__(self, path: str, log: str) -> None:
        self._server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._server.connect(path)
        self._log = log.encode()
        self._decode = msgspec.msgpack.Decoder(Fields).decode

    def run(self) -> int:
        """Fold every appointment of the log, and tell how many there are."""
        appointments: dict[bytes, Appointment] = {}
        new = Appointment()
        for stream, state in self._events():
            event = self._decode(state).data
            appointments[stream] = evolve(appointments.get(stream, new), event)
        return len(appointments)

    def _events(self) -> Iterator[tuple[bytes, memoryview]]:
        start = 1
        while True:
            page = self._page(start)
            view, at, last = memoryview(page), page.index(b"\n") + 1, b""
            while (entry := ENTRY.match(page, at)) is not None:
                last, stream, length = entry.groups()
                at = entry.end() + int(length)
                yield stream, view[entry.end() : at]
                at += len(b"\r\n")
            if not last:
                return
            start = int(last) + 1

    def _page(self, start: int) -> bytes:
        self._server.sendall(b"XRANGE %b %d + COUNT %d\r\nPING\r\n" % (self._log, start, PAGE))
        page = b""
        while not page.endswith(END):
            page += self._server.recv(CHUNK)
        return page
