"""Delivers the notifications of push channels, as Google does: not signed, and not for certain."""

import asyncio
import logging

import httpx
from redis.exceptions import RedisError

from infrastructure.ending import end
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.google_channels import GoogleChannels, Push

LOOK_EVERY = 0.1  # seconds
PAUSES = (0.0, 0.2, 1.0, 3.0)  # before each try; after the last one a notification is dropped
TRIED_AGAIN = frozenset({500, 502, 503, 504})

_log = logging.getLogger(__name__)


class GooglePushing:
    """Runs in every process of the sandbox; each notification is taken by one of them."""

    def __init__(self, channels: GoogleChannels, clock: SandboxClock) -> None:
        self._channels = channels
        self._clock = clock
        self._loop: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to deliver. A second call changes nothing."""
        if self._loop is None:
            self._loop = asyncio.create_task(self._run(), name="sandbox-pushes")

    async def stop(self) -> None:
        """Cease to deliver."""
        if self._loop is not None:
            await end(self._loop)
            self._loop = None

    async def _run(self) -> None:
        async with httpx.AsyncClient(timeout=10) as client:
            while True:
                try:
                    push = await self._channels.next(self._clock)
                except RedisError as failure:
                    _log.warning("The notifications cannot be read: %s", failure)
                    push = None
                if push is None:
                    await asyncio.sleep(LOOK_EVERY)
                else:
                    await self._deliver(client, push)

    async def _deliver(self, client: httpx.AsyncClient, push: Push) -> None:
        for pause in PAUSES:
            await asyncio.sleep(pause)
            try:
                answer = await client.post(push.channel.address, headers=push.headers)
            except httpx.HTTPError:
                continue
            if answer.status_code not in TRIED_AGAIN:
                return
