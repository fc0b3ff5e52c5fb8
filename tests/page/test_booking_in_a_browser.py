import re

from playwright.sync_api import expect

from tests.page.visiting import Visit


def test_a_line_typed_in_english_books_and_shows_everywhere(visit: Visit) -> None:
    visit.open("/?phone=15550100111&name=Alex%20Rivera")

    visit.write("Book haircut tomorrow at 2pm")

    visit.reply("Booked ✔")
    block = visit.page.get_by_role("region", name="Appointments of Tuesday 24 November")
    expect(block.get_by_role("listitem").filter(has_text="Alex Rivera")).to_contain_text(
        "14:00 to 14:30"
    )
    expect(visit.page.get_by_text("appointment.booked").first).to_be_visible()
    expect(visit.page.locator("#chat .mine .ticks.read")).to_be_visible()
    visit.picture("english-desktop")


def test_taps_in_spanish_book_step_by_step(visit: Visit) -> None:
    visit.open("/?phone=15550100122&name=Mar%C3%ADa%20L%C3%B3pez")

    visit.write("Hola, quiero una cita")
    visit.reply("¿Qué servicio quieres?")
    visit.page.get_by_role("button", name="Elegir servicio").click()
    visit.picture("spanish-sheet-desktop")
    visit.page.keyboard.press("Escape")
    visit.choose("Elegir servicio", "Corte y barba")
    visit.reply("¿Cuál te va bien?")
    visit.choose("Ver horarios", "")
    visit.reply("¿Confirmo?")
    visit.tap("Confirmar")

    visit.reply("Cita confirmada ✔")
    blocks = visit.page.locator("#day .block")
    expect(blocks.filter(has_text="María López")).to_have_count(1)
    expect(visit.page.get_by_text("appointment.booked").first).to_be_visible()
    visit.picture("spanish-desktop")


def test_the_whole_booking_works_on_a_phones_screen(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.open("/?phone=15550100144&name=Luc%C3%ADa")

    visit.write("Hola, quiero una cita")
    visit.reply("¿Qué servicio quieres?")
    visit.page.get_by_role("button", name="Elegir servicio").click()
    visit.picture("spanish-sheet-mobile")
    visit.page.get_by_role("button", name="Close").click()
    visit.choose("Elegir servicio", "Tinte")
    visit.reply("¿Cuál te va bien?")
    visit.choose("Ver horarios", "")
    visit.reply("¿Confirmo?")
    visit.tap("Confirmar")
    visit.reply("Cita confirmada ✔")
    visit.picture("spanish-mobile")
    visit.page.get_by_role("button", name="Calendars").click()

    expect(visit.page.locator("#day .block").filter(has_text="Lucía")).to_be_visible()
    visit.picture("calendars-mobile")
    visit.page.get_by_role("button", name="Events").click()
    expect(visit.page.get_by_text("appointment.booked").first).to_be_visible()
    visit.picture("events-mobile")


def test_english_on_a_phones_screen(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.open("/?phone=15550100155&name=Sam")
    visit.picture("empty-mobile")

    visit.page.get_by_role("button", name="Book haircut tomorrow at 2pm").click()

    visit.reply("Booked ✔")
    visit.picture("english-mobile")


def test_a_list_can_be_answered_with_the_keyboard_alone(visit: Visit) -> None:
    visit.open("/?phone=15550100166&name=Kim")
    visit.write("I want an appointment")
    visit.reply("Which service")
    opener = visit.page.locator("#chat button[data-rows]").last

    opener.focus()
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_role("radio").first).to_be_focused()
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")

    expect(visit.page.locator("#chat .mine").last).to_contain_text("Beard trim")
    expect(visit.page.locator("#chat .mine .quote").last).to_contain_text(re.compile("service"))
