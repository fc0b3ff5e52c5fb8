"""Writing the barbers' calendars."""

from datetime import datetime
from typing import Protocol

import msgspec


class CalendarEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An appointment as the barbers see it in their calendar."""

    calendar_id: str
    event_id: str
    appointment_id: str
    start: datetime
    end: datetime
    timezone: str
    summary: str
    description: str
    location: str


class CalendarRefused(Exception):
    """The calendar will not take the change, for a reason that a person has to mend."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class EntryDeleted(Exception):
    """A person deleted the entry in the calendar; it is not written again unasked."""


class Calendar(Protocol):
    """The barbers' calendars: a projection of the appointments, never the lock."""

    async def put(self, entry: CalendarEntry, *, standing: str | None = None) -> str:
        """Bring the entry to exactly this state, new or not, and tell the etag that it has then.

        `standing` is the etag of the last write of an entry that should be there, empty where that
        is not known: where a person has deleted it since, `EntryDeleted` is raised and nothing
        written. Raises `Unavailable`, `CalendarRefused`.
        """
        ...

    async def remove(self, calendar_id: str, event_id: str) -> None:
        """Take the entry out; fine if it is gone. Raises `Unavailable`, `CalendarRefused`."""
        ...
