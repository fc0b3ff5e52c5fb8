"""A log as busy shops leave it, of any length: made quickly, the same for the same seed.

`python -m tests.application.busy_log URL EVENTS` fills the Redis at that URL, which has to be empty.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from random import Random

from eventsourcing.persistence import ApplicationRecorder

from application.events import Event
from application.ports import Append, Stamp
from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from domain.calendar_entry import CalendarEntryRemoved, CalendarEntryWritten
from domain.conversation import (
    ConversationStarted,
    MessageReceived,
    MessageUnderstood,
    ReplyComposed,
    ReplyProgressed,
    ReplySent,
)
from domain.customer import Address, CustomerMet, VisitCalledOff, VisitPlanned
from domain.diary import (
    Diary,
    DiaryEvent,
    DiaryKey,
    TimeBlocked,
    TimeClaimed,
    TimeHeld,
    TimeReleased,
    evolve,
)
from domain.identifiers import (
    AppointmentId,
    BlockId,
    ConversationId,
    CustomerId,
    HoldId,
)
from domain.interval import Interval
from domain.reply import Reply
from domain.shop import Barber, Service, Shop
from domain.shop_settings import ShopSettingsLoaded
from domain.wall_time import instant_or_next, local_day
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.application.counter import DEMO, MADRID

BEGINNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
SHOPS = (DEMO, MADRID)
CUSTOMERS = 4000
AHEAD = 21  # days
TOGETHER = 100  # appends in one insert, where a log is filled
ADDRESS = Address(wa_id="15550100111")

Lines = list[tuple[str, Event]]


class BusyLog:
    """Appends without end: customers chat, hold, book, move and cancel, and staff block time."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)  # noqa: S311 - no secret
        self._now = BEGINNING
        self._made = 0
        self._versions: dict[str, int] = {}
        self._diaries: dict[DiaryKey, Diary] = {}
        self._booked: list[tuple[AppointmentBooked, DiaryKey]] = []
        self._chats: dict[CustomerId, ConversationId] = {}

    def __iter__(self) -> Iterator[tuple[list[Append], Stamp]]:
        for shop in SHOPS:
            yield self._append([(f"shop:{shop.id}", ShopSettingsLoaded(shop=shop))], shop)
        while True:
            self._now += timedelta(seconds=self._random.randint(30, 600))
            self._forget()
            yield from self._turn()

    def _turn(self) -> Iterator[tuple[list[Append], Stamp]]:
        shop = self._random.choice(SHOPS)
        whose = CustomerId(f"c{self._random.randrange(CUSTOMERS):06}")
        lines = self._chat(shop, whose)
        lines += self._random.choices(
            (self._nothing, self._hold, self._book, self._move, self._cancel, self._block),
            weights=(40, 14, 22, 8, 6, 2),
        )[0](shop, whose)
        yield self._append(lines, shop)
        yield from (self._append([line], shop) for line in self._echoes(lines))

    def _chat(self, shop: Shop, whose: CustomerId) -> Lines:
        lines: Lines = []
        if whose not in self._chats or self._random.random() < 0.2:
            chat = self._chats[whose] = ConversationId(self._fresh("v"))
            started = ConversationStarted(
                conversation_id=chat,
                customer_id=whose,
                shop_id=shop.id,
                language="en",
                language_settled=True,
            )
            lines.append((f"conversation:{chat}", started))
        if f"customer:{whose}" not in self._versions:
            met = CustomerMet(customer_id=whose, address=ADDRESS, name="Ana")
            lines.append((f"customer:{whose}", met))
        stream = f"conversation:{self._chats[whose]}"
        message = self._fresh("wamid.")
        received = MessageReceived(
            message_id=message, kind="text", sent_at=self._now, text="a haircut tomorrow at five?"
        )
        understood = MessageUnderstood(message_ids=(message,), intents=("book",), source="rules")
        answer = ReplyComposed(
            reply_id=self._fresh("r"), address=ADDRESS, reply=Reply(body="Tomorrow at five it is.")
        )
        return [*lines, (stream, received), (stream, understood), (stream, answer)]

    def _echoes(self, lines: Lines) -> Lines:
        """What comes back from WhatsApp and from the calendars a little later."""
        found: Lines = []
        for stream, event in lines:
            match event:
                case ReplyComposed(reply_id=reply):
                    found.append((stream, ReplySent(reply_id=reply, message_id=f"wamid.{reply}")))
                    found.append((stream, ReplyProgressed(reply_id=reply, status="read")))
                case AppointmentBooked() | AppointmentMoved():
                    found.append((stream.replace("appointment", "calendar"), _written(1)))
                case AppointmentCancelled():
                    found.append((stream.replace("appointment", "calendar"), _removed(2)))
                case _:
                    pass
        return found

    def _nothing(self, shop: Shop, whose: CustomerId) -> Lines:
        del shop, whose
        return []

    def _hold(self, shop: Shop, whose: CustomerId) -> Lines:
        key, barber, service, start = self._wish(shop)
        del barber
        held = TimeHeld(
            hold_id=HoldId(self._fresh("h")),
            customer_id=whose,
            start=start,
            end=start + service.length,
            before=service.before,
            after=service.after,
            expires_at=self._now + timedelta(minutes=10),
        )
        return self._in_diary(key, (held,)) if self._is_free(key, service, start) else []

    def _book(self, shop: Shop, whose: CustomerId) -> Lines:
        key, barber, service, start = self._wish(shop)
        if not self._is_free(key, service, start):
            return []
        booked = AppointmentBooked(
            appointment_id=AppointmentId(self._fresh("a")),
            code=f"{self._made % 10000:04}",
            customer_id=whose,
            shop_id=shop.id,
            barber_id=barber.id,
            services=(service.id,),
            start=start,
            end=start + service.length,
            price=service.price,
            free_until=start - timedelta(hours=24),
            shop_version=shop.version,
        )
        self._booked.append((booked, key))
        return [
            (f"customer:{whose}", _planned(booked)),
            *self._in_diary(key, (_claimed(booked, service, start),)),
            (f"appointment:{booked.appointment_id}", booked),
        ]

    def _move(self, shop: Shop, whose: CustomerId) -> Lines:
        del whose
        if not self._booked:
            return []
        place = self._random.randrange(len(self._booked))
        booked, left = self._booked[place]
        key, barber, service, start = self._wish(shop)
        if booked.shop_id != shop.id or not self._is_free(key, service, start):
            return []
        self._booked[place] = (booked, key)
        moved = AppointmentMoved(
            barber_id=barber.id,
            start=start,
            end=start + service.length,
            free_until=start - timedelta(hours=24),
            shop_version=shop.version,
        )
        released = TimeReleased(claim_id=booked.appointment_id, why="moved")
        return [
            (f"customer:{booked.customer_id}", _planned(booked)),
            *self._in_diary(key, (_claimed(booked, service, start),)),
            (f"appointment:{booked.appointment_id}", moved),
            *(self._in_diary(left, (released,)) if left != key else ()),
        ]

    def _cancel(self, shop: Shop, whose: CustomerId) -> Lines:
        del whose
        if not self._booked:
            return []
        booked, key = self._booked.pop(self._random.randrange(len(self._booked)))
        late = self._random.random() < 0.2
        cancelled = AppointmentCancelled(by="customer", late=late, shop_version=shop.version)
        off = VisitCalledOff(appointment_id=booked.appointment_id)
        released = TimeReleased(claim_id=booked.appointment_id, why="cancelled")
        return [
            (f"customer:{booked.customer_id}", off),
            *self._in_diary(key, (released,)),
            (f"appointment:{booked.appointment_id}", cancelled),
        ]

    def _block(self, shop: Shop, whose: CustomerId) -> Lines:
        del whose
        key, _, service, start = self._wish(shop)
        blocked = TimeBlocked(
            block_id=BlockId(self._fresh("b")),
            start=start,
            end=start + service.length,
            source="calendar",
        )
        return self._in_diary(key, (blocked,))

    def _wish(self, shop: Shop) -> tuple[DiaryKey, Barber, Service, datetime]:
        barber, service = self._random.choice(shop.barbers), self._random.choice(shop.services)
        today = local_day(self._now, shop.zone)
        day: date = today + timedelta(days=self._random.randint(1, AHEAD))
        start = instant_or_next(day, 9 * 60 + 15 * self._random.randrange(36), shop.zone)
        return DiaryKey(shop_id=shop.id, barber_id=barber.id, day=day), barber, service, start

    def _is_free(self, key: DiaryKey, service: Service, start: datetime) -> bool:
        wanted = Interval(start=start, end=start + service.length)
        widened = wanted.widened(service.before, service.after)
        return self._diaries.get(key, Diary()).conflict(widened, self._now) is None

    def _in_diary(self, key: DiaryKey, events: Sequence[DiaryEvent]) -> Lines:
        for event in events:
            self._diaries[key] = evolve(self._diaries.get(key, Diary()), event)
        return [(key.stream, event) for event in events]

    def _forget(self) -> None:
        """Once in a while, let go of what lies behind, so that a long log needs little memory."""
        if self._made % 5000 == 0:
            self._booked = [one for one in self._booked if one[0].start > self._now]
            today = self._now.date() - timedelta(days=1)
            self._diaries = {key: one for key, one in self._diaries.items() if key.day >= today}

    def _append(self, lines: Lines, shop: Shop) -> tuple[list[Append], Stamp]:
        self._made += 1
        appends = []
        for stream, event in lines:
            version = self._versions.get(stream, 0)
            self._versions[stream] = version + 1
            appends.append(Append(stream=stream, expected=version, events=(event,)))
        stamp = Stamp(
            at=self._now,
            actor="bot",
            cause=f"turn:t{self._made}",
            correlation=f"t{self._made}",
            policy=shop.version,
        )
        return appends, stamp

    def _fresh(self, kind: str) -> str:
        return f"{kind}{self._random.getrandbits(64):016x}"


