"""Days at the counter, lived through step by step, with what was known after each step."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random

import msgspec

from application.book_appointment import book_appointment
from application.cancel_appointment import cancel_appointment
from application.desk import Desk
from application.hold_time import hold_time
from application.ledger import Ledger
from application.move_appointment import move_appointment
from application.ports import Stamp
from domain.appointment import Appointment
from domain.diary import Diary, DiaryKey, TimeBlocked
from domain.draft import Hold
from domain.errors import DomainError
from domain.identifiers import AppointmentId, BlockId, CustomerId
from domain.openings import Opening
from domain.shop import Shop, Visit, visit
from domain.wall_time import instant_or_next, local_day
from tests.application.counter import DEMO, Counter, Writer

CUSTOMERS = ("ana", "leo", "eva", "tom", "zoe")
DAYS_AHEAD = 3


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """What the live streams said at that instant; `open` has start and id of each visit ahead."""

    at: datetime
    position: int
    appointments: dict[str, Appointment]
    diaries: dict[str, Diary]
    open: dict[str, tuple[tuple[datetime, str], ...]]


class LiveDays:
    """Customers and staff who do this and that while the clock goes on, the same for each seed."""

    def __init__(self, counter: Counter, seed: int) -> None:
        self._counter = counter
        self._random = Random(seed)  # noqa: S311 - no secret
        self._ids: set[AppointmentId] = set()
        self._keys: set[DiaryKey] = set()
        self._holds: dict[CustomerId, tuple[Hold, Visit]] = {}

    async def lived(self, steps: int) -> tuple[Snapshot, ...]:
        """A snapshot once everybody has said hello, and one after each step."""
        for whose in CUSTOMERS:
            await self._writer(whose).says("hello")
        return (await self._snapshot(), *[await self._step() for _ in range(steps)])

    async def _step(self) -> Snapshot:
        self._counter.clock.forward(timedelta(minutes=self._random.randint(1, 90)))
        whose = self._random.choice(CUSTOMERS)
        act = (self._writes, self._book, self._book, self._hold, self._confirm)
        change = (self._move, self._cancel, self._block)
        does = self._random.choice((*act, *change))
        with suppress(DomainError):
            await does(CustomerId(whose))
        return await self._snapshot()

    async def _writes(self, whose: CustomerId) -> None:
        """A message, with all that it sets off."""
        hour = self._random.randint(1, 6)
        await self._writer(whose).says(f"book haircut tomorrow at {hour}pm")
        self._ids |= {one.appointment_id for one in await self._counter.booked()}
        today = local_day(self._counter.clock.now(), DEMO.zone)
        self._keys |= {_key(one.id, today + timedelta(days=1)) for one in DEMO.barbers}

    async def _book(self, whose: CustomerId) -> None:
        async def book(desk: Desk) -> None:
            booked = await book_appointment(
                desk, customer_id=whose, visit=wanted, opening=self._opening(wanted)
            )
            self._ids.add(booked.appointment_id)

        wanted = self._visit()
        await self._at_desk(book)

    async def _hold(self, whose: CustomerId) -> None:
        async def hold(desk: Desk) -> None:
            known = self._holds.get(whose)
            held = await hold_time(
                desk,
                customer_id=whose,
                visit=wanted,
                opening=self._opening(wanted),
                instead=known[0] if known else None,
            )
            self._holds[whose] = (held, wanted)

        wanted = self._visit()
        await self._at_desk(hold)

    async def _confirm(self, whose: CustomerId) -> None:
        async def confirm(desk: Desk) -> None:
            held, wanted = self._holds[whose]
            booked = await book_appointment(
                desk,
                customer_id=whose,
                visit=wanted,
                opening=Opening(start=held.start, end=held.end, barber_id=held.barber_id),
                hold_id=held.hold_id,
            )
            self._ids.add(booked.appointment_id)

        if whose in self._holds:
            await self._at_desk(confirm)

    async def _move(self, whose: CustomerId) -> None:
        del whose

        async def move(desk: Desk) -> None:
            await move_appointment(
                desk,
                self._random.choice(sorted(self._ids)),
                opening=self._opening(self._visit()),
                hold_id=None,
            )

        if self._ids:
            await self._at_desk(move)

    async def _cancel(self, whose: CustomerId) -> None:
        del whose

        async def cancel(desk: Desk) -> None:
            await cancel_appointment(desk, self._random.choice(sorted(self._ids)), by="staff")

        if self._ids:
            await self._at_desk(cancel)

    async def _block(self, whose: CustomerId) -> None:
        del whose

        async def block(desk: Desk) -> None:
            opening = self._opening(self._visit())
            page = await desk.ledger.diary(_key(opening.barber_id, _day(opening.start)))
            blocked = TimeBlocked(
                block_id=BlockId(desk.identities.fresh()),
                start=opening.start,
                end=opening.end,
                source="staff",
            )
            page.record(page.state.block(blocked))

        await self._at_desk(block)

    async def _at_desk(self, act: Callable[[Desk], Awaitable[None]]) -> None:
        counter = self._counter
        desk = Desk(
            shop=DEMO,
            ledger=Ledger(counter.store),
            identities=counter.identities,
            now=counter.clock.now(),
        )
        await act(desk)
        turn = counter.identities.fresh()
        await desk.ledger.commit(
            Stamp(
                at=desk.now,
                actor="bot",
                cause=f"turn:{turn}",
                correlation=turn,
                policy=DEMO.version,
            )
        )

    def _writer(self, whose: str) -> Writer:
        return self._counter.customer(whose, wa_id=f"1555010{CUSTOMERS.index(whose):04}")

    def _visit(self) -> Visit:
        return visit(DEMO, (self._random.choice(DEMO.services).id,))

    def _opening(self, wanted: Visit) -> Opening:
        """Some time from tomorrow on, free or not."""
        barber = self._random.choice(DEMO.barbers).id
        today = local_day(self._counter.clock.now(), DEMO.zone)
        day = today + timedelta(days=self._random.randint(1, DAYS_AHEAD))
        start = instant_or_next(day, 9 * 60 + 15 * self._random.randrange(36), DEMO.zone)
        self._keys.add(_key(barber, day))
        return Opening(start=start, end=start + wanted.length, barber_id=barber)

    async def _snapshot(self) -> Snapshot:
        ledger, now = Ledger(self._counter.store), self._counter.clock.now()
        log = await self._counter.log()
        diaries = await ledger.diaries(sorted(self._keys, key=lambda one: one.stream))
        pages = [await ledger.appointment(one) for one in sorted(self._ids)]
        people = [await ledger.customer(CustomerId(one)) for one in CUSTOMERS]
        ahead = {page.stream: page.state.open_visits(DEMO.id, now) for page in people}
        return Snapshot(
            at=now,
            position=log[-1].position if log else 0,
            appointments={page.stream: page.state for page in pages if page.version},
            diaries={key.stream: one for key, one in diaries.items() if one != Diary()},
            open={
                whose: tuple((one.start, one.appointment_id) for one in visits)
                for whose, visits in ahead.items()
                if visits
            },
        )


def _key(barber_id: str, day: object) -> DiaryKey:
    return DiaryKey.of(f"diary:{DEMO.id}:{barber_id}:{day}")


def _day(at: datetime, shop: Shop = DEMO) -> object:
    return local_day(at, shop.zone)
