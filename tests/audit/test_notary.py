import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
import redis
from eventsourcing.persistence import Notification, OperationalError, StoredEvent

from application.ports import Unavailable
from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.checkpoint import Checkpoint, Handover
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.notary import Notary
from infrastructure.audit.published_checkpoints import PublishedCheckpoints
from infrastructure.audit.witness_folder import WitnessFolder
from infrastructure.audit.witness_records import WitnessRecords
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.audit.listed_log import (
    KEY,
    NAME,
    NOON,
    ListedLog,
    event,
    notary,
    verified,
    woven,
)
from tests.audit.signed_checkpoint import CLAIM, SIGNED
from tests.fakes.clock import StandingClock
from tests.persistence.redis_server import RedisServer

NOW = timedelta(0)


class OutOfReach(ListedLog):
    """A log whose server does not answer."""

    def max_notification_id(self) -> int | None:
        raise OperationalError


class Leaving(ListedLog):
    """A log whose server goes away after a while; tells how often it was asked since."""

    def __init__(self, events: Sequence[Notification]) -> None:
        super().__init__(events)
        self.is_away = False
        self.asked = 0

    def max_notification_id(self) -> int | None:
        if self.is_away:
            self.asked += 1
            raise OperationalError
        return super().max_notification_id()


async def test_what_was_not_sealed_is_sealed_at_the_end(tmp_path: Path) -> None:
    log = ListedLog(woven(5))
    following = notary(tmp_path, log)

    assert await following.step(wait=NOW) == 5
    log.events.append(event(6, "a:1", 1))
    await following.close()

    verdict = verified(tmp_path, log)
    assert (verdict.sealed, verdict.first_bad) == (6, None)


async def test_a_notary_goes_on_where_the_one_before_it_ended(tmp_path: Path) -> None:
    first = notary(tmp_path, ListedLog(woven(5)))
    await first.step(wait=NOW)
    await first.close()
    second = notary(tmp_path, ListedLog(woven(8)))

    assert await second.step(wait=NOW) == 3
    await second.close()

    assert [one.size for one in _checkpoints(tmp_path)] == [5, 8]


async def test_a_notary_that_was_closed_begins_anew_with_the_next_step(tmp_path: Path) -> None:
    log = ListedLog(woven(5))
    following = notary(tmp_path, log)
    await following.step(wait=NOW)
    await following.close()
    log.events.append(event(6, "a:1", 1))

    assert await following.step(wait=NOW) == 1
    await following.close()

    assert [one.size for one in _checkpoints(tmp_path)] == [5, 6]


async def test_one_of_two_notaries_of_a_folder_stands_by_until_the_other_ends(
    tmp_path: Path,
) -> None:
    log = ListedLog(woven(5))
    working, standing_by = notary(tmp_path, log), notary(tmp_path, log)
    await working.step(wait=NOW)

    assert await standing_by.step(wait=NOW) == 0
    await working.close()
    log.events.append(event(6, "a:1", 1))
    assert await standing_by.step(wait=NOW) == 1
    await standing_by.close()

    assert [one.size for one in _checkpoints(tmp_path)] == [5, 6]


async def test_an_alarm_is_raised_again_and_nothing_is_sealed_after_it(tmp_path: Path) -> None:
    log = ListedLog(woven(5))
    following = notary(tmp_path, log)
    await following.step(wait=NOW)
    log.events[4] = event(5, "a:1", 1)
    with pytest.raises(LogTampered):
        await following.step(wait=NOW)
    log.events[4] = woven(5)[4]

    with pytest.raises(LogTampered):
        await following.step(wait=NOW)
    await following.close()

    assert _checkpoints(tmp_path) == []


async def test_a_log_that_is_tampered_with_before_the_end_is_left_unsealed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log = ListedLog(woven(5))
    following = notary(tmp_path, log)
    await following.step(wait=NOW)
    del log.events[3:]

    await following.close()

    assert _checkpoints(tmp_path) == []
    assert "the end of the log is left unsealed" in caplog.text


async def test_a_log_out_of_reach_is_unavailable_and_the_notary_goes_on_later(
    tmp_path: Path,
) -> None:
    following = notary(tmp_path, OutOfReach([]))

    with pytest.raises(Unavailable):
        await following.step(wait=NOW)
    await following.close()

    assert _checkpoints(tmp_path) == []


async def test_a_log_that_went_out_of_reach_is_not_waited_for_at_the_end(tmp_path: Path) -> None:
    log = Leaving(woven(5))
    following = notary(tmp_path, log)
    await following.step(wait=NOW)
    log.is_away = True
    with pytest.raises(Unavailable):
        await following.step(wait=NOW)

    await following.close()

    assert log.asked == 1
    assert _checkpoints(tmp_path) == []


