"""A customer tells their own name, led to by a phrase, or bare where the name was asked."""

import pytest

from application.understanding.reading import Asked, Reading
from application.understanding.rules import read
from tests.understanding.shop import context


def reading_of(text: str, asked: Asked | None = None) -> Reading:
    spanish = any(word in text.lower() for word in ("soy", "nombre", "llamo", "para", "ponl"))
    return read(text, context("es" if spanish else "en", asked))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Patricia", "Patricia"),
        ("jonathan", "jonathan"),
        ("Zbigniew", "Zbigniew"),
        ("mateusz kowalski", "mateusz kowalski"),
        ("José Ángel Núñez", "José Ángel Núñez"),
        ("maría de la cruz", "maría de la cruz"),
        ("Juan Pablo García Márquez", "Juan Pablo García Márquez"),
        ("Ludwig van den Berg", "Ludwig van den Berg"),
        ("Sean O'Brien", "Sean O'Brien"),
        ("Jean-Luc", "Jean-Luc"),
        ("April", "April"),
        ("Marco", "Marco"),
        ("Patricia please", "Patricia"),
        ("sure, it's Wendy Okafor", "Wendy Okafor"),
        ("Hi, Patricia", "Patricia"),
        ("it's for Maria Lopez", "Maria Lopez"),
        ("put it under Oyelaran", "Oyelaran"),
        ("under the name of tilda swan", "tilda swan"),
        ("the name's Priya", "Priya"),
        ("my name is Ludovic", "Ludovic"),
        ("soy jonathan", "jonathan"),
        ("a nombre de Julián de los Ríos", "Julián de los Ríos"),
        ("ponla a nombre de lucía", "lucía"),
        ("me llamo óscar ruiz", "óscar ruiz"),
        ("para Ximena Duarte", "Ximena Duarte"),
        ("sería para Ximena", "Ximena"),
        ("Ximena, gracias", "Ximena"),
    ],
)
def test_a_name_answers_the_question_for_one(text: str, name: str) -> None:
    reading = reading_of(text, "name")

    assert (reading.name, reading.intents) == (name, ("book",))


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "no",
        "why do you need that?",
        "what name?",
        "friday at 5",
        "with Ana",
        "a haircut",
        "tomorrow",
        "cancel",
        "I already told you",
        "555 1234",
        "thanks",
        "un corte para mañana",
        "para el viernes",
        "el mismo de siempre",
    ],
)
def test_what_is_no_name_answers_the_question_for_one_with_something_else(text: str) -> None:
    assert reading_of(text, "name").name is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("soy jonathan", "jonathan"),
        ("hi im jonathan, can i get a cut tomorrow", "jonathan"),
        ("Hola, soy Ana de la Torre", "Ana de la Torre"),
        ("table under Okonkwo at 5 please, under the name Okonkwo", "Okonkwo"),
        ("my name is Anne-Marie", "Anne-Marie"),
        ("una cita a nombre de rocío peña", "rocío peña"),
    ],
)
def test_a_name_is_read_where_nobody_asked(text: str, name: str) -> None:
    assert reading_of(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Patricia",
        "im running late",
        "soy nuevo",
        "i am free friday",
        "its urgent",
        "this is great",
        "soy cliente de siempre",
        "im under the weather",
        "a haircut for my son",
    ],
)
def test_no_name_is_made_up(text: str) -> None:
    assert reading_of(text).name is None


def test_the_customer_may_bear_the_name_of_a_barber() -> None:
    reading = reading_of("soy luis, quiero corte con ana el viernes")

    assert (reading.name, reading.barber) == ("luis", "ana")


def test_whom_they_want_is_no_name_of_theirs() -> None:
    reading = reading_of("its ana please", "barber")

    assert (reading.name, reading.barber) == (None, "ana")


def test_a_day_is_read_beside_the_name() -> None:
    reading = reading_of("Patricia, tomorrow at 5", "name")

    assert (reading.name, reading.day is not None, reading.time is not None) == (
        "Patricia",
        True,
        True,
    )
