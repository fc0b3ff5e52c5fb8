"""A running sandbox as its users see it: phones, the clock and the barbers' calendars."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

import httpx
import msgspec

from entrypoints.settings import SANDBOX_TOKEN
from infrastructure.sandbox.chat_message import ChatMessage

T = TypeVar("T")
Body = Mapping[str, object] | Sequence[Mapping[str, object]]

PATIENCE = 10.0  # seconds for one call


class NoSandbox(Exception):
    """No sandbox answers there."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class SandboxRefused(Exception):
    """The sandbox does not do that; `why` are its own words."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(status, why)
        self.status = status
        self.why = why


class ClockFace(msgspec.Struct):
    """What the shop's clock shows, with the shop's offset."""

    now: datetime
    timezone: str
    running: bool


class Moment(msgspec.Struct, rename="camel"):
    """A start or an end; without `date_time` it is a whole day."""

    date_time: datetime | None = None


class Entry(msgspec.Struct):
    """An event of a calendar."""

    start: Moment = msgspec.field(default_factory=Moment)
    end: Moment = msgspec.field(default_factory=Moment)
    summary: str = ""


class CalendarName(msgspec.Struct):
    """A calendar and the name that it shows."""

    id: str
    summary: str


class _Calendars(msgspec.Struct):
    items: tuple[CalendarName, ...]


class _Entries(msgspec.Struct):
    items: tuple[Entry, ...] = ()


class _Fault(msgspec.Struct):
    detail: str = ""


class _Phone(msgspec.Struct):
    typing: bool


class _Sent(msgspec.Struct):
    id: str


class SandboxClient:
    """Calls the sandbox. Every call raises `NoSandbox` and `SandboxRefused`."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._http = httpx.Client(base_url=self.url, timeout=PATIENCE, trust_env=False)

    def close(self) -> None:
        """Hang up."""
        self._http.close()

    def send(self, wa_id: str, body: Mapping[str, object]) -> str:
        """Send as the customer with that phone, and return the message's id."""
        return self._call("POST", f"/sandbox/phones/{wa_id}/messages", _Sent, body).id

    def chat(self, wa_id: str) -> list[ChatMessage]:
        """Both sides of the chat, oldest message first."""
        return self._call("GET", f"/sandbox/phones/{wa_id}/messages", list[ChatMessage])

    def is_typing_to(self, wa_id: str) -> bool:
        """Whether that phone, which has sent or got something, shows the shop as typing."""
        return self._call("GET", f"/sandbox/phones/{wa_id}", _Phone).typing

    def clock(self) -> ClockFace:
        """What the shop's clock shows."""
        return self._call("GET", "/sandbox/clock", ClockFace)

    def zone(self) -> ZoneInfo:
        """The shop's zone."""
        return ZoneInfo(self.clock().timezone)

    def set_clock(self, now: datetime, *, running: bool) -> ClockFace:
        """Set the shop's clock to an aware instant."""
        wish = {"now": now.isoformat(), "running": running}
        return self._call("PUT", "/sandbox/clock", ClockFace, wish)

    def shift_clock(self, by: timedelta) -> ClockFace:
        """Move the shop's clock."""
        wish = {"shift_seconds": by.total_seconds()}
        return self._call("PUT", "/sandbox/clock", ClockFace, wish)

    def calendars(self) -> tuple[CalendarName, ...]:
        """The barbers' calendars in the shop's order."""
        return self._call("GET", f"{_GOOGLE}/users/me/calendarList", _Calendars).items

    def entries(self, calendar_id: str) -> tuple[Entry, ...]:
        """What stands in a calendar, earliest first."""
        query = "singleEvents=true&orderBy=startTime"
        return self._call("GET", f"{_events(calendar_id)}?{query}", _Entries).items

    def write_entry(
        self, calendar_id: str, *, start: datetime, end: datetime, summary: str
    ) -> Entry:
        """Put an event into a calendar, as a barber would by hand."""
        body = {
            "summary": summary,
            "start": {"dateTime": start.isoformat()},
            "end": {"dateTime": end.isoformat()},
        }
        return self._call("POST", _events(calendar_id), Entry, body)

    def script_model(self, answers: Sequence[tuple[str, str]]) -> None:
        """Let the model answer so to messages with such words, and to no others."""
        script = [{"contains": words, "content": content} for words, content in answers]
        self._call("PUT", "/sandbox/xai/answers", list[dict[str, str]], script)

    def _call(self, method: str, path: str, kind: type[T], body: Body | None = None) -> T:
        headers = {"authorization": f"Bearer {SANDBOX_TOKEN}"}
        content = None if body is None else msgspec.json.encode(body)
        try:
            answer = self._http.request(method, path, headers=headers, content=content)
        except httpx.TransportError as error:
            raise NoSandbox(self.url) from error
        if not answer.is_success:
            raise SandboxRefused(answer.status_code, _words(answer))
        try:
            return msgspec.json.decode(answer.content, type=kind)
        except msgspec.MsgspecError as error:
            raise NoSandbox(self.url) from error


_GOOGLE = "/sandbox/google/calendar/v3"


def _events(calendar_id: str) -> str:
    return f"{_GOOGLE}/calendars/{calendar_id}/events"


def _words(answer: httpx.Response) -> str:
    try:
        return msgspec.json.decode(answer.content, type=_Fault).detail or answer.reason_phrase
    except msgspec.MsgspecError:
        return answer.reason_phrase
