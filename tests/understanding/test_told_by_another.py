"""A time that is told by another one: the same, so much later, right after mine."""

import pytest

from application.understanding.reading import ByAnother
from application.understanding.rules import read
from tests.understanding.shop import context

SAME, AFTER = ByAnother(), ByAnother(of="end")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("can we do saturday, same time?", SAME),
        ("the same slot next week works", SAME),
        ("push my appointment back an hour", ByAnother(minutes=60)),
        ("could you make it half an hour later", ByAnother(minutes=30)),
        ("anything 45 mins earlier?", ByAnother(minutes=-45)),
        ("bring it forward by 2 hours", ByAnother(minutes=-120)),
        ("can my dad come right after me", AFTER),
        ("el sábado a la misma hora", SAME),
        ("el martes en el mismo horario", SAME),
        ("me la retrasas media hora?", ByAnother(minutes=30)),
        ("adelántala una hora por favor", ByAnother(minutes=-60)),
        ("dos horas más tarde", ByAnother(minutes=120)),
        ("media hora antes", ByAnother(minutes=-30)),
        ("mi hermano justo después de mí", AFTER),
    ],
)
def test_a_time_is_told_by_another(text: str, meant: ByAnother) -> None:
    assert read(text, context("en")).by_another == meant


@pytest.mark.parametrize(
    "text",
    [
        "right after work",
        "after me shift",
        "justo después del trabajo",
        "in an hour",
        "dentro de una hora",
        "same time, so 4pm",
        "later",
        "I'm running half an hour late",
        "the 30 minute one",
        "a haircut takes an hour right",
        "friday at 3",
    ],
)
def test_what_names_no_other_time_compares_with_none(text: str) -> None:
    assert read(text, context("en")).by_another is None


@pytest.mark.parametrize("text", ["move it by 2 hours", "bring it forward by 2 hrs"])
def test_hours_that_are_counted_are_no_clock_time(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.time, reading.times) == (None, None)
