"""Phrases with a gap: their words in order, and a few others between."""

import pytest

from application.understanding.rules import read
from application.understanding.text.frames import frames_in
from application.understanding.text.languages import LANGUAGES
from tests.understanding.shop import context

ENGLISH = LANGUAGES["en"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("i dont think im gonna make it today", "cancel"),
        ("wont be needing my slot tomorrow", "cancel"),
        ("can you change the time of my haircut", "move"),
        ("what day did i say i would come", "my_appointments"),
        ("could you have marco call me", "person"),
        ("please stop with the reminders", "opt_out"),
    ],
)
def test_a_phrase_with_a_gap_tells_its_intent(text: str, intent: str) -> None:
    found = {frame.intent for frame in frames_in(text.split(), ENGLISH)}

    assert intent in found


@pytest.mark.parametrize(
    "text",
    [
        "wont you tell me first and then all of us shall make it",
        "make it wont",
        "the rest of the week",
        "",
    ],
)
def test_words_far_apart_or_in_another_order_are_no_such_phrase(text: str) -> None:
    found = {frame.intent for frame in frames_in(text.split(), ENGLISH)}

    assert "cancel" not in found


@pytest.mark.parametrize(
    "text",
    [
        "translate good morning into french",
        "i changed my mind about my hairstyle",
        "are the schools closed",
        "cancel my flight",
        "what is the exchange rate",
    ],
)
def test_words_of_other_affairs_tell_nothing_of_ours(text: str) -> None:
    reading = read(text, context("en"))

    assert set(reading.intents) <= {"unknown", "cancel", "off_topic"}
    assert reading.intents[0] != "greeting"
