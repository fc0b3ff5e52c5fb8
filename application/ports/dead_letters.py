"""The letters that wait for a person."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, Protocol

import msgspec

from application.ports.mailboxes import Queue


class DeadLetter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that waits for a person.

    It was `buried` and makes way for others, its mailbox is `parked` with it at the head, or it is
    `unread`, for nobody reads its queue. `id` is unique within the queue; `attempts` is how often
    it was taken; `died` is when it was given up, `None` if it never was.
    """

    id: str
    queue: Queue
    key: str
    kind: Literal["buried", "parked", "unread"]
    body: bytes
    why: str
    attempts: int
    came: datetime
    died: datetime | None


class DeadLetters(Protocol):
    """The letters that wait for a person, until they are sent again or dropped."""

    async def of(
        self,
        queue: Queue,
        *,
        since: datetime | None = None,
        before: str | None = None,
        most: int = 100,
    ) -> tuple[DeadLetter, ...]:
        """Those given up since then and before the one of that id, the newest first."""
        ...

    async def counts(self) -> Mapping[Queue, int]:
        """How many there are in each queue that has any."""
        ...

    async def find(self, queue: Queue, letter_id: str) -> DeadLetter | None:
        """The one of that id; `None` where it is not there (any more)."""
        ...

    async def resend(self, queue: Queue, letter_id: str) -> bool:
        """Put it back, and have it taken at once; `False` where it is not there (any more).

        In its mailbox it comes after what came before it, and before what came later: whoever
        sends many again sends the oldest first. A parked mailbox goes on; a letter that was
        buried waits in one that is parked. What is unread stays.
        """
        ...

    async def drop(self, queue: Queue, letter_id: str) -> bool:
        """Forget it for ever; `False` where it is not there (any more). A parked mailbox goes on."""
        ...
