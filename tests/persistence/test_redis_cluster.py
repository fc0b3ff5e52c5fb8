"""Two partitions on two nodes of a real cluster, through the factory, told of a third node."""

import itertools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from eventsourcing.persistence import (
    InfrastructureFactory,
    IntegrityError,
    OperationalError,
    StoredEvent,
    Tracking,
)
from eventsourcing.utils import Environment

from infrastructure.redis.clients import connect
from infrastructure.redis_persistence import RedisFactory
from tests.persistence.redis_cluster import RedisCluster, move_slot, partition_on
from tests.persistence.served import served

LONG = 30.0  # seconds
NODES = [1, 2]
TOLD = 0


@pytest.fixture(scope="module")
def cluster() -> Iterator[RedisCluster]:
    yield from served(RedisCluster)


@pytest.fixture(params=NODES, ids=["on the second node", "on the third node"])
def factory(request: pytest.FixtureRequest, cluster: RedisCluster) -> Iterator[RedisFactory]:
    """A new application's; told of the first node."""
    made = factory_of(cluster, partition_on(request.param))
    yield made
    made.close()


def factory_of(cluster: RedisCluster, partition: str) -> RedisFactory:
    environment = {
        "PERSISTENCE_MODULE": "infrastructure.redis_persistence",
        "REDIS_URL": cluster.nodes[TOLD].url,
        "REDIS_PARTITION": partition,
        "ORIGINATOR_ID_TYPE": "text",
    }
    made = InfrastructureFactory.construct(Environment(f"App{uuid4().hex}", environment))
    assert isinstance(made, RedisFactory)
    return made


def event(stream: str, version: int) -> StoredEvent:
    return StoredEvent(stream, version, "told/1", b"")


def test_partitions_stand_on_different_nodes(cluster: RedisCluster) -> None:
    for node in NODES:
        made = factory_of(cluster, partition_on(node))
        made.application_recorder().insert_events([event("a:1", 1)])
        made.close()

    sizes = []
    for server in cluster.nodes:
        with connect(server.url) as client:
            sizes.append(client.dbsize())
    assert sizes[TOLD] == 0
    assert min(sizes[1:]) > 0


def test_events_are_appended_and_read_back(factory: RedisFactory) -> None:
    recorder = factory.application_recorder()

    ids = recorder.insert_events([event("a:1", 1), event("b:1", 1), event("a:1", 2)])

    assert ids == [1, 2, 3]
    assert recorder.select_events("a:1") == [event("a:1", 1), event("a:1", 2)]
    assert [one.id for one in recorder.select_notifications(2, 10)] == [2, 3]
    assert [len(one) for one in recorder.select_streams(["a:1", "b:1", "c:1"])] == [2, 1, 0]
    assert recorder.max_notification_id() == 3


def test_an_append_that_is_sent_twice_stands_once(factory: RedisFactory) -> None:
    recorder = factory.application_recorder()
    recorder.insert_events([event("a:1", 1), event("b:1", 1)])

    with pytest.raises(IntegrityError):
        recorder.insert_events([event("a:1", 1), event("b:1", 1)])
    with pytest.raises(IntegrityError):
        recorder.insert_events([event("c:1", 1), event("b:1", 3)])

    assert recorder.max_notification_id() == 2


def test_a_subscription_hears_of_what_is_appended(factory: RedisFactory) -> None:
    recorder = factory.application_recorder()
    recorder.insert_events([event("a:1", 1)])

    with recorder.subscribe(gt=0) as subscription, ThreadPoolExecutor(1) as threads:
        heard = threads.submit(list, itertools.islice(subscription, 3))
        recorder.insert_events([event("a:1", 2), event("a:1", 3)])

        assert [one.id for one in heard.result(LONG)] == [1, 2, 3]


def test_a_subscription_may_come_before_anything_else(factory: RedisFactory) -> None:
    with factory.application_recorder().subscribe() as subscription, ThreadPoolExecutor(1) as one:
        heard = one.submit(next, subscription)
        factory.application_recorder().insert_events([event("a:1", 1)])

        assert heard.result(LONG).id == 1


def test_events_move_the_position_of_their_cause(factory: RedisFactory) -> None:
    process = factory.process_recorder()
    process.insert_events([event("a:1", 1)], tracking=Tracking("shop", 4))

    with pytest.raises(IntegrityError):
        process.insert_events([event("a:1", 2)], tracking=Tracking("shop", 4))

    assert process.max_tracking_id("shop") == 4
    assert process.max_notification_id() == 1


def test_a_position_is_waited_for(factory: RedisFactory) -> None:
    tracking = factory.tracking_recorder()

    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(tracking.wait, "shop", 2, LONG)
        tracking.insert_tracking(Tracking("shop", 2))

        assert waiting.result(LONG) is None


def test_snapshots_are_kept(factory: RedisFactory) -> None:
    snapshots = factory.aggregate_recorder("snapshots")
    snapshots.insert_events([event("a:1", 9), event("b:1", 4), event("a:1", 3)])

    with pytest.raises(IntegrityError):
        snapshots.insert_events([event("a:1", 9)])

    assert snapshots.select_events("a:1", desc=True, limit=1) == [event("a:1", 9)]


def test_a_partition_that_moves_to_another_node_is_followed(cluster: RedisCluster) -> None:
    name = partition_on(1)
    made = factory_of(cluster, name)
    recorder = made.application_recorder()
    recorder.insert_events([event("a:1", 1)])

    move_slot(name, cluster.nodes[1], cluster.nodes[2])

    assert recorder.insert_events([event("a:1", 2)]) == [2]
    assert recorder.select_events("a:1") == [event("a:1", 1), event("a:1", 2)]
    made.close()


def test_a_node_that_is_gone_is_an_operational_error(cluster: RedisCluster) -> None:
    made = factory_of(cluster, partition_on(2))
    recorder = made.application_recorder()
    recorder.insert_events([event("a:1", 1)])
    cluster.nodes[2].kill()

    with pytest.raises(OperationalError):
        recorder.insert_events([event("a:1", 2)])
    with pytest.raises(OperationalError):
        recorder.insert_events([event("a:1", 2)])

    made.close()
