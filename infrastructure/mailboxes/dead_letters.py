"""Letters that could not be handled, for staff to see and to send again."""

from datetime import UTC, datetime

import msgspec

from application.ports import Queue
from infrastructure.mailboxes.mailroom import RedisMailroom
from infrastructure.mailboxes.seal import LetterSeal


class DeadLetter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that was buried: when it came, when and why it was buried, how often it was taken."""

    id: str
    queue: Queue
    key: str
    body: bytes
    why: str
    attempts: int
    came: datetime
    buried: datetime


class RedisDeadLetters:
    """The dead letters of one partition; they stay until they are sent again."""

    def __init__(self, mailroom: RedisMailroom, *, seal: LetterSeal) -> None:
        self._mailroom = mailroom
        self._seal = seal

    async def of(self, queue: Queue, *, most: int = 100) -> tuple[DeadLetter, ...]:
        """The newest first. Raises `Unavailable`, `LetterUnreadable`."""
        entries = await self._mailroom.dead(queue, most=most)
        return tuple(
            DeadLetter(
                id=entry.decode(),
                queue=queue,
                key=fields[b"key"].decode(),
                body=self._seal.open(queue, fields[b"body"]),
                why=self._seal.open(queue, fields[b"why"]).decode(),
                attempts=int(fields[b"attempts"]),
                came=_instant(fields[b"came"]),
                buried=_instant(entry.partition(b"-")[0]),
            )
            for entry, fields in entries
        )

    async def resend(self, letter: DeadLetter) -> bool:
        """Put it at the end of its mailbox; `False` if it is not there any more.

        Raises `Unavailable`.
        """
        return bool(await self._mailroom.run("resend", letter.queue, letter.id))


def _instant(milliseconds: bytes) -> datetime:
    return datetime.fromtimestamp(int(milliseconds) / 1000, tz=UTC)
