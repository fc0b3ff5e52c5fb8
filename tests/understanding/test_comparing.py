"""A value read counts as right exactly as the rules of the labelled sample say."""

import msgspec
import pytest

from benchmarks.understanding.case import SCORED, Case, OtherReading, Value
from benchmarks.understanding.compare import wrong_slots

BLANK = Case(
    id="x", lang="en", text="", reference="2026-05-14T11:30:00", tz="Europe/Madrid", score=SCORED
)


def case(**changes: object) -> Case:
    return msgspec.structs.replace(BLANK, **changes)


def test_what_was_said_and_not_read_is_wrong() -> None:
    assert wrong_slots(case(slots={"date": "2026-05-15"}), {}) == ["date"]


def test_what_was_not_said_and_read_is_wrong() -> None:
    assert wrong_slots(case(), {"time": "15:00"}) == ["time"]


def test_what_is_not_scored_is_not_judged() -> None:
    assert wrong_slots(case(score=("date",)), {"time": "15:00"}) == []


def test_every_accepted_value_is_right() -> None:
    labelled = case(slots={"time": "15:00"}, accept={"time": ["15:00", "03:00"]})

    assert wrong_slots(labelled, {"time": "03:00"}) == []


def test_leaving_out_is_right_where_nothing_is_accepted() -> None:
    labelled = case(slots={"barber": "ana"}, accept={"barber": ["ana", None]})

    assert wrong_slots(labelled, {}) == []


def test_several_values_are_right_in_any_order() -> None:
    labelled = case(slots={"service": ["shave", "haircut"]})

    assert wrong_slots(labelled, {"service": ["haircut", "shave"]}) == []


def test_one_of_several_values_is_not_enough() -> None:
    labelled = case(slots={"service": ["shave", "haircut"]})

    assert wrong_slots(labelled, {"service": "haircut"}) == ["service"]


@pytest.mark.parametrize("end", [None, "19:00", "24:00"])
def test_an_open_end_is_closing_time(end: str | None) -> None:
    labelled = case(slots={"time_range": ["17:00", None]})

    assert wrong_slots(labelled, {"time_range": ["17:00", end]}) == []


@pytest.mark.parametrize("start", [None, "09:00", "00:00"])
def test_an_open_start_is_opening_time(start: str | None) -> None:
    labelled = case(slots={"time_range": [None, "12:00"]})

    assert wrong_slots(labelled, {"time_range": [start, "12:00"]}) == []


@pytest.mark.parametrize(
    ("said", "wrong"), [(["08:00", "12:00"], []), (["10:30", "12:00"], ["time_range"])]
)
def test_with_windows_both_sides_lie_inside_theirs(said: Value, wrong: list[str]) -> None:
    labelled = case(
        slots={"time_range": ["09:00", "12:30"]},
        tol={"time_range": {"start": ("00:00", "10:00"), "end": ("11:00", "13:00")}},
    )

    assert wrong_slots(labelled, {"time_range": said}) == wrong


def test_another_whole_reading_is_right_too() -> None:
    other = OtherReading(slots={"time": "12:00", "time_range": None})
    labelled = case(slots={"time_range": ["12:00", "14:00"]}, alternatives=(other,))

    assert wrong_slots(labelled, {"time": "12:00"}) == []


def test_half_of_another_reading_is_not_right() -> None:
    other = OtherReading(slots={"time": "12:00", "time_range": None})
    labelled = case(slots={"time_range": ["12:00", "14:00"]}, alternatives=(other,))

    assert wrong_slots(labelled, {"time": "12:00", "time_range": ["12:00", "14:00"]}) != []
