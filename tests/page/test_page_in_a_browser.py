import httpx
import pytest
from playwright.sync_api import Route, expect

from tests.page.visiting import Visit

MONDAY = "2026-11-23T10:00:00-05:00"
EVENTS = "**/sandbox/page/events?*"


def test_new_messages_leave_words_and_open_sheets_alone(visit: Visit, http: httpx.Client) -> None:
    visit.open("/?phone=15550100201&name=Noa")
    visit.write("I want an appointment")
    visit.reply("Which service")
    words = visit.page.get_by_label("Message", exact=True)
    words.fill("I am still thinking")
    visit.page.locator("#chat button[data-rows]").last.click()
    sheet = visit.page.get_by_role("dialog")
    sheet.get_by_role("radio", name="Shave").check()

    http.post("/sandbox/phones/15550100201/messages", json={"text": "Where are you?"})
    visit.reply("118 West 72nd Street")

    expect(sheet.get_by_role("radio", name="Shave")).to_be_checked()
    expect(words).to_have_value("I am still thinking")


def test_who_reads_above_is_not_scrolled_away(visit: Visit, http: httpx.Client) -> None:
    http.post("/sandbox/phones/15550100202/messages", json={"text": "\n".join("one line" * 90)})
    visit.open("/?phone=15550100202")
    chat = visit.page.locator("#chat")
    visit.until("document.querySelector('#chat').scrollTop > 500")
    chat.evaluate("chat => chat.scrollTo(0, 40)")

    http.post("/sandbox/phones/15550100202/messages", json={"text": "and one more"})
    expect(chat.locator(".mine")).to_have_count(2)

    assert chat.evaluate("chat => chat.scrollTop") == 40
    visit.page.get_by_role("button", name="Newest messages").click()
    visit.until("document.querySelector('#chat').scrollTop > 500")


def test_everything_of_the_attach_menu_can_be_sent(visit: Visit) -> None:
    visit.open("/?phone=15550100203")
    kinds = ("Voice note", "Photo", "Sticker", "Location", "Unknown type")

    for kind in kinds:
        visit.page.get_by_role("button", name="Attach").click()
        visit.page.locator("#attach-menu").get_by_role("button", name=kind).click()

    expect(visit.page.locator("#chat .mine")).to_have_count(len(kinds))
    visit.until("document.querySelectorAll('#chat .ticks.read').length > 1")
    visit.picture("attachments")


def test_several_lines_are_written_with_shift_and_enter(visit: Visit) -> None:
    visit.open("/?phone=15550100204")
    visit.page.get_by_label("Message", exact=True).focus()

    visit.page.keyboard.type("first")
    visit.page.keyboard.press("Shift+Enter")
    visit.page.keyboard.type("second")
    visit.page.keyboard.press("Enter")

    text = visit.page.locator("#chat .mine .body").inner_text()
    assert text.split() == ["first", "second"]
    assert "\n" in text


