"""What the emulators received, the last 500 requests of each service."""

import datetime as dt

import msgspec
from redis.asyncio import Redis

from infrastructure.sandbox.exchange import Answer, Call, Cut

KEPT = 500
BODY_KEPT = 65_536
SERVICES = ("graph", "google", "xai")


class ReceivedRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A request that an emulator has seen; `instant` is shop time.

    `status` is 0 where a fault cut the connection, so that no answer was given.
    """

    service: str
    method: str
    path: str
    query: str
    body: object
    status: int
    instant: dt.datetime


class RequestLog:
    """The received requests, newest first, in Redis."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def add(self, call: Call, answer: Answer | Cut, *, path: str, at: dt.datetime) -> None:
        """Note a request with its answer's status."""
        path, _, query = path.partition("?")
        note = msgspec.json.encode(
            ReceivedRequest(
                service=call.service,
                method=call.method,
                path=path,
                query=query,
                body=_readable(call.body),
                status=answer.status if isinstance(answer, Answer) else 0,
                instant=at,
            )
        )
        pipe = self._redis.pipeline(transaction=True)
        for key in (_key(call.service), _key("all")):
            pipe.lpush(key, note)
            pipe.ltrim(key, 0, KEPT - 1)
        await pipe.execute()

    async def newest(self, service: str | None) -> list[ReceivedRequest]:
        """Return the requests of one service, or of all, newest first."""
        notes = await self._redis.lrange(_key(service or "all"), 0, KEPT - 1)
        return [msgspec.json.decode(note, type=ReceivedRequest) for note in notes]


def _key(service: str) -> str:
    return f"sandbox:requests:{service}"


def _readable(body: bytes) -> object:
    if not body:
        return None
    if len(body) <= BODY_KEPT:
        try:
            value: object = msgspec.json.decode(body)
        except msgspec.DecodeError:
            pass
        else:
            return value
    return body[:BODY_KEPT].decode("utf-8", "replace")
