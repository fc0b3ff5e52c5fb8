"""The relay's place in the log, in Redis beside the mailboxes it fills."""

from collections.abc import Sequence

from application.ports import Letter
from infrastructure.mailboxes.mailroom import RedisMailroom
from infrastructure.mailboxes.seal import LetterSeal


class RedisRelay:
    """Moves on and delivers in one script: each letter is delivered once, whoever dies."""

    def __init__(self, mailroom: RedisMailroom, *, seal: LetterSeal) -> None:
        self._mailroom = mailroom
        self._seal = seal

    async def position(self) -> int:
        """See `Relay.position`."""
        return await self._mailroom.relay()

    async def deliver(self, letters: Sequence[Letter], *, seen: int, upto: int) -> bool:
        """See `Relay.deliver`. Raises `ValueError` for a letter without a key, or a step back."""
        if upto < seen:
            raise ValueError("the relay only goes on")
        if not all(letter.key for letter in letters):
            raise ValueError("a letter is for nobody")
        sealed = [
            part
            for letter in letters
            for part in (letter.queue, letter.key, self._seal.seal(letter.queue, letter.body))
        ]
        return bool(await self._mailroom.run("deliver", seen, upto, *sealed))
