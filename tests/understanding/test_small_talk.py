"""Greetings, thanks and leave-taking hold no yes, no booking and no day."""

import datetime as dt

import pytest

from application.understanding.reading import Intent
from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hope all is good with you", "greeting"),
        ("it's a pleasure to speak with you", "greeting"),
        ("have you had a busy week", "greeting"),
        ("how's the world treating you today", "greeting"),
        ("that's so kind", "thanks"),
        ("talk to you another day", "goodbye"),
        ("I am done chatting about spiders, goodbye", "goodbye"),
    ],
)
def test_a_courtesy_is_nothing_else(text: str, intent: Intent) -> None:
    reading = read(text, context("en"))

    assert reading.intents == (intent,)


@pytest.mark.parametrize(
    "text",
    [
        "do I need a raincoat today",
        "guess what happened to me today",
        "let me know where my brother is right now",
        "who am I chatting with",
        "get me a cab for 7",
        "how do I change my carburettor",
    ],
)
def test_what_is_none_of_our_business_is_no_wish(text: str) -> None:
    reading = read(text, context("en"))

    assert reading.intents == ("unknown",)


def test_a_refusal_and_another_day_are_both_heard() -> None:
    reading = read("hmm, that doesn't work for me, how about the 12th", context("en"))

    assert reading.intents == ("deny", "book")


@pytest.mark.parametrize(
    "text", ["I have an appointment at 4, could I come at 5", "I'm booked in at 4, can we do 5"]
)
def test_what_is_booked_and_what_is_wished_are_two_times(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.intents, reading.time) == (("move",), dt.time(17))


def test_tonight_refused_says_nothing_of_another_evening() -> None:
    reading = read("not tonight, tomorrow", context("en"))

    assert (reading.day, reading.times) == (dt.date(2025, 11, 13), None)
