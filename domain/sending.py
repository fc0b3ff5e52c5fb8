"""How far a message of the shop is on its way, and what it is called there."""

from typing import Literal

Status = Literal["sent", "delivered", "read", "failed"]
Refusal = Literal["template", "suppress", "pause", "alert", "bug"]
Remedy = Literal["retry"] | Refusal

WAY = ("composed", "doubted", "sent", "delivered", "read", "failed")
NOTICE = "event"


def further(reached: str, status: str) -> str:
    """Whichever of both is further on the way."""
    return max(reached, status, key=WAY.index)


def notice_name(conversation_id: str, version: int) -> str:
    """What is sent because of a conversation's event of that version, and is no reply itself."""
    return f"{conversation_id}.{NOTICE}{version}"


def notice_version(name: str) -> int | None:
    """The version of the event that a message of that name is sent for; `None` for a reply."""
    number = name.rpartition(".")[2].removeprefix(NOTICE)
    is_notice = name.endswith(f".{NOTICE}{number}") and number.isascii() and number.isdigit()
    return int(number) if is_notice else None
