"""The barbers' calendars in memory, held to the contract of Google's over HTTP."""

from collections.abc import Collection

from application.ports import CalendarEntry, CalendarRefused


class InMemoryCalendar:
    """The calendar port; `steps` has what was done in its order, `will` lets the next calls fail."""

    def __init__(self, calendars: Collection[str]) -> None:
        self.entries: dict[tuple[str, str], CalendarEntry] = {}
        self.steps: list[tuple[str, str, str]] = []
        self._calendars = frozenset(calendars)
        self._errors: list[Exception] = []

    def will(self, *errors: Exception) -> None:
        self._errors.extend(errors)

    async def put(self, entry: CalendarEntry) -> None:
        self._refuse(entry.calendar_id)
        self.steps.append(("put", entry.calendar_id, entry.event_id))
        self.entries[entry.calendar_id, entry.event_id] = entry

    async def remove(self, calendar_id: str, event_id: str) -> None:
        self._refuse(calendar_id)
        self.steps.append(("remove", calendar_id, event_id))
        self.entries.pop((calendar_id, event_id), None)

    def _refuse(self, calendar_id: str) -> None:
        if self._errors:
            raise self._errors.pop(0)
        if calendar_id not in self._calendars:
            raise CalendarRefused("notFound")
