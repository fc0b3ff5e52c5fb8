import signal
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import redis
from eventsourcing.persistence import (
    IntegrityError,
    InternalError,
    Notification,
    OperationalError,
    StoredEvent,
)

from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.partition import Partition

KEYS = {b"{barbershop:0}:log", b"{barbershop:0}:head"}


def event(stream: str, version: int, topic: str = "told/1") -> StoredEvent:
    return StoredEvent(stream, version, topic, f"{stream} {version}".encode())


def events(stream: str, versions: Iterable[int]) -> list[StoredEvent]:
    return [event(stream, version) for version in versions]


def test_one_of_many_threads_that_insert_the_same_version_wins(
    recorder: RedisApplicationRecorder,
) -> None:
    together = Barrier(12)

    def insert(n: int) -> object:
        together.wait()
        try:
            return recorder.insert_events([event("a:1", 1), event(f"b:{n}", 1)])
        except IntegrityError:
            return None

    with ThreadPoolExecutor(12) as threads:
        outcomes = [one for one in threads.map(insert, range(12)) if one is not None]

    assert outcomes == [[1, 2]]
    assert recorder.max_notification_id() == 2


@pytest.mark.parametrize(
    "versions", [[2], [1, 3], [1, 1], [1, 2, 2], [2, 1], [0, 2], [-1], [5, 6], [1, 2, 4]]
)
def test_versions_of_a_new_stream_count_from_zero_or_one_without_gaps(
    recorder: RedisApplicationRecorder, client: redis.Redis, versions: list[int]
) -> None:
    with pytest.raises(IntegrityError):
        recorder.insert_events([event("b:1", 1), *events("a:1", versions)])

    assert client.keys() == []


@pytest.mark.parametrize("versions", [[0], [1], [2], [4], [3, 5], [3, 3], [-3]])
def test_versions_follow_the_last_one_of_their_stream(
    recorder: RedisApplicationRecorder, versions: list[int]
) -> None:
    recorder.insert_events(events("a:1", [1, 2]))

    with pytest.raises(IntegrityError):
        recorder.insert_events([event("b:1", 1), *events("a:1", versions)])

    assert recorder.select_events("b:1") == []
    assert recorder.max_notification_id() == 2


def test_streams_may_take_turns_within_one_insert(recorder: RedisApplicationRecorder) -> None:
    woven = [event("a:1", 1), event("b:1", 1), event("a:1", 2), event("b:1", 2)]

    ids = recorder.insert_events(woven)

    assert ids == [1, 2, 3, 4]
    assert recorder.select_events("b:1") == [woven[1], woven[3]]


def test_several_streams_are_read_at_once_with_the_positions_of_their_events(
    recorder: RedisApplicationRecorder,
) -> None:
    recorder.insert_events([event("a:1", 1), event("b:1", 1), event("a:1", 2)])

    streams = recorder.select_streams(["a:1", "c:1", "b:1"])

    assert [[one.id for one in stream] for stream in streams] == [[1, 3], [], [2]]
    assert recorder.select_streams([]) == []


def test_every_key_carries_the_hash_tag_of_its_partition(
    recorder: RedisApplicationRecorder, client: redis.Redis
) -> None:
    recorder.insert_events([event("a:1", 1), event("b:1", 1)])

    assert set(client.keys()) == KEYS | {
        b"{barbershop:0}:stream:a:1",
        b"{barbershop:0}:stream:b:1",
    }


def test_an_entry_of_the_log_is_named_by_its_notification_id(
    recorder: RedisApplicationRecorder, client: redis.Redis
) -> None:
    recorder.insert_events([event("a:1", 1)])

    assert client.xrange("{barbershop:0}:log") == [
        (b"1-0", {b"o": b"a:1", b"v": b"1", b"t": b"told/1", b"s": b"a:1 1"})
    ]


def test_partitions_of_one_server_know_nothing_of_each_other(client: redis.Redis) -> None:
    first, second = (
        RedisApplicationRecorder(client, Partition(name)) for name in ("shop:0", "shop:1")
    )
    first.insert_events(events("a:1", [1, 2]))

    ids = second.insert_events(events("a:1", [1]))

    assert ids == [1]
    assert first.max_notification_id() == 2


def test_positions_go_on_where_the_log_was_trimmed(
    recorder: RedisApplicationRecorder, client: redis.Redis
) -> None:
    recorder.insert_events(events("a:1", [1, 2]))
    client.xtrim("{barbershop:0}:log", maxlen=0)

    ids = recorder.insert_events([event("b:1", 1)])

    assert ids == [3]


