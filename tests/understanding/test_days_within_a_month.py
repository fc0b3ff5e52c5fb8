"""Days counted within a month, and the week around a day, in both languages. Today is 12 November 2025."""

import datetime as dt

import pytest

from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the second tuesday of december", dt.date(2025, 12, 9)),
        ("el segundo martes de diciembre", dt.date(2025, 12, 9)),
        ("el 2do martes de diciembre", dt.date(2025, 12, 9)),
        ("the last friday of the month", dt.date(2025, 11, 28)),
        ("el último viernes de este mes", dt.date(2025, 11, 28)),
        ("el penúltimo viernes de este mes", dt.date(2025, 11, 21)),
        ("the first monday of next month", dt.date(2025, 12, 1)),
        ("el primer lunes del mes que viene", dt.date(2025, 12, 1)),
        ("el primer lunes por la tarde de diciembre", dt.date(2025, 12, 1)),
        ("el primer martes del mes", dt.date(2025, 12, 2)),
        ("the last day of november", dt.date(2025, 11, 30)),
        ("el último día de noviembre", dt.date(2025, 11, 30)),
        ("the third saturday of march 2027", dt.date(2027, 3, 20)),
        ("dentro de dos lunes", dt.date(2025, 11, 24)),
    ],
)
def test_the_nth_weekday_of_a_month_is_its_next_one(text: str, day: dt.date) -> None:
    reading = read(text, context("es"))

    assert (reading.day, reading.other_days) == (day, ())


@pytest.mark.parametrize(
    "text", ["the fifth monday of february", "el quinto lunes de febrero de 2026"]
)
def test_a_weekday_that_the_month_does_not_have_is_no_day(text: str) -> None:
    reading = read(text, context("es"))

    assert (reading.day, reading.days) == (None, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("the week of the 24th", dt.date(2025, 11, 24), dt.date(2025, 11, 30)),
        ("la semana del 24", dt.date(2025, 11, 24), dt.date(2025, 11, 30)),
        ("la semana del 4 de diciembre", dt.date(2025, 12, 1), dt.date(2025, 12, 7)),
        ("the first weekend of december", dt.date(2025, 12, 6), dt.date(2025, 12, 7)),
        ("el primer finde de diciembre", dt.date(2025, 12, 6), dt.date(2025, 12, 7)),
        ("la segunda quincena de noviembre", dt.date(2025, 11, 16), dt.date(2025, 11, 30)),
        ("a principios de mes", dt.date(2025, 12, 1), dt.date(2025, 12, 10)),
        ("antes del 20", dt.date(2025, 11, 12), dt.date(2025, 11, 19)),
        ("antes del fin de semana", dt.date(2025, 11, 12), dt.date(2025, 11, 14)),
    ],
)
def test_days_around_or_before_a_day_are_a_range(text: str, first: dt.date, last: dt.date) -> None:
    reading = read(text, context("es"))

    assert reading.days is not None
    assert (reading.days.first, reading.days.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("este viernes no, el otro", dt.date(2025, 11, 21)),
        ("el viernes no, el siguiente", dt.date(2025, 11, 21)),
        ("not this friday, the next", dt.date(2025, 11, 21)),
    ],
)
def test_the_next_one_after_a_day_refused_is_a_week_later(text: str, day: dt.date) -> None:
    reading = read(text, context("es"))

    assert reading.day == day


@pytest.mark.parametrize(
    "text",
    ["quiero el primer turno del viernes", "el 3er piso", "the first slot you have on friday"],
)
def test_an_ordinal_before_something_else_is_no_day_of_the_month(text: str) -> None:
    reading = read(text, context("es"))

    assert reading.day in {None, dt.date(2025, 11, 14)}
    assert reading.days is None
