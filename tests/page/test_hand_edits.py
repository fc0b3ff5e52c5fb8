from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import expect

from infrastructure.sandbox.loose_json import text_at
from tests.page.visiting import Visit

LUIS = "/sandbox/page/calendar/demo/luis"
DAY = "2026-11-25"  # a Wednesday, two days after the Monday of every visit


@pytest.fixture
def calendar(http: httpx.Client) -> Iterator[str]:
    """Luis' calendar at the emulator; what is left in it is cleared away."""
    headers = {"authorization": "Bearer sandbox"}
    http.headers.update(headers)
    entries = http.get("/sandbox/google/calendar/v3/users/me/calendarList").json()["items"]
    (calendar_id,) = [one["id"] for one in entries if one["summary"] == "Luis"]
    yield f"/sandbox/google/calendar/v3/calendars/{calendar_id}/events"
    for event in listed(http, f"/sandbox/google/calendar/v3/calendars/{calendar_id}/events"):
        http.delete(f"/sandbox/google/calendar/v3/calendars/{calendar_id}/events/{event['id']}")


def listed(http: httpx.Client, calendar: str) -> list[dict[str, object]]:
    bounds = {"timeMin": f"{DAY}T00:00:00-05:00", "timeMax": f"{DAY}T23:59:00-05:00", "q": "Busy"}
    found: list[dict[str, object]] = http.get(calendar, params=bounds).json()["items"]
    return found


def times(event: dict[str, object]) -> list[str]:
    return [text_at(event, edge, "dateTime") for edge in ("start", "end")]


def test_an_hour_is_blocked_moved_and_deleted_past_the_shop(
    http: httpx.Client, calendar: str
) -> None:
    http.put(f"{LUIS}/{DAY}?minute=840").raise_for_status()
    (blocked,) = listed(http, calendar)
    http.patch(f"{LUIS}/events/{blocked['id']}?minutes=-30").raise_for_status()
    (moved,) = listed(http, calendar)
    http.delete(f"{LUIS}/events/{blocked['id']}").raise_for_status()

    assert blocked["summary"] == "Busy"
    assert times(blocked) == [f"{DAY}T14:00:00-05:00", f"{DAY}T15:00:00-05:00"]
    assert times(moved) == [f"{DAY}T13:30:00-05:00", f"{DAY}T14:30:00-05:00"]
    assert listed(http, calendar) == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("DELETE", f"{LUIS}/events/nothing", 404),
        ("PATCH", f"{LUIS}/events/nothing?minutes=30", 404),
        ("PUT", f"/sandbox/page/calendar/demo/nobody/{DAY}?minute=840", 404),
        ("PUT", f"{LUIS}/2026-13-45?minute=840", 404),
        ("PUT", f"{LUIS}/{DAY}?minute=1440", 400),
    ],
)
def test_an_edit_of_nothing_is_refused(
    http: httpx.Client, method: str, path: str, status: int
) -> None:
    assert http.request(method, path).status_code == status


def test_a_person_edits_the_calendar_by_hand(
    visit: Visit, http: httpx.Client, calendar: str
) -> None:
    http.put(f"{LUIS}/{DAY}?minute=600").raise_for_status()
    visit.open()
    visit.page.get_by_role("button", name="Today", exact=True).click()
    expect(visit.page.locator("#day h2")).to_have_text("Monday 23 November")
    for heading in ("Tuesday 24 November", "Wednesday 25 November"):
        visit.page.get_by_role("button", name="The next day").click()
        expect(visit.page.locator("#day h2")).to_have_text(heading)
    busy = visit.page.get_by_role("button", name="Busy")
    expect(busy).to_contain_text("10:00 to 11:00")

    visit.page.get_by_role("button", name="Block an hour of Luis by hand").click()
    expect(busy).to_have_count(2)
    expect(busy.first).to_contain_text("09:00 to 10:00")
    busy.last.click()
    dialog = visit.page.get_by_role("dialog", name="Edit Busy by hand")
    dialog.get_by_role("button", name="30 min later").click()
    expect(busy.last).to_contain_text("10:30 to 11:30")
    visit.picture("by-hand")
    dialog.get_by_role("button", name="Delete").click()

    expect(busy).to_have_count(1)
    assert len(listed(http, calendar)) == 1