def test_a_hostile_text_is_only_a_text(visit: Visit) -> None:
    visit.open("/?phone=15550100205&name=%3Cscript%3Ealert(1)%3C/script%3E")

    visit.write("<img src=x onerror=alert(1)> *bold* <script>alert(1)</script>")

    expect(visit.page.locator("#chat .mine .body")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(visit.page.locator("#chat .mine strong")).to_have_text("bold")
    assert visit.page.locator("#chat img, #chat script").count() == 0


def test_the_shops_clock_is_moved_stopped_and_set(visit: Visit, http: httpx.Client) -> None:
    visit.open()
    clock = visit.page.locator(".clock")

    clock.get_by_role("button", name="+1 h").first.click()
    expect(clock.locator(".chip")).to_contain_text("11:00")
    clock.get_by_role("button", name="+1 day").first.click()
    expect(clock.locator(".chip")).to_contain_text("Tue 24 Nov")
    clock.get_by_role("button", name="Stop the clock").first.click()
    expect(clock.locator(".chip")).to_contain_text("stopped")
    clock.locator(".chip").click()
    visit.picture("clock")
    clock.get_by_label("Set date and time").fill("2027-07-01T15:30")
    clock.get_by_role("button", name="Set", exact=True).click()

    expect(clock.locator(".chip")).to_contain_text("15:30")
    assert http.get("/sandbox/clock").json()["now"].startswith("2027-07-01T15:30:00-04:00")


@pytest.mark.parametrize("width", [320, 390, 768, 1024])
def test_a_narrow_window_cuts_nothing_off_while_the_clock_stands(
    visit: Visit, http: httpx.Client, width: int
) -> None:
    http.put("/sandbox/clock", json={"now": MONDAY, "running": False}).raise_for_status()
    visit.page.set_viewport_size({"width": width, "height": 640})

    visit.open("/?phone=15550100209&name=Robin")

    expect(visit.page.locator(".clock .chip")).to_contain_text("stopped")
    assert visit.page.evaluate("document.documentElement.scrollWidth") == width
    expect(visit.page.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)
    expect(visit.page.locator(".who .chip")).to_be_in_viewport(ratio=1)


def test_a_new_customer_may_share_no_phone_number(visit: Visit, http: httpx.Client) -> None:
    visit.open()
    visit.page.locator(".who .chip").click()
    menu = visit.page.locator("#customer-menu")
    visit.picture("customers")
    menu.get_by_role("textbox", name="Number").fill("15550100206")
    menu.get_by_role("textbox", name="Name").fill("Robin")
    menu.get_by_label("Shares no phone number").check()
    menu.get_by_role("button", name="Take this phone").click()
    visit.page.wait_for_url("**/?phone=15550100206*")

    expect(visit.page.locator(".who .chip")).to_contain_text("no phone number")
    visit.write("Hi")
    visit.reply("Central Barbershop")

    assert http.get("/sandbox/phones/15550100206").json()["name"] == "Robin"


def test_an_event_opens_in_full(visit: Visit) -> None:
    visit.open("/?phone=15550100207&name=Robin")
    visit.write("Hi")
    visit.reply("Central Barbershop")
    visit.page.get_by_label("Kind", exact=True).select_option("customer")

    visit.page.get_by_role("button", name="customer.met").first.click()

    dialog = visit.page.get_by_role("dialog", name="customer.met")
    expect(dialog).to_contain_text('"type": "customer.met"')
    visit.picture("event")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


def test_paused_events_stay_as_they_are(visit: Visit) -> None:
    visit.open("/?phone=15550100208")
    visit.write("Hi")
    visit.reply("Central Barbershop")
    visit.page.get_by_role("button", name="Live", exact=True).click()
    before = visit.page.locator("#lines .position").first.inner_text()

    visit.write("What does a haircut cost?")
    visit.reply("$25")

    assert visit.page.locator("#lines .position").first.inner_text() == before
    visit.page.get_by_role("button", name="Paused", exact=True).click()
    expect(visit.page.locator("#lines .position").first).not_to_have_text(before)


def test_events_that_were_asked_for_before_the_pause_are_not_shown_after_it(visit: Visit) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    visit.page.route(EVENTS, hold)
    with visit.page.expect_request(EVENTS):
        visit.open("/?phone=15550100209")
    before = visit.page.locator("#lines").inner_text()
    visit.page.get_by_role("button", name="Live", exact=True).click()
    visit.write("Hi")
    visit.reply("Central Barbershop")

    with visit.page.expect_response(EVENTS) as late:
        held[0].continue_()
    late.value.finished()
    visit.page.evaluate("() => new Promise(requestAnimationFrame)")

    assert visit.page.locator("#lines").inner_text() == before


def test_days_are_turned(visit: Visit) -> None:
    visit.open()
    heading = visit.page.locator("#day h2")

    visit.page.get_by_role("button", name="Today", exact=True).click()
    expect(heading).to_have_text("Monday 23 November")
    visit.page.get_by_role("button", name="The day before").click()
    expect(heading).to_have_text("Sunday 22 November")
    expect(visit.page.locator("#day")).to_contain_text("closed")


def test_the_api_documents_are_drawn_without_a_connection(visit: Visit) -> None:
    visit.open("/schema")

    expect(visit.page.get_by_text("/api/calendar/availability").first).to_be_visible()
    visit.page.get_by_text("/api/calendar/availability").first.click()
    expect(visit.page.get_by_role("button", name="Execute")).to_be_visible()
    visit.picture("schema")
