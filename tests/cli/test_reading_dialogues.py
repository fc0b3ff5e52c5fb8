from datetime import date, time, timedelta

import msgspec
import pytest

from entrypoints.chat.clock_words import clock_step
from entrypoints.chat.dialogue import (
    Answer,
    Answers,
    CalendarGets,
    CalendarShows,
    ModelReads,
    MoveClock,
    Restart,
    Says,
    Sends,
    SetClock,
    Speaking,
    Taps,
    TapsId,
)
from entrypoints.chat.reading import Unreadable, read_dialogue
from infrastructure.grok.prompt import Answer as Form

WHOLE = """\
# Two customers
# and a remark
clock: 2026-11-23 10:00
shop: madrid
phone: Zoe 5215512345678

Alex: Book haircut
  tomorrow
Alex taps: Cancel it
shop: Done.

  Anything else?
  [Book]
shop: Bye
calendar: marco 2026-11-24 14:00-14:30 Haircut · Alex
calendar: ana 2026-11-24 15:00-15:30 Shave · Ben

Sam without phone: hola
Sam taps older: Book
Sam taps unknown: x.y
Sam sends: sticker
restart: kill
shop to Sam: (nothing)

Alex and Ben at once:
  Alex: one
    more
  Ben: two
shop to one: A
shop to other: B
clock: +25h
calendar gets: ana 2026-11-25 10:00-11:00 Dentist
calendar: none
"""


def test_a_file_is_read_as_what_happens_and_where_it_stands() -> None:
    dialogue = read_dialogue(WHOLE, name="whole")

    assert (dialogue.title, dialogue.shop) == ("Two customers", "madrid")
    assert dialogue.phones == {"Zoe": "5215512345678"}
    assert dialogue.text == tuple(WHOLE.splitlines())
    assert dialogue.steps == (
        SetClock(line=3, day=date(2026, 11, 23), at=time(10)),
        Speaking(
            line=7,
            end=10,
            utterances=(
                Says(line=7, who="Alex", text="Book haircut\ntomorrow"),
                Taps(line=9, who="Alex", title="Cancel it"),
            ),
        ),
        Answers(
            line=10,
            parts=(
                Answer(line=10, end=14, to="", lines=("Done.", "", "Anything else?", "[Book]")),
                Answer(line=14, end=15, to="", lines=("Bye",)),
            ),
        ),
        CalendarShows(
            line=15,
            end=17,
            entries=(
                "marco 2026-11-24 14:00-14:30 Haircut · Alex",
                "ana 2026-11-24 15:00-15:30 Shave · Ben",
            ),
        ),
        Speaking(
            line=18,
            end=22,
            utterances=(
                Says(line=18, who="Sam", text="hola", without_phone=True),
                Taps(line=19, who="Sam", title="Book", older=True),
                TapsId(line=20, who="Sam", id="x.y"),
                Sends(line=21, who="Sam", kind="sticker"),
            ),
        ),
        Restart(line=22),
        Answers(line=23, parts=(Answer(line=23, end=24, to="Sam", lines=()),)),
        Speaking(
            line=25,
            end=29,
            utterances=(
                Says(line=26, who="Alex", text="one\nmore"),
                Says(line=28, who="Ben", text="two"),
            ),
        ),
        Answers(
            line=29,
            parts=(
                Answer(line=29, end=30, to="one", lines=("A",)),
                Answer(line=30, end=31, to="other", lines=("B",)),
            ),
        ),
        MoveClock(line=31, by=timedelta(hours=25)),
        CalendarGets(
            line=32,
            barber="ana",
            day=date(2026, 11, 25),
            start=time(10),
            end=time(11),
            summary="Dentist",
        ),
        CalendarShows(line=33, end=34, entries=()),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Alex: hi\nshop: hi", 1),
        ("clock: soon", 1),
        ("clock: 2026-11-23 10:00\nno colon here", 2),
        ("clock: 2026-11-23 10:00\nAlex sends: love", 2),
        ("clock: 2026-11-23 10:00\nrestart: gently", 2),
        ("clock: 2026-11-23 10:00\nphone: Alex", 2),
        ("clock: 2026-11-23 10:00\nmodel reads: wig", 2),
        ("clock: 2026-11-23 10:00\nmodel reads: wig as sing", 2),
        ("clock: 2026-11-23 10:00\nmodel reads: wig as book, price 5", 2),
        ("clock: 2026-11-23 10:00\ncalendar gets: ana tomorrow", 2),
        ("clock: 2026-11-23 10:00\n\nAlex: hi\nclock: +1h\nshop: hi", 3),
        ("clock: 2026-11-23 10:00\n\nAlex: hi", 3),
        ("", 1),
    ],
)
def test_what_makes_no_sense_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as raised:
        read_dialogue(text, name="x")

    assert raised.value.line == line


def test_a_line_says_what_the_model_makes_of_a_word() -> None:
    line = "model reads: my wig as book, service cut, service shave, barber ana, day mañana, time a las 5"
    dialogue = read_dialogue(f"clock: 2026-11-23 10:00\n{line}", name="x")

    (_, step) = dialogue.steps
    assert isinstance(step, ModelReads)
    assert (step.line, step.contains) == (2, "my wig")
    assert msgspec.json.decode(step.form, type=Form) == Form(
        intent="book",
        services=("cut", "shave"),
        barber="ana",
        day_phrase="mañana",
        time_phrase="a las 5",
    )


def test_answers_may_be_missing_where_they_are_to_be_filled_in() -> None:
    dialogue = read_dialogue("clock: 2026-11-23 10:00\nAlex: hi", name="x", complete=False)

    assert len(dialogue.steps) == 2


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("+25h", timedelta(hours=25)),
        ("-30m", timedelta(minutes=-30)),
        ("+1d 2h", timedelta(hours=26)),
        ("+ 90 s", timedelta(seconds=90)),
    ],
)
def test_a_clock_can_be_moved(words: str, by: timedelta) -> None:
    assert clock_step(words) == MoveClock(line=0, by=by)


@pytest.mark.parametrize(
    ("words", "day", "at"),
    [
        ("2026-11-23 10:00", date(2026, 11, 23), time(10)),
        ("2026-11-23T10:00:30", date(2026, 11, 23), time(10, 0, 30)),
        ("18:30", None, time(18, 30)),
    ],
)
def test_a_clock_can_be_set(words: str, day: date | None, at: time) -> None:
    assert clock_step(words) == SetClock(line=0, day=day, at=at)


@pytest.mark.parametrize("words", ["", "18", "2026-11-23", "tomorrow", "+", "+1", "25:00"])
def test_other_words_set_no_clock(words: str) -> None:
    assert clock_step(words) is None
