"""The mailbox scripts of one partition, and how long letters settle in it."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from importlib import resources

import msgspec
from redis.asyncio import Redis
from redis.exceptions import NoScriptError

from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis.lengths import milliseconds

SCRIPTS = (
    *("accept", "deliver", "take", "renew", "done", "postpone", "bury", "park"),
    *("dead", "unread", "resend", "drop", "discard", "resume"),
)

Argument = str | bytes | int
Entries = Sequence[tuple[bytes, Mapping[bytes, bytes]]]


class Settling(msgspec.Struct, frozen=True, kw_only=True):
    """How long letters that settle wait for others: `quiet` after the last, `longest` in all."""

    quiet: timedelta = timedelta(seconds=1.2)
    longest: timedelta = timedelta(seconds=4)


class RedisMailroom:
    """Runs the scripts `lua/mailbox_<name>.lua`; each is all or nothing.

    The client gives bytes, speaks RESP2 and never sends again by itself (`connect_async`). All who
    share a partition must settle alike. Everything raises `Unavailable`; whether a script has
    run is then unknown.
    """

    def __init__(
        self, client: Redis, *, partition: str = "barbershop:0", settling: Settling | None = None
    ) -> None:
        settling = settling or Settling()
        self._client = client
        self._tag = f"{{{partition}}}"
        self._settling = (milliseconds(settling.quiet), milliseconds(settling.longest))
        self._texts = {name: _text(name) for name in SCRIPTS}
        self._hashes = {name: _sha1(text) for name, text in self._texts.items()}

    async def run(self, name: str, *args: Argument) -> object:
        """What the script returns; its text is sent only where the server lacks it."""
        given = (self._tag, *self._settling, *args)
        with outages_as_unavailable():
            try:
                return await self._client.evalsha(self._hashes[name], 1, *given)
            except NoScriptError:
                return await self._client.eval(self._texts[name], 1, *given)

    async def token(self, queue: str, *, within: timedelta) -> tuple[bytes, bytes] | None:
        """Wait for a token and its key, at least 1 ms; the token is leased from then on."""
        with outages_as_unavailable():
            streams: Sequence[tuple[bytes, Entries]] = await self._client.execute_command(  # type: ignore[no-untyped-call]
                *("XREADGROUP", "GROUP", "workers", "worker", "COUNT", 1),
                *("BLOCK", max(1, milliseconds(within)), "STREAMS", f"{self._tag}:ready:{queue}"),
                ">",
            )
        if not streams:
            return None
        token, fields = streams[0][1][0]
        return token, fields[b"key"]

    async def lengths(self, streams: Sequence[tuple[str, str]]) -> Sequence[int]:
        """How many entries each stream of a kind and a queue has."""
        pipe = self._client.pipeline(transaction=False)
        for kind, queue in streams:
            pipe.xlen(f"{self._tag}:{kind}:{queue}")
        with outages_as_unavailable():
            return list(await pipe.execute())

    async def relay(self) -> int:
        """The position that the relay has reached."""
        with outages_as_unavailable():
            return int(await self._client.get(f"{self._tag}:relay") or 0)


def _text(name: str) -> str:
    folder = resources.files("infrastructure.redis").joinpath("lua")
    shared = folder.joinpath("mailbox.lua").read_text(encoding="utf-8")
    return f"{shared}\n{folder.joinpath(f'mailbox_{name}.lua').read_text(encoding='utf-8')}"


def _sha1(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
