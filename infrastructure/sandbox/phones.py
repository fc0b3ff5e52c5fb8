"""The customers' phones: who they are, when they last wrote, and whether the shop is typing."""

import hashlib
import time

import msgspec
from redis.asyncio import Redis
from redis.asyncio.client import Pipeline

from infrastructure.sandbox.redis_text import as_text

TYPING_LASTS = 25.0  # seconds, as WhatsApp shows it


class Phone(msgspec.Struct, frozen=True, kw_only=True):
    """A customer's phone; without a shared number, webhooks name only its BSUID."""

    wa_id: str
    name: str
    bsuid: str
    without_phone: bool = False


class Phones:
    """The phone book of the sandbox, in Redis."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def find(self, wa_id: str) -> Phone | None:
        """Return the phone of that number; none when nothing was ever sent from or to it."""
        raw = await self._redis.hget(_key(wa_id), "phone")
        return msgspec.json.decode(raw, type=Phone) if raw else None

    async def find_by_bsuid(self, bsuid: str) -> Phone | None:
        """Return the phone that is known by that business-scoped user id."""
        wa_id = await self._redis.hget("sandbox:bsuids", bsuid)
        return await self.find(as_text(wa_id)) if wa_id else None

    async def known(self) -> list[str]:
        """Return the numbers of all phones, in the order in which they first appeared."""
        return [as_text(wa_id) for wa_id in await self._redis.zrange("sandbox:phones", 0, -1)]

    def keep(self, pipe: Pipeline, phone: Phone) -> None:
        """Write the phone down with whatever else the pipe writes."""
        pipe.hset(_key(phone.wa_id), "phone", msgspec.json.encode(phone))
        pipe.hset("sandbox:bsuids", phone.bsuid, phone.wa_id)
        pipe.zadd("sandbox:phones", {phone.wa_id: time.time()}, nx=True)

    def open_window(self, pipe: Pipeline, wa_id: str, number: str, at: float) -> None:
        """Note that this customer wrote to that business number, in seconds of shop time."""
        pipe.hset(_key(wa_id), f"window:{number}", repr(at))

    async def last_wrote(self, wa_id: str, number: str) -> float | None:
        """Return when this customer last wrote to that number, in seconds of shop time."""
        raw = await self._redis.hget(_key(wa_id), f"window:{number}")
        return float(raw) if raw else None

    async def show_typing(self, wa_id: str) -> None:
        """Show the shop as typing, until it replies or 25 seconds of machine time have passed."""
        await self._redis.hset(_key(wa_id), "typing_until", repr(time.time() + TYPING_LASTS))

    def stop_typing(self, pipe: Pipeline, wa_id: str) -> None:
        """Show the shop as typing no longer."""
        pipe.hdel(_key(wa_id), "typing_until")

    async def is_shown_typing(self, wa_id: str) -> bool:
        """Whether the phone shows the shop as typing."""
        until = await self._redis.hget(_key(wa_id), "typing_until")
        return until is not None and time.time() < float(until)


def new_phone(wa_id: str) -> Phone:
    """Return a phone that nothing is known of but its number."""
    return Phone(wa_id=wa_id, name="", bsuid=bsuid_of(wa_id))


def bsuid_of(wa_id: str) -> str:
    """Return the business-scoped user id that a number has unless it was given another."""
    digest = hashlib.sha256(f"bsuid:{wa_id}".encode()).hexdigest()
    return f"US.{int(digest, 16) % 10**20:020d}"


def _key(wa_id: str) -> str:
    return f"sandbox:phone:{wa_id}"
