"""Later and earlier are told of what is on the screen, and are no part of the day."""

import pytest

from application.understanding.reading import Asked
from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize("asked", [None, "offer", "confirm"])
@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("anything later?", "later"),
        ("a bit later", "later"),
        ("más tarde?", "later"),
        ("algo mas tarde porfa", "later"),
        ("anything earlier?", "earlier"),
        ("do you have something sooner", "earlier"),
        ("un poco mas temprano", "earlier"),
        ("too late for me", "earlier"),
        ("demasiado tarde", "earlier"),
    ],
)
def test_later_asks_for_other_times(text: str, shift: str, asked: Asked | None) -> None:
    reading = read(text, context("en", asked))

    assert (reading.intents, reading.shift) == (("availability",), shift)
    assert (reading.time, reading.times) == (None, None)


@pytest.mark.parametrize("asked", ["offer", "confirm"])
@pytest.mark.parametrize("text", ["maybe later", "perhaps at a later time", "quizás más tarde"])
def test_maybe_later_is_a_no(text: str, asked: Asked) -> None:
    reading = read(text, context("en", asked))

    assert reading.intents == ("deny",)


@pytest.mark.parametrize("text", ["see you later", "later!", "talk later"])
def test_a_goodbye_asks_for_nothing(text: str) -> None:
    reading = read(text, context("en"))

    assert reading.intents == ("goodbye",)


@pytest.mark.parametrize(
    ("text", "choice"),
    [("the later one", -1), ("la más tarde", -1), ("the earlier one", 0), ("la más temprana", 0)],
)
def test_the_later_one_picks_the_last_row(text: str, choice: int) -> None:
    reading = read(text, context("en", "offer"))

    assert (reading.intents, reading.choice) == (("choose",), choice)


@pytest.mark.parametrize(
    ("text", "start"),
    [("friday at 4 or later", "16:00"), ("el viernes a las 4 o más tarde", "16:00")],
)
def test_later_than_a_time_is_a_range(text: str, start: str) -> None:
    reading = read(text, context("en"))

    assert reading.times is not None
    assert (reading.shift, f"{reading.times.start:%H:%M}") == (None, start)
