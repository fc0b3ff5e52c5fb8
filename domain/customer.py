"""Who books: how a person is reached and spoken to, and which visits lie ahead of them.

All of its events are personal data, encrypted with a key of the customer's own.
"""

from datetime import datetime
from typing import assert_never

import msgspec

from domain.errors import TooManyBookings
from domain.identifiers import (
    AppointmentId,
    BarberId,
    ConversationId,
    CustomerId,
    ServiceId,
    ShopId,
)


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """How WhatsApp names a person: by phone (`wa_id`, digits), by business-scoped id, or both."""

    wa_id: str | None = None
    bsuid: str | None = None
    username: str | None = None

    def __post_init__(self) -> None:
        if not (self.wa_id or self.bsuid):
            raise ValueError("an address has a wa_id or a business-scoped id")


class CustomerMet(msgspec.Struct, frozen=True, kw_only=True, tag="customer.met"):
    """The first message of somebody unknown."""

    customer_id: CustomerId
    address: Address
    name: str | None


class AddressLearned(msgspec.Struct, frozen=True, kw_only=True, tag="customer.address_learned"):
    """The person writes under another identifier, or a further one; answers go there."""

    address: Address


class NameLearned(msgspec.Struct, frozen=True, kw_only=True, tag="customer.name_learned"):
    """The name that the person's profile shows."""

    name: str


class NameGiven(msgspec.Struct, frozen=True, kw_only=True, tag="customer.name_given"):
    """The name that the person wrote; it goes before the profile's."""

    name: str


class LanguageChosen(msgspec.Struct, frozen=True, kw_only=True, tag="customer.language_chosen"):
    """The language to speak with the person."""

    language: str


class ConversationOpened(
    msgspec.Struct, frozen=True, kw_only=True, tag="customer.conversation_opened"
):
    """A new chat session with one shop began."""

    shop_id: ShopId
    conversation_id: ConversationId


class VisitPlanned(msgspec.Struct, frozen=True, kw_only=True, tag="customer.visit_planned"):
    """The customer has an appointment ahead, new or moved there."""

    appointment_id: AppointmentId
    shop_id: ShopId
    barber_id: BarberId
    services: tuple[ServiceId, ...]
    start: datetime
    end: datetime


class VisitCalledOff(msgspec.Struct, frozen=True, kw_only=True, tag="customer.visit_called_off"):
    """An appointment of the customer's was cancelled."""

    appointment_id: AppointmentId


class OptedOut(msgspec.Struct, frozen=True, kw_only=True, tag="customer.opted_out"):
    """The person wants no reminders and offers any more."""


class OptedIn(msgspec.Struct, frozen=True, kw_only=True, tag="customer.opted_in"):
    """The person wants reminders and offers again."""


CustomerEvent = (
    CustomerMet
    | AddressLearned
    | NameLearned
    | NameGiven
    | LanguageChosen
    | ConversationOpened
    | VisitPlanned
    | VisitCalledOff
    | OptedOut
    | OptedIn
)


class Customer(msgspec.Struct, frozen=True, kw_only=True):
    """A person as known; before the first message nothing is (`id` is empty)."""

    id: CustomerId = CustomerId("")
    address: Address | None = None
    profile_name: str | None = None
    given_name: str | None = None
    language: str | None = None
    conversations: dict[ShopId, ConversationId] = {}
    visits: tuple[VisitPlanned, ...] = ()
    opted_out: bool = False

    @property
    def name(self) -> str | None:
        """How to call the person, if anything is known."""
        return self.given_name or self.profile_name

    def hear_from(self, address: Address, name: str | None) -> tuple[CustomerEvent, ...]:
        """What a message tells about its sender; nothing if it is known."""
        learned: tuple[CustomerEvent, ...] = ()
        if self._completed(address) != self.address:
            learned += (AddressLearned(address=self._completed(address)),)
        if name and name != self.profile_name:
            learned += (NameLearned(name=name),)
        return learned

    def call(self, name: str) -> tuple[CustomerEvent, ...]:
        """Take the name that the person wrote; nothing if it is that one."""
        return () if name == self.given_name else (NameGiven(name=name),)

    def speak(self, language: str) -> tuple[CustomerEvent, ...]:
        """Choose the language; nothing if it is that one."""
        return () if language == self.language else (LanguageChosen(language=language),)

    def plan(self, visit: VisitPlanned, *, limit: int, now: datetime) -> tuple[CustomerEvent, ...]:
        """Take a new visit in; nothing if it is in.

        Raises `TooManyBookings` where `limit` open ones stand already.
        """
        if visit in self.visits:
            return ()
        if len(self.open_visits(visit.shop_id, now)) >= limit:
            raise TooManyBookings(limit)
        return (visit,)

    def replan(self, visit: VisitPlanned) -> tuple[CustomerEvent, ...]:
        """Note the new time of a visit."""
        return () if visit in self.visits else (visit,)

    def call_off(self, appointment_id: AppointmentId) -> tuple[CustomerEvent, ...]:
        """Take a visit out; nothing if there is none."""
        known = any(one.appointment_id == appointment_id for one in self.visits)
        return (VisitCalledOff(appointment_id=appointment_id),) if known else ()

    def opt_out(self) -> tuple[CustomerEvent, ...]:
        """Want no more reminders and offers; nothing if it is so."""
        return () if self.opted_out else (OptedOut(),)

    def opt_in(self) -> tuple[CustomerEvent, ...]:
        """Want reminders and offers; nothing if it is so."""
        return (OptedIn(),) if self.opted_out else ()

    def open_visits(self, shop_id: ShopId, now: datetime) -> tuple[VisitPlanned, ...]:
        """The visits in that shop that have not begun, soonest first."""
        ahead = (one for one in self.visits if one.shop_id == shop_id and one.start > now)
        return tuple(sorted(ahead, key=lambda one: one.start))

    def _completed(self, address: Address) -> Address:
        """The address as received; a username that it leaves out is kept."""
        kept = self.address.username if self.address else None
        return msgspec.structs.replace(address, username=address.username or kept)


def evolve(customer: Customer, event: CustomerEvent) -> Customer:  # noqa: C901, PLR0911 - one case a line
    """The customer after the event."""
    replace = msgspec.structs.replace
    match event:
        case CustomerMet():
            return Customer(
                id=event.customer_id,
                address=event.address,
                profile_name=event.name,
            )
        case AddressLearned():
            return replace(customer, address=event.address)
        case NameLearned():
            return replace(customer, profile_name=event.name)
        case NameGiven():
            return replace(customer, given_name=event.name)
        case LanguageChosen():
            return replace(customer, language=event.language)
        case ConversationOpened():
            opened = {**customer.conversations, event.shop_id: event.conversation_id}
            return replace(customer, conversations=opened)
        case VisitPlanned():
            return replace(customer, visits=(*_without(customer, event.appointment_id), event))
        case VisitCalledOff():
            return replace(customer, visits=_without(customer, event.appointment_id))
        case OptedOut():
            return replace(customer, opted_out=True)
        case OptedIn():
            return replace(customer, opted_out=False)
        case _:
            assert_never(event)


def stream(customer_id: CustomerId) -> str:
    """The name of a customer's event stream."""
    return f"customer:{customer_id}"


def _without(customer: Customer, appointment_id: AppointmentId) -> tuple[VisitPlanned, ...]:
    return tuple(one for one in customer.visits if one.appointment_id != appointment_id)
