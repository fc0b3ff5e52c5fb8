"""An alarm stays until a person has looked into it."""

import asyncio
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from entrypoints.witnessing import Witnessing
from infrastructure.audit.alarm_file import Alarm, AlarmFile
from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.notary import Notary
from infrastructure.audit.rereading import PAGE
from infrastructure.audit.witness_folder import DamagedRecords, WitnessFolder
from infrastructure.audit.witness_records import WitnessRecords
from tests.audit.listed_log import (
    NAME,
    NOON,
    ListedLog,
    event,
    notary,
    witness_of,
    witnessed,
    woven,
)

NOW = timedelta(0)
ALARM = Alarm(log=NAME, position=4, reason="changed", at=NOON)


def changed() -> ListedLog:
    events = woven(20)
    events[3] = event(4, "appointment:x", 1)
    return ListedLog(events)


@pytest.fixture
def alarmed(tmp_path: Path) -> Path:
    """The folder of a notary that found position 4 changed."""
    witnessed(tmp_path, ListedLog(woven(20)), [10, 20])
    asyncio.run(_stopped(notary(tmp_path, changed())))
    return tmp_path


async def _stopped(following: Notary) -> None:
    with pytest.raises(LogTampered):
        await following.step(wait=NOW)
    await following.close()


def sealed(folder: Path) -> int:
    return len(list(WitnessRecords(folder).lines()))


def test_an_alarm_is_kept_in_the_folder(alarmed: Path) -> None:
    assert AlarmFile(alarmed).read() == ALARM


async def test_who_takes_over_the_folder_raises_the_alarm_though_the_log_was_put_right(
    alarmed: Path,
) -> None:
    following = notary(alarmed, ListedLog(woven(25)))

    with pytest.raises(LogTampered) as alarm:
        await following.step(wait=NOW)
    await following.close()

    assert (alarm.value.position, alarm.value.reason) == (4, "changed")
    assert sealed(alarmed) == 2


async def test_a_notary_goes_on_once_the_alarm_was_put_away(alarmed: Path) -> None:
    kept = AlarmFile(alarmed).put_away(ALARM)
    following = notary(alarmed, ListedLog(woven(25)))

    seen = await following.step(wait=NOW)
    await following.close()

    assert (seen, sealed(alarmed)) == (5, 3)
    assert kept.name == "alarm-20260306T120000000000.json"


def test_the_first_of_two_alarms_is_kept(tmp_path: Path) -> None:
    file = AlarmFile(tmp_path)
    file.keep(ALARM)

    file.keep(Alarm(log=NAME, position=9, reason="removed", at=NOON))

    assert file.read() == ALARM


def test_an_alarm_that_cannot_be_read_is_no_all_clear(tmp_path: Path) -> None:
    (tmp_path / "alarm.json").write_bytes(b"{}")

    with pytest.raises(DamagedRecords):
        AlarmFile(tmp_path).read()


async def test_a_change_that_is_found_at_the_end_is_kept_as_well(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log = ListedLog(woven(20))
    following = notary(tmp_path, log)
    await following.step(wait=NOW)
    log.events = changed().events

    await following.close()

    assert AlarmFile(tmp_path).read() == ALARM
    assert [one.levelno for one in caplog.records] == [logging.CRITICAL]


async def test_a_notary_does_not_dawdle_until_the_past_was_compared(tmp_path: Path) -> None:
    _sealed_long(tmp_path)
    following = notary(tmp_path, ListedLog(woven(2 * PAGE), 2 * PAGE))

    async with asyncio.timeout(10):
        seen = await following.step(wait=timedelta(hours=1))

    await following.close()
    assert seen == 0


def _sealed_long(folder: Path) -> None:
    """Witness two pages of the past."""
    opened = WitnessFolder(folder)
    witness = witness_of(opened, ListedLog(woven(2 * PAGE), 2 * PAGE))
    witness.advance()
    witness.advance()
    witness.seal()
    opened.close()


@pytest.mark.parametrize("records", ["changed", "damaged"])
async def test_a_notary_that_stops_is_told_and_logged_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, records: str
) -> None:
    witnessed(tmp_path, ListedLog(woven(20)), [10, 20])
    _spoil(tmp_path, records)
    told = asyncio.Queue[str]()
    witnessing = Witnessing(notary(tmp_path, changed()))

    await witnessing.start(told.put_nowait)
    words = await asyncio.wait_for(told.get(), 10)
    await witnessing.stop()

    assert words == WORDS[records]
    assert [one.levelno for one in caplog.records] == [logging.CRITICAL]
    assert told.empty()


WORDS = {"changed": "position 4: changed", "damaged": "the records of the notary are not its own"}
LINES = {"changed": b"", "damaged": b"{}\n"}


def _spoil(folder: Path, records: str) -> None:
    with (folder / "checkpoints.jsonl").open("ab") as file:
        file.write(LINES[records])
