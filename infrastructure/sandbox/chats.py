"""The chats on all phones, in Redis."""

import msgspec
from redis.asyncio import Redis
from redis.asyncio.client import Pipeline

from infrastructure.sandbox.chat_message import ChatMessage, Status, Tappable
from infrastructure.sandbox.redis_text import as_text

_RANK = {"sent": 0, "delivered": 1, "read": 2, "failed": 3}


class Chats:
    """Every chat, oldest message first."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    def add(self, pipe: Pipeline, wa_id: str, message: ChatMessage) -> None:
        """Append a message together with whatever else the pipe writes."""
        pipe.rpush(_key(wa_id), msgspec.json.encode(message))
        pipe.hset("sandbox:wamids", message.id, wa_id)
        if message.direction == "in":
            pipe.rpush(_unread(wa_id), message.id)
        for tapped_id, tappable in _tappables(message):
            pipe.hset(f"sandbox:taps:{wa_id}", tapped_id, msgspec.json.encode(tappable))

    async def read(self, wa_id: str) -> list[ChatMessage]:
        """Return the whole chat with its present ticks; empty when there is none."""
        raw = await self._redis.lrange(_key(wa_id), 0, -1)
        ticks = {
            as_text(key): as_text(value)
            for key, value in (await self._redis.hgetall(_statuses(wa_id))).items()
        }
        messages = (msgspec.json.decode(entry, type=ChatMessage) for entry in raw)
        return [_ticked(message, ticks.get(message.id)) for message in messages]

    async def length(self, wa_id: str) -> int:
        """Return how many messages the chat has."""
        return await self._redis.llen(_key(wa_id))

    async def first(self, wa_id: str) -> ChatMessage | None:
        """Return the oldest message of the chat."""
        return await self._at(wa_id, 0)

    async def last(self, wa_id: str) -> ChatMessage | None:
        """Return the newest message of the chat."""
        return await self._at(wa_id, -1)

    async def owner(self, message_id: str) -> str | None:
        """Return the number of the phone in whose chat the message stands."""
        raw = await self._redis.hget("sandbox:wamids", message_id)
        return as_text(raw) if raw else None

    async def shown(self, wa_id: str, tapped_id: str) -> Tappable | None:
        """Return what last stood under that id on this phone; none when it was never shown."""
        raw = await self._redis.hget(f"sandbox:taps:{wa_id}", tapped_id)
        return msgspec.json.decode(raw, type=Tappable) if raw else None

    async def tick(self, wa_id: str, message_id: str, status: Status) -> None:
        """Raise a message's status; one that is further already stays."""
        raw = await self._redis.hget(_statuses(wa_id), message_id)
        if raw is None or _RANK[as_text(raw)] < _RANK[status]:
            await self._redis.hset(_statuses(wa_id), message_id, status)

    async def mark_read(self, wa_id: str, message_id: str) -> None:
        """Mark the customer's message as read by the shop, and all earlier ones of the chat."""
        unread = [as_text(raw) for raw in await self._redis.lrange(_unread(wa_id), 0, -1)]
        if message_id not in unread:
            return
        read = unread[: unread.index(message_id) + 1]
        pipe = self._redis.pipeline(transaction=True)
        pipe.hset(_statuses(wa_id), mapping=dict.fromkeys(read, "read"))
        for each in read:
            pipe.lrem(_unread(wa_id), 1, each)
        await pipe.execute()

    async def _at(self, wa_id: str, place: int) -> ChatMessage | None:
        raw = await self._redis.lindex(_key(wa_id), place)
        return msgspec.json.decode(raw, type=ChatMessage) if raw else None


def _tappables(message: ChatMessage) -> list[tuple[str, Tappable]]:
    if message.direction == "in":
        return []
    kind = "quick_reply" if message.type == "template" else "button"
    return [
        (button.id, Tappable(kind=kind, title=button.title, message_id=message.id))  # type: ignore[arg-type]
        for button in message.buttons
    ] + [
        (
            row.id,
            Tappable(
                kind="row",
                title=row.title,
                description=row.description,
                message_id=message.id,
            ),
        )
        for row in message.rows
    ]


def _ticked(message: ChatMessage, status: str | None) -> ChatMessage:
    return msgspec.structs.replace(message, status=status) if status else message


def _key(wa_id: str) -> str:
    return f"sandbox:chat:{wa_id}"


def _statuses(wa_id: str) -> str:
    return f"sandbox:statuses:{wa_id}"


def _unread(wa_id: str) -> str:
    return f"sandbox:unread:{wa_id}"
