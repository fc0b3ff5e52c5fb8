"""Programs get the labels of a message: text, moment and context in, intent and slots out."""

import subprocess
import sys

import pytest

from application.understanding import read_for_evaluation
from application.understanding.evaluated_hours import hours_of

WEEK = range(7)
SHOP: dict[str, object] = {
    "services": {
        "haircut": {"names": ["Haircut", "Corte de pelo"], "minutes": 30},
        "shave": {"names": ["Shave", "Afeitado"], "minutes": 30},
    },
    "barbers": ["Marco", "Ana"],
    "hours": {"mon-sat": ["09:00", "19:00"]},
    "lang": "en",
}
MOMENT = "2026-05-14T11:30:00"


def read(text: str, **further: object) -> object:
    return read_for_evaluation(text, MOMENT, "America/New_York", {**SHOP, **further})


def test_what_is_said_is_in_the_slots_and_nothing_else() -> None:
    labels = read("haircut with Ana tomorrow at 3")

    assert labels == {
        "intent": "booking_request",
        "slots": {"date": "2026-05-15", "time": "15:00", "service": "haircut", "barber": "ana"},
    }


def test_several_services_are_a_list() -> None:
    labels = read("a haircut and a shave")

    assert labels == {"intent": "booking_request", "slots": {"service": ["haircut", "shave"]}}


def test_an_open_end_is_none() -> None:
    labels = read("friday after 5pm")

    slots = {"date": "2026-05-15", "time_range": ["17:00", None]}
    assert labels == {"intent": "booking_request", "slots": slots}


def test_the_day_of_the_appointment_that_is_left_is_said_too() -> None:
    assert read("cancel my appointment on friday") == {
        "intent": "cancel_request",
        "slots": {"date": "2026-05-15"},
    }


def test_the_price_of_a_service_is_another_wish_than_the_service() -> None:
    assert read("how much is a shave?") == {"intent": "price", "slots": {"service": "shave"}}


def test_what_was_asked_decides_what_a_number_means() -> None:
    assert read("4", asked=["time"]) == {"intent": "booking_request", "slots": {"time": "16:00"}}
    assert read("19", asked=["date"]) == {
        "intent": "booking_request",
        "slots": {"date": "2026-05-19"},
    }


def test_the_language_of_the_chat_orders_a_numeric_date() -> None:
    spanish = read("3/6", lang="es")

    assert spanish == {"intent": "booking_request", "slots": {"date": "2026-06-03"}}


def test_a_moment_with_an_offset_is_brought_to_the_time_zone() -> None:
    labels = read_for_evaluation("today at 5pm", "2026-05-15T03:00:00Z", "America/New_York", SHOP)

    assert labels["slots"]["date"] == "2026-05-14"


def test_without_a_shop_days_and_times_are_read_all_the_same() -> None:
    labels = read_for_evaluation("tomorrow at 5pm", MOMENT, "America/New_York", {})

    assert labels["slots"] == {"date": "2026-05-15", "time": "17:00"}


@pytest.mark.parametrize(
    "barbers",
    [
        ["Ana"],
        {"ana": "Ana"},
        {"ana": {"name": "Ana"}},
        [{"id": "ana", "name": "Ana"}],
        {"ana": ["Ana", "Anita"]},
    ],
)
def test_barbers_come_as_names_or_as_ids_with_names(barbers: object) -> None:
    labels = read("tomorrow at 3 with ana", barbers=barbers)

    assert labels == {
        "intent": "booking_request",
        "slots": {"date": "2026-05-15", "time": "15:00", "barber": "ana"},
    }


@pytest.mark.parametrize(
    ("hours", "days"),
    [
        ({"mon-sat": ["09:00", "19:00"]}, range(6)),
        ({"Monday": "09:00-19:00", "sun": []}, [0]),
        ({"tue": [["09:00", "13:00"], ["15:00", "19:00"]]}, [1, 1]),
        ({"0": ["09:00", "19:00"]}, [0]),
        ({"wed": [9, 19]}, [2]),
        ({"open": "09:00", "close": "19:00"}, WEEK),
        ({"days": ["fri", "sat"], "open": "09:00", "close": "19:00"}, [4, 5]),
        ([{"weekday": 2, "start": "09:00", "end": "19:00"}], [2]),
        ([["09:00", "19:00"]] * 6 + [None], range(6)),
        (["09:00", "19:00"], WEEK),
        ("Mon to Fri 9:00-19:00", range(5)),
        (None, []),
        ("by appointment", []),
    ],
)
def test_hours_come_in_many_forms(hours: object, days: list[int]) -> None:
    assert [span.weekday for span in hours_of(hours)] == list(days)


def test_times_on_the_screen_in_a_form_of_their_own_are_no_matter() -> None:
    labels = read("tomorrow at 5pm", offered=["Fri 5 pm", {"start": 17}])

    assert labels == {
        "intent": "booking_request",
        "slots": {"date": "2026-05-15", "time": "17:00"},
    }


def test_it_is_imported_within_150_milliseconds() -> None:
    code = "import time; t = time.process_time(); import application.understanding; "
    code += "print(time.process_time() - t)"

    took = min(measured(code) for _ in range(3))

    assert took < 0.15


def measured(code: str) -> float:
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return float(done.stdout)
