"""Delivers the pending webhooks: again and again until the shop has answered 200."""

import asyncio
import itertools
import logging
import time
from contextlib import suppress

import httpx
from redis.asyncio import Redis
from redis.exceptions import RedisError

from infrastructure.ending import end
from infrastructure.sandbox.chats import Chats
from infrastructure.sandbox.faults import Faults
from infrastructure.sandbox.settings import SandboxSettings
from infrastructure.sandbox.sole_deliverer import SoleDeliverer
from infrastructure.sandbox.webhook import signature
from infrastructure.sandbox.webhook_faults import WebhookFaults
from infrastructure.sandbox.webhook_queue import PendingWebhook, WebhookQueue

LOOK_EVERY = 0.2  # seconds; webhooks of other processes are found at this pace
AT_ONCE = 32  # POSTs in the air

_log = logging.getLogger(__name__)


class WebhookDelivery:
    """Runs in one process of the sandbox at a time; the others stand by.

    Each phone's webhooks go out in their order, one at a time; phones do not wait for each other.
    """

    def __init__(
        self, *, settings: SandboxSettings, redis: Redis, queue: WebhookQueue, chats: Chats
    ) -> None:
        self._settings = settings
        self._queue = queue
        self._chats = chats
        self._faults = WebhookFaults(Faults(redis), queue)
        self._sole = SoleDeliverer(redis)
        self._bell = asyncio.Event()
        self._phones: dict[str, asyncio.Task[None]] = {}
        self._loop: asyncio.Task[None] | None = None

    def ring(self) -> None:
        """Tell that a webhook has just been put into the queue."""
        self._bell.set()

    async def start(self) -> None:
        """Begin to deliver. A second call changes nothing."""
        if self._loop is None:
            self._loop = asyncio.create_task(self._run(), name="sandbox-webhooks")

    async def stop(self) -> None:
        """Cease to deliver; what is pending stays for the next start."""
        if self._loop is not None:
            await end(self._loop, *self._phones.values())
            # The loop may have begun more while it ended.
            await end(*self._phones.values())
            self._loop = None
            await self._sole.let_go()

    async def _run(self) -> None:
        limits = httpx.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE)
        # To wait for a free connection is no failure, however long it takes.
        timeout = httpx.Timeout(self._settings.callback_timeout, pool=None)
        async with httpx.AsyncClient(timeout=timeout, limits=limits) as client:
            while True:
                await self._look_bravely(client)

    async def _look_bravely(self, client: httpx.AsyncClient) -> None:
        try:
            await self._look(client)
        except RedisError as failure:
            _log.warning("The webhook queue cannot be read: %s", failure)
            await asyncio.sleep(LOOK_EVERY)

    async def _look(self, client: httpx.AsyncClient) -> None:
        self._bell.clear()
        if await self._sole.is_mine():
            for wa_id in await self._queue.waiting():
                if wa_id not in self._phones:
                    self._begin(client, wa_id)
        else:
            await end(*self._phones.values())
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_EVERY):
                await self._bell.wait()

    def _begin(self, client: httpx.AsyncClient, wa_id: str) -> None:
        task = asyncio.create_task(self._deliver_all(client, wa_id), name=f"webhooks-{wa_id}")
        self._phones[wa_id] = task
        task.add_done_callback(lambda done: self._ended(wa_id, done))

    def _ended(self, wa_id: str, task: asyncio.Task[None]) -> None:
        self._phones.pop(wa_id, None)
        if not task.cancelled() and (failure := task.exception()):
            _log.warning("Webhooks of %s pause: %r", wa_id, failure)

    async def _deliver_all(self, client: httpx.AsyncClient, wa_id: str) -> None:
        while webhook := await self._queue.head(wa_id):
            await asyncio.sleep(max(0.0, webhook.not_before - time.time()))
            if await self._faults.befall(wa_id, webhook):
                continue  # another may come first now
            if webhook.status:
                await self._chats.tick(wa_id, webhook.message_id, webhook.status)
            if webhook.fate != "lost":
                await self._deliver(client, webhook)
            await self._queue.done(wa_id, webhook)
        # Put in between the last look and this task's end, a webhook would wait for a while.
        self.ring()

    async def _deliver(self, client: httpx.AsyncClient, webhook: PendingWebhook) -> None:
        *growing, last = self._settings.retry_pauses
        for pause in itertools.chain(growing, itertools.repeat(last)):
            if await self._post(client, webhook.body.encode("ascii")):
                return
            await asyncio.sleep(pause)

    async def _post(self, client: httpx.AsyncClient, body: bytes) -> bool:
        headers = {
            "content-type": "application/json",
            "user-agent": "facebookexternalua",
            "x-hub-signature-256": signature(self._settings.app_secret, body),
        }
        try:
            answer = await client.post(self._settings.callback_url, content=body, headers=headers)
        except httpx.HTTPError:
            return False
        return answer.status_code == httpx.codes.OK
