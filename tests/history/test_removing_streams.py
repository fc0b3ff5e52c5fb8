"""One stream is removed wholly or not at all, and the memory of removed events comes back."""

from collections.abc import Callable, Iterator, Sequence
from typing import cast

import pytest
import redis
from redis.exceptions import ResponseError

from infrastructure.audit.leaf import leaf_of
from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.event_store.removed import RemovedLeaves
from infrastructure.history.compaction import Compaction
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.progress import Progress, silent
from infrastructure.history.scripts import script
from infrastructure.history.stream_removal import StreamRemoval
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.history.contents import contents
from tests.history.synthetic import TAG, fill, fill_more
from tests.persistence.redis_server import RedisServer

Argument = str | bytes | int

EVENTS = 1000
TALK = "conversation:0-1"
LOG, INDEX = f"{TAG}:log", f"{TAG}:stream:{TALK}"
ALL = range(1, EVENTS + 1)


@pytest.fixture
def other(other_server: RedisServer) -> Iterator[redis.Redis]:
    """A log on a server of each kind, all of whose effects are dealt with."""
    with connect(other_server.url) as client:
        filled(client)
        yield client


@pytest.fixture
def log(client: redis.Redis) -> redis.Redis:
    filled(client)
    return client


def filled(client: redis.Redis) -> None:
    fill(client, EVENTS)
    client.set(f"{TAG}:relay", EVENTS)


def removal(client: redis.Redis) -> StreamRemoval:
    return StreamRemoval(client, vault=RedisKeyVault(client, bytes(32)), keys=PartitionKeys())


def remove_first(client: redis.Redis, count: int) -> None:
    """So many of the log's forty streams."""
    for n in range(count):
        removal(client)(f"conversation:0-{n}", ALL)


def compaction(client: redis.Redis, progress: Progress = silent) -> Compaction:
    return Compaction(client, keys=PartitionKeys(), progress=progress)


def test_a_stream_is_removed_on_any_server_with_its_leaves_kept(other: redis.Redis) -> None:
    recorder = RedisApplicationRecorder(other)
    (events,) = recorder.select_streams([TALK])
    leaves = {one.id: leaf_of(one) for one in events}

    outcomes = [removal(other)(TALK, ALL), removal(other)(TALK, ALL)]

    assert outcomes == ["removed", "gone"]
    assert RemovedLeaves(other).between(1, EVENTS) == leaves
    assert recorder.select_streams([TALK]) == [[]]
    assert len(recorder.select_notifications(1, EVENTS)) == EVENTS - len(leaves)


def test_the_memory_comes_back_on_any_server_and_the_log_is_the_same(other: redis.Redis) -> None:
    recorder = RedisApplicationRecorder(other)
    remove_first(other, 30)
    before = recorder.select_notifications(1, EVENTS)

    done = compaction(other)()

    assert done is not None
    assert done.after < done.before / 2
    assert recorder.select_notifications(1, EVENTS) == before
    fill_more(other, 3)
    assert [one.id for one in recorder.select_notifications(EVENTS + 1, 10)] == [1001, 1002, 1003]


def test_a_log_without_its_newest_events_is_compacted_and_goes_on(other: redis.Redis) -> None:
    recorder = RedisApplicationRecorder(other)
    newest = str(recorder.select_notifications(EVENTS, 1)[0].originator_id)
    remove_first(other, 20)
    removal(other)(newest, ALL)

    compaction(other)()

    assert other.xinfo_stream(LOG)["last-generated-id"] == f"{EVENTS}-0".encode()
    fill_more(other, 1)
    assert recorder.select_notifications(EVENTS, 10)[0].id == EVENTS + 1


def test_a_log_that_lost_all_of_its_events_goes_on(log: redis.Redis) -> None:
    remove_first(log, 40)

    compaction(log)()

    fill_more(log, 1)
    recorder = RedisApplicationRecorder(log)
    assert [one.id for one in recorder.select_notifications(1, 10)] == [EVENTS + 1]


def test_a_log_with_few_holes_is_left_as_it_is(log: redis.Redis) -> None:
    removal(log)(TALK, ALL)

    assert compaction(log)() is None


def test_events_that_come_while_the_log_is_copied_are_in_it(log: redis.Redis) -> None:
    remove_first(log, 30)
    told: list[int] = []

    def append(what: str, done: int, total: int | None) -> None:
        del what, total
        told.append(done)
        if len(told) == 1:
            fill_more(log, 5)

    compaction(log, append)()

    events = RedisApplicationRecorder(log).select_notifications(EVENTS + 1, 10)
    assert [one.id for one in events] == list(range(EVENTS + 1, EVENTS + 6))


def test_events_that_are_removed_while_the_log_is_copied_stay_removed(log: redis.Redis) -> None:
    remove_first(log, 30)
    left = ["conversation:0-31"]

    def remove(what: str, done: int, total: int | None) -> None:
        del what, done, total
        while left:
            removal(log)(left.pop(), ALL)

    compaction(log, remove)()

    standing = RedisApplicationRecorder(log).select_notifications(1, EVENTS)
    assert "conversation:0-31" not in {one.originator_id for one in standing}
    assert log.exists(f"{TAG}:log:copy", f"{TAG}:holes") == 0


def test_a_copy_that_was_cut_off_is_dropped(log: redis.Redis) -> None:
    remove_first(log, 30)
    before = RedisApplicationRecorder(log).select_notifications(1, EVENTS)
    script(log, "compact_copy")(keys=[LOG, f"{TAG}:log:copy"], args=[0, 50])

    compaction(log)()

    assert RedisApplicationRecorder(log).select_notifications(1, EVENTS) == before
    assert log.exists(f"{TAG}:log:copy") == 0


