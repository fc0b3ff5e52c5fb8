"""Webhooks that wait for their delivery: one queue per phone, in Redis, in their order."""

import time
from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType
from redis.asyncio import Redis
from redis.asyncio.client import Pipeline

from infrastructure.sandbox.chat_message import Status
from infrastructure.sandbox.redis_text import as_text

_DONE = """
if redis.call('LINDEX', KEYS[1], 0) == ARGV[2] then redis.call('LPOP', KEYS[1]) end
if redis.call('LLEN', KEYS[1]) == 0 then redis.call('SREM', KEYS[2], ARGV[1]) end
"""
_REWRITE = """
local places = tonumber(ARGV[1])
for n = 1, places do
  if redis.call('LINDEX', KEYS[1], n - 1) ~= ARGV[n + 1] then return 0 end
end
redis.call('LTRIM', KEYS[1], places, -1)
for n = #ARGV, places + 2, -1 do redis.call('LPUSH', KEYS[1], ARGV[n]) end
return 1
"""
_WAITING = "sandbox:webhooks:waiting"


class PendingWebhook(msgspec.Struct, frozen=True, kw_only=True):
    """One POST to come; a status webhook also moves the ticks of its message.

    `fate` is unset until a fault has decided it; one that is lost still moves the ticks.
    """

    body: str
    not_before: float
    message_id: str = ""
    status: Status | None = None
    fate: Literal["delivered", "lost"] | UnsetType = UNSET


class WebhookQueue:
    """The pending list; what stands in it survives the death of every process but Redis."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._done = redis.register_script(_DONE)
        self._rewrite = redis.register_script(_REWRITE)

    def put(self, pipe: Pipeline, wa_id: str, webhook: PendingWebhook) -> None:
        """Append a webhook together with whatever else the pipe writes."""
        pipe.rpush(_key(wa_id), msgspec.json.encode(webhook))
        pipe.sadd(_WAITING, wa_id)

    async def waiting(self) -> list[str]:
        """Return the phones that have webhooks pending."""
        phones = await self._redis.smembers(_WAITING)
        return [as_text(raw) for raw in phones]

    async def head(self, wa_id: str) -> PendingWebhook | None:
        """Return the phone's next webhook; it stays in its place."""
        raw = await self._redis.lindex(_key(wa_id), 0)
        return msgspec.json.decode(raw, type=PendingWebhook) if raw else None

    async def of(self, wa_id: str) -> list[PendingWebhook]:
        """Return all of the phone's webhooks, the next one first."""
        raw = await self._redis.lrange(_key(wa_id), 0, -1)
        return [msgspec.json.decode(one, type=PendingWebhook) for one in raw]

    async def rewrite(
        self, wa_id: str, old: Sequence[PendingWebhook], new: Sequence[PendingWebhook]
    ) -> None:
        """Put the new ones in the place of the phone's next ones, if these are still the old."""
        words = [msgspec.json.encode(one) for one in (*old, *new)]
        await self._rewrite(keys=[_key(wa_id)], args=[len(old), *words])

    async def done(self, wa_id: str, webhook: PendingWebhook) -> None:
        """Drop the phone's next webhook if it is this one: a second deliverer drops nothing."""
        keys = [_key(wa_id), _WAITING]
        await self._done(keys=keys, args=[wa_id, msgspec.json.encode(webhook)])


def pending(body: bytes, *, delay: float = 0.0) -> PendingWebhook:
    """Return a webhook to be sent after so many seconds of machine time."""
    return PendingWebhook(body=body.decode("ascii"), not_before=time.time() + delay)


def _key(wa_id: str) -> str:
    return f"sandbox:webhooks:of:{wa_id}"
