"""What the model answers, as whoever drives the sandbox has scripted it."""

import msgspec
from redis.asyncio import Redis

_KEY = "sandbox:xai:answers"


class ScriptedAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The reply to a last user message that contains a text, in any case; `*` is every message."""

    contains: str
    content: str

    def fits(self, said: str) -> bool:
        """Whether this is an answer to what was said."""
        return self.contains == "*" or self.contains.casefold() in said.casefold()


class XaiAnswers:
    """The script, in Redis."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def replace(self, answers: list[ScriptedAnswer]) -> None:
        """Script anew; with no answers the model is out of service."""
        await self._redis.set(_KEY, msgspec.json.encode(answers))

    async def all(self) -> list[ScriptedAnswer]:
        """Return the script."""
        raw = await self._redis.get(_KEY)
        return msgspec.json.decode(raw, type=list[ScriptedAnswer]) if raw else []

    async def to(self, said: str) -> ScriptedAnswer | None:
        """Return the first answer that fits."""
        return next((answer for answer in await self.all() if answer.fits(said)), None)
