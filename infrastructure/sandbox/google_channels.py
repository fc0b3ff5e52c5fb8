"""Push channels of calendars: who is told, at which address, that something changed."""

import datetime as dt
import hashlib
import re
from email.utils import format_datetime
from urllib.parse import urlsplit

import msgspec
from redis.asyncio import Redis

from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.exchange import Answer, Call
from infrastructure.sandbox.google_error import GoogleError, invalid, not_found
from infrastructure.sandbox.loose_json import JsonObject, decoded_object, text_at
from infrastructure.sandbox.redis_text import as_text
from infrastructure.sandbox.settings import SandboxCalendar

LONGEST = dt.timedelta(days=7)
LOOPBACK = ("127.0.0.1", "localhost")
_CHANNELS, _PUSHES, _NUMBERS = "sandbox:channels", "sandbox:pushes", "sandbox:channels:numbers"


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """Where changes of one calendar are told; `expires` is shop time."""

    id: str
    calendar_id: str
    address: str
    token: str
    resource_id: str
    resource_uri: str
    expires: dt.datetime


class Push(msgspec.Struct, frozen=True, kw_only=True):
    """One notification to come."""

    channel: Channel
    state: str
    number: int

    @property
    def headers(self) -> dict[str, str]:
        """All that a notification says; its body is empty."""
        channel = self.channel
        token = {"x-goog-channel-token": channel.token} if channel.token else {}
        return {
            "x-goog-channel-id": channel.id,
            "x-goog-channel-expiration": format_datetime(channel.expires, usegmt=True),
            "x-goog-resource-id": channel.resource_id,
            "x-goog-resource-uri": channel.resource_uri,
            "x-goog-resource-state": self.state,
            "x-goog-message-number": str(self.number),
            **token,
        }


class GoogleChannels:
    """The channels in Redis, and the notifications that wait for their delivery."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def watch(self, calendar: SandboxCalendar, call: Call, now: dt.datetime) -> Answer:
        """Open a channel, whose first notification is `sync`. Raises `GoogleError`."""
        body = decoded_object(call.body)
        if body is None:
            raise invalid("Parse Error", "parseError")
        channel = _channel(calendar, body, call.mount, now)
        if not await self._redis.hsetnx(_CHANNELS, channel.id, msgspec.json.encode(channel)):
            raise GoogleError(400, "channelIdNotUnique", f"Channel id {channel.id} not unique")
        await self._push(channel, "sync", step=1)
        return Answer.json(
            {
                "kind": "api#channel",
                "id": channel.id,
                "resourceId": channel.resource_id,
                "resourceUri": channel.resource_uri,
                "token": channel.token,
                "expiration": str(int(channel.expires.timestamp() * 1000)),
            }
        )

    async def stop(self, call: Call) -> Answer:
        """Close a channel. Raises `GoogleError` where there is none."""
        body = decoded_object(call.body) or {}
        raw = await self._redis.hget(_CHANNELS, text_at(body, "id"))
        channel = msgspec.json.decode(raw, type=Channel) if raw else None
        if channel is None or channel.resource_id != text_at(body, "resourceId"):
            raise not_found()
        await self._redis.hdel(_CHANNELS, channel.id)
        return Answer(status=204)

    async def announce(self, calendar_id: str) -> None:
        """Tell every channel of the calendar that something changed."""
        for raw in await self._redis.hvals(_CHANNELS):
            channel = msgspec.json.decode(raw, type=Channel)
            if channel.calendar_id == calendar_id:
                # Gaps in the numbers are normal; who relies on there being none shall notice here.
                await self._push(channel, "exists", step=2)

    async def next(self, clock: SandboxClock) -> Push | None:
        """Take the notification that waits longest; those of expired channels are dropped."""
        while raw := await self._redis.lpop(_PUSHES):
            push = msgspec.json.decode(as_text(raw), type=Push)
            if push.channel.expires > clock.now():
                return push
        return None

    async def _push(self, channel: Channel, state: str, *, step: int) -> None:
        number = await self._redis.hincrby(_NUMBERS, channel.id, step)
        push = Push(channel=channel, state=state, number=number)
        await self._redis.rpush(_PUSHES, msgspec.json.encode(push))


def _channel(calendar: SandboxCalendar, body: JsonObject, mount: str, now: dt.datetime) -> Channel:
    name, address = text_at(body, "id"), text_at(body, "address")
    if not re.fullmatch(r"[A-Za-z0-9\-_+/=]{1,64}", name):
        raise invalid("Channel id is missing or not in the expected format.", "channelIdInvalid")
    if text_at(body, "type") not in ("web_hook", "webhook"):
        raise invalid("Unknown channel type.", "channelUnknown")
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise invalid("WebHook callback must be HTTPS", "push.webhookUrlNotHttps")
    return Channel(
        id=name,
        calendar_id=calendar.id,
        address=address,
        token=text_at(body, "token")[:256],
        resource_id=hashlib.sha256(calendar.id.encode()).hexdigest()[:27],
        resource_uri=f"{mount}calendar/v3/calendars/{calendar.id}/events?alt=json",
        expires=_expiry(body, now),
    )


def _expiry(body: JsonObject, now: dt.datetime) -> dt.datetime:
    asked = text_at(body, "expiration")
    ttl = text_at(body, "params", "ttl")
    ends = now + LONGEST
    if asked.isdecimal():
        ends = min(ends, dt.datetime.fromtimestamp(int(asked) / 1000, dt.UTC))
    if ttl.isdecimal():
        ends = min(ends, now + dt.timedelta(seconds=int(ttl)))
    return ends.astimezone(dt.UTC)
