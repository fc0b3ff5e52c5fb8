"""Each fake keeps to the contract of the real adapter; one that does nothing breaks it."""

import inspect
import re
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from application.ports import Calendar, CalendarEntry, Clock, Identities, Messenger, Template
from domain.customer import Address
from domain.reply import Reply
from infrastructure.google.calendar import GoogleCalendar
from infrastructure.google.connection import GoogleConnection, token_credentials
from infrastructure.identities import RandomIdentities
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.system_clock import SystemClock
from infrastructure.whatsapp.messenger import WhatsAppMessenger, whatsapp_client
from tests.application.calendar_contract import Board, CalendarContract, Shown
from tests.application.counter import NOW
from tests.application.messenger_contract import ANA, NUMBER, Line, MessengerContract
from tests.fakes.calendar import InMemoryCalendar
from tests.fakes.clock import StandingClock
from tests.fakes.identities import CountedIdentities
from tests.fakes.messenger import InMemoryMessenger
from tests.sandbox.running import BEARER, LUIS, RunningSandbox

Rule = Callable[..., Coroutine[object, object, None]]


class FakeLine:
    def __init__(self) -> None:
        self.messenger = InMemoryMessenger(StandingClock(NOW), numbers=(NUMBER,))

    def hear(self) -> str:
        self.messenger.hear(NUMBER, ANA)
        return "wamid.1"

    def received(self) -> list[str]:
        contents = [one.content for one in self.messenger.sent]
        return ["template" if isinstance(one, Template) else "text" for one in contents]

    def sees_typing(self) -> bool:
        return any(one.typing for one in self.messenger.seen_messages)


class RealLine:
    def __init__(self, sandbox: RunningSandbox, client: httpx.AsyncClient) -> None:
        self.messenger = WhatsAppMessenger(client, access_token="sandbox", version="v26.0")
        self._sandbox = sandbox

    def hear(self) -> str:
        return self._sandbox.say("hola")

    def received(self) -> list[str]:
        sent = [one for one in self._sandbox.chat() if one["direction"] == "out"]
        return [str(one["type"]) for one in sent if one["status"] != "failed"]

    def sees_typing(self) -> bool:
        phone: dict[str, object] = self._sandbox.http.get(f"/sandbox/phones/{ANA.wa_id}").json()
        return phone["typing"] is True


class Deaf:
    async def send(
        self, content: Reply | Template, *, phone_number_id: str, to: Address, callback: str
    ) -> str:
        del content, phone_number_id, to, callback
        return ""

    async def seen(self, message_id: str, *, phone_number_id: str, typing: bool) -> None:
        del message_id, phone_number_id, typing


class DeafLine:
    def __init__(self) -> None:
        self.messenger: Messenger = Deaf()

    def hear(self) -> str:
        return ""

    def received(self) -> list[str]:
        return []

    def sees_typing(self) -> bool:
        return False


class TestInMemoryMessenger(MessengerContract):
    @pytest.fixture
    def line(self) -> Line:
        return FakeLine()


class TestWhatsAppMessenger(MessengerContract):
    @pytest.fixture
    async def line(self, silent_sandbox: RunningSandbox) -> AsyncIterator[Line]:
        async with whatsapp_client(f"{silent_sandbox.url}/sandbox/graph") as client:
            yield RealLine(silent_sandbox, client)


class FakeBoard:
    def __init__(self) -> None:
        self.calendar = InMemoryCalendar((LUIS,))

    def shown(self) -> Shown:
        entries = self.calendar.entries.values()
        return {one.event_id: (one.start, one.summary) for one in entries}

    def deletes(self, event_id: str) -> None:
        del self.calendar.entries[LUIS, event_id]


class RealBoard:
    def __init__(self, sandbox: RunningSandbox) -> None:
        self.calendar = GoogleCalendar(
            GoogleConnection(
                token_credentials("sandbox"), api_url=f"{sandbox.url}/sandbox/google/calendar/v3/"
            )
        )
        self._sandbox = sandbox

    def shown(self) -> Shown:
        path = f"/sandbox/google/calendar/v3/calendars/{LUIS}/events"
        found = self._sandbox.http.get(path, headers=BEARER).json()["items"]
        return {one["id"]: (_start(one), one["summary"]) for one in found}

    def deletes(self, event_id: str) -> None:
        path = f"/sandbox/google/calendar/v3/calendars/{LUIS}/events/{event_id}"
        assert self._sandbox.http.delete(path, headers=BEARER).status_code == 204


def _start(event: dict[str, dict[str, str]]) -> datetime:
    return datetime.fromisoformat(event["start"]["dateTime"]).astimezone(UTC)


class Blank:
    async def put(self, entry: CalendarEntry, *, standing: str | None = None) -> str:
        del entry, standing
        return ""

    async def remove(self, calendar_id: str, event_id: str) -> None:
        del calendar_id, event_id


class BlankBoard:
    def __init__(self) -> None:
        self.calendar: Calendar = Blank()

    def shown(self) -> Shown:
        return {}

    def deletes(self, event_id: str) -> None:
        del event_id


class TestInMemoryCalendar(CalendarContract):
    @pytest.fixture
    def board(self) -> Board:
        return FakeBoard()


class TestGoogleCalendar(CalendarContract):
    @pytest.fixture
    async def board(self, silent_sandbox: RunningSandbox) -> AsyncIterator[Board]:
        made = RealBoard(silent_sandbox)
        yield made
        await made.calendar.close()


def rules_of(contract: type) -> list[Rule]:
    found = inspect.getmembers(contract, inspect.iscoroutinefunction)
    return [rule for name, rule in found if name.startswith("test_")]


@pytest.mark.parametrize("rule", rules_of(MessengerContract))
async def test_a_messenger_that_does_nothing_breaks_every_rule(rule: Rule) -> None:
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        await rule(MessengerContract(), DeafLine())


@pytest.mark.parametrize("rule", rules_of(CalendarContract))
async def test_a_calendar_that_does_nothing_breaks_every_rule(rule: Rule) -> None:
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        await rule(CalendarContract(), BlankBoard())


@pytest.fixture(params=["system", "sandbox", "standing"])
def clock(request: pytest.FixtureRequest, tmp_path: Path) -> Clock:
    clocks: dict[str, Clock] = {
        "system": SystemClock(),
        "sandbox": SandboxClock(tmp_path / "clock", "America/New_York"),
        "standing": StandingClock(NOW),
    }
    return clocks[request.param]


def test_every_clock_tells_instants_in_utc_and_never_goes_back(clock: Clock) -> None:
    first, second = clock.now(), clock.now()

    assert first.utcoffset() == timedelta(0)
    assert first <= second


@pytest.mark.parametrize("identities", [RandomIdentities(), CountedIdentities()])
def test_every_name_is_new_and_has_its_form(identities: Identities) -> None:
    names = [identities.fresh() for _ in range(2000)]

    assert len(set(names)) == len(names)
    assert len({name[:6] for name in names[:50]}) == 50
    assert [name for name in names if not re.fullmatch(r"[0-9a-v]{16}", name)] == []


def test_the_contracts_have_rules() -> None:
    assert (len(rules_of(MessengerContract)), len(rules_of(CalendarContract))) == (4, 8)