def fill(recorder: ApplicationRecorder, codec: EventCodec, events: int, seed: int = 1) -> int:
    """Record at least so many events; how many it was."""
    count, appends = 0, iter(BusyLog(seed))
    while count < events:
        stored = [one for append in islice(appends, TOGETHER) for one in codec.stored(*append)]
        recorder.insert_events(stored)
        count += len(stored)
    return count


def _planned(booked: AppointmentBooked) -> VisitPlanned:
    return VisitPlanned(
        appointment_id=booked.appointment_id,
        shop_id=booked.shop_id,
        barber_id=booked.barber_id,
        services=booked.services,
        start=booked.start,
        end=booked.end,
    )


def _claimed(booked: AppointmentBooked, service: Service, start: datetime) -> TimeClaimed:
    return TimeClaimed(
        appointment_id=booked.appointment_id,
        start=start,
        end=start + service.length,
        before=service.before,
        after=service.after,
    )


def _written(version: int) -> CalendarEntryWritten:
    return CalendarEntryWritten(calendar_id="c@shop", event_id="e1", appointment_version=version)


def _removed(version: int) -> CalendarEntryRemoved:
    return CalendarEntryRemoved(calendar_id="c@shop", event_id="e1", appointment_version=version)


if __name__ == "__main__":
    with connect(sys.argv[1]) as client:
        vault = RedisKeyVault(client, bytes(32))
        made = fill(RedisApplicationRecorder(client), EventCodec(vault), int(sys.argv[2]))
        print(f"{made} events")  # noqa: T201
