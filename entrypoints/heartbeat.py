"""How the web side knows that a worker is alive, and what it last heard of the services outside."""

import asyncio
import contextlib
import logging
import time
from datetime import timedelta

import msgspec
import redis.asyncio
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as RedisTimeoutError

from entrypoints.lasting_trouble import LastingTrouble

BEAT = 1.0
LIFETIME = 6
PATIENCE = 1.0  # seconds; a Redis that hangs is as bad as none

log = logging.getLogger("barbershop.worker")


class Pulse(msgspec.Struct, frozen=True):
    """A worker's last sign of life; `upstreams` are names with `up` or `down`.

    `waits_for` is what its relay waits for, so that nobody gets a reply; empty where it follows the
    log. `is_alarmed` says that the notary of some living worker stopped.
    """

    upstreams: dict[str, str]
    is_alarmed: bool = False
    waits_for: str = ""


def alarm_key(pulse: str) -> str:
    """Where a living worker tells that its notary stopped, beside that pulse."""
    return f"{pulse}:audit"


class Heartbeat:
    """Writes the pulse while the worker lives, and reads whether any worker's is there."""

    def __init__(self, client: redis.asyncio.Redis, *, key: str = "{barbershop:0}:pulse") -> None:
        self._client = client
        self._key = key
        self._upstreams: dict[str, str] = {}
        self._alarm = ""
        self._waits_for = ""

    def relay(self, waits_for: str) -> None:
        """Remember what the relay waits for; empty: nothing."""
        self._waits_for = waits_for

    def note(self, upstream: str, *, up: bool) -> None:
        """Remember how a service outside answered last."""
        self._upstreams[upstream] = "up" if up else "down"

    def alarm(self, why: str) -> None:
        """Tell from now on that the notary stopped."""
        self._alarm = why

    async def beat(self, begun: asyncio.Event) -> None:
        """Beat until cancelled; an outage of Redis is borne.

        Until it has begun, the worker tells of its alarm alone.
        """
        trouble = LastingTrouble(timedelta(seconds=BEAT))
        while True:
            try:
                if begun.is_set():
                    pulse = msgspec.json.encode(Pulse(self._upstreams, waits_for=self._waits_for))
                    await self._client.set(self._key, pulse, ex=LIFETIME)
                if self._alarm:
                    await self._client.set(alarm_key(self._key), self._alarm, ex=LIFETIME)
            except RedisError:
                if trouble.again("redis"):
                    log.warning("the worker's pulse could not be written")
            else:
                if trouble.over():
                    log.info("the worker's pulse is written again")
            await (asyncio.sleep(BEAT) if begun.is_set() else _within_a_beat(begun))

    async def pulse(self) -> Pulse | None:
        """The pulse of a living worker. Raises `RedisError`, at the latest after a second."""
        try:
            async with asyncio.timeout(PATIENCE):
                found, alarm = await self._client.mget(self._key, alarm_key(self._key))
        except TimeoutError as error:
            raise RedisTimeoutError from error
        if not found:
            return None
        pulse = msgspec.json.decode(found, type=Pulse)
        return msgspec.structs.replace(pulse, is_alarmed=bool(alarm))

    async def writable(self) -> bool:
        """Whether Redis takes writes, within a second."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._client.set(f"{self._key}:probe", str(time.time()), ex=LIFETIME)
        except (RedisError, TimeoutError):
            return False
        return True


async def _within_a_beat(begun: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(begun.wait(), BEAT)
