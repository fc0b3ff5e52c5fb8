"""Every event that can be recorded, and whose streams hold personal data."""

from domain.appointment import AppointmentEvent
from domain.calendar_entry import CalendarEntryEvent
from domain.conversation import ConversationEvent
from domain.customer import CustomerEvent
from domain.diary import DiaryEvent

Event = AppointmentEvent | CalendarEntryEvent | ConversationEvent | CustomerEvent | DiaryEvent

PERSONAL = ConversationEvent | CustomerEvent
