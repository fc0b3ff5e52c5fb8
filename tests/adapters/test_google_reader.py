"""Reading Google's lists to their end, or not at all."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest

from application.ports import CalendarItem, CalendarRefused, TokenExpired, Unavailable
from domain.interval import Interval
from infrastructure.google.connection import GoogleConnection, token_credentials
from infrastructure.google.item import item_of
from infrastructure.google.reader import GoogleCalendarReader
from tests.adapters.scripted_server import Scripted, ScriptedServer, document

MADRID = ZoneInfo("Europe/Madrid")
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
DAYS = Interval(start=NOON, end=NOON + timedelta(days=60))
TIMES = {
    "start": {"dateTime": "2026-12-01T13:00:00+01:00"},
    "end": {"dateTime": "2026-12-01T14:00:00+01:00"},
}
LUNCH: dict[str, object] = {"id": "lunch", "status": "confirmed", **TIMES}
TIME = Interval(start=NOON, end=NOON + timedelta(hours=1))


@pytest.fixture
async def reader(server: ScriptedServer) -> AsyncIterator[GoogleCalendarReader]:
    connection = GoogleConnection(
        token_credentials("t"), api_url=server.url, timeout=timedelta(seconds=0.2)
    )
    yield GoogleCalendarReader(connection)
    await connection.close()


def page(*items: dict[str, object], **more: str) -> Scripted:
    return document({"timeZone": "Europe/Madrid", "items": list(items), **more})


def gone(reason: str) -> Scripted:
    return document({"error": {"errors": [{"reason": reason}], "code": 410}}, status=410)


def query(server: ScriptedServer, number: int) -> dict[str, list[str]]:
    return parse_qs(urlsplit(server.received[number].path).query)


async def test_pages_are_read_to_the_last_empty_ones_too(
    server: ScriptedServer, reader: GoogleCalendarReader
) -> None:
    server.will(
        page(LUNCH, nextPageToken="p2"),
        page(nextPageToken="p3"),
        page({**LUNCH, "id": "tea"}, nextSyncToken="s1"),
    )

    changes = await reader.whole("c", DAYS)

    assert [one.event_id for one in changes.items] == ["lunch", "tea"]
    assert (changes.token, changes.whole) == ("s1", True)
    assert [query(server, number).get("pageToken") for number in range(3)] == [
        None,
        ["p2"],
        ["p3"],
    ]
    assert query(server, 2)["timeMin"] == ["2026-12-01T12:00:00+00:00"]
    assert query(server, 2)["singleEvents"] == ["true"]


async def test_a_token_is_sent_without_what_google_forbids_beside_it(
    server: ScriptedServer, reader: GoogleCalendarReader
) -> None:
    server.will(page(nextSyncToken="s2"))

    changes = await reader.since("c", "s1")

    assert query(server, 0) == {
        "syncToken": ["s1"],
        "singleEvents": ["true"],
        "maxResults": ["2500"],
        "alt": ["json"],
    }
    assert (changes.token, changes.whole) == ("s2", False)


@pytest.mark.parametrize("reason", ["fullSyncRequired", "updatedMinTooLongAgo"])
async def test_a_token_expires_by_the_reason(
    server: ScriptedServer, reader: GoogleCalendarReader, reason: str
) -> None:
    server.will(gone(reason))

    with pytest.raises(TokenExpired):
        await reader.since("c", "s1")


async def test_a_410_of_another_reason_is_no_expired_token(
    server: ScriptedServer, reader: GoogleCalendarReader
) -> None:
    server.will(gone("deleted"))

    with pytest.raises(CalendarRefused):
        await reader.since("c", "s1")


@pytest.mark.parametrize(
    "body",
    [
        {"timeZone": "Europe/Madrid", "items": []},
        {"timeZone": "Europe/Madrid", "nextSyncToken": "s"},
        {"timeZone": "Nowhere/Land", "items": [], "nextSyncToken": "s"},
        {"items": [], "nextSyncToken": "s"},
    ],
)
async def test_a_page_that_lacks_what_it_should_have_is_an_outage(
    server: ScriptedServer, reader: GoogleCalendarReader, body: dict[str, object]
) -> None:
    server.will(document(body))

    with pytest.raises(Unavailable):
        await reader.whole("c", DAYS)


async def test_an_outage_on_a_later_page_tells_nothing_of_the_earlier_ones(
    server: ScriptedServer, reader: GoogleCalendarReader
) -> None:
    server.will(page(LUNCH, nextPageToken="p2"), Scripted(status=503, body=b""))

    with pytest.raises(Unavailable):
        await reader.whole("c", DAYS)


async def test_one_event_is_read_as_it_is(
    server: ScriptedServer, reader: GoogleCalendarReader
) -> None:
    server.will(document({**LUNCH, "status": "cancelled"}))

    assert await reader.item("c", "lunch") == CalendarItem(event_id="lunch", time=None)


def guest(**more: object) -> dict[str, object]:
    return {"attendees": [{"email": "other@x", "responseStatus": "declined"}, {**more}]}


@pytest.mark.parametrize(
    ("fields", "busy"),
    [
        ({}, True),
        ({"transparency": "opaque"}, True),
        ({"transparency": "transparent"}, False),
        ({"status": "tentative"}, True),
        ({"eventType": "outOfOffice"}, True),
        ({"eventType": "workingLocation"}, False),
        ({"eventType": "birthday"}, False),
        (guest(self=True, responseStatus="declined"), False),
        (guest(self=True, responseStatus="accepted"), True),
        (guest(self=True, responseStatus="needsAction"), True),
    ],
)
def test_an_event_is_busy_as_free_busy_counts(fields: dict[str, object], busy: bool) -> None:  # noqa: FBT001
    assert item_of({**LUNCH, **fields}, MADRID) == CalendarItem(
        event_id="lunch", time=TIME, busy=busy
    )


def test_an_all_day_event_is_the_day_of_the_calendars_zone() -> None:
    item = item_of(
        {"id": "off", "start": {"date": "2026-12-01"}, "end": {"date": "2026-12-03"}}, MADRID
    )

    assert item is not None
    assert item.time == Interval(
        start=datetime.combine(date(2026, 12, 1), datetime.min.time(), MADRID).astimezone(UTC),
        end=datetime.combine(date(2026, 12, 3), datetime.min.time(), MADRID).astimezone(UTC),
    )


def test_one_of_a_series_names_it() -> None:
    item = item_of({**LUNCH, "recurringEventId": "meals"}, MADRID)

    assert item is not None
    assert item.series == "meals"


@pytest.mark.parametrize(
    "found",
    [
        {},
        {"id": "x"},
        {**LUNCH, "start": {"dateTime": "2026-12-01T13:00:00"}},
        {**LUNCH, "end": TIMES["start"]},
        {**LUNCH, "start": {"date": "someday"}},
    ],
)
def test_what_cannot_be_read_is_left_out(found: dict[str, object]) -> None:
    assert item_of(found, MADRID) is None
