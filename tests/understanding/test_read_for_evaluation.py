"""Programs get the labels of a message: text, moment and context in, intent and slots out."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.understanding import read_for_evaluation
from application.understanding.evaluating.evaluated_hours import hours_of
from application.understanding.evaluating.evaluation import Labels
from application.understanding.reading import OpenHours

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
        ("Monday to Saturday 9:00\u201319:00", range(6)),
        ("lunes a sábado de 9:00 a 19:00", range(6)),
        ({"mié": "9-19"}, [2]),
        ({"mon-fri": "9am-7pm", "sat": "10 am - 2 pm"}, range(6)),
        ({"monday": {"open": "09:00:00", "close": "19:00:00"}}, [0]),
        ({"mon_fri": ["09:00", "19:00"]}, range(5)),
        ({"weekdays": ["09:00", "19:00"], "weekend": None}, range(5)),
        ({"tue": ["09:00-13:00", "15:00-19:00"]}, [1, 1]),
        ([{"days": [0, 1, 2], "open": "09:00", "close": "19:00"}], range(3)),
        (None, []),
        ("by appointment", []),
    ],
)
def test_hours_come_in_many_forms(hours: object, days: list[int]) -> None:
    assert [span.weekday for span in hours_of(hours)] == list(days)


def test_hours_are_read_with_am_and_pm() -> None:
    assert hours_of({"sat": "10 am - 2:30 pm"}) == (
        OpenHours(weekday=5, start=dt.time(10), end=dt.time(14, 30)),
    )


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("tomorrow or saturday", {"date": ["2026-05-15", "2026-05-16"]}),
        ("saturday, monday or tuesday", {"date": ["2026-05-16", "2026-05-18", "2026-05-19"]}),
        ("tomorrow or the day after", {"date": ["2026-05-15", "2026-05-16"]}),
        ("monday and wednesday", {"date": ["2026-05-18", "2026-05-20"]}),
        ("tuesday or thursday", {"date": ["2026-05-19", "2026-05-21"]}),
        ("at 5 or 6", {"time": ["17:00", "18:00"]}),
        ("at 5pm or at 10am", {"time": ["17:00", "10:00"]}),
        ("with Marco or Ana", {"barber": ["marco", "ana"]}),
        ("a haircut or a shave", {"service": ["haircut", "shave"]}),
        (
            "friday at 3 or saturday at 4",
            {"date": ["2026-05-15", "2026-05-16"], "time": ["15:00", "16:00"]},
        ),
    ],
)
def test_what_is_left_to_choose_between_is_a_list(text: str, slots: object) -> None:
    assert read(text) == {"intent": "booking_request", "slots": slots}


def test_a_spanish_choice_is_a_list() -> None:
    labels = read("el lunes o el martes, a las 5 o a las 6", lang="es")

    slots = {"date": ["2026-05-18", "2026-05-19"], "time": ["17:00", "18:00"]}
    assert labels == {"intent": "booking_request", "slots": slots}


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("around 3 or 4", {"time": "15:00"}),
        ("at 3 or 3:30", {"time": "15:00"}),
        ("not friday or saturday", {}),
        ("was my appointment at 4 or at 5?", {"time": "16:00"}),
        ("move friday's to saturday", {"date": "2026-05-16"}),
    ],
)
def test_what_is_no_choice_is_no_list(text: str, slots: object) -> None:
    assert cast("Labels", read(text))["slots"] == slots


def test_the_day_to_leave_is_none_of_those_to_choose_between() -> None:
    assert read("move my friday appointment to saturday or monday") == {
        "intent": "reschedule",
        "slots": {"date": ["2026-05-16", "2026-05-18"]},
    }


def test_a_bare_name_answers_the_question_for_it() -> None:
    assert read("Patricia Núñez", asked=["name"]) == {
        "intent": "booking_request",
        "slots": {"name": "Patricia Núñez"},
    }


@pytest.mark.parametrize(
    "services",
    [
        {"trim_1": {"names": ["The Trim", "El Corte"], "minutes": 30}},
        {"trim_1": {"name": {"en": "The Trim", "es": "El Corte"}, "minutes": 30}},
        {"trim_1": {"en": "The Trim", "es": ["El Corte"]}},
        {"trim_1": {"name_en": "The Trim", "name_es": "El Corte", "price": "18 USD"}},
        {"trim_1": "The Trim"},
        {"trim_1": ["The Trim", 30]},
        [{"id": "trim_1", "name": "The Trim", "duration": 30}],
    ],
)
def test_services_come_as_ids_with_names_in_many_forms(services: object) -> None:
    assert read("the trim tomorrow", services=services) == {
        "intent": "booking_request",
        "slots": {"date": "2026-05-15", "service": "trim_1"},
    }


def test_what_a_barber_does_is_no_name_of_theirs() -> None:
    barbers = {"ana": {"services": ["haircut"], "minutes": 30}}

    assert read("a haircut with ana", barbers=barbers) == {
        "intent": "booking_request",
        "slots": {"service": "haircut", "barber": "ana"},
    }


ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["09:00", "25:00", "mon", "name", "date", "\ud800", object()]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.integers()
            | st.text(max_size=6)
            | st.sampled_from(["name", "days", "open", "mon-sat"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
KEYS = st.sampled_from(
    ["services", "barbers", "hours", "lang", "asked", "offered", "bot", "domain", "task"]
)
SAID = st.text(max_size=60) | st.lists(
    st.sampled_from(
        ["haircut", "ana", "tomorrow", "at", "5", "or", "friday", "3/11", "soy", "no", "barba", "?"]
    ),
    max_size=12,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(SAID, st.dictionaries(KEYS, ODD, max_size=5))
def test_no_context_is_too_odd(text: str, context: dict[str, object]) -> None:
    once = read_for_evaluation(text, MOMENT, "America/New_York", context)
    again = read_for_evaluation(text, MOMENT, "America/New_York", context)

    assert once == again
    assert set(once) == {"intent", "slots"}


@pytest.mark.parametrize("context", [None, [], "shop", 5])
def test_no_context_at_all_is_none(context: Mapping[str, object]) -> None:
    labels = read_for_evaluation("tomorrow at 5pm", MOMENT, "America/New_York", context)

    assert labels["slots"] == {"date": "2026-05-15", "time": "17:00"}


def test_one_odd_part_of_the_shop_spoils_no_other() -> None:
    assert read("haircut with ana", hours=object(), offered={"\ud800": 1}) == {
        "intent": "booking_request",
        "slots": {"service": "haircut", "barber": "ana"},
    }


def test_times_on_the_screen_in_a_form_of_their_own_are_no_matter() -> None:
    labels = read("tomorrow at 5pm", offered=["Fri 5 pm", {"start": 17}])

    assert labels == {
        "intent": "booking_request",
        "slots": {"date": "2026-05-15", "time": "17:00"},
    }


@pytest.mark.parametrize("moment", ["", "next week", "2026-13-01T10:00:00", None])
def test_a_reference_that_is_no_moment_is_named_in_the_refusal(moment: str) -> None:
    with pytest.raises(ValueError, match=f"reference_iso must be a moment .* not {moment!r}"):
        read_for_evaluation("tomorrow at 3", moment, "America/New_York", SHOP)


@pytest.mark.parametrize("zone", ["", "America", "New York", "../etc", None])
def test_a_zone_that_is_none_is_named_in_the_refusal(zone: str) -> None:
    with pytest.raises(ValueError, match=f"timezone must be a name .* not {zone!r}"):
        read_for_evaluation("tomorrow at 3", MOMENT + "+00:00", zone, SHOP)


@pytest.mark.parametrize("asked", ["people", "city", ["city"], 7])
def test_a_question_that_a_barbershop_never_asks_counts_as_not_asked(asked: object) -> None:
    assert read("tomorrow at 3", asked=asked) == read("tomorrow at 3")


def test_it_is_imported_within_150_milliseconds(tmp_path: Path) -> None:
    """Compiled as any program is after its first run, whatever this one was told to keep."""
    code = "import time; t = time.process_time(); import application.understanding; "
    code += "print(time.process_time() - t)"

    took = min(measured(code, compiled=tmp_path) for _ in range(4))

    assert took < 0.15


def measured(code: str, *, compiled: Path) -> float:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**kept, "PYTHONPYCACHEPREFIX": str(compiled)},
    )
    return float(done.stdout)
