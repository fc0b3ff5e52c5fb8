"""The shop's counter in a test: the real use cases over the real store, and customers who write."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

import msgspec
from eventsourcing.popo import POPOApplicationRecorder

from application.answer_messages import AnswerMessages
from application.events import Event
from application.fallback_interpreter import RuleInterpreter
from application.inbound import IncomingMessage
from application.ports import Append, Interpreter, Recorded, Stamp
from application.wording import CATALOGUES
from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from domain.conversation import Kind, MessageReceived, ReplyComposed
from domain.customer import Address
from domain.identifiers import CustomerId
from domain.reply import Choice, Reply
from domain.shop import Shop
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import InMemoryKeyVault
from infrastructure.event_store.store import RecordedEventStore
from infrastructure.shop_files.files import load_shops
from tests.fakes.clock import StandingClock
from tests.fakes.identities import CountedIdentities
from tests.fakes.store import WatchedStore

T = TypeVar("T", bound=Event)

SHOPS = Path(__file__).resolve().parents[2] / "shops"
DEMO, MADRID = load_shops(SHOPS)
MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
NO_TIME = timedelta(0)


def at(clock: str, day: date = TUESDAY, shop: Shop = DEMO) -> datetime:
    """The instant when the shop's wall shows that time, Tuesday's unless said otherwise."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=shop.zone).astimezone(UTC)


NOW = at("10:05", MONDAY)
STAMP = Stamp(at=NOW, actor="test", cause="test", correlation="test")


class Counter:
    """A shop that answers, its log, and its clock."""

    def __init__(self, *, interpreter: Interpreter | None = None, shop: Shop = DEMO) -> None:
        self.shop = shop
        self.clock = StandingClock(NOW)
        self.recorder = POPOApplicationRecorder()
        self.identities = CountedIdentities()
        self._kept = RecordedEventStore(self.recorder, EventCodec(InMemoryKeyVault()))
        self.store = WatchedStore(self._kept)
        self.messages = 0
        self.answer = self.answering(interpreter or RuleInterpreter())

    def answering(self, interpreter: Interpreter) -> AnswerMessages:
        """The use case with another interpreter, over the same log."""
        return AnswerMessages(
            store=self.store,
            interpreter=interpreter,
            clock=self.clock,
            identities=self.identities,
            shops=self.by_number,
        )

    @property
    def by_number(self) -> Mapping[str, Shop]:
        return {one.phone_number_id: one for one in (self.shop, MADRID)}

    @property
    def by_id(self) -> Mapping[str, Shop]:
        return {one.id: one for one in (self.shop, MADRID)}

    def close(self) -> None:
        self._kept.close()

    def customer(self, name: str = "Ana", *, wa_id: str = "15550100111") -> "Writer":
        return Writer(self, CustomerId(name.lower()), Address(wa_id=wa_id), name)

    async def log(self) -> tuple[Recorded, ...]:
        return await self.store.after(0, limit=10_000)

    async def events(self, kind: type[T]) -> tuple[T, ...]:
        return tuple(one.event for one in await self.log() if isinstance(one.event, kind))

    async def booked(self) -> tuple[AppointmentBooked, ...]:
        return await self.events(AppointmentBooked)

    async def moved(self) -> tuple[AppointmentMoved, ...]:
        return await self.events(AppointmentMoved)

    async def cancelled(self) -> tuple[AppointmentCancelled, ...]:
        return await self.events(AppointmentCancelled)

    async def replies(self) -> tuple[Reply, ...]:
        return tuple(one.reply for one in await self.events(ReplyComposed))

    async def add(self, stream: str, *events: Event) -> None:
        """Append to a stream, whatever its version is."""
        (history,) = await self._kept.load([stream])
        append = Append(stream=stream, expected=len(history), events=events)
        await self._kept.append([append], STAMP)


class Writer:
    """A customer with a phone, who sends and sees what comes back."""

    def __init__(
        self, counter: Counter, customer_id: CustomerId, address: Address, name: str | None
    ) -> None:
        self.id = customer_id
        self.address = address
        self.screen: tuple[Reply, ...] = ()
        self._counter = counter
        self._name = name

    def text(self, words: str, *, late: timedelta = NO_TIME) -> IncomingMessage:
        """A text of this customer, sent so long ago."""
        return self.message(kind="text", text=words, late=late)

    def message(
        self,
        *,
        kind: Kind,
        text: str = "",
        tap: str | None = None,
        raw: str | None = None,
        late: timedelta = NO_TIME,
    ) -> IncomingMessage:
        """Any message of this customer."""
        counter = self._counter
        counter.messages += 1
        return IncomingMessage(
            phone_number_id=counter.shop.phone_number_id,
            address=self.address,
            name=self._name,
            message=MessageReceived(
                message_id=f"wamid.IN{counter.messages}",
                kind=kind,
                sent_at=counter.clock.now() - late,
                text=text,
                tap=tap,
                raw=raw,
            ),
        )

    async def sends(self, *messages: IncomingMessage) -> str:
        """Send these in one go; what is answered last, or nothing."""
        before = len(await self._counter.replies())
        await self._counter.answer(self.id, messages)
        self.screen = (await self._counter.replies())[before:]
        return self.screen[-1].body if self.screen else ""

    async def says(self, *texts: str, late: timedelta = NO_TIME) -> str:
        """Write; what is answered last, or nothing."""
        return await self.sends(*(self.text(one, late=late) for one in texts))

    async def taps(self, choice: Choice | str, *, late: timedelta = NO_TIME) -> str:
        """Tap what the last answer shows under that title, or any choice; what is answered."""
        tapped = self.shown(choice) if isinstance(choice, str) else choice
        return await self.sends(
            self.message(kind="tap", text=tapped.title, tap=tapped.id, late=late)
        )

    def shown(self, title: str) -> Choice:
        """The choice of the last answer with that title."""
        return next(one for one in self.screen[-1].choices if one.title == title)

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(one.title for one in self.screen[-1].choices)


def text(key: str, language: str = "en", **values: object) -> str:
    """That text of the catalogue."""
    return CATALOGUES[language][key].format(**values)


def changed(shop: Shop, **differing: object) -> Shop:
    """The shop with other fields."""
    return msgspec.structs.replace(shop, **differing)
