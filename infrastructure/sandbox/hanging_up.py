"""Ending a connection without an answer, which ASGI itself cannot do."""

import asyncio
import socket
import struct
from typing import Literal

from litestar import Request
from litestar.datastructures import State

AT_ONCE = struct.pack("ii", 1, 0)  # SO_LINGER on, zero seconds: the peer gets a reset


async def hang_up(
    request: Request[object, object, State], ending: Literal["reset", "close"]
) -> None:
    """Reset or close the connection; what is answered after this reaches nobody.

    uvicorn hands out the bound method of an object that knows the transport (`receive` of its
    `RequestResponseCycle`, in both of its HTTP implementations). Raises `TypeError` elsewhere.
    """
    transport = getattr(getattr(request.receive, "__self__", None), "transport", None)
    if not isinstance(transport, asyncio.Transport):
        raise TypeError("only uvicorn's connections can be cut")
    if ending == "reset":
        connection = transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
    transport.abort()
    # Until uvicorn has noticed, it would take an answer, and log that it cannot be sent.
    while (await request.receive())["type"] != "http.disconnect":
        pass
