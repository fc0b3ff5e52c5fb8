"""Kinds of dates and times, each with its twin in the other language and a misspelt form."""

import datetime as dt

import pytest

from application.understanding.rules import read
from tests.understanding.shop import WEDNESDAY, context

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    [
        "from thursday till saturday",
        "from thrusday to saturday",
        "desde el jueves hasta el sábado",
        "del jueves al savado",
        "from the 13th to the 15th",
        "the 13th to the 15th",
        "desde el 13 hasta el 15",
    ],
)
def test_from_a_day_to_a_day_is_all_between(text: str) -> None:
    reading = read(text, context("en"))

    assert reading.days is not None
    assert (reading.days.first, reading.days.last) == (WEDNESDAY + DAY, WEDNESDAY + 3 * DAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("early december", dt.date(2025, 12, 1), dt.date(2025, 12, 10)),
        ("a principios de diciembre", dt.date(2025, 12, 1), dt.date(2025, 12, 10)),
        ("mid decembre", dt.date(2025, 12, 11), dt.date(2025, 12, 20)),
        ("a mediados de diciembre", dt.date(2025, 12, 11), dt.date(2025, 12, 20)),
        ("late november", dt.date(2025, 11, 21), dt.date(2025, 11, 30)),
        ("a finales de noviembre", dt.date(2025, 11, 21), dt.date(2025, 11, 30)),
        ("early november", dt.date(2026, 11, 1), dt.date(2026, 11, 10)),
        ("later next week", dt.date(2025, 11, 20), dt.date(2025, 11, 23)),
        ("a finales de la semana que viene", dt.date(2025, 11, 20), dt.date(2025, 11, 23)),
    ],
)
def test_a_part_of_a_month_or_week_is_its_days_that_lie_ahead(
    text: str, first: dt.date, last: dt.date
) -> None:
    reading = read(text, context("en"))

    assert reading.days is not None
    assert (reading.days.first, reading.days.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("el viernes en ocho", dt.date(2025, 11, 21)),
        ("el biernes en ocho dias", dt.date(2025, 11, 21)),
        ("friday week", dt.date(2025, 11, 21)),
        ("de hoy en ocho", dt.date(2025, 11, 19)),
        ("de hoy en quince", dt.date(2025, 11, 26)),
        ("in two weeks' time", dt.date(2025, 11, 26)),
        ("on the first", dt.date(2025, 12, 1)),
        ("el primero", dt.date(2025, 12, 1)),
        ("nov. 20", dt.date(2025, 11, 20)),
        ("on novmber 20 please", dt.date(2025, 11, 20)),
        ("20 de novienbre", dt.date(2025, 11, 20)),
    ],
)
def test_a_day_is_read_as_it_is_said(text: str, day: dt.date) -> None:
    reading = read(text, context("es"))

    assert (reading.day, reading.other_days) == (day, ())


@pytest.mark.parametrize(
    "text",
    [
        "un degradado al 3",
        "máquina al 2 por los lados",
        "flat 12, 3rd floor",
        "the sun was in my eyes",
        "me llamo Julia",
    ],
)
def test_a_number_or_word_that_is_no_day_is_not_read_as_one(text: str) -> None:
    reading = read(text, context("es"))

    assert (reading.day, reading.days) == (None, None)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("5 this afternoon", dt.time(17)),
        ("6 tonight", dt.time(18)),
        ("20 to 3 tomorrow", dt.time(14, 40)),
        ("17h00 Dec 14", dt.time(17)),
        ("at 2 45 on saturday", dt.time(14, 45)),
        ("fri 530", dt.time(17, 30)),
        ("come by at 3 tomorrow", dt.time(15)),
        ("in an hour and a half", dt.time(11, 30)),
        ("dentro de hora y media", dt.time(11, 30)),
        ("an hour from now", dt.time(11)),
    ],
)
def test_a_time_is_read_as_it_is_said(text: str, time: dt.time) -> None:
    reading = read(text, context("en"))

    assert reading.time == time


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("from ten to eleven thirty am", dt.time(10), dt.time(11, 30)),
        ("de diez a once y media", dt.time(10), dt.time(11, 30)),
        ("thurs 9-11am", dt.time(9), dt.time(11)),
        ("up to 2pm", None, dt.time(14)),
        ("algo antes de las 11 el jueves", None, dt.time(11)),
        ("anything later than 3 tomorrow", dt.time(15), None),
        ("any time from 3 onwards tomorrow", dt.time(15), None),
        ("i finish work at 5 so after that", dt.time(17), None),
        ("salgo de trabajar a las 5 así que después", dt.time(17), None),
    ],
)
def test_a_stretch_of_the_day_is_read_as_it_is_said(
    text: str, start: dt.time | None, end: dt.time | None
) -> None:
    reading = read(text, context("en"))

    assert reading.times is not None
    assert (reading.time, reading.times.start, reading.times.end) == (None, start, end)


@pytest.mark.parametrize("text", ["las dos cosas, pelo y barba", "both, beard and hair"])
def test_hair_beside_a_beard_is_the_service_of_both(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.services, reading.time) == (("haircut_beard",), None)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("move friday's to saturday", 14, 15),
        ("pasa la del viernes al sábado", 14, 15),
        ("cambia la de mañana para el sabado a las 11", 13, 15),
        ("change tomorrow to saturday at 11", 13, 15),
    ],
)
def test_a_visit_is_moved_from_one_day_to_the_other(text: str, old: int, new: int) -> None:
    reading = read(text, context("en"))

    assert reading.intents == ("move",)
    assert (reading.old_day, reading.day) == (dt.date(2025, 11, old), dt.date(2025, 11, new))


def test_a_visit_is_moved_from_one_hour_to_the_other() -> None:
    reading = read("push my 3 oclock to 5", context("en"))

    assert (reading.intents, reading.old_time, reading.time) == (
        ("move",),
        dt.time(15),
        dt.time(17),
    )
