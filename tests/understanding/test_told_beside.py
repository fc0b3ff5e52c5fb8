"""What is told beside a wish, of a flight or a bank, is neither a wish nor a day for it."""

import datetime as dt

import pytest

from application.understanding.rules import read
from tests.understanding.shop import context

THURSDAY, FRIDAY, SATURDAY = (dt.date(2025, 11, day) for day in (13, 14, 15))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I get my passport on Friday, so a cut on Saturday", SATURDAY),
        ("a movie on Friday, can I come Thursday", THURSDAY),
        ("my loan is due Friday but Saturday would suit me for a shave", SATURDAY),
    ],
)
def test_a_day_told_of_something_else_is_not_the_day_wished(text: str, day: dt.date) -> None:
    assert read(text, context("en")).day == day


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("the bank is slow today, can we push it to 5", "move"),
        ("waiting for a parcel, so I can only do after 3", "book"),
        ("I'm at the airport until 4, any slots after 5?", "availability"),
        ("my dog is sick, I can't come today", "cancel"),
    ],
)
def test_a_reason_far_from_our_trade_hides_no_wish(text: str, intent: str) -> None:
    assert read(text, context("en")).intent == intent


@pytest.mark.parametrize(
    "text",
    [
        "a taxi tomorrow at 5",
        "find me a flight to Oslo on Friday",
        "set an alarm for 7",
        "I'd like to close my savings account on Monday",
        "what does the library say about dinosaurs",
        "how do I dispute a charge on my account",
    ],
)
def test_a_wish_for_something_else_is_none_of_ours(text: str) -> None:
    assert read(text, context("en")).intents == ("unknown",)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I booked it for Thursday but I need it for Friday", "move"),
        ("I am not going to need the appointment after all", "cancel"),
        ("could you edit my booking", "move"),
        ("I made a mistake with the date of my appointment", "move"),
    ],
)
def test_what_any_house_is_asked_is_understood(text: str, intent: str) -> None:
    assert read(text, context("en")).intent == intent
