"""What clients did with one slot, and what they were told."""

from math import inf
from typing import Literal

import msgspec

FREE = ""

What = Literal["book", "release", "read"]


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One call: it took effect once between `invoked` and `returned`, seconds of one clock.

    `returned` is infinite where the client never heard of the outcome: then it took effect at any
    later time, or never, and `answer` is `None`. Else `answer` tells whether the slot was booked or
    released by this call, or of a reading, who has it (`FREE` is nobody).
    """

    slot: int
    what: What
    owner: str = FREE
    invoked: float
    returned: float = inf
    answer: bool | str | None = None


def after(owner: str, operation: Operation) -> str | None:
    """Who has the slot after that operation; `None` where it cannot have gone so.

    A slot that somebody has is booked by nobody else, and only its owner's claim is released.
    """
    match operation.what:
        case "book":
            done, changed = owner == FREE, operation.owner
        case "release":
            done, changed = owner == operation.owner, FREE
        case "read":
            return owner if operation.answer in (None, owner) else None
    if operation.answer not in (None, done):
        return None
    return changed if done else owner
