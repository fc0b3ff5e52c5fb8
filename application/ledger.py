"""What one piece of work reads from the log and will add to it, in one append."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar, get_args

from application.events import Erased, Event
from application.ports import Append, EventStore, Recorded, Stamp
from domain import appointment, calendar_entry, conversation, customer, diary, shop_settings
from domain.appointment import Appointment, AppointmentEvent
from domain.calendar_entry import CalendarEntries, CalendarEntryEvent
from domain.conversation import Conversation, ConversationEvent
from domain.customer import Customer, CustomerEvent
from domain.diary import Diary, DiaryEvent, DiaryKey
from domain.identifiers import AppointmentId, ConversationId, CustomerId, ShopId
from domain.shop_settings import ShopSettings, ShopSettingsEvent

State = TypeVar("State")
Happened = TypeVar("Happened", bound=Event)


class Page(Generic[State, Happened]):
    """One stream: how it was read, what it is with the new events, and those events."""

    def __init__(
        self,
        stream: str,
        empty: State,
        evolve: Callable[[State, Happened], State],
        kinds: tuple[type[Happened], ...],
    ) -> None:
        self.stream = stream
        self.state = empty
        self.version = 0
        self.new: list[Happened] = []
        self._evolve = evolve
        self._kinds = kinds

    def read(self, history: Iterable[Recorded]) -> None:
        """Fold what is recorded; what is erased leaves no trace but its version.

        Raises `TypeError` for an event of another aggregate.
        """
        for recorded in history:
            self.version = recorded.version
            if isinstance(recorded.event, Erased):
                continue
            if not isinstance(recorded.event, self._kinds):
                raise TypeError(f"{type(recorded.event).__name__} does not belong here")
            self.state = self._evolve(self.state, recorded.event)

    def record(self, events: Sequence[Happened]) -> None:
        """Add new events; the state shows them at once."""
        for event in events:
            self.state = self._evolve(self.state, event)
            self.new.append(event)


class Ledger:
    """Pages by stream, each read once; `commit` appends all that is new, or nothing."""

    def __init__(self, store: EventStore) -> None:
        self._store = store
        self._customers: dict[str, Page[Customer, CustomerEvent]] = {}
        self._conversations: dict[str, Page[Conversation, ConversationEvent]] = {}
        self._appointments: dict[str, Page[Appointment, AppointmentEvent]] = {}
        self._diaries: dict[str, Page[Diary, DiaryEvent]] = {}
        self._entries: dict[str, Page[CalendarEntries, CalendarEntryEvent]] = {}
        self._settings: dict[str, Page[ShopSettings, ShopSettingsEvent]] = {}

    async def customer(self, customer_id: CustomerId) -> Page[Customer, CustomerEvent]:
        """The customer's page."""
        name = customer.stream(customer_id)
        if name not in self._customers:
            page = Page(name, Customer(), customer.evolve, get_args(CustomerEvent))
            self._customers[name] = await self._read(page)
        return self._customers[name]

    async def conversation(
        self, conversation_id: ConversationId
    ) -> Page[Conversation, ConversationEvent]:
        """The conversation's page."""
        name = conversation.stream(conversation_id)
        if name not in self._conversations:
            page = Page(name, Conversation(), conversation.evolve, get_args(ConversationEvent))
            self._conversations[name] = await self._read(page)
        return self._conversations[name]

    async def appointment(
        self, appointment_id: AppointmentId
    ) -> Page[Appointment, AppointmentEvent]:
        """The appointment's page."""
        name = appointment.stream(appointment_id)
        if name not in self._appointments:
            page = Page(name, Appointment(), appointment.evolve, get_args(AppointmentEvent))
            self._appointments[name] = await self._read(page)
        return self._appointments[name]

    async def calendar_entries(
        self, appointment_id: AppointmentId
    ) -> Page[CalendarEntries, CalendarEntryEvent]:
        """The page of an appointment's calendar entries."""
        name = calendar_entry.stream(appointment_id)
        if name not in self._entries:
            kinds = get_args(CalendarEntryEvent)
            page = Page(name, CalendarEntries(), calendar_entry.evolve, kinds)
            self._entries[name] = await self._read(page)
        return self._entries[name]

    async def shop_settings(self, shop_id: ShopId) -> Page[ShopSettings, ShopSettingsEvent]:
        """The page of a shop's settings."""
        name = shop_settings.stream(shop_id)
        if name not in self._settings:
            kinds = (ShopSettingsEvent,)
            page = Page(name, ShopSettings(), shop_settings.evolve, kinds)
            self._settings[name] = await self._read(page)
        return self._settings[name]

    async def diary(self, key: DiaryKey) -> Page[Diary, DiaryEvent]:
        """The diary's page."""
        await self.diaries((key,))
        return self._diaries[key.stream]

    async def diaries(self, keys: Sequence[DiaryKey]) -> dict[DiaryKey, Diary]:
        """The diaries of those days, read together."""
        names = [key.stream for key in keys if key.stream not in self._diaries]
        for name, history in zip(names, await self._histories(names), strict=True):
            self._diaries[name] = Page(name, Diary(), diary.evolve, get_args(DiaryEvent))
            self._diaries[name].read(history)
        return {key: self._diaries[key.stream].state for key in keys}

    async def commit(self, stamp: Stamp) -> None:
        """Append everything new in one go. Raises `Conflict` and `Unavailable`; nothing if none."""
        appends = [
            *_new(self._conversations),
            *_new(self._customers),
            *_new(self._diaries),
            *_new(self._appointments),
            *_new(self._entries),
            *_new(self._settings),
        ]
        if appends:
            await self._store.append(appends, stamp)

    async def _read(self, page: Page[State, Happened]) -> Page[State, Happened]:
        (history,) = await self._histories([page.stream])
        page.read(history)
        return page

    async def _histories(self, names: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        return await self._store.load(names) if names else ()


def _new(pages: dict[str, Page[State, Happened]]) -> Iterator[Append]:
    for page in pages.values():
        if page.new:
            yield Append(stream=page.stream, expected=page.version, events=tuple(page.new))
