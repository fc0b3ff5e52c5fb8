"""Every event that can be recorded, and whose streams hold personal data."""

import msgspec

from domain.appointment import AppointmentEvent
from domain.calendar_entry import CalendarEntryEvent
from domain.conversation import ConversationEvent
from domain.customer import CustomerEvent
from domain.diary import DiaryEvent
from domain.retention import RetentionEvent
from domain.shop_settings import ShopSettingsEvent

Event = (
    AppointmentEvent
    | CalendarEntryEvent
    | ConversationEvent
    | CustomerEvent
    | DiaryEvent
    | RetentionEvent
    | ShopSettingsEvent
)

PERSONAL = ConversationEvent | CustomerEvent


class Erased(msgspec.Struct, frozen=True, kw_only=True):
    """Stands for a personal event that nobody can read any more: its stream's key is destroyed."""

    tag: str
