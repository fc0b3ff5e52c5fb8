"""The barbers' calendars in memory, held to the contract of Google's over HTTP."""

from collections.abc import Collection

from application.ports import CalendarEntry, CalendarRefused, EntryDeleted


class InMemoryCalendar:
    """The calendar port; `steps` has what was done in its order, `will` lets the next calls fail."""

    def __init__(self, calendars: Collection[str]) -> None:
        self.entries: dict[tuple[str, str], CalendarEntry] = {}
        self.steps: list[tuple[str, str, str]] = []
        self._calendars = frozenset(calendars)
        self._errors: list[Exception | None] = []

    def will(self, *errors: Exception) -> None:
        self._errors.extend(errors)

    def will_after_a_step(self, error: Exception) -> None:
        """Let the next call succeed and the one after it fail."""
        self._errors.extend((None, error))

    async def put(self, entry: CalendarEntry, *, standing: str | None = None) -> str:
        self._refuse(entry.calendar_id)
        if standing is not None and (entry.calendar_id, entry.event_id) not in self.entries:
            raise EntryDeleted
        self.steps.append(("put", entry.calendar_id, entry.event_id))
        self.entries[entry.calendar_id, entry.event_id] = entry
        return f'"{len(self.steps)}"'

    async def remove(self, calendar_id: str, event_id: str) -> None:
        self._refuse(calendar_id)
        self.steps.append(("remove", calendar_id, event_id))
        self.entries.pop((calendar_id, event_id), None)

    def _refuse(self, calendar_id: str) -> None:
        error = self._errors.pop(0) if self._errors else None
        if error is not None:
            raise error
        if calendar_id not in self._calendars:
            raise CalendarRefused("notFound")
