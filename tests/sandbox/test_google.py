import concurrent.futures
from collections.abc import Iterator

import google.oauth2.credentials
import httplib2
import httpx
import msgspec
import pytest
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import Resource, build
from googleapiclient.errors import HttpError

from tests.sandbox.running import BEARER, LUIS, PERSON, READ_ONLY, RunningSandbox

EVENTS = f"/sandbox/google/calendar/v3/calendars/{LUIS.replace('@', '%40')}/events"
BUSY_ID = "bk0c9q3v7m2a5h1r8t4u6d0g"

Event = dict[str, object]


@pytest.fixture
def service(silent_sandbox: RunningSandbox) -> Iterator[Resource]:
    credentials = google.oauth2.credentials.Credentials(token="sandbox")  # type: ignore[no-untyped-call]
    with build(
        "calendar",
        "v3",
        http=AuthorizedHttp(credentials, http=httplib2.Http(timeout=10)),
        client_options={"api_endpoint": f"{silent_sandbox.url}/sandbox/google/calendar/v3/"},
        static_discovery=True,
    ) as built:
        yield built


def event(start: str, end: str, **more: object) -> Event:
    return {
        "summary": "Corte — Ana T.",
        "start": {"dateTime": f"2026-12-01T{start}:00-05:00", "timeZone": "America/New_York"},
        "end": {"dateTime": f"2026-12-01T{end}:00-05:00", "timeZone": "America/New_York"},
        **more,
    }


def reason_of(failure: HttpError) -> tuple[int, str]:
    document = msgspec.json.decode(failure.content)
    return int(failure.status_code), str(document["error"]["errors"][0]["reason"])


def insert(service: Resource, body: Event) -> Event:
    inserted: Event = service.events().insert(calendarId=LUIS, body=body).execute()
    return inserted


def listed(service: Resource, **parameters: object) -> list[object]:
    page = service.events().list(calendarId=LUIS, **parameters).execute()
    return [item["id"] for item in page["items"]]


def test_an_inserted_event_is_read_back_with_what_google_adds(service: Resource) -> None:
    properties = {"private": {"bookingId": "bk_01"}}
    inserted = insert(service, event("17:00", "17:30", id=BUSY_ID, extendedProperties=properties))

    read = service.events().get(calendarId=LUIS, eventId=BUSY_ID).execute()

    assert read == inserted
    assert read["status"] == "confirmed"
    assert read["summary"] == "Corte — Ana T."
    assert read["iCalUID"] == f"{BUSY_ID}@google.com"
    assert read["etag"].startswith('"')
    assert read["extendedProperties"] == properties
    assert "transparency" not in read


def test_times_are_shown_in_the_calendars_zone(service: Resource) -> None:
    utc = event("00:00", "00:00") | {
        "start": {"dateTime": "2026-12-01T22:00:00Z"},
        "end": {"dateTime": "2026-12-01T17:30:00", "timeZone": "America/New_York"},
    }

    inserted = insert(service, utc)

    assert inserted["start"] == {
        "dateTime": "2026-12-01T17:00:00-05:00",
        "timeZone": "America/New_York",
    }
    assert inserted["end"] == inserted["start"] | {"dateTime": "2026-12-01T17:30:00-05:00"}


def test_a_wall_time_that_spring_skips_moves_an_hour_on(service: Resource) -> None:
    skipped: Event = {
        "start": {"dateTime": "2027-03-14T02:15:00", "timeZone": "America/New_York"},
        "end": {"dateTime": "2027-03-14T02:45:00", "timeZone": "America/New_York"},
    }

    inserted = insert(service, skipped)

    assert inserted["start"]["dateTime"] == "2027-03-14T03:15:00-04:00"  # type: ignore[index]


def test_overlapping_events_are_accepted(service: Resource) -> None:
    insert(service, event("17:00", "17:30", id="aaaaa"))
    insert(service, event("17:15", "17:45", id="bbbbb"))

    assert listed(service, singleEvents=True, orderBy="startTime") == ["aaaaa", "bbbbb"]


def test_an_id_in_use_is_a_duplicate(service: Resource) -> None:
    insert(service, event("17:00", "17:30", id=BUSY_ID))

    with pytest.raises(HttpError) as refused:
        insert(service, event("18:00", "18:30", id=BUSY_ID))

    assert reason_of(refused.value) == (409, "duplicate")


def test_a_deleted_event_keeps_its_id_and_its_tombstone(service: Resource) -> None:
    insert(service, event("17:00", "17:30", id=BUSY_ID))

    deleted = service.events().delete(calendarId=LUIS, eventId=BUSY_ID).execute()

    assert deleted == ""
    tombstone = service.events().get(calendarId=LUIS, eventId=BUSY_ID).execute()
    assert tombstone["status"] == "cancelled"
    with pytest.raises(HttpError) as again:
        service.events().delete(calendarId=LUIS, eventId=BUSY_ID).execute()
    assert reason_of(again.value) == (410, "deleted")
    with pytest.raises(HttpError) as reused:
        insert(service, event("17:00", "17:30", id=BUSY_ID))
    assert reason_of(reused.value) == (409, "duplicate")
    assert listed(service) == []


