"""Letters that wait for a person, who sends them again or drops them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import cast, get_args

from application.ports import DeadLetter, Queue
from infrastructure.mailboxes.mailroom import RedisMailroom
from infrastructure.mailboxes.seal import LetterSeal

QUEUES: tuple[Queue, ...] = get_args(Queue)
UNREAD: frozenset[Queue] = frozenset({"unrecognised"})  # the queues that nobody reads


class RedisDeadLetters:
    """The dead letters of one partition.

    Everything raises `Unavailable`; `of` and `find` raise `LetterUnreadable` where the key is not
    the one they were sealed with. Ids are those of Redis streams: milliseconds, and a number.
    """

    def __init__(self, mailroom: RedisMailroom, *, seal: LetterSeal) -> None:
        self._mailroom = mailroom
        self._seal = seal

    async def of(
        self,
        queue: Queue,
        *,
        since: datetime | None = None,
        before: str | None = None,
        most: int = 100,
    ) -> tuple[DeadLetter, ...]:
        """See `DeadLetters.of`. What is unread is there since it came."""
        newest = f"({before}" if before else "+"
        oldest = str(_milliseconds(since)) if since else "-"
        return await self._read(queue, newest, oldest, most)

    async def counts(self) -> Mapping[Queue, int]:
        """See `DeadLetters.counts`."""
        streams = {one: "ready" if one in UNREAD else "dead" for one in QUEUES}
        lengths = await self._mailroom.lengths([(kind, one) for one, kind in streams.items()])
        found = zip(QUEUES, lengths, strict=True)
        return {queue: length for queue, length in found if length}

    async def find(self, queue: Queue, letter_id: str) -> DeadLetter | None:
        """See `DeadLetters.find`."""
        return next(iter(await self._read(queue, letter_id, letter_id, 1)), None)

    async def resend(self, queue: Queue, letter_id: str) -> bool:
        """See `DeadLetters.resend`."""
        return bool(await self._mailroom.run("resend", queue, letter_id))

    async def drop(self, queue: Queue, letter_id: str) -> bool:
        """See `DeadLetters.drop`."""
        script = "discard" if queue in UNREAD else "drop"
        return bool(await self._mailroom.run(script, queue, letter_id))

    async def _read(
        self, queue: Queue, newest: str, oldest: str, most: int
    ) -> tuple[DeadLetter, ...]:
        is_unread = queue in UNREAD
        script = "unread" if is_unread else "dead"
        answer = await self._mailroom.run(script, queue, newest, oldest, most)
        found = cast("Sequence[Sequence[bytes]]", answer)  # the scripts' own words
        show = self._unread if is_unread else self._dead
        return tuple(show(queue, one) for one in found)

    def _dead(self, queue: Queue, told: Sequence[bytes]) -> DeadLetter:
        entry, key, why, attempts, came, body, parks = told
        return DeadLetter(
            id=entry.decode(),
            queue=queue,
            key=key.decode(),
            kind="parked" if parks else "buried",
            body=self._seal.open(queue, body),
            why=self._seal.open(queue, why).decode(),
            attempts=int(attempts),
            came=_instant(came),
            died=_instant(entry.partition(b"-")[0]),
        )

    def _unread(self, queue: Queue, told: Sequence[bytes]) -> DeadLetter:
        token, key, came, body = told
        return DeadLetter(
            id=token.decode(),
            queue=queue,
            key=key.decode(),
            kind="unread",
            body=self._seal.open(queue, body),
            why="nobody reads this queue",
            attempts=0,
            came=_instant(came),
            died=None,
        )


def _instant(milliseconds: bytes) -> datetime:
    return datetime.fromtimestamp(int(milliseconds) / 1000, tz=UTC)


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)
