"""What happened, in a few words for each kind of event."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from application.events import Erased, Event
from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from domain.calendar_entry import (
    CalendarConflictFound,
    CalendarConflictSettled,
    CalendarDriftSettled,
    CalendarEntryBegun,
    CalendarEntryDrifted,
    CalendarEntryRefused,
    CalendarEntryRemoved,
    CalendarEntryWritten,
    CalendarUnread,
)
from domain.conversation import (
    BookingDrafted,
    ConversationStarted,
    DraftEnded,
    LanguageSwitched,
    MessageReceived,
    MessageUnderstood,
    NoticeSent,
    PersonCalled,
    ReplyComposed,
    ReplyDoubted,
    ReplyLost,
    ReplyProgressed,
    ReplySent,
    ShopTold,
)
from domain.customer import (
    AddressLearned,
    ConversationOpened,
    CustomerMet,
    LanguageChosen,
    NameLearned,
    VisitPlanned,
)
from domain.diary import TimeBlocked, TimeClaimed, TimeHeld, TimeReleased
from domain.retention import ConversationsRemoved
from domain.shop_settings import ShopSettingsLoaded

LONGEST = 90


def tag_of(event: Event | Erased) -> str:
    """The tag under which the event is stored."""
    if isinstance(event, Erased):
        return event.tag
    return str(type(event).__struct_config__.tag)


def detail(event: Event | Erased, zone: ZoneInfo) -> str:
    """The gist of the event, at most 90 characters; times as the shop's walls show them."""
    if isinstance(event, Erased):
        return "erased: the key of this stream is destroyed"
    said = _booking(event, zone) or _talk(event) or _person(event, zone) or _shop(event)
    plain = " ".join(said.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"


def _booking(event: Event, zone: ZoneInfo) -> str:
    match event:
        case AppointmentBooked():
            what = " + ".join(event.services)
            when = _span(event.start, event.end, zone)
            return f"#{event.code} {what} with {event.barber_id}, {when}"
        case AppointmentMoved():
            return f"to {event.barber_id}, {_span(event.start, event.end, zone)}"
        case AppointmentCancelled():
            return f"by {event.by}, {'late' if event.late else 'in time'}"
        case TimeHeld() | TimeClaimed() | TimeBlocked():
            return _span(event.start, event.end, zone)
        case TimeReleased():
            return event.why
        case _:
            return _in_calendar(event, zone)


def _in_calendar(event: Event, zone: ZoneInfo) -> str:
    match event:
        case CalendarEntryBegun() | CalendarEntryWritten() | CalendarEntryRemoved():
            return event.calendar_id
        case CalendarUnread():
            return event.calendar_id
        case CalendarEntryRefused():
            return f"{event.calendar_id}: {event.reason}"
        case CalendarEntryDrifted() | CalendarConflictFound():
            return _found(event, zone)
        case CalendarDriftSettled() | CalendarConflictSettled():
            return event.how
        case _:
            return ""


def _found(event: CalendarEntryDrifted | CalendarConflictFound, zone: ZoneInfo) -> str:
    if event.start is None or event.end is None:
        return "deleted"
    return _span(event.start, event.end, zone)


def _talk(event: Event) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a line
    match event:
        case ConversationStarted():
            return f"in {event.language}"
        case MessageReceived():
            return f"“{event.text}”" if event.text else event.kind
        case MessageUnderstood():
            return f"{', '.join(event.intents)} (by {event.source})"
        case LanguageSwitched():
            return event.language
        case BookingDrafted():
            known = (*event.draft.services, event.draft.barber_id, event.draft.first_day)
            return ", ".join(str(one) for one in known if one) or "nothing known yet"
        case DraftEnded():
            return "booked" if event.appointment_id else "nothing booked"
        case ReplyComposed():
            return f"“{event.reply.body}”" if event.reply.body else "a pin on the map"
        case ReplySent():
            return "taken by WhatsApp"
        case ReplyProgressed():
            return event.status
        case ReplyDoubted():
            return "nobody knows whether it was sent"
        case ReplyLost():
            return "waits for a person"
        case NoticeSent():
            return "taken by WhatsApp"
        case ShopTold():
            return f"{event.about}: {event.detail}"
        case PersonCalled():
            return event.why
        case _:
            return ""


def _person(event: Event, zone: ZoneInfo) -> str:  # noqa: PLR0911 - one case a line
    match event:
        case CustomerMet():
            return event.name or "without a name"
        case AddressLearned():
            return event.address.wa_id or event.address.bsuid or ""
        case NameLearned():
            return event.name
        case ConversationOpened():
            return f"with {event.shop_id}"
        case LanguageChosen():
            return event.language
        case VisitPlanned():
            return f"with {event.barber_id}, {_span(event.start, event.end, zone)}"
        case _:
            return ""


def _shop(event: Event) -> str:
    match event:
        case ShopSettingsLoaded():
            return f"{event.shop.name}, version {event.shop.version}"
        case ConversationsRemoved():
            return f"{event.conversations} ended conversations"
        case _:
            return ""


def _span(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    first, last = start.astimezone(zone), end.astimezone(zone)
    return f"{first:%a} {first.day} {first:%b} {first:%H:%M} to {last:%H:%M}"


def as_json(value: object) -> str:
    """The value as JSON that people can read."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
