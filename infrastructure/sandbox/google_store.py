"""The calendars' events in Redis, with an index by time and the order of their changes."""

import datetime as dt
from zoneinfo import ZoneInfo

import msgspec
from redis.asyncio import Redis

from infrastructure.sandbox.google_channels import GoogleChannels
from infrastructure.sandbox.google_times import instant_of
from infrastructure.sandbox.loose_json import JsonObject, decoded_object
from infrastructure.sandbox.redis_text import as_text
from infrastructure.sandbox.settings import SandboxCalendar

_STORE = """
local old = redis.call('HGET', KEYS[1], ARGV[1]) or ''
if old ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
redis.call('ZADD', KEYS[3], ARGV[5], ARGV[1])
redis.call('ZADD', KEYS[4], redis.call('INCR', KEYS[5]), ARGV[1])
return 1
"""


class StoredEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event as it stands, and the bytes to compare when the next version is written."""

    event: JsonObject
    raw: bytes


class GoogleStore:
    """Events by calendar. A write succeeds only over the version that its writer has read."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._store = redis.register_script(_STORE)
        self._channels = GoogleChannels(redis)

    async def find(self, calendar: SandboxCalendar, event_id: str) -> StoredEvent | None:
        """Return the event, deleted or not; none when there never was one of that id."""
        raw = await self._redis.hget(_key(calendar, "events"), event_id)
        event = decoded_object(raw) if raw else None
        return StoredEvent(event=event, raw=_bytes(raw)) if raw and event is not None else None

    async def write(
        self, calendar: SandboxCalendar, event: JsonObject, *, over: StoredEvent | None
    ) -> bool:
        """Store the event; false when another version came in between."""
        zone = ZoneInfo(calendar.timezone)
        names = ("events", "starts", "ends", "changes", "revision")
        arguments: list[str | bytes | float] = [
            f"{event['id']}",
            over.raw if over else b"",
            msgspec.json.encode(event),
            instant_of(event["start"], zone).timestamp(),
            "+inf" if event.get("recurrence") else instant_of(event["end"], zone).timestamp(),
        ]
        keys = [_key(calendar, name) for name in names]
        stored = bool(await self._store(keys=keys, args=arguments))
        if stored:
            await self._channels.announce(calendar.id)
        return stored

    async def fresh_etag(self) -> str:
        """Return an etag that no event had before, with its quotes."""
        return f'"{3_590_000_000_000_000 + 2 * await self._redis.incr("sandbox:etag")}"'

    async def revision(self, calendar: SandboxCalendar) -> int:
        """Return the number of changes that the calendar has seen."""
        return int(await self._redis.get(_key(calendar, "revision")) or 0)

    async def changed_since(self, calendar: SandboxCalendar, revision: int) -> list[JsonObject]:
        """Return the events that changed after that revision, deleted ones too."""
        key = _key(calendar, "changes")
        ids = await self._redis.zrange(key, f"({revision}", "+inf", byscore=True)
        return await self._events(calendar, {as_text(one) for one in ids})

    async def between(
        self, calendar: SandboxCalendar, after: dt.datetime | None, before: dt.datetime | None
    ) -> list[JsonObject]:
        """Return events that end after the one and start before the other, deleted ones too.

        Recurring events count as never ending.
        """
        ends = f"({after.timestamp()}" if after else "-inf"
        starts = f"({before.timestamp()}" if before else "+inf"
        pipe = self._redis.pipeline(transaction=True)
        pipe.zrange(_key(calendar, "ends"), ends, "+inf", byscore=True)
        pipe.zrange(_key(calendar, "starts"), "-inf", starts, byscore=True)
        ending, starting = await pipe.execute()
        return await self._events(
            calendar, {as_text(one) for one in ending} & {as_text(one) for one in starting}
        )

    async def _events(self, calendar: SandboxCalendar, ids: set[str]) -> list[JsonObject]:
        if not ids:
            return []
        raw = await self._redis.hmget(_key(calendar, "events"), sorted(ids))
        return [event for one in raw if one and (event := decoded_object(one)) is not None]


def _key(calendar: SandboxCalendar, name: str) -> str:
    return f"sandbox:calendar:{calendar.id}:{name}"


def _bytes(raw: bytes | str) -> bytes:
    return raw.encode() if isinstance(raw, str) else raw
