import json
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import msgspec
import pytest

from application.ports import CalendarEntry, CalendarRefused, InDoubt, Unavailable
from application.understanding.reading import Context, OpenHours, Reading, Topic
from domain.customer import Address
from domain.reply import Reply
from infrastructure.google.calendar import GoogleCalendar
from infrastructure.google.connection import GoogleConnection, token_credentials
from infrastructure.grok.interpreter import GrokInterpreter, grok_client
from infrastructure.redis.clients import connect_async
from infrastructure.whatsapp.messenger import WhatsAppMessenger, whatsapp_client
from tests.adapters.grok import ASKER, gate_over
from tests.sandbox.faulting import SEND, left, switch_on
from tests.sandbox.running import ANA, BEARER, LUIS, NUMBER, ZONE, RunningSandbox
from tests.sandbox.test_xai import script

HELLO = Reply(body="Hello")
ENTRY = CalendarEntry(
    calendar_id=LUIS,
    event_id="bk0c9q3v7m2a5h1r",
    appointment_id="a-1",
    start=datetime(2026, 12, 1, 22, 0, tzinfo=UTC),
    end=datetime(2026, 12, 1, 22, 30, tzinfo=UTC),
    timezone=ZONE,
    summary="Haircut · Ana",
    description="a-1",
    location="Central Barbershop",
)
CONTEXT = Context(
    today=date(2026, 11, 24),
    now=time(10, 0),
    language="en",
    services=(Topic(id="haircut", names=("Haircut",)),),
    barbers=(Topic(id="luis", names=("Luis",)),),
    hours=tuple(OpenHours(weekday=day, start=time(9), end=time(19)) for day in range(6)),
)
EVENTS = f"/sandbox/google/calendar/v3/calendars/{LUIS}/events"
INSERT = "POST /calendars/*/events"


@pytest.fixture
async def messenger(silent_sandbox: RunningSandbox) -> AsyncIterator[WhatsAppMessenger]:
    silent_sandbox.say("hi")
    async with whatsapp_client(f"{silent_sandbox.url}/sandbox/graph") as client:
        yield WhatsAppMessenger(client, access_token="sandbox", version="v26.0")


@pytest.fixture
async def calendar(silent_sandbox: RunningSandbox) -> AsyncIterator[GoogleCalendar]:
    made = GoogleCalendar(
        GoogleConnection(
            token_credentials("sandbox"),
            api_url=f"{silent_sandbox.url}/sandbox/google/calendar/v3/",
        )
    )
    yield made
    await made.close()


async def send(messenger: WhatsAppMessenger) -> str:
    return await messenger.send(
        HELLO, phone_number_id=NUMBER.id, to=Address(wa_id=ANA), callback="c-1"
    )


def arrived(sandbox: RunningSandbox) -> list[object]:
    return [message["id"] for message in sandbox.chat() if message["direction"] == "out"]


def events(sandbox: RunningSandbox) -> list[dict[str, object]]:
    found: list[dict[str, object]] = sandbox.http.get(EVENTS, headers=BEARER).json()["items"]
    return found


@pytest.mark.parametrize("status", [500, 503, 429])
async def test_a_message_that_whatsapp_could_not_take_is_sent_at_the_next_try(
    silent_sandbox: RunningSandbox, messenger: WhatsAppMessenger, status: int
) -> None:
    switch_on(silent_sandbox, {"service": "graph", "when": SEND, "status": status, "times": 1})

    with pytest.raises(Unavailable):
        await send(messenger)
    sent = await send(messenger)

    assert arrived(silent_sandbox) == [sent]


async def test_whatsapps_wish_to_wait_is_passed_on(
    silent_sandbox: RunningSandbox, messenger: WhatsAppMessenger
) -> None:
    fault = {"service": "graph", "status": 429, "headers": {"Retry-After": 90}}
    switch_on(silent_sandbox, fault)

    with pytest.raises(Unavailable) as asked:
        await send(messenger)

    assert asked.value.retry_after == timedelta(seconds=90)


