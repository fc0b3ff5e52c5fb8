"""Messages that have set out, the pace of numbers and people, and pauses, in Redis.

For the partition `barbershop:0`:

- `{barbershop:0}:started`: a hash, the name of a message that has set out and was not heard of yet →
  its attempt;
- `{barbershop:0}:paused`: a hash, phone number id → until when it is paused, how often, why, how that
  was told, and which message tries whether it is over;
- `{barbershop:0}:pace:<phone number id>` and `…:<person>`: until when their buckets are not full.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import cast

from redis.asyncio import Redis
from redis.commands.core import AsyncScript

from application.ports import (
    PAUSE,
    Held,
    Identities,
    InDoubt,
    Leave,
    NumberPaused,
    Unavailable,
    Word,
)
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis.lengths import milliseconds
from infrastructure.redis.scripts import shipped

SERVICE = "whatsapp"


class RedisDepartures:
    """See `Departures`. One script decides and notes; no name of it holds a phone number.

    An attempt whose note may or may not have been written, because Redis went away, never set
    out: the same process may make it again.
    """

    def __init__(
        self, client: Redis, *, identities: Identities, partition: str = "barbershop:0"
    ) -> None:
        self._client = client
        self._identities = identities
        self._tag = f"{{{partition}}}"
        self._leave = client.register_script(shipped("departure_leave"))
        self._settle = client.register_script(shipped("departure_settle"))
        self._hold = client.register_script(shipped("departure_hold"))
        self._pause = client.register_script(shipped("departure_pause"))
        self._unsent: dict[str, str] = {}

    async def leave(self, name: str, *, number: str, per_second: int, person: str) -> Leave:
        """See `Departures.leave`."""
        attempt = self._unsent.pop(name, None) or self._identities.fresh()
        try:
            told = await self._run(self._leave, name, attempt, number, person, per_second)
        except Unavailable:
            self._unsent[name] = attempt
            raise
        match cast("Sequence[bytes | int]", told):  # the script's own words
            case [b"left"]:
                return Leave(name=name, number=number, attempt=attempt)
            case [b"paused", wait, code]:
                by = timedelta(milliseconds=int(wait))
                raise NumberPaused(number, int(code), by=by, first=False)
            case [b"held", wait]:
                raise Held(timedelta(milliseconds=int(wait)))
            case _:
                raise InDoubt(SERVICE)

    async def settle(self, leave: Leave, *, sent: bool) -> None:
        """See `Departures.settle`."""
        word = "answer" if sent else ""
        try:
            await self._run(self._settle, leave.name, leave.attempt, leave.number, word)
        except Unavailable:
            if not sent:
                self._unsent[leave.name] = leave.attempt
            raise

    async def confirm(self, name: str, *, number: str) -> None:
        """See `Departures.confirm`."""
        await self._run(self._settle, name, "", number, "status")

    async def forget(self, name: str) -> None:
        """See `Departures.forget`."""
        await self._run(self._settle, name, "", "", "")

    async def hold(
        self, number: str, *, per_second: int, person: str | None, by: timedelta
    ) -> None:
        """See `Departures.hold`."""
        await self._run(self._hold, number, per_second, person or "", milliseconds(by))

    async def pause(
        self,
        number: str,
        code: int,
        *,
        name: str,
        word: Word = "answer",
        shortest: timedelta = PAUSE,
    ) -> NumberPaused:
        """See `Departures.pause`."""
        seconds = int(shortest.total_seconds())
        told = await self._run(self._pause, number, code, seconds, name, word)
        wait, first = cast("Sequence[int]", told)  # the script's own words
        by = timedelta(milliseconds=int(wait))
        return NumberPaused(number, code, by=by, first=bool(first))

    async def paused(self) -> Mapping[str, int]:
        """See `Departures.paused`."""
        with outages_as_unavailable():
            found = await self._client.hgetall(f"{self._tag}:paused")
        told = cast("Mapping[bytes, bytes]", found)  # as the client is made
        return {number.decode(): int(pause.split()[2]) for number, pause in told.items()}

    async def _run(self, script: AsyncScript, *args: str | int) -> object:
        with outages_as_unavailable():
            return await script(keys=[self._tag], args=args)
