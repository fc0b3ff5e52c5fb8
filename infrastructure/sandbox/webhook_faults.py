"""What befalls webhooks on their way: lost, twice, late, in the wrong order."""

import asyncio
import time
from collections.abc import Sequence

import msgspec
from msgspec import UNSET

from infrastructure.sandbox.failed_status import failed_instead
from infrastructure.sandbox.fault import WebhookFault
from infrastructure.sandbox.faults import Faults
from infrastructure.sandbox.loose_json import (
    decoded_object,
    inside,
    object_in,
    objects_in,
    text_at,
)
from infrastructure.sandbox.webhook_queue import PendingWebhook, WebhookQueue

LOOK_EVERY = 0.02  # seconds, while webhooks are held back for more to come


class WebhookFaults:
    """The faults, brought upon the queues of the phones before anything is sent."""

    def __init__(self, faults: Faults, queue: WebhookQueue) -> None:
        self._faults = faults
        self._queue = queue

    async def befall(self, wa_id: str, webhook: PendingWebhook) -> bool:
        """Whether the phone's queue is another one now; each webhook is befallen once at most."""
        if webhook.fate is not UNSET:
            return False
        befallen = await self._faults.take(WebhookFault, lambda fault: _fits(fault, wa_id, webhook))
        if not befallen:
            return False
        delay = sum(fault.delay_ms for fault in befallen) / 1000
        old, new = await self._outcome(befallen[-1], wa_id, webhook, delay)
        await self._queue.rewrite(wa_id, old, new)
        return True

    async def _outcome(
        self, fault: WebhookFault, wa_id: str, webhook: PendingWebhook, delay: float
    ) -> tuple[Sequence[PendingWebhook], Sequence[PendingWebhook]]:
        """What of the phone's queue is replaced, and by what."""
        match fault.deliver:
            case "backwards":
                return await self._backwards(fault, wa_id, delay)
            case "twice":
                return [webhook], [_settled(webhook, delay)] * 2
            case "never":
                lost = msgspec.structs.replace(_settled(webhook, delay), fate="lost")
                return [webhook], [lost]
            case "failed":
                return await self._failed(fault, wa_id, webhook, delay)
            case None:
                return [webhook], [_settled(webhook, delay)]

    async def _failed(
        self, fault: WebhookFault, wa_id: str, webhook: PendingWebhook, delay: float
    ) -> tuple[Sequence[PendingWebhook], Sequence[PendingWebhook]]:
        """Let it tell of a failure, and forget what would be told of the message later."""
        queue = await self._queue.of(wa_id)
        later = [one for one in queue[1:] if one.message_id != webhook.message_id]
        return queue, [failed_instead(_settled(webhook, delay), fault.code), *later]

    async def _backwards(
        self, fault: WebhookFault, wa_id: str, delay: float
    ) -> tuple[Sequence[PendingWebhook], Sequence[PendingWebhook]]:
        """Turn those that are held; others in between keep their places."""
        queue, places = await self._held(fault, wa_id)
        turned = list(queue)
        for place, other in zip(places, reversed(places), strict=True):
            turned[place] = _settled(queue[other], delay)
        end = max(places, default=-1) + 1
        return queue[:end], turned[:end]

    async def _held(
        self, fault: WebhookFault, wa_id: str
    ) -> tuple[Sequence[PendingWebhook], Sequence[int]]:
        deadline = time.monotonic() + fault.within_ms / 1000
        while True:
            queue = await self._queue.of(wa_id)
            places = [n for n, one in enumerate(queue) if _fits(fault, wa_id, one)][: fault.hold]
            if len(places) == fault.hold or time.monotonic() >= deadline:
                return queue, places
            await asyncio.sleep(LOOK_EVERY)


def _fits(fault: WebhookFault, wa_id: str, webhook: PendingWebhook) -> bool:
    if webhook.fate is not UNSET:
        return False
    kind, what = _told(webhook)
    return fault.fits(kind, f"/{wa_id}/{what}")


def _told(webhook: PendingWebhook) -> tuple[str, str]:
    """The kind of a webhook, and the type of its message or the status that it reports."""
    entry = objects_in(inside(decoded_object(webhook.body), "entry"))[0]
    value = object_in(objects_in(entry.get("changes"))[0].get("value"))
    if statuses := objects_in(value.get("statuses")):
        return "statuses", text_at(statuses[0], "status")
    return "messages", text_at(objects_in(value.get("messages"))[0], "type")


def _settled(webhook: PendingWebhook, delay: float) -> PendingWebhook:
    due = webhook.not_before + delay
    return msgspec.structs.replace(webhook, not_before=due, fate="delivered")
