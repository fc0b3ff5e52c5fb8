"""What is asked of a shop beside a time is understood as the question that it is."""

import datetime as dt

import pytest

from application.understanding.reading import Language
from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize(
    "text",
    [
        "can I pay by card",
        "do you take credit cards?",
        "is it cash only",
        "thanks! can i pay by card?",
        "se puede pagar con tarjeta?",
        "se puede pagar con targeta",
        "aceptáis bizum?",
        "hay que pagar por adelantado?",
    ],
)
def test_a_question_how_to_pay_is_about_payment(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.intents, reading.about) == (("services",), "payment")


@pytest.mark.parametrize(
    "text",
    [
        "do you take walk-ins",
        "can i just walk in",
        "do i need an appointment?",
        "atendéis sin cita?",
        "puedo ir sin cita?",
        "hay que pedir cita?",
    ],
)
def test_a_question_whether_one_needs_an_appointment_is_about_walk_ins(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.intents, reading.about) == (("services",), "walk_ins")


@pytest.mark.parametrize(
    "text",
    ["you are an idiot", "this is bullshit", "fuck you", "eres un inútil", "vete a la mierda"],
)
def test_anger_alone_is_told_as_anger(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.intents, reading.about) == (("unknown",), "insult")
    assert reading.understood


def test_a_wish_in_anger_is_the_wish() -> None:
    reading = read("cancel my damn shitty appointment", context("en"))

    assert (reading.intents, reading.about) == (("cancel",), None)


@pytest.mark.parametrize(
    "text",
    [
        "what appointments do I have?",
        "wat apointments do i have",
        "what bookings have I got",
        "qué citas tengo",
        "q citas tengo",
        "tengo alguna sita?",
    ],
)
def test_a_question_for_ones_own_appointments_is_no_wish_to_book(text: str) -> None:
    reading = read(text, context("en"))

    assert reading.intents == ("my_appointments",)


@pytest.mark.parametrize(
    "text",
    [
        "qué servicios tenéis y cuánto valen?",
        "que servicios tienes",
        "what services do you have and how much are they",
    ],
)
def test_a_question_what_there_is_asks_for_no_time(text: str) -> None:
    reading = read(text, context("en"))

    assert reading.intents == ("services",)


@pytest.mark.parametrize(
    ("text", "minutes"), [("more like 30 min late", 30), ("media hora tarde", 30)]
)
def test_a_correction_of_a_delay_is_a_delay(text: str, minutes: int) -> None:
    reading = read(text, context("en"))

    assert (reading.intents, reading.minutes_late) == (("late",), minutes)


@pytest.mark.parametrize("text", ["stop", "STOP!", "baja", "Baja por favor"])
def test_stop_as_the_whole_message_is_marked_as_such(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.intents, reading.whole) == (("opt_out",), True)


@pytest.mark.parametrize(
    "text",
    [
        "stop texting me",
        "please stop sending me reminders",
        "dejad de escribirme",
        "no me escribas más",
    ],
)
def test_stop_within_a_sentence_is_not(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.intents, reading.whole) == (("opt_out",), False)


@pytest.mark.parametrize(
    "text",
    [
        "what time do you close on saturday? and book me in for saturday at 5pm",
        "book me in for saturday at 5pm, and until what time are you open that day?",
        "a qué hora cerráis el sábado? apúntame el sábado a las 5 de la tarde",
        "apúntame el sábado a las 5 de la tarde, y a qué hora abren ese día?",
    ],
)
def test_the_hours_asked_beside_a_booking_come_after_it(text: str) -> None:
    reading = read(text, context("en"))

    assert reading.intents == ("book", "hours")


@pytest.mark.parametrize(
    "text", ["grab me that 5pm slot if its open", "any slots opening up friday"]
)
def test_a_slot_that_is_open_asks_for_no_hours(text: str) -> None:
    reading = read(text, context("en"))

    assert "hours" not in reading.intents


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("haircut with Luis on Saturday at 11, how late are you open?", "en"),
        ("corte con Ana el sábado a las 11, ¿hasta qué hora abrís?", "es"),
    ],
)
def test_a_whole_wish_without_a_verb_is_not_lost_beside_the_hours(
    text: str, language: Language
) -> None:
    reading = read(text, context(language))

    assert set(reading.intents) == {"book", "hours"}
    assert (reading.services, reading.time) == (("haircut",), dt.time(11))
