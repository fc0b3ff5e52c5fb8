"""Whose the events are: learned along the log, for few events name their shop or customer."""

from typing import Protocol

import msgspec

from domain import appointment, calendar_entry, conversation, customer, shop_settings
from domain.appointment import AppointmentBooked
from domain.conversation import ConversationStarted
from domain.customer import ConversationOpened, VisitPlanned
from domain.diary import TimeClaimed, TimeHeld, TimeReleased
from domain.identifiers import AppointmentId, CustomerId, ShopId
from entrypoints.history.event_log import Told
from entrypoints.history.seen_event import BOOKED, Seen


def _tag(struct: type[msgspec.Struct]) -> str:
    return str(struct.__struct_config__.tag)


STARTED = _tag(ConversationStarted)
CHATS = (STARTED, _tag(ConversationOpened))
CLAIMS = (_tag(TimeHeld), _tag(TimeClaimed), _tag(TimeReleased))
OWN = (_tag(ConversationOpened), _tag(VisitPlanned))


class Belongings(Protocol):
    """Tells whose events are; it has to learn from the first event of the log on.

    An event that is erased belongs where a readable one said that its stream does.
    """

    def learns_from(self, one: Seen) -> bool:
        """Whether the event may tell anything that has to be known."""
        ...

    def learn(self, told: Told) -> None:
        """Take in what the event tells of its own stream and of others."""
        ...

    def has(self, one: Seen, told: Told | None) -> bool:
        """Whether the event is one of those, by what was learned until now.

        `told` is what it says, where that was learned from.
        """
        ...


class ShopBelongings:
    """The events of one shop. Customers, and the history as a whole, belong to no shop.

    Without `chats` no sealed event is learned from, and no conversation is one of those.
    """

    def __init__(self, shop_id: ShopId, *, chats: bool = True) -> None:
        self._shop_id = shop_id
        self._telling = {BOOKED, *(CHATS if chats else ())}
        self._diaries = f"diary:{shop_id}:"
        self._streams = {shop_settings.stream(shop_id)}

    def learns_from(self, one: Seen) -> bool:
        """As the protocol says."""
        return one.tag in self._telling

    def learn(self, told: Told) -> None:
        """As the protocol says."""
        match told.event:
            case AppointmentBooked(shop_id=self._shop_id, appointment_id=booked):
                self._streams |= _streams_of(booked)
            case ConversationStarted(shop_id=self._shop_id, conversation_id=chat):
                self._streams.add(conversation.stream(chat))
            case ConversationOpened(shop_id=self._shop_id, conversation_id=chat):
                self._streams.add(conversation.stream(chat))
            case _:
                pass

    def has(self, one: Seen, told: Told | None) -> bool:  # noqa: ARG002 - the protocol's
        """As the protocol says."""
        return one.stream in self._streams or self.owns_by_name(one.stream)

    def owns_by_name(self, stream: str) -> bool:
        """Whether the name of the stream alone says that it is the shop's."""
        return stream.startswith(self._diaries) or stream == shop_settings.stream(self._shop_id)


class CustomerBelongings:
    """The events of one customer: the own stream, conversations and appointments.

    Appointments come with their calendar entries and with what they and holds did in diaries.
    Without `chats` no conversation is one of those.
    """

    def __init__(self, customer_id: CustomerId, *, chats: bool = True) -> None:
        self._customer_id = customer_id
        self._own = customer.stream(customer_id)
        self._streams = {self._own}
        self._claims: set[str] = set()
        self._telling = {BOOKED, *CLAIMS, *((STARTED,) if chats else ())}

    def learns_from(self, one: Seen) -> bool:
        """As the protocol says."""
        return one.tag in self._telling or (one.tag in OWN and one.stream == self._own)

    def learn(self, told: Told) -> None:
        """As the protocol says."""
        own = told.entry.stream == self._own
        match told.event:
            case ConversationStarted(customer_id=self._customer_id, conversation_id=chat):
                self._streams.add(conversation.stream(chat))
            case ConversationOpened(conversation_id=chat) if own:
                self._streams.add(conversation.stream(chat))
            case AppointmentBooked(customer_id=self._customer_id, appointment_id=booked):
                self._visit(booked)
            case VisitPlanned(appointment_id=booked) if own:
                self._visit(booked)
            case TimeHeld(customer_id=self._customer_id, hold_id=held):
                self._claims.add(held)
            case _:
                pass

    def has(self, one: Seen, told: Told | None) -> bool:
        """As the protocol says."""
        return one.stream in self._streams or (told and _claim_of(told)) in self._claims

    def _visit(self, booked: AppointmentId) -> None:
        self._streams |= _streams_of(booked)
        self._claims.add(booked)


def _streams_of(booked: AppointmentId) -> set[str]:
    return {appointment.stream(booked), calendar_entry.stream(booked)}


def _claim_of(told: Told) -> str | None:
    """The hold or appointment that the event of a diary is about."""
    match told.event:
        case TimeHeld(hold_id=claim) | TimeClaimed(appointment_id=claim):
            return claim
        case TimeReleased(claim_id=claim):
            return claim
        case _:
            return None
