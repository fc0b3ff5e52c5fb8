"""A notary whose log cannot be read says so once, and goes on when it can."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from eventsourcing.persistence import InternalError, Notification, OperationalError

from entrypoints.lasting_trouble import LONGEST, LastingTrouble
from entrypoints.witnessing import Witnessing
from infrastructure.audit.witness_records import WitnessRecords
from tests.audit.listed_log import ListedLog, notary, woven

SECOND = timedelta(seconds=1)


class Failing(ListedLog):
    """A log that fails so often, and then is read."""

    def __init__(self, error: Exception, times: int) -> None:
        super().__init__(woven(5))
        self._error = error
        self.times = times
        self.read = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def max_notification_id(self) -> int | None:
        if self.times:
            self.times -= 1
            raise self._error
        return super().max_notification_id()

    def select_notifications(self, start: int | None, limit: int) -> Sequence[Notification]:
        self._loop.call_soon_threadsafe(self.read.set)
        return super().select_notifications(start, limit)


@pytest.mark.parametrize("error", [InternalError("WRONGTYPE"), OperationalError("refused")])
async def test_a_trouble_is_logged_once_however_long_it_lasts(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    caplog.set_level(logging.WARNING, "barbershop.notary")
    log = Failing(error, 20)
    witnessing = Witnessing(notary(tmp_path, log), pause=timedelta(0))

    await witnessing.start(pytest.fail)
    async with asyncio.timeout(30):
        await log.read.wait()
    await witnessing.stop()

    assert len(caplog.records) == 1
    assert WitnessRecords(tmp_path).has_lines


async def test_a_log_that_is_none_any_more_does_not_keep_a_notary_from_ending(
    tmp_path: Path,
) -> None:
    log = Failing(InternalError("WRONGTYPE"), 0)
    following = notary(tmp_path, log)
    await following.step(wait=timedelta(0))

    log.times = 1
    await following.close()

    assert not WitnessRecords(tmp_path).has_lines


def test_the_pause_doubles_up_to_a_minute_as_long_as_the_trouble_is_the_same() -> None:
    trouble, same = LastingTrouble(SECOND), "WRONGTYPE"

    told = [(trouble.again(same), trouble.pause / SECOND) for _ in range(8)]

    assert [is_new for is_new, _ in told] == [True] + [False] * 7
    assert [pause for _, pause in told] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert trouble.pause == LONGEST


def test_another_trouble_and_one_that_comes_back_are_told() -> None:
    trouble = LastingTrouble(SECOND)

    told = [trouble.again("a"), trouble.again("b"), trouble.over()]
    paused = trouble.pause
    again = [trouble.over(), trouble.again("b")]

    assert told == [True, True, True]
    assert again == [False, True]
    assert paused == timedelta(0)
