import asyncio
import time
import traceback
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import msgspec
import pytest

from application.ports import CalendarEntry, CalendarRefused, EntryDeleted, Unavailable
from infrastructure.google.calendar import GoogleCalendar
from infrastructure.google.connection import GoogleConnection, token_credentials
from tests.adapters.scripted_server import (
    BROKEN,
    CUT,
    EMPTY,
    HTML,
    HTML_200,
    SILENT,
    Scripted,
    ScriptedServer,
    document,
)
from tests.sandbox.faulting import switch_on
from tests.sandbox.running import BEARER, LUIS, READ_ONLY, ZONE, RunningSandbox

CUT_AT = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)
ENTRY = CalendarEntry(
    calendar_id=LUIS,
    event_id="bk0c9q3v7m2a5h1r",
    appointment_id="a-1",
    start=CUT_AT,
    end=CUT_AT + timedelta(minutes=30),
    timezone=ZONE,
    summary="Corte — Ana T.",
    description="Reserva a-1",
    location="Barbería Norte",
)
LATER = msgspec.structs.replace(
    ENTRY, start=CUT_AT + timedelta(hours=1), end=CUT_AT + timedelta(hours=2), summary="Movida"
)


@pytest.fixture
async def calendar(sandbox: RunningSandbox) -> AsyncIterator[GoogleCalendar]:
    made = GoogleCalendar(
        GoogleConnection(
            token_credentials("sandbox"), api_url=f"{sandbox.url}/sandbox/google/calendar/v3/"
        )
    )
    yield made
    await made.close()


@pytest.fixture
async def scripted(server: ScriptedServer) -> AsyncIterator[GoogleCalendar]:
    made = GoogleCalendar(
        GoogleConnection(
            token_credentials("ya29-secret"), api_url=server.url, timeout=timedelta(seconds=0.2)
        )
    )
    yield made
    await made.close()


def event(sandbox: RunningSandbox, event_id: str = ENTRY.event_id) -> dict[str, object]:
    found: dict[str, object] = _at(sandbox, "GET", event_id).json()
    return found


def _at(sandbox: RunningSandbox, method: str, event_id: str, **more: object) -> httpx.Response:
    path = f"/sandbox/google/calendar/v3/calendars/{LUIS}/events/{event_id}".rstrip("/")
    return sandbox.http.request(method, path, headers=BEARER, json=more or None)


def instant(found: dict[str, object], edge: str) -> datetime:
    moment = msgspec.convert(found[edge], dict[str, str])
    return datetime.fromisoformat(moment["dateTime"])


