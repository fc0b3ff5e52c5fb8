from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infrastructure.audit.export_lines import ExportedEvent, ExportedLeaf
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.removals import Removals
from infrastructure.audit.verdict import FirstBad
from tests.audit.exported import checked, event_at, exported, lines_of, place, text_of
from tests.audit.listed_log import ListedLog, removal, witnessed, woven

FAR = 60_000_000_000
RUNS = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 6)), max_size=12)


@given(RUNS)
def test_exactly_what_removal_events_tell_of_is_covered(runs: list[tuple[int, int]]) -> None:
    heard = Removals()
    for first, more in runs:
        heard.hear(removal(100, 1, (first, first + more)))

    covered = {at for at in range(45) if heard.covers(at)}

    assert covered == {at for first, more in runs for at in range(first, first + more + 1)}


@pytest.mark.parametrize("run", [(0, 3), (5, 4), (3, 20), (3, 21)])
def test_a_run_that_is_not_before_its_event_tells_nothing(run: tuple[int, int]) -> None:
    heard = Removals()

    heard.hear(removal(20, 1, run))

    assert not any(map(heard.covers, range(30)))


def test_a_run_of_any_length_takes_no_memory() -> None:
    heard = Removals()

    heard.hear(removal(FAR + 1, 1, (4, FAR)))

    assert (heard.covers(3), heard.covers(4), heard.covers(FAR)) == (False, True, True)


@pytest.mark.parametrize("position", [11, 21, FAR + 1])
def test_a_removal_event_that_is_out_of_place_in_an_export_explains_nothing(
    tmp_path: Path, position: int
) -> None:
    log = ListedLog(woven(10))
    witnessed(tmp_path, log, [10])
    lines = lines_of(exported(tmp_path, log))
    fourth = event_at(lines, 4)
    leaf = leaf_of(log.events[3]).hex()
    lines[place(lines, 4)] = ExportedLeaf(position=4, leaf=leaf, chain=fourth.chain)
    lines.insert(place(lines, 6), told_of_all(position))

    verdict = checked(tmp_path / "export.jsonl", text_of(lines))

    assert verdict.first_bad == FirstBad(4, 4, "removed")


def told_of_all(position: int) -> ExportedEvent:
    """A removal event of everything before that position."""
    crafted = removal(position, 1, (1, position - 1))
    return ExportedEvent(
        position=position,
        stream="history",
        version=1,
        topic=crafted.topic,
        state=crafted.state,
        chain="00" * 32,
    )
