"""A client that books, releases and reads slots, and writes down what it was told."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, timedelta
from random import Random

import msgspec

from application.ledger import Ledger, Page
from application.ports import Conflict, EventStore, Stamp, Unavailable
from chaos.linearizability.history import FREE, Operation, What
from chaos.races.wishes import NOW, SHOP, slot
from domain.diary import Diary, DiaryEvent, DiaryKey, TimeClaimed
from domain.errors import SlotRefused
from domain.identifiers import AppointmentId, BarberId

SLOTS = 12
STRIDE = 8  # so that few of them are of one day
MARCO = BarberId("marco")
HALF_AN_HOUR = timedelta(minutes=30)
THOUGHT = 0.01  # seconds at most, so that a history lasts long enough for many troubles
PAUSE = 0.01  # seconds, while nothing can be read
STAMP = Stamp(at=NOW, actor="chaos", cause="chaos", correlation="chaos")

DiaryPage = Page[Diary, DiaryEvent]
Answer = bool | str


class NothingDone(Exception):
    """The operation ended before it could have any effect."""


class Client:
    """Acts on slots by chance; what one client learns of a slot it may act on, as staff does."""

    def __init__(self, name: str, store: EventStore, *, seed: int) -> None:
        self.history: list[Operation] = []
        self._name = name
        self._store = store
        self._random = Random(f"{seed} {name}")  # noqa: S311 - chance, not a secret
        self._known: dict[int, str] = {}
        self._given = 0

    async def act(self) -> None:
        """Do one operation, after a while; what had no effect for sure is not written down."""
        await asyncio.sleep(self._random.uniform(0, THOUGHT))
        chosen = self._random.randrange(SLOTS)
        owner = self._known.get(chosen, FREE)
        match self._random.choice(("book", "read", "release")):
            case "book":
                self._given += 1
                owner = f"{self._name}.{self._given}"
                await self._do("book", chosen, owner, lambda: self._book(chosen, owner))
                self._known[chosen] = owner
            case "release" if owner:
                await self._do("release", chosen, owner, lambda: self._release(chosen, owner))
            case _:
                await self._do("read", chosen, FREE, lambda: self._read(chosen))

    async def _do(
        self, what: What, chosen: int, owner: str, call: Callable[[], Awaitable[Answer]]
    ) -> None:
        begun = Operation(slot=chosen, what=what, owner=owner, invoked=time.monotonic())
        try:
            answer = await call()
        except NothingDone:
            await asyncio.sleep(PAUSE)
        except Unavailable:
            self.history.append(begun)
        else:
            ended = msgspec.structs.replace(begun, returned=time.monotonic(), answer=answer)
            self.history.append(ended)

    async def _book(self, chosen: int, owner: str) -> bool:
        start = slot(chosen * STRIDE)
        claimed = TimeClaimed(
            appointment_id=AppointmentId(owner),
            start=start.astimezone(UTC),
            end=start.astimezone(UTC) + HALF_AN_HOUR,
            before=timedelta(0),
            after=timedelta(0),
        )

        def book(page: DiaryPage) -> bool:
            try:
                page.record(page.state.claim(claimed, NOW))
            except SlotRefused:
                return False
            return True

        return await self._decide(chosen, book)

    async def _release(self, chosen: int, owner: str) -> bool:
        def release(page: DiaryPage) -> bool:
            page.record(page.state.release(owner, "cancelled"))
            return bool(page.new)

        return await self._decide(chosen, release)

    async def _read(self, chosen: int) -> str:
        page = await self._page(Ledger(self._store), chosen)
        start = slot(chosen * STRIDE)
        owner = next((one.id for one in page.state.claims if one.start == start), FREE)
        self._known[chosen] = owner
        return owner

    async def _decide(self, chosen: int, decide: Callable[[DiaryPage], bool]) -> bool:
        """Decide until nobody else was quicker. Raises `Unavailable` where the outcome is unknown."""
        while True:
            ledger = Ledger(self._store)
            done = decide(await self._page(ledger, chosen))
            try:
                await ledger.commit(STAMP)
            except Conflict:
                continue
            return done

    async def _page(self, ledger: Ledger, chosen: int) -> DiaryPage:
        day = slot(chosen * STRIDE).date()
        try:
            return await ledger.diary(DiaryKey(shop_id=SHOP.id, barber_id=MARCO, day=day))
        except Unavailable as outage:
            raise NothingDone from outage
