"""The form of the faults' panel: a documented error for the next so many calls."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Locator, expect

from entrypoints.sandbox_page.error_form import SOURCES
from tests.page.visiting import Visit

FORM = "/sandbox/page/faults/errors"
CLOSED = {"service": "whatsapp", "error": "131047", "times": "2"}
LEFT = "#faults-others .left"


@pytest.fixture(autouse=True)
def no_faults(http: httpx.Client) -> Iterator[None]:
    http.delete("/sandbox/faults").raise_for_status()
    yield
    http.delete("/sandbox/faults").raise_for_status()


def opened_panel(visit: Visit) -> Locator:
    visit.page.locator(".faults .chip").click()
    panel = visit.page.get_by_role("dialog", name="What goes wrong")
    expect(panel).to_be_visible()
    return panel


def standing(http: httpx.Client) -> list[tuple[object, ...]]:
    faults = http.get("/sandbox/faults").json()
    return [(one["name"], one["left"], one["delay_ms"]) for one in faults]


def test_the_form_switches_an_error_on_for_so_many_calls(http: httpx.Client) -> None:
    answer = http.put(FORM, data={**CLOSED, "delay_ms": "250"})

    (fault,) = http.get("/sandbox/faults").json()
    assert answer.status_code == 200
    assert "WhatsApp 131047" in answer.text
    assert (fault["left"], fault["status"], fault["delay_ms"]) == (2, 400, 250)
    assert fault["body"]["error"]["code"] == 131047


def test_without_a_number_of_calls_it_stays_until_it_is_switched_off(http: httpx.Client) -> None:
    html = http.put(FORM, data={"service": "grok", "error": "429 credits", "times": ""}).text

    assert standing(http) == [("Grok 429 credits", None, 0)]
    assert '<span class="left">until switched off</span>' in html


def test_an_error_that_whatsapp_tells_later_comes_by_a_webhook(http: httpx.Client) -> None:
    http.put(FORM, data={"service": "whatsapp-later", "error": "131026", "times": "1"})

    (fault,) = http.get("/sandbox/faults").json()
    assert (fault["service"], fault["deliver"], fault["code"]) == ("webhooks", "failed", 131026)


@pytest.mark.parametrize(
    ("service", "error"), [(name, key) for name, one in SOURCES.items() for key in one.errors]
)
def test_every_error_that_the_form_offers_can_be_switched_on(
    http: httpx.Client, service: str, error: str
) -> None:
    options = http.get(FORM, params={"service": service}).text
    answer = http.put(FORM, data={"service": service, "error": error, "times": "1000"})

    assert f'<option value="{error}">' in options
    assert answer.status_code == 200, answer.text
    assert standing(http) == [(f"{SOURCES[service].label} {error}", 1000, 0)]


def test_the_same_error_again_takes_the_place_of_the_first(http: httpx.Client) -> None:
    http.put(FORM, data=CLOSED)
    http.put(FORM, data={**CLOSED, "error": "190"})
    http.put(FORM, data={**CLOSED, "times": "7"})

    assert standing(http) == [("WhatsApp 190", 2, 0), ("WhatsApp 131047", 7, 0)]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"service": "fax"}, "Service is one of whatsapp, whatsapp-later, google, grok."),
        ({"service": ""}, "Service is one of"),
        ({"error": "999"}, "WhatsApp has no such error: choose one of its list."),
        ({"service": "google"}, "Google Calendar has no such error"),
        ({"times": "0"}, "Calls is a whole number from 1 to 1000, or empty."),
        ({"times": "1001"}, "Calls is a whole number"),
        ({"times": "-1"}, "Calls is a whole number"),
        ({"times": "1.5"}, "Calls is a whole number"),
        ({"times": "two"}, "Calls is a whole number"),
        ({"times": "²"}, "Calls is a whole number"),
        ({"times": "9" * 5000}, "Calls is a whole number"),
        ({"delay_ms": "600001"}, "Latency is a whole number of milliseconds from 0 to 600000"),
        ({"delay_ms": "soon"}, "Latency is a whole number"),
    ],
)
def test_a_field_that_is_wrong_is_told_and_nothing_changes(
    http: httpx.Client, wrong: dict[str, str], told: str
) -> None:
    answer = http.put(FORM, data={**CLOSED, **wrong})

    assert (answer.status_code, answer.json()["status"]) == (400, 400)
    assert told in answer.json()["detail"]
    assert standing(http) == []


def test_all_that_is_wrong_is_told_at_once(http: httpx.Client) -> None:
    answer = http.put(FORM, data={"service": "fax", "times": "0", "delay_ms": "x"})

    assert all(word in answer.json()["detail"] for word in ("Service", "Calls", "Latency"))


def test_a_form_without_any_field_is_refused(http: httpx.Client) -> None:
    assert http.put(FORM).status_code == 400


def test_the_errors_of_an_unknown_service_are_not_found(http: httpx.Client) -> None:
    assert http.get(FORM, params={"service": "fax"}).status_code == 404


def test_one_fault_is_switched_off_and_the_others_keep_their_counts(http: httpx.Client) -> None:
    http.put(FORM, data=CLOSED)
    http.put(FORM, data={"service": "grok", "error": "503", "times": "3"})
    html = http.get("/sandbox/page/faults").text
    first = html.partition('hx-delete="/sandbox/page/faults/others/')[2].partition('"')[0]

    answer = http.delete(f"/sandbox/page/faults/others/{first}")

    assert answer.status_code == 200
    assert standing(http) == [("Grok 503", 3, 0)]


def choose(panel: Locator, service: str, error: str, *, calls: str) -> None:
    panel.get_by_label("Service").select_option(label=service)
    panel.get_by_label("Error", exact=True).select_option(error)
    panel.get_by_label("Calls").fill(calls)
    panel.get_by_role("button", name="Switch on").click()


def test_a_person_lets_the_next_calls_fail_sees_what_is_left_and_switches_it_off(
    visit: Visit, http: httpx.Client
) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 900})
    visit.open("/?phone=15550100501&name=Ida")
    panel = opened_panel(visit)

    choose(panel, "WhatsApp", "131047", calls="3")
    expect(panel.locator(LEFT)).to_have_text("3 left")
    expect(visit.page.locator("#faults-on")).to_have_text("1 on")
    visit.picture("error-form")
    visit.page.keyboard.press("Escape")
    visit.write("What does a haircut cost?")  # a reply and the template in its place are refused
    panel = opened_panel(visit)
    expect(panel.locator(LEFT)).to_have_text("1 left")
    visit.picture("error-form-1-left")
    panel.get_by_role("button", name="Switch off WhatsApp 131047").click()
    expect(panel.locator(LEFT)).to_have_count(0)

    expect(visit.page.locator("#faults-on")).to_be_empty()
    assert standing(http) == []


def test_once_its_calls_are_used_up_an_error_is_off_by_itself(visit: Visit) -> None:
    visit.open("/?phone=15550100502&name=Mia")
    panel = opened_panel(visit)

    choose(panel, "WhatsApp", "131047", calls="1")
    expect(panel.locator(LEFT)).to_have_text("1 left")
    visit.page.keyboard.press("Escape")
    visit.write("What does a haircut cost?")

    visit.reply("follow_up: ")  # a template in the place of the reply
    expect(visit.page.locator("#chat .theirs:not(.typing)")).to_have_count(1)
    expect(visit.page.locator("#faults-on")).to_be_empty()
    visit.picture("error-form-template")


def test_the_errors_are_those_of_the_service_that_is_chosen(
    visit: Visit, http: httpx.Client
) -> None:
    visit.open()
    panel = opened_panel(visit)

    choose(panel, "Google Calendar", "410 fullSyncRequired", calls="")

    expect(panel.locator(LEFT)).to_have_text("until switched off")
    assert standing(http) == [("Google Calendar 410 fullSyncRequired", None, 0)]


def test_the_form_is_filled_in_and_sent_by_keyboard_alone(visit: Visit, http: httpx.Client) -> None:
    visit.open()
    panel = opened_panel(visit)
    keyboard = visit.page.keyboard

    panel.get_by_label("Service").focus()
    keyboard.type("Grok")
    expect(panel.get_by_label("Error", exact=True)).to_contain_text("All credits used")
    keyboard.press("Tab")
    keyboard.type("429 c")
    keyboard.press("Tab")
    keyboard.type("5")
    keyboard.press("Tab")
    keyboard.type("40")
    keyboard.press("Enter")
    expect(panel.locator(LEFT)).to_have_text("5 left")
    assert standing(http) == [("Grok 429 credits", 5, 40)]

    panel.get_by_role("button", name="Switch off Grok 429 credits").press("Enter")
    expect(panel.locator(LEFT)).to_have_count(0)


def test_what_is_wrong_is_said_at_the_form_until_it_is_sent_again(visit: Visit) -> None:
    visit.open()
    panel = opened_panel(visit)
    problem = panel.locator(".problem")

    choose(panel, "WhatsApp", "131047", calls="5000")
    expect(problem).to_have_text("Calls is a whole number from 1 to 1000, or empty.")
    visit.picture("error-form-wrong")
    panel.get_by_label("Calls").fill("5")
    panel.get_by_role("button", name="Switch on").click()
    expect(panel.locator(LEFT)).to_have_text("5 left")

    expect(problem).to_be_hidden()
    assert all("400" in complaint for complaint in visit.complaints)
    visit.complaints.clear()  # the browser and htmx note every refused request


def test_what_is_filled_in_stays_while_the_list_changes(visit: Visit, http: httpx.Client) -> None:
    visit.open()
    panel = opened_panel(visit)
    panel.get_by_label("Error", exact=True).select_option("190")
    panel.get_by_label("Calls").fill("12")

    http.put(FORM, data=CLOSED)
    expect(panel.locator(LEFT)).to_have_text("2 left")

    expect(panel.get_by_label("Error", exact=True)).to_have_value("190")
    expect(panel.get_by_label("Calls")).to_have_value("12")


def test_the_form_fits_a_phone(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 780})
    visit.open()
    panel = opened_panel(visit)

    choose(panel, "Google Calendar", "403 forbiddenForServiceAccounts", calls="1000")
    expect(panel.locator(LEFT)).to_have_text("1000 left")
    visit.picture("error-form-phone")
    visit.page.emulate_media(color_scheme="dark")
    visit.picture("error-form-phone-dark")

    visit.until("document.querySelector('#faults-menu').scrollWidth <= 390")
    visit.until("document.documentElement.scrollWidth <= 390")
