"""Numbers that are paused, tried again at once because a person mended what paused them."""

from collections.abc import Sequence
from typing import cast

from infrastructure.mailboxes.mailroom import RedisMailroom


class PausedNumbers:
    """The paused numbers of one partition. Raises `Unavailable`."""

    def __init__(self, mailroom: RedisMailroom) -> None:
        self._mailroom = mailroom

    async def resume(self, number: str | None = None) -> tuple[str, ...]:
        """Let the next message of that number, or of each, try at once; the numbers that waited.

        The pause is over once that message is sent; otherwise it goes on, longer than before.
        """
        told = await self._mailroom.run("resume", "outbox", number or "")
        return tuple(one.decode() for one in cast("Sequence[bytes]", told))
