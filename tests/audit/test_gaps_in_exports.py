"""Lines were taken out of the middle of an export that holds leaves of lawfully removed events."""

from pathlib import Path

import msgspec
import pytest

from infrastructure.audit.export_lines import ExportedEvent, ExportedLeaf
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.verdict import FirstBad
from tests.audit.exported import (
    Lines,
    chained_anew,
    checked,
    event_at,
    exported,
    lines_of,
    made_anew,
    place,
    text_of,
    without,
)
from tests.audit.listed_log import KeptInList, ListedLog, removal, witnessed, woven
from tests.audit.manipulations import in_order

GONE = (4, 5, 6, 30)
SEALS = (10, 25, 40, 62)
SIZE = 70
WOVEN = woven(SIZE - 1)
EVENTS = in_order([*WOVEN[:59], removal(60, 1, (4, 6), (30, 30)), *WOVEN[59:]])
LEAVES = {one.id: leaf_of(one) for one in EVENTS if one.id in GONE}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Lines:
    folder = tmp_path_factory.mktemp("records")
    log = ListedLog([one for one in EVENTS if one.id not in GONE], SIZE)
    witnessed(folder, ListedLog(EVENTS, SIZE), SEALS)
    return lines_of(exported(folder, log, KeptInList(LEAVES)))


def found(file: Path, lines: Lines) -> FirstBad | None:
    return checked(file, text_of(lines)).first_bad


def without_run(lines: Lines, first: int, last: int) -> Lines:
    return [one for one in lines if not first <= getattr(one, "position", 0) <= last]


def with_its_leaf(lines: Lines, position: int) -> Lines:
    """Its leaf in the place of the event, with the same value of the chain."""
    line, number = event_at(lines, position), place(lines, position)
    leaf = leaf_of(EVENTS[position - 1]).hex()
    put = ExportedLeaf(position=position, leaf=leaf, chain=line.chain)
    return [*lines[:number], put, *lines[number + 1 :]]


def forged_removal(position: int, gone: int) -> ExportedEvent:
    one = removal(position, 2, (gone, gone))
    return ExportedEvent(
        position=position,
        stream="history",
        version=2,
        topic=one.topic,
        state=one.state,
        chain="00" * 32,
    )


def test_the_whole_export_is_good(file: Path, lines: Lines) -> None:
    assert found(file, lines) is None


@pytest.mark.parametrize("position", [*range(1, 59), *range(63, SIZE)])
@pytest.mark.parametrize("count", [1, 3, 9])
def test_the_first_missing_position_is_named_exactly(
    file: Path, lines: Lines, position: int, count: int
) -> None:
    last = min(position + count - 1, 58 if position < 59 else SIZE - 1)

    first_bad = found(file, without_run(lines, position, last))

    assert first_bad == FirstBad(position, position, "removed")


@pytest.mark.parametrize("first", [55, 59])
def test_what_is_told_right_behind_a_gap_is_as_doubtful_as_the_gap(
    file: Path, lines: Lines, first: int
) -> None:
    first_bad = found(file, without_run(lines, first, 59))

    assert first_bad == FirstBad(GONE[0], first, "removed")


def test_without_a_removal_event_the_first_leaf_is_named_exactly(file: Path, lines: Lines) -> None:
    first_bad = found(file, without_run(lines, 60, 60))

    assert first_bad == FirstBad(GONE[0], GONE[0], "removed")


@pytest.mark.parametrize("beyond", range(1, 6))
@pytest.mark.parametrize("position", [20, 50, 61])
def test_a_removal_event_that_is_out_of_place_makes_no_removal_lawful(
    file: Path, lines: Lines, position: int, beyond: int
) -> None:
    forged = forged_removal(SIZE + 1 + beyond, position)
    lines = with_its_leaf(lines, position)

    first_bad = found(file, [*lines[:-1], forged, lines[-1]])

    assert first_bad == FirstBad(position, SIZE + 1, "removed")


@pytest.mark.parametrize("position", range(1, 60))
def test_a_removed_event_is_in_the_stretch_that_is_named_where_all_was_made_anew(
    file: Path, lines: Lines, position: int
) -> None:
    first_bad = found(file, made_anew(without(lines, place(lines, position))))

    assert first_bad
    assert first_bad.position <= position <= first_bad.upto


@pytest.mark.parametrize(("changed", "missing"), [(1, 9), (2, 8), (12, 20), (26, 35), (42, 54)])
def test_an_event_that_was_changed_before_a_gap_is_in_the_stretch_that_is_named(
    export: bytes, file: Path, changed: int, missing: int
) -> None:
    lines = with_another(lines_of(export), changed, state=b"other")

    first_bad = found(file, chained_anew(without(lines, place(lines, missing))))

    assert first_bad
    assert first_bad.position <= changed < missing <= first_bad.upto


@pytest.mark.parametrize("missing", [58, 59])
def test_a_version_that_does_not_follow_is_named_before_a_later_gap(
    export: bytes, file: Path, missing: int
) -> None:
    lines = with_another(lines_of(export), 57, version=1)

    first_bad = found(file, chained_anew(without(lines, place(lines, missing))))

    assert first_bad == FirstBad(57, 57, "version out of order")


def with_another(lines: Lines, position: int, **fields: object) -> Lines:
    number = place(lines, position)
    put = msgspec.structs.replace(event_at(lines, position), **fields)
    return [*lines[:number], put, *lines[number + 1 :]]