def test_what_an_interrupted_run_left_does_not_take_the_room_for_the_next(
    log: redis.Redis,
) -> None:
    remove_first(log, 30)
    free = log.info("memory")["used_memory"]
    with log.pipeline(transaction=False) as pipeline:
        for n in range(100):
            pipeline.xadd(f"{TAG}:log:copy", {"s": bytes(200_000)}, id=f"{n + 1}-0")
        pipeline.execute()
    log.config_set("maxmemory", int(free * 1.5))

    done = compaction(log)()

    log.config_set("maxmemory", 0)
    assert done is not None
    assert (done.no_room, done.gave_up) == (False, False)
    assert done.after < done.before


def test_a_copy_that_fails_each_time_is_dropped_and_told(log: redis.Redis) -> None:
    remove_first(log, 20)
    left = [f"conversation:0-{n}" for n in range(20, 30)]

    def remove(what: str, done: int, total: int | None) -> None:
        del what, done, total
        removal(log)(left.pop(), ALL)

    done = compaction(log, remove)()

    assert done is not None
    assert done.gave_up
    assert log.exists(f"{TAG}:log:copy") == 0
    assert log.exists(f"{TAG}:holes") == 1


def test_without_room_for_a_copy_the_log_stays_as_it_is(log: redis.Redis) -> None:
    remove_first(log, 30)
    used = log.info("memory")["used_memory"]
    log.config_set("maxmemory", used + 1000)

    done = compaction(log)()

    log.config_set("maxmemory", 0)
    assert done is not None
    assert done.no_room
    assert done.after == done.before


@pytest.mark.parametrize(
    ("announced", "outcome"), [((), "grown"), (range(1, EVENTS // 2), "grown"), (ALL, "removed")]
)
def test_only_what_was_announced_is_removed(
    log: redis.Redis, announced: Sequence[int], outcome: str
) -> None:
    assert removal(log)(TALK, announced) == outcome


@pytest.mark.parametrize(
    ("key", "held"),
    [(f"mail:outbox:{TALK}", b"n1795446300000x"), (f"mail:outbox:{TALK}:shop", b"n1795446300000x")],
)
def test_what_still_has_to_be_sent_keeps_its_stream(
    log: redis.Redis, key: str, held: bytes
) -> None:
    log.rpush(f"{TAG}:{key}", held)

    assert removal(log)(TALK, ALL) == "in use"


def test_what_the_relay_has_not_followed_stays(log: redis.Redis) -> None:
    log.set(f"{TAG}:relay", EVENTS // 2)

    assert removal(log)(TALK, ALL) == "in use"


@pytest.fixture
def destroyed(log: redis.Redis) -> redis.Redis:
    log.hset(f"{TAG}:keys", TALK, b"")
    return log


def removed_by_script(client: redis.Redis, *runs: Argument) -> object:
    names = ("keys", "removed", "relay", "holes")
    keys = [LOG, INDEX, *(f"{TAG}:{name}" for name in names)]
    return script(client, "remove_stream")(keys=keys, args=[TALK, *runs])


def one_by_one(client: redis.Redis) -> list[Argument]:
    """The runs of the stream, each of one event, with leaves of zeros."""
    positions = cast("list[bytes]", client.zrange(INDEX, 0, -1))
    return [part for position in positions for part in (position, 1, bytes(32))]


def test_the_script_removes_what_it_is_given_wholly(destroyed: redis.Redis) -> None:
    assert removed_by_script(destroyed, *one_by_one(destroyed)) == 1
    assert not destroyed.exists(INDEX)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda runs: [*runs[:2], bytes(31), *runs[3:]],
        lambda runs: [*runs[:2], bytes(64), *runs[3:]],
        lambda runs: [runs[0], 0, b"", *runs[3:]],
        lambda runs: [*runs, 1],
        lambda runs: [b"x", *runs[1:]],
    ],
)
def test_the_script_takes_a_leaf_for_each_position_or_nothing(
    destroyed: redis.Redis, spoil: Callable[[list[Argument]], list[Argument]]
) -> None:
    before = contents(destroyed)

    with pytest.raises(ResponseError):
        removed_by_script(destroyed, *spoil(one_by_one(destroyed)))

    assert contents(destroyed) == before


@pytest.mark.parametrize("spoil", [lambda runs: runs[3:], lambda runs: [EVENTS + 9, *runs[1:]]])
def test_the_script_takes_all_positions_of_the_stream_or_nothing(
    destroyed: redis.Redis, spoil: Callable[[list[Argument]], list[Argument]]
) -> None:
    before = contents(destroyed)

    assert removed_by_script(destroyed, *spoil(one_by_one(destroyed))) == -1
    assert contents(destroyed) == before


def test_the_script_removes_nothing_whose_key_is_there(log: redis.Redis) -> None:
    log.hset(f"{TAG}:keys", TALK, b"wrapped")
    before = contents(log)

    with pytest.raises(ResponseError, match="is not destroyed"):
        removed_by_script(log, *one_by_one(log))

    assert contents(log) == before


def test_the_script_removes_nothing_where_the_log_lacks_an_entry(destroyed: redis.Redis) -> None:
    runs = one_by_one(destroyed)
    destroyed.xdel(LOG, f"{int(runs[-3])}-0")
    before = contents(destroyed)

    with pytest.raises(ResponseError, match="the log lacks entry"):
        removed_by_script(destroyed, *runs)

    assert contents(destroyed) == before
