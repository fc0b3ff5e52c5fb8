"""The past stays what was witnessed: it is read anew, over and over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.rereading import PAGE
from infrastructure.audit.witness import Witness
from infrastructure.audit.witness_folder import WitnessFolder
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.audit.listed_log import (
    KEY,
    NAME,
    NOON,
    Board,
    KeptInList,
    ListedLog,
    event,
    removal,
    witness_of,
    witnessed,
    woven,
)
from tests.audit.rewriting import LOG
from tests.fakes.clock import StandingClock

LONG = 4 * PAGE + 7


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[WitnessFolder]:
    folder = WitnessFolder(tmp_path)
    yield folder
    folder.close()


def changed(count: int, position: int) -> ListedLog:
    """A woven log of so many events with another one at that position."""
    events = woven(count)
    events[position - 1] = event(position, "appointment:x", 1)
    return ListedLog(events, count)


def advanced(witness: Witness, times: int) -> list[int]:
    return [witness.advance() for _ in range(times)]


def followed(witness: Witness, most: int) -> None:
    """Let it advance that often, or up to its alarm."""
    for _ in range(most):
        witness.advance()


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """A folder in which a long log is witnessed and sealed."""
    folder = WitnessFolder(tmp_path)
    witness = witness_of(folder, ListedLog(woven(LONG), LONG))
    followed(witness, LONG // 1000 + 1)
    witness.seal()
    folder.close()
    return tmp_path


@pytest.mark.parametrize("position", [1, 7, 10, 11, 20])
def test_a_past_that_was_changed_before_the_start_is_found_at_once(
    tmp_path: Path, position: int
) -> None:
    witnessed(tmp_path, ListedLog(woven(20)), [10, 20])
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    folder = WitnessFolder(tmp_path)

    with pytest.raises(LogTampered) as alarm:
        witness_of(folder, changed(25, position)).advance()

    folder.close()
    assert (alarm.value.position, alarm.value.reason) == (position, "changed")
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("position", [1, PAGE, PAGE + 1, 3 * PAGE, LONG - 1])
def test_a_long_past_that_was_changed_is_found_before_anything_more_is_sealed(
    sealed: Path, position: int
) -> None:
    before = (sealed / "checkpoints.jsonl").read_bytes()
    folder = WitnessFolder(sealed)
    witness = witness_of(folder, changed(LONG + 3000, position))

    with pytest.raises(LogTampered) as alarm:
        followed(witness, 5)

    folder.close()
    assert (alarm.value.position, alarm.value.reason) == (position, "changed")
    assert (sealed / "checkpoints.jsonl").read_bytes() == before


def test_new_events_are_followed_while_the_past_is_compared(sealed: Path) -> None:
    folder = WitnessFolder(sealed)
    witness = witness_of(folder, ListedLog(woven(LONG + 1200), LONG + 1200))

    found = advanced(witness, 2)
    at_work = (witness.is_behind, folder.last and folder.last.size)
    further = advanced(witness, 3)

    folder.close()
    assert (found, at_work) == ([1000, 200], (True, LONG))
    assert (further, witness.is_behind) == ([0, 0, 0], False)
    assert folder.last
    assert folder.last.size == LONG + 1200


@pytest.mark.parametrize("position", [1, 34, PAGE, LONG - 1, LONG])
def test_a_past_that_is_changed_while_a_witness_runs_is_found_in_one_round(
    folder: WitnessFolder, position: int
) -> None:
    log = ListedLog(woven(LONG), LONG)
    witness = witness_of(folder, log)
    advanced(witness, 7)
    log.events = changed(LONG, position).events

    with pytest.raises(LogTampered) as alarm:
        followed(witness, LONG // PAGE + 2)

    assert (alarm.value.position, alarm.value.reason) == (position, "changed")


def test_an_entry_that_is_taken_out_of_redis_is_found_and_nothing_more_is_sealed(
    client: redis.Redis, folder: WitnessFolder
) -> None:
    recorder = RedisApplicationRecorder(client)
    recorder.insert_events(woven(60))
    witness = Witness(
        log=NamedLog(NAME, AuditLog(recorder)),
        folder=folder,
        key=KEY,
        clock=StandingClock(NOON),
        publisher=Board(),
    )
    advanced(witness, 1)
    client.xdel(LOG, "34-0")
    recorder.insert_events([event(0, "new:1", 1)])

    with pytest.raises(LogTampered) as alarm:
        witness.advance()

    assert (alarm.value.position, alarm.value.reason) == (34, "removed")
    assert (folder.leaves, folder.last) == (60, None)


def test_what_is_lawfully_removed_while_a_witness_runs_is_no_alarm(folder: WitnessFolder) -> None:
    log, leaves = ListedLog(woven(20)), dict[int, bytes]()
    witness = witness_of(folder, log, KeptInList(leaves))
    advanced(witness, 2)
    leaves |= {at: leaf_of(log.events[at - 1]) for at in (4, 11, 12)}
    log.events = [one for one in log.events if one.id not in leaves]
    log.events.append(removal(21, 1, (4, 4), (11, 12)))
    log.head = 21

    assert advanced(witness, 3) == [1, 0, 0]
