"""A day or a time that no calendar and no clock has is told, never dropped in silence."""

import pytest

from application.understanding.rules import read
from tests.understanding.shop import WEDNESDAY, context


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("haircut feb 30", "feb 30"),
        ("haircut on the 30th of february at 3pm", "30th of february"),
        ("haircut november 31st", "november 31st"),
        ("haircut 13/13", "13/13"),
        ("haircut the 32nd", "32nd"),
        ("haircut 2025-02-30", "2025-02-30"),
        ("corte el 31 de abril", "31 de abril"),
        ("corte el 31 de nobiembre", "31 de nobiembre"),
        ("corte el 30/2", "30/2"),
        ("corte el 32", "32"),
        ("corte el dia 35 de mayo", "35 de mayo"),
    ],
)
def test_a_day_that_does_not_exist_is_told_as_written(text: str, said: str | None) -> None:
    reading = read(text, context("en"))

    assert (reading.no_such_day, reading.day) == (said, None if said else reading.day)
    assert "book" in reading.intents


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("haircut tomorrow at 25:00", "25:00"),
        ("haircut tomorrow 10:75", "10:75"),
        ("haircut tomorrow at 27", "27"),
        ("corte mañana a las 25:00", "25:00"),
        ("corte mañana a las 27", "27"),
        ("corte mañana a las 10:60", "10:60"),
    ],
)
def test_a_time_that_no_clock_shows_is_told_as_written(text: str, said: str) -> None:
    reading = read(text, context("en"))

    assert (reading.no_such_time, reading.time, reading.day) == (
        said,
        None,
        WEDNESDAY.replace(day=13),
    )


@pytest.mark.parametrize(
    "text",
    [
        "haircut feb 29",
        "corte el 31 de diciembre",
        "haircut at 24:00",
        "corte a las 23:59",
        "open 24/7?",
        "50/50",
        "my number is 555-2599",
        "haircut for 35 dollars",
        "I am 45",
        "corte para 2",
    ],
)
def test_what_exists_or_is_no_day_is_not_told_as_missing(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.no_such_day, reading.no_such_time) == (None, None)