async def test_a_log_that_came_back_is_sealed_at_the_end(tmp_path: Path) -> None:
    log = Leaving(woven(5))
    following = notary(tmp_path, log)
    await following.step(wait=NOW)
    log.is_away = True
    with pytest.raises(Unavailable):
        await following.step(wait=NOW)
    log.is_away = False
    await following.step(wait=NOW)

    await following.close()

    assert [one.size for one in _checkpoints(tmp_path)] == [5]


async def test_a_folder_is_free_after_the_end(tmp_path: Path) -> None:
    following = notary(tmp_path, ListedLog(woven(5)))
    await following.step(wait=NOW)

    await following.close()

    WitnessFolder(tmp_path).close()


async def test_checkpoints_are_published_in_redis_the_last_one_first(
    client: redis.Redis, tmp_path: Path
) -> None:
    recorder = RedisApplicationRecorder(client)
    publisher = PublishedCheckpoints(client)
    sizes = [await _sealed_event(version, recorder, publisher, tmp_path) for version in (1, 2, 3)]

    lines = publisher.lines()

    assert sizes == [1, 1, 1]
    assert lines == _checkpoints(tmp_path)[::-1]
    assert client.llen("{barbershop:0}:checkpoints") == 3


def test_the_newest_hundred_checkpoints_stay_published(client: redis.Redis) -> None:
    client.lpush("{barbershop:0}:checkpoints", *range(150))
    published = PublishedCheckpoints(client)

    published.publish(SIGNED)
    published.publish(SIGNED)

    assert client.llen("{barbershop:0}:checkpoints") == 100
    assert published.lines()[0] == SIGNED


def test_a_handover_that_is_published_again_long_after_is_kept_once(client: redis.Redis) -> None:
    keys = Handover(key=KEY.public.text, next_key=KEY.next().public.text)
    claim = msgspec.structs.replace(CLAIM, handover=keys)
    handover = Checkpoint.sign(claim, KEY, KEY.next())
    published = PublishedCheckpoints(client)
    published.publish(handover)
    client.lpush("{barbershop:0}:checkpoints", *range(100))

    published.publish(handover)

    assert published.handovers() == [handover]


@pytest.mark.parametrize("killed_after", [1, 7, 40])
def test_a_killed_notary_is_followed_by_one_that_goes_on(
    server: RedisServer, client: redis.Redis, tmp_path: Path, killed_after: int
) -> None:
    recorder = RedisApplicationRecorder(client)
    following = _started(server.url, tmp_path)
    _append(recorder, 60, until=lambda written: written >= killed_after * 32, folder=tmp_path)
    following.send_signal(signal.SIGKILL)
    following.communicate()
    _append(recorder, 5, until=lambda _: True, folder=tmp_path)

    asyncio.run(_followed_to_the_end(tmp_path, recorder))

    events = recorder.select_notifications(1, 10_000)
    verdict = verified(tmp_path, ListedLog(list(events)))
    assert following.returncode == -signal.SIGKILL
    assert (verdict.first_bad, verdict.unsealed, verdict.size) == (None, 0, len(events))


async def _sealed_event(
    version: int, recorder: RedisApplicationRecorder, publisher: PublishedCheckpoints, folder: Path
) -> int:
    """Record one more event and have it sealed."""
    recorder.insert_events([StoredEvent("a:1", version, "told/1", b"1")])
    following = Notary(
        folder=folder,
        log=NamedLog(NAME, AuditLog(recorder)),
        key=KEY,
        clock=StandingClock(NOON),
        publisher=publisher,
    )
    seen = await following.step(wait=NOW)
    await following.close()
    return seen


async def _followed_to_the_end(folder: Path, recorder: RedisApplicationRecorder) -> None:
    following = notary(folder, recorder)
    await following.step(wait=NOW)
    await following.close()


def _started(url: str, folder: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = [sys.executable, "-m", "tests.audit.sealing_notary", url, str(folder)]
    process = subprocess.Popen(program, env=environment, stdout=subprocess.PIPE)  # noqa: S603
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def _append(
    recorder: RedisApplicationRecorder, least: int, *, until: Callable[[int], bool], folder: Path
) -> None:
    """Append at least so many events, and more until so many bytes of leaves are written."""
    leaves = folder / "leaves"
    head = recorder.max_notification_id() or 0
    count = 0
    while count < least or not until(leaves.stat().st_size):
        count += 1
        recorder.insert_events([StoredEvent("a:1", head + count, "told/1", b"1")])


def _checkpoints(folder: Path) -> list[Checkpoint]:
    return [one for one in WitnessRecords(folder).lines() if isinstance(one, Checkpoint)]
