"""A WhatsApp that counts by its own limits what comes in, and fails in every way that it documents."""

import json
from collections import deque
from collections.abc import Callable, Sequence
from random import Random

import msgspec

from application.ports import InDoubt, SendRefused, Template, Unavailable
from chaos.virtual_clock import VirtualClock
from domain.customer import Address
from domain.reply import Reply
from domain.sending import Status
from infrastructure.whatsapp.errors import REFUSED, WAIT, trouble

BURST, EVERY = 45, 6.0  # of a pair: one in 6 s, 45 on credit
STOPPING = (131048, *(code for code, asks in REFUSED.items() if asks == "pause"))
OFTEN_STOPPED = 30  # one in so many refusals is of the number, and stops everybody
LATER = (131026, 131042, 131047, 131048, 131049, 131050, 131053, 130472, 131000)
CODES = tuple(code for code in (*WAIT, *REFUSED) if code not in STOPPING)
SLACK = 1e-6  # seconds


class Killed(BaseException):
    """The worker died at this point."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A status that WhatsApp will tell, so many seconds later."""

    after: float
    name: str
    status: Status
    code: int | None = None


class StrictWhatsApp:
    """The messenger; `accepted` are the names of what it took, in order.

    `faults` is how many of a hundred sends go wrong. What it will tell later goes to `tell`.
    """

    def __init__(
        self,
        clock: VirtualClock,
        random: Random,
        *,
        per_second: int,
        faults: int,
        tell: Callable[[Told], None],
    ) -> None:
        self.accepted: list[str] = []
        self.breaches: list[str] = []
        self.failures: dict[str, int] = {}
        self._clock = clock
        self._random = random
        self._per_second = per_second
        self._faults = faults
        self._tell = tell
        self._recent: deque[float] = deque()
        self._pairs: dict[str, float] = {}
        self._left: dict[Sequence[int], list[int]] = {}

    async def send(
        self, content: Reply | Template, *, phone_number_id: str, to: Address, callback: str
    ) -> str:
        """Take it or fail. See `Messenger.send`."""
        del content, phone_number_id
        self._count(str(to.wa_id))
        if self._random.randrange(100) < self._faults:
            self._fail(callback)
        return self._take(callback)

    async def seen(self, message_id: str, *, phone_number_id: str, typing: bool) -> None:
        """See `Messenger.seen`."""
        del message_id, phone_number_id, typing

    def _count(self, person: str) -> None:
        now = self._clock.seconds
        self._recent.append(now)
        while self._recent[0] <= now - 1:
            self._recent.popleft()
        if len(self._recent) > self._per_second:
            self.breaches.append(f"{len(self._recent)} messages in a second at {now:.3f}")
        credit = max(now, self._pairs.get(person, 0.0)) + EVERY
        if credit - now > BURST * EVERY + SLACK:
            self.breaches.append(f"{person} got more than their pace at {now:.3f}")
        self._pairs[person] = credit

    def _take(self, name: str) -> str:
        self.accepted.append(name)
        self._will_tell(name, self._random.randrange(100))
        return f"wamid.{len(self.accepted)}"

    def _will_tell(self, name: str, chance: int) -> None:
        """Mostly that it was sent; sometimes that it failed after all, and sometimes nothing."""
        after = self._random.uniform(0, 5)
        if chance < self._faults // 3:
            code = self._random.choice(LATER)
            self._note(f"later {code}")
            self._tell(Told(after=after, name=name, status="failed", code=code))
        elif chance >= self._faults // 2:
            self._tell(Told(after=after, name=name, status="sent"))

    def _fail(self, name: str) -> None:
        """One of: a documented error, a broken line before or after the effect, a dead worker."""
        what = self._random.randrange(10)
        match what:
            case 0:
                self._note("away")
                raise Unavailable("whatsapp")
            case 1 | 2:
                self._note("cut before")
                raise InDoubt("whatsapp")
            case 3 | 4:
                self._note("cut after")
                self._take(name)
                raise InDoubt("whatsapp")
            case 5:
                self._note("killed before")
                raise Killed
            case 6:
                self._note("killed after")
                self._take(name)
                raise Killed
            case _:
                raise self._refusal()

    def _refusal(self) -> Unavailable | SendRefused:
        stops = self._random.randrange(OFTEN_STOPPED) == 0
        code = self._next(STOPPING) if stops else self._next(CODES)
        self._note(str(code))
        wait = {"retry-after": "30"} if self._random.randrange(4) == 0 else {}
        return trouble(400, json.dumps({"error": {"code": code}}).encode(), wait)

    def _next(self, codes: Sequence[int]) -> int:
        """Each of these codes in its turn, so that none is left out."""
        left = self._left.setdefault(codes, [])
        if not left:
            left += self._random.sample(codes, len(codes))
        return left.pop()

    def _note(self, what: str) -> None:
        self.failures[what] = self.failures.get(what, 0) + 1
