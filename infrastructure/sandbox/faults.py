"""The faults that are on, in Redis, where every process of the sandbox sees and counts them."""

import secrets
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec
from redis.asyncio import Redis
from redis.asyncio.client import Pipeline
from redis.exceptions import WatchError

from infrastructure.sandbox.fault import Fault, ServiceFault, WebhookFault, faults_in
from infrastructure.sandbox.redis_text import as_text

F = TypeVar("F", ServiceFault, WebhookFault)

_KEY = "sandbox:faults"
_TAKE = """
if redis.call('HGET', KEYS[1], 'version') ~= ARGV[1] then return false end
local taken = {}
for n = 2, #ARGV, 2 do
  local field = 'left:' .. ARGV[n]
  local left = redis.call('HGET', KEYS[1], field)
  if not left or tonumber(left) > 0 then
    if left then redis.call('HINCRBY', KEYS[1], field, -1) end
    taken[#taken + 1] = tonumber(ARGV[n])
    if ARGV[n + 1] == 'decides' then break end
  end
end
return taken
"""


class StandingFault(msgspec.Struct, frozen=True, kw_only=True):
    """A fault, and for how many more times it is on; for ever without a number."""

    fault: Fault
    left: int | None


class Faults:
    """The list, in the order in which it was set; the first fault that fits is used first."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._take = redis.register_script(_TAKE)

    async def standing(self) -> list[StandingFault]:
        """Return the list, those too that have been used up."""
        return _standing(await self._redis.hgetall(_KEY))

    async def replace(self, faults: Iterable[Fault]) -> None:
        """Set the list anew; an empty one leaves no faults."""
        async with self._redis.pipeline(transaction=True) as pipe:
            _write(pipe, fresh(faults))
            await pipe.execute()

    async def change(
        self, edit: Callable[[Sequence[StandingFault]], Sequence[StandingFault]]
    ) -> None:
        """Edit the list and lose no count; the edit is made again if another came in between."""
        async with self._redis.pipeline(transaction=True) as pipe:
            while True:
                try:
                    await pipe.watch(_KEY)
                    edited = edit(_standing(await pipe.hgetall(_KEY)))
                    pipe.multi()  # type: ignore[no-untyped-call]
                    _write(pipe, edited)
                    await pipe.execute()
                except WatchError:
                    continue
                return

    async def take(self, kind: type[F], fits: Callable[[F], bool]) -> list[F]:
        """Use up what befalls one request: the delays that fit, up to the first that does more."""
        while True:
            raw, version = await self._redis.hmget(_KEY, ["list", "version"])
            if not raw or not version:
                return []
            found: dict[int, F] = {
                index: fault
                for index, fault in enumerate(faults_in(raw))
                if isinstance(fault, kind) and fits(fault)
            }
            if not found:
                return []
            taken = await self._take(keys=[_KEY], args=[version, *_candidates(found)])
            if taken is not None:
                return [found[index] for index in taken]


def fresh(faults: Iterable[Fault]) -> list[StandingFault]:
    """Return faults that were not used yet."""
    return [StandingFault(fault=fault, left=fault.times) for fault in faults]


def _candidates(found: dict[int, F]) -> list[str]:
    return [
        word
        for index, fault in found.items()
        for word in (f"{index}", "delays" if fault.only_delays else "decides")
    ]


def _standing(stored: dict[bytes | str, bytes | str]) -> list[StandingFault]:
    known = {as_text(name): as_text(value) for name, value in stored.items()}
    lefts = {name: int(value) for name, value in known.items() if name.startswith("left:")}
    return [
        StandingFault(fault=fault, left=lefts.get(f"left:{index}"))
        for index, fault in enumerate(faults_in(known.get("list", "[]")))
    ]


def _write(pipe: Pipeline, standing: Sequence[StandingFault]) -> None:
    pipe.delete(_KEY)
    if standing:
        pipe.hset(_KEY, "list", msgspec.json.encode([one.fault for one in standing]))
        pipe.hset(_KEY, "version", secrets.token_hex(8))
        for index, one in enumerate(standing):
            if one.left is not None:
                pipe.hset(_KEY, f"left:{index}", one.left)
