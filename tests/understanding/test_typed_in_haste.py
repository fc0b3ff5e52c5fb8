"""Words without vowels, by their sound, and with figures for words are read; real words are left."""

import datetime as dt

import pytest

from application.understanding.reading import Intent
from application.understanding.rules import read, scan_of
from tests.understanding.shop import WEDNESDAY, context

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wr r u based", "address"),
        ("cnt mk it 2day soz", "cancel"),
        ("dnt txt me nemore", "opt_out"),
        ("il tk 3pm 2moro", "book"),
        ("y r u shut on sunday", "hours"),
        ("any1 free nw", "availability"),
        ("howz about 2moro", "book"),
        ("sumthin earlier plz", "availability"),
    ],
)
def test_a_message_typed_in_haste_tells_what_is_wanted(text: str, intent: Intent) -> None:
    assert read(text, context("en")).intent == intent


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("book 4 me", "book for me"),
        ("at 4 me", "at 4 me"),
        ("want 2 book", "want to book"),
        ("2 people", "2 people"),
        ("is it 2 late", "is it too late"),
        ("move it 2 fri", "move it to fri"),
        ("the fri 1", "the fri one"),
        ("fri 1", "fri 1"),
        ("gr8 m8", "great mate"),
        ("11s fine", "11 is fine"),
        ("the 90s", "the 90 s"),
    ],
)
def test_a_figure_is_a_word_only_beside_the_words_that_show_it(text: str, words: str) -> None:
    assert " ".join(scan_of(text, context("en")).row.words) == words


@pytest.mark.parametrize("word", ["brad", "nhs", "sms", "lets", "planet", "cousin", "van"])
def test_a_word_of_its_own_is_not_taken_for_a_hasty_one(word: str) -> None:
    scan = scan_of(f"the {word} said hello", context("en"))

    assert scan.row.words[1] == word


@pytest.mark.parametrize("text", ["hrct 2moro at 3pm", "skinfade 2moro at 3pm", "trm 2moro at 3pm"])
def test_a_service_typed_in_haste_is_booked(text: str) -> None:
    reading = read(text, context("en"))

    assert (reading.services, reading.day) == (("haircut",), WEDNESDAY + DAY)


def test_a_service_without_its_vowels_is_confirmed_by_a_button() -> None:
    assert read("hrct 2moro at 3pm", context("en")).inferred == ("spelling",)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("halfpast 4 2moro", dt.time(16, 30)),
        ("1/2 past 4 2moro", dt.time(16, 30)),
        ("½ past 4 2moro", dt.time(16, 30)),
        ("quarter 2 4 2moro", dt.time(15, 45)),
        ("fourish 2moro", dt.time(16)),
    ],
)
def test_an_hour_is_read_however_its_fraction_is_written(text: str, time: dt.time) -> None:
    reading = read(text, context("en"))

    assert (reading.day, reading.time) == (WEDNESDAY + DAY, time)


@pytest.mark.parametrize(("text", "barber"), [("with broono", "bruno"), ("wiv lucho", "luis")])
def test_a_barber_written_by_the_sound_of_the_name_is_known(text: str, barber: str) -> None:
    assert read(text, context("en", "barber")).barber == barber


@pytest.mark.parametrize("text", ["any evening but thurs", "bang on 3", "do u wash it 1st"])
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert read(text, context("en")).day is None
