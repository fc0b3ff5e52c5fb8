"""What holds for every text, however it is written."""

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.understanding.phrases import read_when
from application.understanding.reading import Language, Reading
from application.understanding.rules import read
from tests.understanding.shop import MORNING, WEDNESDAY, context

WORDS = [
    "mañana",
    "tomorrow",
    "el",
    "the",
    "3",
    "5",
    "12",
    "31",
    "30/2",
    "14:30",
    "2pm",
    "viernes",
    "friday",
    "next",
    "próximo",
    "que",
    "viene",
    "a",
    "las",
    "at",
    "y",
    "media",
    "half",
    "past",
    "not",
    "no",
    "menos",
    "but",
    "o",
    "or",
    ",",
    ".",
    "?",
    ":",
    "/",
    "-",
    "del",
    "al",
    "from",
    "to",
    "entre",
    "between",
    "de",
    "after",
    "diciembre",
    "may",
    "week",
    "semana",
    "finde",
    "Ana",
    "Luis",
    "corte",
    "haircut",
    "barba",
    "2025-11-30",
    "13/13",
    "99",
    "0",
    "in",
    "en",
    "2",
    "days",
]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(["en", "es"])
PATIENT = settings(deadline=None)  # a shared machine may pause
A_SECOND = 1.0  # twenty times what is promised: a shared machine is no stopwatch


def days_of(reading: Reading) -> list[dt.date]:
    single = [*reading.other_days, *([reading.day] if reading.day else [])]
    return single + ([reading.days.first, reading.days.last] if reading.days else [])


@given(text=st.text(max_size=300), language=LANGUAGES)
@PATIENT
def test_any_text_is_read_without_complaint(text: str, language: Language) -> None:
    shop = context(language)

    reading = read(text, shop)

    assert reading.intents


@given(text=SENTENCES, language=LANGUAGES)
@PATIENT
def test_a_day_before_today_is_never_read(text: str, language: Language) -> None:
    shop = context(language)

    reading = read(text, shop)

    assert all(day >= WEDNESDAY for day in days_of(reading))


@given(text=SENTENCES, language=LANGUAGES)
@PATIENT
def test_what_a_slot_was_read_from_lies_within_the_text(text: str, language: Language) -> None:
    shop = context(language)

    reading = read(text, shop)

    assert all(0 <= span.start < span.end <= len(text) for span in reading.spans)


@given(text=SENTENCES, language=LANGUAGES)
@PATIENT
def test_the_likeliest_value_is_not_among_the_others(text: str, language: Language) -> None:
    shop = context(language)

    reading = read(text, shop)

    assert reading.day not in reading.other_days
    assert reading.time not in reading.other_times


@given(text=SENTENCES, language=LANGUAGES)
@PATIENT
def test_a_phrase_read_alone_has_day_and_time_slots_only(text: str, language: Language) -> None:
    shop = context(language)

    reading = read_when(text, shop)

    assert not reading.services
    assert reading.barber is None


@given(text=SENTENCES)
@PATIENT
def test_reading_twice_reads_the_same(text: str) -> None:
    shop = context("es")

    first, second = read(text, shop), read(text, shop)

    assert first == second


@pytest.mark.parametrize(
    "piece",
    ["a", "aa ", "no ", "1", "1 ", "1:", "/1", "the ", "el 3 ", "y ", "a las ", "friday ", "qwxzk ",
     "a.m.", "p. ", "'", "\u0301", "👍", "next ", "de la ", "tomorow ", "sabdo ", "entre 5 y ", "2pm "],
)  # fmt: skip
def test_no_text_takes_long_to_read(piece: str) -> None:
    shop = context("en")
    text = (piece * 4096)[:4096]
    read("warm", shop)

    began = time.thread_time()
    read(text, shop)
    took = time.thread_time() - began

    assert took < A_SECOND


def test_four_thousand_different_words_take_no_long_time_either() -> None:
    shop = context("en")
    text = " ".join(
        f"t{letter}omorr{other}w" for letter in "abcdefghij" for other in "abcdefghij" * 4
    )
    read("warm", shop)

    began = time.thread_time()
    read(text, shop)
    took = time.thread_time() - began

    assert took < A_SECOND


def test_what_lies_beyond_the_longest_message_is_not_read() -> None:
    shop = context("en")
    text = " " * 4096 + "tomorrow"

    reading = read(text, shop)

    assert reading.day is None


def test_a_moment_counted_from_now_is_reckoned_in_the_shops_own_time() -> None:
    shop = context("en")

    reading = read("haircut in 3 hours", shop)

    assert (reading.day, reading.time) == (WEDNESDAY, MORNING.replace(hour=13))