def test_a_deleted_event_comes_back_when_it_is_confirmed(service: Resource) -> None:
    insert(service, event("17:00", "17:30", id=BUSY_ID))
    service.events().delete(calendarId=LUIS, eventId=BUSY_ID).execute()

    service.events().patch(calendarId=LUIS, eventId=BUSY_ID, body={"status": "confirmed"}).execute()

    assert listed(service) == [BUSY_ID]


def test_a_patch_merges_and_null_clears(service: Resource) -> None:
    properties = {"private": {"a": "1", "b": "2"}}
    insert(
        service,
        event("17:00", "17:30", id=BUSY_ID, extendedProperties=properties, description="x"),
    )

    change = {"extendedProperties": {"private": {"b": None, "c": "3"}}, "description": None}
    patched = service.events().patch(calendarId=LUIS, eventId=BUSY_ID, body=change).execute()

    assert patched["extendedProperties"] == {"private": {"a": "1", "c": "3"}}
    assert "description" not in patched
    assert patched["summary"] == "Corte — Ana T."


def test_an_update_clears_what_it_omits_and_moves_count_up(service: Resource) -> None:
    first = insert(service, event("17:00", "17:30", id=BUSY_ID, description="x"))

    updated = (
        service.events()
        .update(calendarId=LUIS, eventId=BUSY_ID, body=event("18:00", "18:30"))
        .execute()
    )

    assert "description" not in updated
    assert updated["sequence"] == 1
    assert updated["created"] == first["created"]
    assert updated["etag"] != first["etag"]


def test_a_write_over_an_outdated_etag_is_refused(service: Resource) -> None:
    first = insert(service, event("17:00", "17:30", id=BUSY_ID))
    service.events().patch(calendarId=LUIS, eventId=BUSY_ID, body={"summary": "x"}).execute()

    late = service.events().patch(calendarId=LUIS, eventId=BUSY_ID, body={"summary": "y"})
    late.headers["If-Match"] = first["etag"]
    with pytest.raises(HttpError) as refused:
        late.execute()

    assert reason_of(refused.value) == (412, "conditionNotMet")


def test_lists_have_bounds_on_the_end_and_on_the_start(service: Resource) -> None:
    insert(service, event("09:00", "10:00", id="before"))
    insert(service, event("09:30", "10:30", id="running"))
    insert(service, event("10:30", "11:00", id="inside"))
    insert(service, event("12:00", "13:00", id="after"))

    seen = listed(
        service,
        timeMin="2026-12-01T10:00:00-05:00",
        timeMax="2026-12-01T12:00:00-05:00",
        singleEvents=True,
        orderBy="startTime",
    )

    assert seen == ["running", "inside"]


def test_lists_are_filtered_by_private_properties(service: Resource) -> None:
    mine = {"private": {"app": "barber", "bookingId": "1"}}
    other = {"private": {"app": "barber", "bookingId": "2"}}
    insert(service, event("09:00", "10:00", id="aaaaa", extendedProperties=mine))
    insert(service, event("09:00", "10:00", id="bbbbb", extendedProperties=other))

    both = listed(service, privateExtendedProperty="app=barber")
    one = listed(service, privateExtendedProperty=["app=barber", "bookingId=2"])

    assert both == ["aaaaa", "bbbbb"]
    assert one == ["bbbbb"]


def test_the_order_by_start_needs_single_events(service: Resource) -> None:
    with pytest.raises(HttpError) as refused:
        listed(service, orderBy="startTime")

    assert refused.value.status_code == 400


def test_a_bound_without_an_offset_is_a_bad_request(service: Resource) -> None:
    with pytest.raises(HttpError) as refused:
        listed(service, timeMin="2026-12-01T00:00:00")

    assert reason_of(refused.value) == (400, "badRequest")


def test_lists_come_in_pages_and_the_last_has_the_sync_token(service: Resource) -> None:
    for n in range(5):
        insert(service, event("09:00", "10:00", id=f"aaaa{n}"))

    request = service.events().list(calendarId=LUIS, maxResults=2)
    first = request.execute()
    second_request = service.events().list_next(request, first)
    second = second_request.execute()
    third = service.events().list_next(second_request, second).execute()

    assert "nextSyncToken" not in first
    assert [item["id"] for item in (*first["items"], *second["items"], *third["items"])] == [
        f"aaaa{n}" for n in range(5)
    ]
    assert "nextPageToken" not in third
    assert third["nextSyncToken"]


