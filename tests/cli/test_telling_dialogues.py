from datetime import UTC, datetime

import pytest

from entrypoints.chat.showing import fits, lines_of, masked, numbered_lines, told_by
from entrypoints.chat.telling import (
    Passage,
    answer_lines,
    as_it_went,
    calendar_lines,
    difference,
)
from infrastructure.sandbox.chat_message import Button, ChatMessage, Row

LIST = ChatMessage(
    id="wamid.1",
    direction="out",
    at=datetime(2026, 11, 23, 15, tzinfo=UTC),
    type="interactive",
    text="Which one?\n\nTake your time.",
    list_button="See times",
    rows=(Row(id="a", title="Tue 2 pm", description="with Ana"), Row(id="b", title="More times")),
)


def test_a_list_is_shown_with_its_opener_and_its_rows() -> None:
    assert lines_of(LIST) == (
        "Which one?",
        "",
        "Take your time.",
        "{See times}",
        "- Tue 2 pm | with Ana",
        "- More times",
    )


def test_buttons_stand_on_one_line() -> None:
    message = ChatMessage(
        id="wamid.2",
        direction="out",
        at=LIST.at,
        type="interactive",
        text="Booked.",
        buttons=(Button(id="a", title="Move it"), Button(id="b", title="Cancel it")),
    )

    assert lines_of(message) == ("Booked.", "[Move it] [Cancel it]")


def test_a_pin_is_shown_by_its_name_and_address() -> None:
    place: dict[str, object] = {"name": "Shop", "address": "Street 1", "latitude": 1.0}
    message = ChatMessage(
        id="wamid.3", direction="out", at=LIST.at, type="location", text="Shop", location=place
    )

    assert lines_of(message) == ("(location) Shop, Street 1",)


def test_in_the_terminal_choices_are_numbered() -> None:
    assert numbered_lines(LIST)[-2:] == ("  /1 Tue 2 pm | with Ana", "  /2 More times")


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (("Booked #····.",), ("Booked #8N2V.",)),
        (("Booked…", "[Move it]"), ("Booked", "", "with Ana", "[Move it]")),
        (("…",), ("anything", "at all")),
        (("(a) [b] *c* ¿d?",), ("(a) [b] *c* ¿d?",)),
        ((), ()),
    ],
)
def test_what_fits(expected: tuple[str, ...], said: tuple[str, ...]) -> None:
    assert fits(expected, said)


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (("Booked #····.",), ("Booked #8N2.",)),
        (("Booked.",), ("Booked!",)),
        (("Booked…",), ("Moved",)),
        ((), ("something",)),
        (("something",), ()),
    ],
)
def test_what_does_not_fit(expected: tuple[str, ...], said: tuple[str, ...]) -> None:
    assert not fits(expected, said)


def test_a_code_is_masked() -> None:
    assert masked("Booked ✔ #8N2V. See #1") == "Booked ✔ #····. See #1"


def test_lines_that_fit_stay_as_they_were_written() -> None:
    told = told_by(("Booked #····…", "[Move it]"), ("Booked #8N2V with Ana", "[Change it]"))

    assert told == ("Booked #····…", "[Change it]")


def test_a_text_without_passages_is_told_as_it_stands() -> None:
    text = ("# Title", "", "Alex: hi", "shop: hello", "")

    assert as_it_went(text, ()) == text


def test_passages_stand_in_the_place_of_what_was_written() -> None:
    text = ("clock: x", "Alex: hi", "shop: hello", "  you", "", "Alex: bye")
    passages = (
        Passage(line=7, end=7, lines=answer_lines("", [])),
        Passage(line=3, end=5, lines=answer_lines("Alex", [("Hi!", "", "[Book]"), ("?",)])),
    )

    went = as_it_went(text, passages)

    assert went == (
        *("clock: x", "Alex: hi", "shop to Alex: Hi!", "", "  [Book]", "shop to Alex: ?"),
        *("", "Alex: bye", "shop: (nothing)"),
    )


def test_the_calendar_is_told_line_by_line() -> None:
    assert calendar_lines(()) == ("calendar: none",)
    assert calendar_lines(("a", "b")) == ("calendar: a", "calendar: b")


def test_the_difference_is_a_unified_diff() -> None:
    diff = difference(("Alex: hi", "shop: hello"), ("Alex: hi", "shop: hey"), name="a.txt")

    assert diff.splitlines() == [
        "--- a.txt (written)",
        "+++ a.txt (said)",
        "@@ -1,2 +1,2 @@",
        " Alex: hi",
        "-shop: hello",
        "+shop: hey",
    ]


def test_nothing_differs_from_itself() -> None:
    assert not difference(("a",), ("a",), name="a.txt")