def test_a_head_that_fell_behind_the_log_stops_inserts_before_anything_is_written(
    recorder: RedisApplicationRecorder, client: redis.Redis
) -> None:
    recorder.insert_events(events("a:1", [1, 2]))
    client.set("{barbershop:0}:head", 1)

    with pytest.raises(InternalError):
        recorder.insert_events([event("b:1", 1)])

    assert recorder.select_events("b:1") == []
    assert client.get("{barbershop:0}:head") == b"1"


def test_a_server_that_lost_its_scripts_is_given_them_again(
    recorder: RedisApplicationRecorder, client: redis.Redis
) -> None:
    recorder.insert_events([event("a:1", 1)])
    client.script_flush()

    recorder.insert_events([event("a:1", 2)])

    client.script_flush()
    assert len(recorder.select_events("a:1")) == 2


def test_notifications_of_some_topics_are_found_past_pages_of_others(
    recorder: RedisApplicationRecorder,
) -> None:
    recorder.insert_events(events("a:1", range(1, 1501)))
    recorder.insert_events([event("b:1", 1, topic="sought/1")])

    found = recorder.select_notifications(1, 2, topics=["sought/1"])

    assert [one.id for one in found] == [1501]


@pytest.mark.parametrize("limit", [0, -1])
def test_no_notifications_are_asked_for_and_none_come(
    recorder: RedisApplicationRecorder, limit: int
) -> None:
    recorder.insert_events([event("a:1", 1)])

    assert recorder.select_notifications(1, limit) == []


@pytest.mark.parametrize(
    ("start", "limit", "stop"),
    [
        (1, 5000, None),
        (0, 5000, None),
        (2, 1000, None),
        (499, 502, None),
        (1, 500, None),
        (1, 5000, 700),
        (1, 5000, 0),
        (1201, 10, None),
        (1, 0, None),
        (1, -1, None),
    ],
)
def test_entries_tell_what_notifications_tell_past_pages_and_gaps(
    recorder: RedisApplicationRecorder,
    client: redis.Redis,
    start: int,
    limit: int,
    stop: int | None,
) -> None:
    recorder.insert_events(events("a:1", range(1, 1201)))
    client.xdel("{barbershop:0}:log", "500-0", "501-0", "1000-0")

    entries = recorder.select_entries(start, limit, stop)

    kept = [n for n in range(start, (stop or 1200) + 1) if n not in (0, 500, 501, 1000)]
    expected = [] if stop == 0 else kept[: max(limit, 0)]
    assert [one.id for one in entries] == expected
    assert [
        Notification(one.originator_id, one.originator_version, one.topic, one.state, one.id)
        for one in entries
    ] == recorder.select_notifications(start, limit, stop)


def test_a_subscription_that_waits_in_another_thread_is_stopped_at_once(
    recorder: RedisApplicationRecorder,
) -> None:
    recorder.insert_events([event("a:1", 1)])
    subscription = recorder.subscribe(gt=0)
    first = next(subscription)

    with ThreadPoolExecutor(1) as threads:
        rest = threads.submit(list, subscription)
        subscription.stop()

        assert rest.result(timeout=10) == []
    assert first.id == 1


def test_a_subscription_is_stopped_by_a_signal_to_the_thread_that_waits(
    recorder: RedisApplicationRecorder,
) -> None:
    subscription = recorder.subscribe(gt=0)
    before = signal.signal(signal.SIGALRM, lambda *_: subscription.stop())
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.1)

        assert list(subscription) == []
    finally:
        signal.signal(signal.SIGALRM, before)


def test_a_server_out_of_reach_is_an_operational_error() -> None:
    with connect("unix:///nowhere/s") as client:
        recorder = RedisApplicationRecorder(client)

        with pytest.raises(OperationalError):
            recorder.insert_events([event("a:1", 1)])
        with pytest.raises(OperationalError):
            recorder.select_notifications(1, 1)


def test_a_server_without_memory_refuses_the_whole_insert_as_an_operational_error(
    recorder: RedisApplicationRecorder, client: redis.Redis
) -> None:
    client.config_set("maxmemory", 1)

    with pytest.raises(OperationalError):
        recorder.insert_events(events("a:1", [1, 2]))

    client.config_set("maxmemory", 0)
    assert recorder.max_notification_id() is None
