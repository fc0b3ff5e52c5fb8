"""Message ids as WhatsApp makes them: base64 over a small record that holds the other party."""

import base64
import secrets
from typing import Literal

Direction = Literal["in", "out"]

_MARK = {"in": 0x12, "out": 0x11}


def new_wamid(party: str, direction: Direction) -> str:
    """Return a fresh id of 60 to 100 characters; to be treated as opaque and case-sensitive."""
    digits = party.encode()[:32]
    noise = secrets.token_hex(12).upper().encode()
    record = (
        bytes((0x1C, 0x18, len(digits)))
        + digits
        + bytes((0x15, 0x02, 0x00, _MARK[direction], 0x18, len(noise)))
        + noise
        + b"\x00"
    )
    return "wamid." + base64.b64encode(record).decode()