def test_a_sync_token_brings_only_what_changed_deleted_ones_as_stubs(service: Resource) -> None:
    insert(service, event("09:00", "10:00", id="aaaaa"))
    insert(service, event("09:00", "10:00", id="bbbbb"))
    token = service.events().list(calendarId=LUIS).execute()["nextSyncToken"]
    service.events().delete(calendarId=LUIS, eventId="aaaaa").execute()
    insert(service, event("09:00", "10:00", id="ccccc"))

    changed = service.events().list(calendarId=LUIS, syncToken=token).execute()
    unchanged = service.events().list(calendarId=LUIS, syncToken=changed["nextSyncToken"]).execute()

    deleted, new = changed["items"]
    assert deleted.keys() == {"kind", "etag", "id", "status"}
    assert (deleted["id"], deleted["status"]) == ("aaaaa", "cancelled")
    assert new["id"] == "ccccc"
    assert unchanged["items"] == []


def test_a_worthless_sync_token_asks_for_a_full_sync(service: Resource) -> None:
    with pytest.raises(HttpError) as refused:
        listed(service, syncToken="c2FuZGJveA==")

    assert reason_of(refused.value) == (410, "fullSyncRequired")


def test_a_sync_token_suffers_no_other_restriction(service: Resource) -> None:
    token = service.events().list(calendarId=LUIS).execute()["nextSyncToken"]

    with pytest.raises(HttpError) as refused:
        listed(service, syncToken=token, timeMin="2026-12-01T10:00:00-05:00")

    assert refused.value.status_code == 400


def test_busy_times_are_merged_and_unknown_calendars_are_errors_inside(service: Resource) -> None:
    insert(service, event("09:00", "10:00"))
    insert(service, event("09:30", "10:30"))
    insert(service, event("12:00", "13:00", transparency="transparent"))
    insert(service, event("14:00", "15:00", id="ddddd"))
    service.events().delete(calendarId=LUIS, eventId="ddddd").execute()

    query = {
        "timeMin": "2026-12-01T09:15:00-05:00",
        "timeMax": "2026-12-01T19:00:00-05:00",
        "items": [{"id": LUIS}, {"id": "missing@example.com"}],
    }
    answer = service.freebusy().query(body=query).execute()

    assert answer["calendars"] == {
        LUIS: {"busy": [{"start": "2026-12-01T14:15:00Z", "end": "2026-12-01T15:30:00Z"}]},
        "missing@example.com": {
            "errors": [{"domain": "global", "reason": "notFound"}],
            "busy": [],
        },
    }


def guest(response: str, email: str = LUIS) -> Event:
    return {"attendees": [{"email": email, "responseStatus": response}]}


DECLINED = {"email": LUIS, "responseStatus": "declined", "self": True}


@pytest.mark.parametrize(
    ("more", "busy"),
    [
        ({}, 1),
        ({"transparency": "transparent"}, 0),
        ({"eventType": "workingLocation"}, 0),
        (guest("declined"), 0),
        (guest("accepted"), 1),
        (guest("needsAction"), 1),
        (guest("declined", "other@example.com"), 1),
    ],
)
def test_what_a_person_declined_or_shows_as_free_is_not_busy(
    silent_sandbox: RunningSandbox, service: Resource, more: Event, busy: int
) -> None:
    path = f"/sandbox/google/calendar/v3/calendars/{LUIS}/events"
    made = silent_sandbox.http.post(path, json=event("12:00", "13:00", **more), headers=PERSON)

    day = {"timeMin": "2026-12-01T00:00:00-05:00", "timeMax": "2026-12-02T00:00:00-05:00"}
    answer = service.freebusy().query(body={**day, "items": [{"id": LUIS}]}).execute()

    assert made.status_code == 200, made.text
    assert len(answer["calendars"][LUIS]["busy"]) == busy


def test_guests_that_a_person_invited_stay_when_the_account_changes_the_event(
    silent_sandbox: RunningSandbox, service: Resource
) -> None:
    path = f"/sandbox/google/calendar/v3/calendars/{LUIS}/events"
    invited = event("12:00", "13:00", id=BUSY_ID, **guest("declined"))
    silent_sandbox.http.post(path, json=invited, headers=PERSON)
    there = service.events().get(calendarId=LUIS, eventId=BUSY_ID).execute()

    changed = (
        service.events()
        .update(calendarId=LUIS, eventId=BUSY_ID, body={**there, "summary": "Cut"})
        .execute()
    )

    assert changed["attendees"] == [DECLINED]


