"""Free and busy times: events that take time, merged and clipped; unknown calendars are errors inside."""

import datetime as dt
from zoneinfo import ZoneInfo

from infrastructure.sandbox.exchange import Answer, Call
from infrastructure.sandbox.google_error import empty_range, invalid
from infrastructure.sandbox.google_event import is_cancelled, takes_time
from infrastructure.sandbox.google_store import GoogleStore
from infrastructure.sandbox.google_times import instant_of, parse_instant, utc_text, zone_named
from infrastructure.sandbox.loose_json import JsonObject, decoded_object, objects_in, text_at
from infrastructure.sandbox.recurrence import occurrences
from infrastructure.sandbox.settings import SandboxCalendar, SandboxSettings

MOST_CALENDARS = 50

Period = tuple[dt.datetime, dt.datetime]


class GoogleFreeBusy:
    """`freebusy.query`; the answer is 200 even when a calendar is unknown. Raises `GoogleError`."""

    def __init__(self, store: GoogleStore, settings: SandboxSettings) -> None:
        self._store = store
        self._settings = settings

    async def __call__(self, call: Call) -> Answer:
        """Answer the query."""
        query = decoded_object(call.body)
        if query is None:
            raise invalid("Parse Error", "parseError")
        begin = _bound(query, "timeMin")
        end = _bound(query, "timeMax")
        if end <= begin:
            raise empty_range("parameter timeMax")
        zone = zone_named(text_at(query, "timeZone") or "UTC")
        if zone is None:
            raise invalid("Invalid time zone definition.")
        asked = [text_at(item, "id") for item in objects_in(query.get("items"))]
        calendars = {
            calendar_id: await self._answer(calendar_id, (begin, end), zone, len(asked))
            for calendar_id in asked
        }
        return Answer.json(
            {
                "kind": "calendar#freeBusy",
                "timeMin": utc_text(begin),
                "timeMax": utc_text(end),
                "calendars": calendars,
            }
        )

    async def _answer(
        self, calendar_id: str, window: Period, zone: ZoneInfo, asked: int
    ) -> JsonObject:
        calendar = self._settings.calendar(calendar_id)
        if asked > MOST_CALENDARS:
            return _failed("tooManyCalendarsRequested")
        if calendar is None:
            return _failed("notFound")
        periods = await self._busy(calendar, window)
        return {
            "busy": [
                {
                    "start": start.astimezone(zone).isoformat().replace("+00:00", "Z"),
                    "end": end.astimezone(zone).isoformat().replace("+00:00", "Z"),
                }
                for start, end in merged(periods)
            ]
        }

    async def _busy(self, calendar: SandboxCalendar, window: Period) -> list[Period]:
        zone = ZoneInfo(calendar.timezone)
        begin, end = window
        return [
            (max(begin, instant_of(event["start"], zone)), min(end, instant_of(event["end"], zone)))
            for stored in await self._store.between(calendar, begin, end)
            if not is_cancelled(stored) and takes_time(stored)
            for event in occurrences(stored, zone, window)
        ]


def merged(periods: list[Period]) -> list[Period]:
    """Return the periods in order, those that touch or overlap made one."""
    result: list[Period] = []
    for start, end in sorted(periods):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _bound(query: JsonObject, name: str) -> dt.datetime:
    text = text_at(query, name)
    if not text:
        raise invalid(f"Missing {name} parameter.", "required")
    return parse_instant(text)


def _failed(reason: str) -> JsonObject:
    return {"errors": [{"domain": "global", "reason": reason}], "busy": []}
