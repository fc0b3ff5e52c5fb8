"""Tracking positions: what moves with them, and who waits for them."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Timer

import pytest
import redis
from eventsourcing.persistence import (
    IntegrityError,
    InternalError,
    OperationalError,
    StoredEvent,
    Tracking,
    WaitInterruptedError,
)

from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.aggregate_recorder import RedisAggregateRecorder
from infrastructure.redis_recorders.process_recorder import RedisProcessRecorder
from infrastructure.redis_recorders.tracked_script import TrackedScript
from infrastructure.redis_recorders.tracking_recorder import RedisTrackingRecorder

COUNT = TrackedScript("redis.call('INCRBY', KEYS[1], ARGV[1])")
REFUSE = TrackedScript("do return 0 end")
FAIL = TrackedScript("return redis.call('LPUSH', KEYS[1], ARGV[1])")
LONG = 30.0  # seconds
SOON = 5.0


@pytest.fixture
def tracking(client: redis.Redis) -> RedisTrackingRecorder:
    return RedisTrackingRecorder(client)


@pytest.fixture
def process(client: redis.Redis) -> RedisProcessRecorder:
    return RedisProcessRecorder(client)


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as threads:
        yield threads


def event(stream: str, version: int) -> StoredEvent:
    return StoredEvent(stream, version, "told/1", b"")


def test_a_view_is_written_with_its_position(
    tracking: RedisTrackingRecorder, client: redis.Redis
) -> None:
    tracking.write(Tracking("shop", 3), COUNT, keys=[tracking.view("sum")], args=[20])

    assert tracking.max_tracking_id("shop") == 3
    assert client.get("{barbershop:0}:view:sum") == b"20"


def test_what_is_sent_twice_is_written_once(
    tracking: RedisTrackingRecorder, client: redis.Redis
) -> None:
    tracking.write(Tracking("shop", 3), COUNT, keys=[tracking.view("sum")], args=[20])

    with pytest.raises(IntegrityError):
        tracking.write(Tracking("shop", 3), COUNT, keys=[tracking.view("sum")], args=[20])

    assert client.get("{barbershop:0}:view:sum") == b"20"


def test_a_script_that_refuses_moves_no_position(tracking: RedisTrackingRecorder) -> None:
    with pytest.raises(IntegrityError):
        tracking.write(Tracking("shop", 3), REFUSE)

    assert tracking.max_tracking_id("shop") is None


def test_a_script_that_fails_moves_no_position(
    tracking: RedisTrackingRecorder, client: redis.Redis
) -> None:
    client.set("{barbershop:0}:view:list", "no list")

    with pytest.raises(InternalError):
        tracking.write(Tracking("shop", 3), FAIL, keys=[tracking.view("list")], args=["one"])

    assert tracking.max_tracking_id("shop") is None


@pytest.mark.parametrize("position", [-1, 2, 3])
def test_a_position_only_goes_on(tracking: RedisTrackingRecorder, position: int) -> None:
    tracking.insert_tracking(Tracking("shop", 3))

    with pytest.raises(IntegrityError):
        tracking.insert_tracking(Tracking("shop", position))

    assert tracking.max_tracking_id("shop") == 3


def test_a_first_position_may_be_zero_and_not_less(tracking: RedisTrackingRecorder) -> None:
    with pytest.raises(IntegrityError):
        tracking.insert_tracking(Tracking("shop", -1))

    tracking.insert_tracking(Tracking("shop", 0))

    assert tracking.max_tracking_id("shop") == 0
    tracking.wait("shop", 0)


def test_a_position_takes_one_entry_however_far_it_goes(
    tracking: RedisTrackingRecorder, client: redis.Redis
) -> None:
    for position in range(1, 300):
        tracking.insert_tracking(Tracking("shop", position))

    assert client.xlen("{barbershop:0}:tracking:shop") == 1


def test_events_and_the_position_of_their_cause_stand_together_or_not_at_all(
    process: RedisProcessRecorder,
) -> None:
    process.insert_events([event("a:1", 1)], tracking=Tracking("shop", 1))

    with pytest.raises(IntegrityError):
        process.insert_events([event("a:1", 1)], tracking=Tracking("shop", 2))
    with pytest.raises(IntegrityError):
        process.insert_events([event("a:1", 2)], tracking=Tracking("shop", 1))

    assert process.max_tracking_id("shop") == 1
    assert process.max_notification_id() == 1


def test_the_ids_of_tracked_events_go_on_where_others_ended(process: RedisProcessRecorder) -> None:
    first = process.insert_events([event("a:1", 1)])
    second = process.insert_events([event("a:1", 2), event("b:1", 1)], tracking=Tracking("shop", 1))

    assert (first, second) == ([1], [2, 3])
    assert process.insert_events([], tracking=Tracking("shop", 2)) == []
    assert process.max_notification_id() == 3


def test_many_events_may_come_of_one_cause(process: RedisProcessRecorder) -> None:
    stack = [event("a:1", version) for version in range(1, 5001)]

    ids = process.insert_events(stack, tracking=Tracking("shop", 1))

    assert ids == list(range(1, 5001))


def test_whoever_waits_for_a_position_hears_of_it_at_once(
    tracking: RedisTrackingRecorder, threads: ThreadPoolExecutor
) -> None:
    waiting = [threads.submit(tracking.wait, "shop", 3, LONG) for _ in range(4)]
    interrupted = [threads.submit(tracking.wait, "shop", 3, LONG, Event()) for _ in range(4)]

    tracking.insert_tracking(Tracking("shop", 5))

    assert [one.result(SOON) for one in (*waiting, *interrupted)] == [None] * 8


def test_a_wait_goes_on_past_lower_positions(
    tracking: RedisTrackingRecorder, threads: ThreadPoolExecutor
) -> None:
    waiting = threads.submit(tracking.wait, "shop", 3, LONG)

    tracking.insert_tracking(Tracking("shop", 1))
    tracking.insert_tracking(Tracking("shop", 2))
    with pytest.raises(TimeoutError):
        waiting.result(0.1)
    tracking.insert_tracking(Tracking("shop", 3))

    assert waiting.result(SOON) is None


def test_a_wait_ends_when_its_time_is_over(tracking: RedisTrackingRecorder) -> None:
    began = time.monotonic()

    with pytest.raises(TimeoutError):
        tracking.wait("shop", 1, 0.1)
    with pytest.raises(TimeoutError):
        tracking.wait("shop", 1, 0)

    assert 0.1 <= time.monotonic() - began < SOON


def test_a_wait_that_is_interrupted_ends_at_once(tracking: RedisTrackingRecorder) -> None:
    interrupt = Event()
    timer = Timer(0.05, interrupt.set)
    timer.start()

    with pytest.raises(WaitInterruptedError):
        tracking.wait("shop", 1, LONG, interrupt)

    timer.join()
    tracking.insert_tracking(Tracking("shop", 1))  # the connections are in order
    tracking.wait("shop", 1, LONG)


def test_a_position_that_is_reached_outweighs_an_interrupt(
    tracking: RedisTrackingRecorder,
) -> None:
    interrupt = Event()
    interrupt.set()
    tracking.insert_tracking(Tracking("shop", 1))

    tracking.wait("shop", 1, LONG, interrupt)


def test_a_server_out_of_reach_is_an_operational_error() -> None:
    with connect("unix:///nowhere/s") as client:
        tracking = RedisTrackingRecorder(client)

        with pytest.raises(OperationalError):
            tracking.insert_tracking(Tracking("shop", 1))
        with pytest.raises(OperationalError):
            tracking.wait("shop", 1)


def test_snapshots_come_in_any_order_and_each_version_once(client: redis.Redis) -> None:
    snapshots = RedisAggregateRecorder(client, purpose="snapshots")
    snapshots.insert_events([event("a:1", 7), event("b:1", 2), event("a:1", 3)])

    with pytest.raises(IntegrityError):
        snapshots.insert_events([event("a:1", 5), event("a:1", 3)])
    with pytest.raises(IntegrityError):
        snapshots.insert_events([event("a:1", 6), event("a:1", 6)])

    kept = snapshots.select_events("a:1", desc=True)
    assert [one.originator_version for one in kept] == [7, 3]


def test_what_is_kept_for_one_purpose_is_not_seen_by_another(client: redis.Redis) -> None:
    RedisAggregateRecorder(client, purpose="snapshots").insert_events([event("a:1", 7)])

    assert RedisAggregateRecorder(client, purpose="drafts").select_events("a:1") == []
