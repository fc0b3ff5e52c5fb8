from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Locator, expect

from entrypoints.sandbox_page.switches import BY_NAME
from tests.page.visiting import Visit

GOOGLE = "/sandbox/google/calendar/v3"
BEARER = {"authorization": "Bearer sandbox"}


@pytest.fixture(autouse=True)
def no_faults(http: httpx.Client) -> Iterator[None]:
    http.delete("/sandbox/faults").raise_for_status()
    yield
    http.delete("/sandbox/faults").raise_for_status()


def standing(http: httpx.Client) -> list[str]:
    return [fault["name"] for fault in http.get("/sandbox/faults").json()]


def opened_panel(visit: Visit) -> Locator:
    visit.page.locator(".faults .chip").click()
    panel = visit.page.get_by_role("dialog", name="What goes wrong")
    expect(panel).to_be_visible()
    return panel


def test_every_switch_turns_its_fault_on_and_off(http: httpx.Client) -> None:
    turned = [http.put(f"/sandbox/page/faults/{name}").status_code for name in BY_NAME]
    on = standing(http)
    off = [http.delete(f"/sandbox/page/faults/{name}").status_code for name in BY_NAME]

    assert (set(turned), set(off)) == ({200}, {200})
    assert on == list(BY_NAME)
    assert standing(http) == []


def test_a_switch_that_is_turned_on_twice_is_on_once(http: httpx.Client) -> None:
    http.put("/sandbox/page/faults/google-down")
    html = http.put("/sandbox/page/faults/google-down").text

    assert standing(http) == ["google-down"]
    assert html.count('aria-checked="true"') == 1


def test_a_switch_leaves_other_faults_and_their_counts_alone(http: httpx.Client) -> None:
    fault = {"service": "xai", "when": "GET /models", "times": 2, "status": 500}
    http.put("/sandbox/faults", json=[fault])
    http.get("/sandbox/xai/v1/models")

    http.put("/sandbox/page/faults/whatsapp-slow")
    html = http.delete("/sandbox/page/faults/whatsapp-slow").text

    (left,) = http.get("/sandbox/faults").json()
    assert (left["when"], left["left"]) == ("GET /models", 1)
    assert "<b>xai GET /models</b><small>status 500</small>" in html
    assert '<span class="left">1 left</span>' in html


def test_a_fault_that_is_used_up_is_not_shown_as_on(http: httpx.Client) -> None:
    fault = {"service": "xai", "times": 1, "status": 500, "name": "xai-down"}
    http.put("/sandbox/faults", json=[fault])
    http.get("/sandbox/xai/v1/models")

    assert 'aria-checked="true"' not in http.get("/sandbox/page/faults").text


@pytest.mark.parametrize(
    ("switch", "path"),
    [
        ("sending-cut-off", "/sandbox/graph/v26.0/demo/messages"),
        ("google-cut-off", "/sandbox/google/calendar/v3/freeBusy"),
        ("google-replies-lost", "/sandbox/google/calendar/v3/freeBusy"),
        ("xai-cut-off", "/sandbox/xai/v1/chat/completions"),
    ],
)
def test_a_connection_is_reset_until_the_switch_is_off(
    http: httpx.Client, switch: str, path: str
) -> None:
    http.put(f"/sandbox/page/faults/{switch}").raise_for_status()
    with pytest.raises(httpx.ReadError):
        http.post(path, json={})

    http.delete(f"/sandbox/page/faults/{switch}").raise_for_status()

    assert http.post(path, json={}).status_code in (400, 401)


@pytest.mark.parametrize(("switch", "written"), [("google-cut-off", 0), ("google-replies-lost", 1)])
def test_before_the_effect_nothing_is_written_and_after_it_all_is(
    http: httpx.Client, switch: str, written: int
) -> None:
    (calendar, *_) = http.get(f"{GOOGLE}/users/me/calendarList", headers=BEARER).json()["items"]
    events = f"{GOOGLE}/calendars/{calendar['id']}/events"
    event = {"summary": switch, "start": {"date": "2026-12-24"}, "end": {"date": "2026-12-25"}}
    http.put(f"/sandbox/page/faults/{switch}").raise_for_status()

    with pytest.raises(httpx.ReadError):
        http.post(events, json=event, headers=BEARER)

    http.delete("/sandbox/faults").raise_for_status()
    listed = http.get(events, params={"q": switch}, headers=BEARER).json()["items"]
    assert len(listed) == written


def test_an_unknown_switch_is_not_found(http: httpx.Client) -> None:
    assert http.put("/sandbox/page/faults/earthquake").status_code == 404


def test_what_a_fault_is_called_is_escaped(http: httpx.Client) -> None:
    fault = {"service": "xai", "status": 500, "name": "<script>alert(1)</script>"}
    http.put("/sandbox/faults", json=[fault])

    assert "<script>" not in http.get("/sandbox/page/faults").text
    assert "<script>alert" not in http.get("/").text


def test_a_person_switches_faults_on_and_off_and_sees_which_are_on(
    visit: Visit, http: httpx.Client
) -> None:
    visit.open()
    panel = opened_panel(visit)
    count = visit.page.locator("#faults-on")
    expect(count).to_be_empty()

    panel.get_by_role("switch", name="Google down").click()
    expect(panel.get_by_role("switch", name="Google down")).to_be_checked()
    panel.get_by_role("switch", name="Webhooks twice").press("Enter")
    expect(panel.get_by_role("switch", name="Webhooks twice")).to_be_checked()
    expect(count).to_have_text("2 on")
    visit.picture("faults")
    assert standing(http) == ["google-down", "webhooks-twice"]

    panel.get_by_role("switch", name="Google down").click()
    expect(panel.get_by_role("switch", name="Google down")).not_to_be_checked()
    panel.get_by_role("button", name="Switch all off").click()
    expect(count).to_be_empty()
    assert standing(http) == []


def test_faults_that_are_set_over_http_appear_on_the_open_page(
    visit: Visit, http: httpx.Client
) -> None:
    visit.open()
    panel = opened_panel(visit)

    http.put("/sandbox/faults", json=[{"service": "graph", "when": "GET", "cut": "after"}])

    one = panel.get_by_role("listitem")
    expect(one).to_contain_text("graph GET")
    expect(one).to_contain_text("cut after the effect")
    expect(one).to_contain_text("until switched off")
    expect(visit.page.locator("#faults-on")).to_have_text("1 on")


def test_the_panel_fits_a_phone(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 780})
    visit.open()
    panel = opened_panel(visit)
    panel.get_by_role("switch", name="WhatsApp slow").click()
    expect(panel.get_by_role("switch", name="WhatsApp slow")).to_be_checked()
    visit.picture("faults-phone")

    box = panel.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    visit.until("document.documentElement.scrollWidth <= 390")
    visit.page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    visit.picture("faults-phone-header")


def test_while_whatsapp_is_down_the_shop_is_silent_and_answers_afterwards(
    visit: Visit, http: httpx.Client
) -> None:
    http.put("/sandbox/page/faults/whatsapp-down").raise_for_status()
    visit.open("/?phone=15550100401&name=Noa")

    visit.write("What does a haircut cost?")
    expect(visit.page.locator("#chat .mine")).to_have_count(1)
    visit.until("!document.querySelector('#chat .theirs')")
    http.delete("/sandbox/faults").raise_for_status()

    visit.reply("$25")
