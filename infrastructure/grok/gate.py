"""Whether the model may be asked at all: its circuit, the day's budgets and what it said before.

All of it stands in Redis, so that it holds for every process of a deployment. For the partition
`barbershop:0`:

- `{barbershop:0}:model:circuit`: failures in a row, and until when nothing is asked;
- `{barbershop:0}:model:asked:<shop>:<day>`: a hash, questions of that local day, of the shop and of
  each of its customers; kept for two days;
- `{barbershop:0}:model:known:<fingerprint>`: an answer, sealed; kept for a day.

Where Redis is out of reach nothing is asked: no budget would hold, and no turn could be recorded.
"""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from typing import Literal, cast

import msgspec
from redis.asyncio import Redis
from redis.commands.core import AsyncScript

from application.ports import Asker, Unavailable
from infrastructure.grok.budget import Budget
from infrastructure.mailboxes.fingerprints import Fingerprints
from infrastructure.mailboxes.seal import LetterSeal, LetterUnreadable
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis.lengths import milliseconds
from infrastructure.redis.scripts import shipped

FAILURES = 5  # in a row, until the circuit opens
KEPT = dt.timedelta(days=1)
_SEALED_FOR = "model"

Circuit = Literal["closed", "open", "half-open"]


class Known(msgspec.Struct, frozen=True):
    """What the model said before to the same question."""

    answer: bytes


class Granted(msgspec.Struct, frozen=True):
    """The model may be asked; `last` where it is the shop's last question of the day."""

    last: bool = False


class Refused(msgspec.Struct, frozen=True):
    """The model is not asked."""

    why: Literal["open", "shop", "customer", "redis"]


class Gate:
    """Lets questions to the model through, and hears how they went. Raises nothing."""

    def __init__(
        self,
        client: Redis,
        *,
        seal: LetterSeal,
        fingerprints: Fingerprints,
        budget: Budget,
        partition: str = "barbershop:0",
    ) -> None:
        self._tag = f"{{{partition}}}"
        self._client = client
        self._seal = seal
        self._fingerprints = fingerprints
        self._budget = budget
        self._enter = client.register_script(shipped("model_enter"))
        self._answered = client.register_script(shipped("model_answered"))
        self._failed = client.register_script(shipped("model_failed"))

    async def enter(
        self, question: bytes, *, asker: Asker, day: dt.date
    ) -> Known | Granted | Refused:
        """Whether the model may be asked; counts the question where it may."""
        name = self._name(question)
        budget = self._budget
        asked_by = (asker.shop_id, asker.customer_id, day.isoformat())
        try:
            told = await self._run(self._enter, name, *asked_by, budget.shop, budget.customer)
        except Unavailable:
            return Refused("redis")
        match cast("Sequence[bytes | int]", told):  # the script's own words
            case [b"known", sealed]:
                return self._opened(bytes(cast("bytes", sealed)))
            case [b"ask", count]:
                return Granted(last=int(count) == budget.shop)
            case [b"spent", b"shop"]:
                return Refused("shop")
            case [b"spent", _]:
                return Refused("customer")
            case _:
                return Refused("open")

    async def answered(self, question: bytes, answer: bytes) -> None:
        """The model answered: keep what it said."""
        sealed = self._seal.seal(_SEALED_FOR, answer)
        with suppress(Unavailable):
            await self._run(self._answered, self._name(question), sealed, milliseconds(KEPT))

    async def forget(self, question: bytes) -> None:
        """What is kept of the answer is of no use."""
        with suppress(Unavailable), outages_as_unavailable():
            await self._client.delete(f"{self._tag}:model:known:{self._name(question)}")

    async def failed(self, *, for_long: bool = False) -> dt.timedelta | None:
        """The model did not answer; for how long it is not asked now, where this opened the circuit.

        `for_long`: it is known to go on, so that the circuit opens at once.
        """
        try:
            seconds = await self._run(self._failed, FAILURES, int(for_long))
        except Unavailable:
            return None
        return dt.timedelta(seconds=cast("int", seconds)) if seconds else None

    async def circuit(self) -> Circuit:
        """Whether the model is asked (`closed`), not asked, or tried. Raises `Unavailable`."""
        with outages_as_unavailable():
            raw = cast("bytes | None", await self._client.get(f"{self._tag}:model:circuit"))
            seconds, micros = await self._client.time()
        _, until, *probing = raw.decode().split() if raw else ("0", "0")
        if until == "0":
            return "closed"
        waits = seconds * 1_000_000 + micros < int(until)
        return "open" if waits and not probing else "half-open"

    def _name(self, question: bytes) -> str:
        return self._fingerprints.of("model", question.decode())

    def _opened(self, sealed: bytes) -> Known | Refused:
        try:
            return Known(self._seal.open(_SEALED_FOR, sealed))
        except LetterUnreadable:
            return Refused("redis")

    async def _run(self, script: AsyncScript, *args: str | int | bytes) -> object:
        with outages_as_unavailable():
            return await script(keys=[self._tag], args=args)
