"""Media that the shop uploaded or customers sent; what customers send has one tiny content."""

import hashlib
import secrets

import msgspec
from redis.asyncio import Redis
from redis.asyncio.client import Pipeline

from infrastructure.sandbox.loose_json import JsonObject, text_at

TINY_FILE = b"OggS\x00\x02" + bytes(58)
KINDS = ("image", "audio", "video", "document", "sticker")


class MediaFile(msgspec.Struct, frozen=True, kw_only=True):
    """A stored file."""

    id: str
    mime_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The digest as the media call gives it: in hex, unlike in webhooks."""
        return hashlib.sha256(self.content).hexdigest()


class Media:
    """The media of the sandbox, in Redis."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    def expect(self, pipe: Pipeline, message: JsonObject) -> None:
        """Make the media of a customer's message downloadable."""
        kind = text_at(message, "type")
        media_id = text_at(message, kind, "id")
        if kind in KINDS and media_id:
            mime_type = text_at(message, kind, "mime_type") or "application/octet-stream"
            file = MediaFile(id=media_id, mime_type=mime_type, content=TINY_FILE)
            pipe.set(_key(media_id), msgspec.json.encode(file))

    async def upload(self, *, content: bytes, mime_type: str) -> str:
        """Store a file and return its id."""
        media_id = str(secrets.randbelow(9 * 10**14) + 10**14)
        file = MediaFile(id=media_id, mime_type=mime_type, content=content)
        await self._redis.set(_key(media_id), msgspec.json.encode(file))
        return media_id

    async def find(self, media_id: str) -> MediaFile | None:
        """Return the file; none when it never was or was deleted."""
        raw = await self._redis.get(_key(media_id))
        return msgspec.json.decode(raw, type=MediaFile) if raw else None

    async def delete(self, media_id: str) -> bool:
        """Delete the file; false when there was none."""
        return bool(await self._redis.delete(_key(media_id)))


def _key(media_id: str) -> str:
    return f"sandbox:media:{media_id}"
