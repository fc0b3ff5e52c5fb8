"""What a replay keeps of each stream, and how the next event of the stream changes it."""

import msgspec

from application.events import Erased
from application.ports import Recorded
from application.replaying.day_sheet import DaySheet, noted
from application.replaying.visit_story import VisitStory, told
from domain import calendar_entry, shop_settings
from domain.appointment import AppointmentEvent
from domain.calendar_entry import CalendarEntries, CalendarEntryEvent
from domain.diary import DiaryEvent
from domain.shop_settings import ShopSettings, ShopSettingsEvent


class CalendarTrace(msgspec.Struct, frozen=True, kw_only=True, tag="calendar"):
    """An appointment's calendar entries at that version of their stream."""

    version: int = 0
    entries: CalendarEntries = CalendarEntries()


class SettingsInForce(msgspec.Struct, frozen=True, kw_only=True, tag="shop"):
    """A shop's settings at that version of their stream."""

    version: int = 0
    settings: ShopSettings = ShopSettings()


State = VisitStory | DaySheet | CalendarTrace | SettingsInForce


class WrongStream(Exception):
    """A stream holds an event that is none of its own."""

    def __init__(self, recorded: Recorded) -> None:
        super().__init__(recorded.position, recorded.stream)
        self.position = recorded.position
        self.stream = recorded.stream


def after(state: State | None, recorded: Recorded) -> State | None:
    """What is kept of the stream after that event; `None` where replays keep nothing of it.

    Raises `WrongStream`.
    """
    event, version = recorded.event, recorded.version
    if isinstance(event, AppointmentEvent) and isinstance(state, VisitStory | None):
        return told(state or VisitStory(), event, version)
    if isinstance(event, DiaryEvent) and isinstance(state, DaySheet | None):
        return noted(state or DaySheet(), event, version)
    if isinstance(event, CalendarEntryEvent) and isinstance(state, CalendarTrace | None):
        entries = state.entries if state else CalendarEntries()
        return CalendarTrace(version=version, entries=calendar_entry.evolve(entries, event))
    if isinstance(event, ShopSettingsEvent) and isinstance(state, SettingsInForce | None):
        settings = state.settings if state else ShopSettings()
        return SettingsInForce(version=version, settings=shop_settings.evolve(settings, event))
    if state is None or isinstance(event, Erased):
        return state
    raise WrongStream(recorded)