async def test_a_new_entry_is_an_event_marked_as_ours(
    sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    await calendar.put(ENTRY)

    found = event(sandbox)
    assert (found["status"], found["summary"]) == ("confirmed", "Corte — Ana T.")
    assert (found["description"], found["location"]) == ("Reserva a-1", "Barbería Norte")
    assert (instant(found, "start"), instant(found, "end")) == (ENTRY.start, ENTRY.end)
    assert found["extendedProperties"] == {"private": {"app": "barbershop", "appointmentId": "a-1"}}


async def test_putting_an_entry_again_brings_it_to_the_new_state(
    sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    await calendar.put(ENTRY)

    await calendar.put(LATER)

    found = event(sandbox)
    assert (instant(found, "start"), found["summary"]) == (LATER.start, "Movida")


async def test_many_entries_are_written_side_by_side(
    sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    names = [f"event{number:03}" for number in range(12)]
    entries = [msgspec.structs.replace(ENTRY, event_id=name) for name in names]

    await asyncio.gather(*(calendar.put(entry) for entry in entries))

    assert [event(sandbox, name)["status"] for name in names] == ["confirmed"] * 12


async def test_what_the_barber_added_to_the_event_stays(
    sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    await calendar.put(ENTRY)
    _at(sandbox, "PATCH", ENTRY.event_id, colorId="5", summary="mine")

    await calendar.put(ENTRY)

    found = event(sandbox)
    assert (found["colorId"], found["summary"]) == ("5", "Corte — Ana T.")


async def test_a_removed_entry_can_be_put_again(
    sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    await calendar.put(ENTRY)
    await calendar.remove(LUIS, ENTRY.event_id)

    await calendar.put(LATER)

    found = event(sandbox)
    assert (found["status"], instant(found, "start")) == ("confirmed", LATER.start)


async def test_removing_twice_or_what_never_was_is_fine(
    sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    await calendar.put(ENTRY)

    await calendar.remove(LUIS, ENTRY.event_id)
    await calendar.remove(LUIS, ENTRY.event_id)
    await calendar.remove(LUIS, "neverwas")

    assert event(sandbox)["status"] == "cancelled"


async def test_an_event_of_somebody_else_is_left_alone(
    sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    moment = {"dateTime": "2026-12-01T17:00:00-05:00"}
    _at(sandbox, "POST", "", id=ENTRY.event_id, summary="Dentist", start=moment, end=moment)
    _at(
        sandbox,
        "POST",
        "",
        id=ENTRY.event_id,
        summary="Dentist",
        start=moment,
        end={"dateTime": "2026-12-01T18:00:00-05:00"},
    )

    with pytest.raises(CalendarRefused) as refused:
        await calendar.put(ENTRY)

    assert refused.value.reason == "id_taken"
    assert event(sandbox)["summary"] == "Dentist"


async def test_an_event_of_another_appointment_is_left_alone(calendar: GoogleCalendar) -> None:
    await calendar.put(ENTRY)

    with pytest.raises(CalendarRefused) as refused:
        await calendar.put(msgspec.structs.replace(ENTRY, appointment_id="a-2"))

    assert refused.value.reason == "id_taken"


@pytest.mark.parametrize(
    ("calendar_id", "reason"), [("c_nobody", "notFound"), (READ_ONLY, "requiredAccessLevel")]
)
async def test_a_calendar_that_is_not_shared_for_writing_is_for_a_person(
    calendar: GoogleCalendar, calendar_id: str, reason: str
) -> None:
    with pytest.raises(CalendarRefused) as refused:
        await calendar.put(msgspec.structs.replace(ENTRY, calendar_id=calendar_id))

    assert refused.value.reason == reason


async def test_a_token_that_is_not_taken_is_for_a_person(sandbox: RunningSandbox) -> None:
    stranger = GoogleCalendar(
        GoogleConnection(
            token_credentials("wrong"), api_url=f"{sandbox.url}/sandbox/google/calendar/v3/"
        )
    )

    with pytest.raises(CalendarRefused) as refused:
        await stranger.put(ENTRY)

    await stranger.close()
    assert refused.value.reason == "authError"


async def test_times_carry_the_offset_of_their_day_and_the_zone(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(document({}))
    twice = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)  # the second 1:30 of that night

    await scripted.put(msgspec.structs.replace(ENTRY, start=twice, end=twice + timedelta(hours=1)))

    (request,) = server.received
    assert request.path == "/calendars/c_luis%40group.calendar.google.com/events?alt=json"
    assert request.json["start"] == {
        "dateTime": "2026-11-01T01:30:00-05:00",
        "timeZone": "America/New_York",
    }


def refusal(reason: str, status: int, **headers: str) -> Scripted:
    item = {"domain": "global", "reason": reason, "message": "no"}
    return document(
        {"error": {"errors": [item], "code": status, "message": "no", "details": [{}]}},
        status,
        **headers,
    )


@pytest.mark.parametrize(
    ("answer", "wait"),
    [
        (refusal("userRateLimitExceeded", 403), None),
        (refusal("rateLimitExceeded", 403), None),
        (refusal("rateLimitExceeded", 429, retry_after="7"), timedelta(seconds=7)),
        (refusal("quotaExceeded", 403), timedelta(hours=1)),
        (refusal("backendError", 500), None),
        (refusal("backendError", 503), None),
        (HTML, None),
        (HTML_200, None),
        (BROKEN, None),
        (EMPTY, None),
        (CUT, None),
        (SILENT, None),
        (Scripted(status=403, body=b"<html>", media_type="text/html"), None),
    ],
)
async def test_what_passes_is_an_outage(
    server: ScriptedServer, scripted: GoogleCalendar, answer: Scripted, wait: timedelta | None
) -> None:
    server.will(answer)

    with pytest.raises(Unavailable) as outage:
        await scripted.put(ENTRY)

    assert (outage.value.service, outage.value.retry_after) == ("google", wait)


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        ("timeRangeEmpty", 400),
        ("invalid", 400),
        ("required", 400),
        ("dailyLimitExceeded", 403),
        ("accessNotConfigured", 403),
        ("insufficientPermissions", 403),
        ("requiredAccessLevel", 403),
        ("forbiddenForServiceAccounts", 403),
        ("notFound", 404),
    ],
)
async def test_what_a_person_has_to_mend_is_refused_with_its_reason(
    server: ScriptedServer, scripted: GoogleCalendar, reason: str, status: int
) -> None:
    server.will(refusal(reason, status))

    with pytest.raises(CalendarRefused) as refused:
        await scripted.put(ENTRY)

    assert refused.value.reason == reason


OURS: dict[str, object] = {
    "id": ENTRY.event_id,
    "etag": '"1"',
    "sequence": 3,
    "extendedProperties": {"private": {"app": "barbershop", "appointmentId": "a-1"}},
}
RATE = {"errors": [{"domain": "usageLimits", "reason": "rateLimitExceeded"}], "code": 429}
TAKEN = refusal("duplicate", 409)
CHANGED = refusal("conditionNotMet", 412)


async def test_an_event_that_changed_meanwhile_is_looked_at_again(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    newer = {**OURS, "etag": '"2"', "colorId": "5"}
    server.will(TAKEN, document(OURS), CHANGED, document(newer), document(newer))

    await scripted.put(ENTRY)

    update = server.received[-1]
    assert [one.method for one in server.received] == ["POST", "GET", "PUT", "GET", "PUT"]
    assert update.headers["if-match"] == '"2"'
    assert [update.json[name] for name in ("colorId", "sequence", "status")] == [
        "5",
        3,
        "confirmed",
    ]


async def test_an_event_that_changes_all_the_time_is_left_for_later(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(TAKEN, *[document(OURS), CHANGED] * 3)

    with pytest.raises(Unavailable):
        await scripted.put(ENTRY)


async def test_a_deleted_event_that_lost_its_properties_is_taken_for_ours(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(TAKEN, document({"id": ENTRY.event_id, "status": "cancelled"}), document({}))

    await scripted.put(ENTRY)

    assert server.received[-1].json["status"] == "confirmed"


async def test_an_answer_that_is_no_event_is_an_outage(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(TAKEN, document(["?"]))

    with pytest.raises(Unavailable):
        await scripted.put(ENTRY)


@pytest.mark.parametrize("answer", [EMPTY, Scripted(status=204)])
async def test_an_event_is_gone_once_google_says_so(
    server: ScriptedServer, scripted: GoogleCalendar, answer: Scripted
) -> None:
    server.will(answer)

    await scripted.remove(LUIS, ENTRY.event_id)

    assert [one.method for one in server.received] == ["DELETE"]


GONE, MISSING = refusal("deleted", 410), refusal("notFound", 404)
CANCELLED = document({"id": ENTRY.event_id, "status": "cancelled"})


@pytest.mark.parametrize(
    "answers", [(GONE, CANCELLED), (MISSING, CANCELLED), (MISSING, MISSING, document({}))]
)
async def test_an_event_that_is_said_to_be_gone_is_looked_for(
    server: ScriptedServer, scripted: GoogleCalendar, answers: tuple[Scripted, ...]
) -> None:
    server.will(*answers)

    await scripted.remove(LUIS, ENTRY.event_id)

    assert len(server.received) == len(answers)


@pytest.mark.parametrize("answer", [GONE, MISSING])
async def test_an_event_that_stands_is_not_gone_whatever_the_answer_was(
    server: ScriptedServer, scripted: GoogleCalendar, answer: Scripted
) -> None:
    server.will(answer, document({**OURS, "status": "confirmed"}))

    with pytest.raises(Unavailable):
        await scripted.remove(LUIS, ENTRY.event_id)


async def test_an_event_of_a_calendar_that_is_not_shared_any_more_is_not_gone(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(MISSING, MISSING, MISSING)

    with pytest.raises(CalendarRefused):
        await scripted.remove(LUIS, ENTRY.event_id)

    assert [one.method for one in server.received] == ["DELETE", "GET", "GET"]


async def test_an_event_that_exists_and_is_not_found_is_looked_for_later(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(TAKEN, MISSING)

    with pytest.raises(Unavailable):
        await scripted.put(ENTRY)


async def test_a_conflict_of_calls_is_not_taken_for_an_event_that_exists(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(refusal("conflict", 409))

    with pytest.raises(Unavailable):
        await scripted.put(ENTRY)

    assert len(server.received) == 1


async def test_an_entry_that_is_said_to_be_deleted_is_looked_at(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(GONE, document(OURS), document({**OURS, "etag": '"3"'}))

    etag = await scripted.put(ENTRY, standing='"1"')

    assert [one.method for one in server.received] == ["PATCH", "GET", "PUT"]
    assert etag == '"3"'


@pytest.mark.parametrize("answer", [HTML, HTML_200, CUT, SILENT])
async def test_an_event_may_still_be_there_after_an_outage(
    server: ScriptedServer, scripted: GoogleCalendar, answer: Scripted
) -> None:
    server.will(answer)

    with pytest.raises(Unavailable):
        await scripted.remove(LUIS, ENTRY.event_id)


async def test_a_removal_can_fail_like_everything_else(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(refusal("requiredAccessLevel", 403))

    with pytest.raises(CalendarRefused):
        await scripted.remove(LUIS, ENTRY.event_id)


async def test_nobody_listening_is_an_outage() -> None:
    calendar = GoogleCalendar(
        GoogleConnection(token_credentials("t"), api_url="http://127.0.0.1:9")
    )

    with pytest.raises(Unavailable):
        await calendar.put(ENTRY)

    await calendar.close()


async def test_neither_the_token_nor_the_customer_stand_in_what_is_raised(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(refusal("forbidden", 403))

    with pytest.raises(CalendarRefused) as raised:
        await scripted.put(ENTRY)

    told = "".join(traceback.format_exception(raised.value))
    assert ["ya29" in told, "Ana" in told] == [False, False]


async def test_an_entry_is_changed_as_it_was_left_in_one_request(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(document({**OURS, "etag": '"9"'}))

    etag = await scripted.put(ENTRY, standing='"8"')

    (patch,) = server.received
    assert (patch.method, patch.headers["if-match"], etag) == ("PATCH", '"8"', '"9"')


async def test_an_entry_that_somebody_changed_is_fetched_and_decided_again(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    newer = {**OURS, "etag": '"2"', "colorId": "5"}
    server.will(CHANGED, document(newer), document({**newer, "etag": '"3"'}))

    etag = await scripted.put(ENTRY, standing='"1"')

    assert [one.method for one in server.received] == ["PATCH", "GET", "PUT"]
    assert server.received[-1].headers["if-match"] == '"2"'
    assert (server.received[-1].json["colorId"], etag) == ("5", '"3"')


async def test_an_entry_of_an_older_release_is_fetched_first(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(document(OURS), document(OURS))

    await scripted.put(ENTRY, standing="")

    assert [one.method for one in server.received] == ["GET", "PUT"]


async def test_an_entry_that_was_deleted_meanwhile_is_not_written_again(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(CHANGED, document({**OURS, "status": "cancelled"}))

    with pytest.raises(EntryDeleted):
        await scripted.put(ENTRY, standing='"1"')

    assert [one.method for one in server.received] == ["PATCH", "GET"]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Scripted(status=404, body=b"<html>", media_type="text/html"), Unavailable),
        (Scripted(status=410, body=b"<html>", media_type="text/html"), Unavailable),
        (refusal("fullSyncRequired", 410), CalendarRefused),
    ],
)
async def test_a_removal_goes_by_the_reason_and_not_by_the_status(
    server: ScriptedServer, scripted: GoogleCalendar, answer: Scripted, error: type[Exception]
) -> None:
    server.will(answer)

    with pytest.raises(error):
        await scripted.remove(LUIS, ENTRY.event_id)


async def test_a_calendar_is_written_to_by_one_call_at_a_time(
    sandbox: RunningSandbox, calendar: GoogleCalendar
) -> None:
    switch_on(sandbox, {"service": "google", "when": "POST /calendars/*/events", "delay_ms": 30})
    entries = [msgspec.structs.replace(ENTRY, event_id=f"event{number}") for number in range(4)]
    begun = time.monotonic()

    await asyncio.gather(*(calendar.put(entry) for entry in entries))

    assert time.monotonic() - begun >= 4 * 0.03


async def test_no_call_is_made_while_google_asked_to_wait(
    server: ScriptedServer, scripted: GoogleCalendar
) -> None:
    server.will(document({"error": RATE}, status=429, retry_after="60"))
    with pytest.raises(Unavailable):
        await scripted.put(ENTRY)

    with pytest.raises(Unavailable) as outage:
        await scripted.put(ENTRY)

    assert len(server.received) == 1
    assert outage.value.retry_after is not None
    assert timedelta(seconds=50) < outage.value.retry_after <= timedelta(seconds=60)


class Contested:
    """A quota whose tokens others take first, and a clock that goes on by a second each time."""

    def __init__(self, times: int) -> None:
        self._left = times
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def take(self) -> timedelta | None:
        self.seconds += 1
        self._left -= 1
        return timedelta(milliseconds=1) if self._left >= 0 else None

    def pause(self, length: timedelta) -> None: ...


async def test_a_call_waits_no_longer_than_its_patience_however_often_it_comes_too_late(
    server: ScriptedServer,
) -> None:
    server.will(document({}))
    contested = Contested(times=10)
    connection = GoogleConnection(
        token_credentials("t"),
        api_url=server.url,
        quota=contested,
        patience=timedelta(seconds=3),
        clock=contested,
    )

    with pytest.raises(Unavailable):
        await GoogleCalendar(connection).put(ENTRY)

    assert (server.received, contested.seconds) == ([], 3)
    await connection.close()
