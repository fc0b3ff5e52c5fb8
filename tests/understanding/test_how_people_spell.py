"""Words written in haste, small or great, and real words that are no slips for ours."""

import datetime as dt

import pytest

from application.understanding.reading import Language
from application.understanding.rules import read
from application.understanding.text.slips import slipped
from tests.understanding.shop import WEDNESDAY, context

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("un cortecito x favor", ("haircut",)),
        ("arreglito d barbita", ("beard_trim",)),
        ("cortee y barbaa", ("haircut_beard",)),
        ("corte de barba", ("beard_trim",)),
    ],
)
def test_a_service_is_known_in_small_and_in_haste(text: str, services: tuple[str, ...]) -> None:
    reading = read(text, context("es"))

    assert reading.services == services


@pytest.mark.parametrize("text", ["con anita", "con anna", "con luisito"])
def test_a_barber_is_known_by_the_small_form_of_the_name(text: str) -> None:
    reading = read(text, context("es"))

    assert reading.barber in {"ana", "luis"}


@pytest.mark.parametrize("text", ["una manzana", "el marco de la puerta", "voy a abrir la puerta"])
def test_a_real_word_is_no_slip_for_a_day(text: str) -> None:
    reading = read(text, context("es"))

    assert (reading.day, reading.days, reading.time, reading.times) == (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("tengo una boda el sábado, quiero cita el viernes a las 5", WEDNESDAY + 2 * DAY, 17),
        ("el viernes a las 5, porque el sábado tengo una boda a las 12", WEDNESDAY + 2 * DAY, 17),
        ("trabajo hasta las 4, puedo ir el viernes a las 5", WEDNESDAY + 2 * DAY, 17),
    ],
)
def test_the_time_of_something_else_is_no_wish(text: str, day: dt.date, time: int) -> None:
    reading = read(text, context("es"))

    assert (reading.day, reading.time) == (day, dt.time(time))
    assert reading.times is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("boom\nWhat time do you open?", "en"),
        ("wow what time do you open", "en"),
        ("buah a que hora abris", "es"),
        ("ostras\na qué hora abrís?", "es"),
    ],
)
def test_a_word_called_out_before_a_question_leaves_it_a_question(
    text: str, lang: Language
) -> None:
    reading = read(text, context(lang))

    assert reading.intents == ("hours",)


@pytest.mark.parametrize(
    "text",
    [
        "quiero cacnelar mi cita del jueves",  # two letters swapped
        "quiero cancear mi cita del jueves",  # one left out
        "quiero cancelllar mi cita del jueves",  # one typed twice
        "i want to cacnel my appointment on thursday",
    ],
)
def test_a_word_that_the_fingers_slipped_over_is_read(text: str) -> None:
    reading = read(text, context("es"))

    assert reading.intents == ("cancel",)


@pytest.mark.parametrize("word", ["cobrado", "pasado", "canto", "marta", "mesa"])
def test_a_real_word_is_no_slip_of_a_known_one(word: str) -> None:
    assert slipped(word, "es") is None
