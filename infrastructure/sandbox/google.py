"""The emulator of the Google Calendar API."""

from zoneinfo import ZoneInfo

from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.exchange import Answer, Call
from infrastructure.sandbox.google_channels import GoogleChannels
from infrastructure.sandbox.google_error import GoogleError, bad_credentials, not_found
from infrastructure.sandbox.google_event import shown_in
from infrastructure.sandbox.google_fields import masked
from infrastructure.sandbox.google_free_busy import GoogleFreeBusy
from infrastructure.sandbox.google_list import GoogleList
from infrastructure.sandbox.google_store import GoogleStore
from infrastructure.sandbox.google_times import zone_named
from infrastructure.sandbox.google_write import GoogleWrite
from infrastructure.sandbox.loose_json import JsonObject, decoded_object
from infrastructure.sandbox.settings import SandboxCalendar, SandboxSettings


class Google:
    """www.googleapis.com/calendar/v3, as far as a shop calls it."""

    def __init__(  # noqa: PLR0913 - one argument for each part
        self,
        *,
        settings: SandboxSettings,
        store: GoogleStore,
        write: GoogleWrite,
        listing: GoogleList,
        free_busy: GoogleFreeBusy,
        channels: GoogleChannels,
        clock: SandboxClock,
    ) -> None:
        self._settings = settings
        self._store = store
        self._write = write
        self._list = listing
        self._free_busy = free_busy
        self._channels = channels
        self._clock = clock

    async def __call__(self, call: Call) -> Answer:
        """Answer one request."""
        try:
            settings = self._settings
            if call.bearer not in (settings.google_token, settings.google_person):
                raise bad_credentials()
            if call.path[:2] != ("calendar", "v3"):
                raise not_found()
            return _masked(await self._answer(call, call.path[2:]), call)
        except GoogleError as refusal:
            return refusal.answer()

    async def _answer(self, call: Call, path: tuple[str, ...]) -> Answer:
        match call.method, path:
            case "POST", ("freeBusy",) | ("channels", "stop"):
                return await (
                    self._free_busy(call) if path[-1] == "freeBusy" else self._channels.stop(call)
                )
            case "GET", ("users", "me", "calendarList", *rest):
                return self._calendar_list(rest)
            case "GET", ("calendars", calendar_id):
                return Answer.json(_calendar(self._calendar(calendar_id)))
            case _, ("calendars", calendar_id, "events"):
                return await self._on_events(self._calendar(calendar_id), call)
            case _, ("calendars", calendar_id, "events", event_id):
                return await self._on_event(self._calendar(calendar_id), event_id, call)
            case _:
                raise not_found()

    async def _on_events(self, calendar: SandboxCalendar, call: Call) -> Answer:
        match call.method:
            case "GET":
                return await self._list(calendar, call)
            case "POST":
                return await self._write.insert(calendar, call)
            case _:
                raise not_found()

    async def _on_event(self, calendar: SandboxCalendar, event_id: str, call: Call) -> Answer:
        match call.method:
            case "POST" if event_id == "watch":
                return await self._channels.watch(calendar, call, self._clock.now())
            case "GET":
                return await self._get(calendar, event_id, call)
            case "PUT":
                return await self._write.update(calendar, event_id, call)
            case "PATCH":
                return await self._write.patch(calendar, event_id, call)
            case "DELETE":
                return await self._write.delete(calendar, event_id, call)
            case _:
                raise not_found()

    async def _get(self, calendar: SandboxCalendar, event_id: str, call: Call) -> Answer:
        stored = await self._store.find(calendar, event_id)
        if stored is None:
            raise not_found()
        if call.headers.get("if-none-match") == stored.event["etag"]:
            return Answer(status=304)
        zone = zone_named(call.parameter("timeZone") or "") or ZoneInfo(calendar.timezone)
        return Answer.json(shown_in(stored.event, zone))

    def _calendar(self, calendar_id: str) -> SandboxCalendar:
        calendar = self._settings.calendar(calendar_id)
        if calendar is None:
            raise not_found()
        return calendar

    def _calendar_list(self, rest: list[str]) -> Answer:
        if rest:
            return Answer.json(_list_entry(self._calendar("/".join(rest))))
        items = [_list_entry(calendar) for calendar in self._settings.calendars]
        return Answer.json(
            {
                "kind": "calendar#calendarList",
                "etag": '"p1"',
                "nextSyncToken": "c2FuZGJveA==",
                "items": items,
            }
        )


def _masked(answer: Answer, call: Call) -> Answer:
    fields = call.parameter("fields")
    document = decoded_object(answer.body) if fields else None
    return answer if document is None else Answer.json(masked(document, fields))


def _calendar(calendar: SandboxCalendar) -> JsonObject:
    return {
        "kind": "calendar#calendar",
        "etag": '"c1"',
        "id": calendar.id,
        "summary": calendar.summary,
        "timeZone": calendar.timezone,
    }


def _list_entry(calendar: SandboxCalendar) -> JsonObject:
    return {
        **_calendar(calendar),
        "kind": "calendar#calendarListEntry",
        "accessRole": calendar.access_role,
        "defaultReminders": [],
        "selected": True,
    }