def test_an_all_day_event_is_busy_from_local_midnight(service: Resource) -> None:
    insert(service, {"start": {"date": "2026-12-01"}, "end": {"date": "2026-12-02"}})

    query = {
        "timeMin": "2026-11-30T00:00:00Z",
        "timeMax": "2026-12-03T00:00:00Z",
        "timeZone": "America/New_York",
        "items": [{"id": LUIS}],
    }
    answer = service.freebusy().query(body=query).execute()

    assert answer["calendars"][LUIS]["busy"] == [
        {"start": "2026-12-01T00:00:00-05:00", "end": "2026-12-02T00:00:00-05:00"}
    ]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (event("17:00", "17:00"), "timeRangeEmpty"),
        (event("17:00", "17:30", id="UPPER"), "invalid"),
        (event("17:00", "17:30", id="abcd"), "invalid"),
        ({"start": {"dateTime": "2026-12-01T17:00:00Z"}}, "required"),
        (event("17:00", "17:30") | {"end": {"date": "2026-12-02"}}, "invalid"),
        (event("17:00", "17:30") | {"start": {"dateTime": "2026-12-01T17:00:00"}}, "required"),
        (
            event("17:00", "17:30")
            | {"start": {"dateTime": "2026-12-01T17:00:00", "timeZone": "EST"}},
            "invalid",
        ),
    ],
)
def test_events_that_google_refuses_are_refused(
    service: Resource, body: Event, reason: str
) -> None:
    with pytest.raises(HttpError) as refused:
        insert(service, body)

    assert reason_of(refused.value) == (400, reason)


def test_the_account_cannot_invite(service: Resource) -> None:
    with pytest.raises(HttpError) as refused:
        insert(service, event("17:00", "17:30", attendees=[{"email": "ana@example.com"}]))

    assert reason_of(refused.value) == (403, "forbiddenForServiceAccounts")


def test_calendars_that_were_not_shared_are_not_found(service: Resource) -> None:
    with pytest.raises(HttpError) as refused:
        service.events().list(calendarId="missing@example.com").execute()

    assert reason_of(refused.value) == (404, "notFound")


def test_a_calendar_shared_for_reading_refuses_writes(service: Resource) -> None:
    with pytest.raises(HttpError) as refused:
        service.events().insert(calendarId=READ_ONLY, body=event("17:00", "17:30")).execute()

    assert reason_of(refused.value) == (403, "requiredAccessLevel")


def test_the_calendars_tell_their_zone_and_are_listed(service: Resource) -> None:
    calendar = service.calendars().get(calendarId=LUIS).execute()
    known = service.calendarList().list().execute()

    assert (calendar["summary"], calendar["timeZone"]) == ("Luis", "America/New_York")
    assert [entry["id"] for entry in known["items"]] == [LUIS, READ_ONLY]


def test_calls_need_the_token(silent_sandbox: RunningSandbox) -> None:
    answer = silent_sandbox.http.get(EVENTS)

    assert answer.status_code == 401
    assert answer.json()["error"]["errors"][0]["reason"] == "authError"


def test_two_inserts_of_one_id_at_once_store_one_event(silent_sandbox: RunningSandbox) -> None:
    def post(_: int) -> int:
        body = event("17:00", "17:30", id=BUSY_ID)
        return httpx.post(f"{silent_sandbox.url}{EVENTS}", json=body, headers=BEARER).status_code

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        statuses = sorted(pool.map(post, range(8)))

    assert statuses == [200] + [409] * 7


def test_a_weekly_break_is_listed_and_busy_day_by_day(service: Resource) -> None:
    insert(service, event("12:00", "13:00", id="0unch", recurrence=["RRULE:FREQ=DAILY"]))

    day = {"timeMin": "2027-12-06T00:00:00-05:00", "timeMax": "2027-12-07T00:00:00-05:00"}
    query = {**day, "timeZone": "America/New_York", "items": [{"id": LUIS}]}
    busy = service.freebusy().query(body=query).execute()["calendars"][LUIS]["busy"]

    assert listed(service, **day, singleEvents=True) == ["0unch_20271206T170000Z"]
    assert listed(service, **day) == ["0unch"]
    assert busy == [{"start": "2027-12-06T12:00:00-05:00", "end": "2027-12-06T13:00:00-05:00"}]


def test_only_the_fields_asked_for_are_answered(service: Resource) -> None:
    properties = {"private": {"bookingId": "1"}, "shared": {"x": "y"}}
    insert(service, event("12:00", "13:00", id="aaaaa", extendedProperties=properties))

    mask = "items(id,start/dateTime,extendedProperties/private),nextPageToken"
    page = service.events().list(calendarId=LUIS, fields=mask).execute()

    assert page == {
        "items": [
            {
                "id": "aaaaa",
                "start": {"dateTime": "2026-12-01T12:00:00-05:00"},
                "extendedProperties": {"private": {"bookingId": "1"}},
            }
        ]
    }