@pytest.mark.parametrize("ending", ["reset", "close"])
async def test_a_message_whose_reply_was_lost_is_in_doubt_and_not_sent_again_at_once(
    silent_sandbox: RunningSandbox, messenger: WhatsAppMessenger, ending: str
) -> None:
    switch_on(silent_sandbox, {"service": "graph", "when": SEND, "cut": "after", "ending": ending})

    with pytest.raises(InDoubt):
        await send(messenger)

    assert len(arrived(silent_sandbox)) == 1


async def test_a_calendar_that_was_down_holds_the_entry_after_the_next_try(
    silent_sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    switch_on(silent_sandbox, {"service": "google", "status": 503, "times": 1})

    with pytest.raises(Unavailable):
        await calendar.put(ENTRY)
    await calendar.put(ENTRY)

    assert [event["id"] for event in events(silent_sandbox)] == [ENTRY.event_id]


async def test_an_insert_whose_reply_was_lost_leaves_exactly_one_event(
    silent_sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    switch_on(silent_sandbox, {"service": "google", "when": INSERT, "cut": "after", "times": 1})

    with pytest.raises(Unavailable):
        await calendar.put(ENTRY)
    await calendar.put(ENTRY)

    assert [event["id"] for event in events(silent_sandbox)] == [ENTRY.event_id]


async def test_an_insert_that_httplib2_sends_twice_by_itself_leaves_exactly_one_event(
    silent_sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    closed = {"service": "google", "when": INSERT, "cut": "after", "ending": "close"}
    switch_on(silent_sandbox, {**closed, "times": 1})

    await calendar.put(ENTRY)

    assert [event["id"] for event in events(silent_sandbox)] == [ENTRY.event_id]
    assert left(silent_sandbox) == [0]


async def test_a_move_whose_reply_was_lost_is_made_once(
    silent_sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    await calendar.put(ENTRY)
    later = msgspec.structs.replace(ENTRY, end=ENTRY.end + timedelta(minutes=30))
    switch_on(silent_sandbox, {"service": "google", "when": "PUT", "cut": "after", "times": 1})

    with pytest.raises(Unavailable):
        await calendar.put(later)
    await calendar.put(later)

    (event,) = events(silent_sandbox)
    end = datetime.fromisoformat(msgspec.convert(event["end"], dict[str, str])["dateTime"])
    assert end == later.end


async def test_a_removal_whose_reply_was_lost_is_fine_at_the_second_try(
    silent_sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    await calendar.put(ENTRY)
    switch_on(silent_sandbox, {"service": "google", "when": "DELETE", "cut": "after", "times": 1})

    with pytest.raises(Unavailable):
        await calendar.remove(LUIS, ENTRY.event_id)
    await calendar.remove(LUIS, ENTRY.event_id)

    assert events(silent_sandbox) == []


async def test_a_calendar_that_is_no_longer_shared_is_a_refusal(
    silent_sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    switch_on(silent_sandbox, {"service": "google", "when": "/calendars/*", "status": 404})

    with pytest.raises(CalendarRefused):
        await calendar.put(ENTRY)


@pytest.mark.parametrize(
    "fault", [{"cut": "after"}, {"status": 503}, {"status": 429}, {"delay_ms": 900}]
)
async def test_a_model_in_trouble_is_a_message_that_is_not_understood(
    silent_sandbox: RunningSandbox, empty_redis: Path, fault: dict[str, object]
) -> None:
    empty = dict.fromkeys(("barber", "day_phrase", "time_phrase"))
    script(silent_sandbox, ("*", json.dumps({"intent": "book", "services": ["haircut"], **empty})))
    api_url = f"{silent_sandbox.url}/sandbox/xai/v1"
    deadline = timedelta(seconds=0.5)
    async with (
        grok_client(api_url=api_url, api_key="sandbox") as client,
        connect_async(f"unix://{empty_redis}") as redis_client,
    ):
        gate = gate_over(redis_client)
        interpreter = GrokInterpreter(client, gate, deadline=deadline)
        switch_on(silent_sandbox, {"service": "xai", **fault})
        troubled = await interpreter.read("do my hair", CONTEXT, (), asker=ASKER)
        silent_sandbox.http.delete("/sandbox/faults")
        interpreter = GrokInterpreter(client, gate)
        calm = await interpreter.read("do my hair", CONTEXT, (), asker=ASKER)

    assert troubled == Reading(source="model")
    assert calm.intents == ("book",)
