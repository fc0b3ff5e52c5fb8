"""The persistence module: what it reads from the environment, and whose keys are whose."""

import pytest
import redis
from eventsourcing.persistence import InfrastructureFactory, StoredEvent, Tracking
from eventsourcing.utils import Environment, get_topic

from infrastructure.redis_persistence import RedisFactory
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.partition import Partition
from infrastructure.redis_recorders.process_recorder import RedisProcessRecorder
from tests.sandbox.running import eventually

MODULE = {"PERSISTENCE_MODULE": "infrastructure.redis_persistence"}


class OwnApplicationRecorder(RedisApplicationRecorder):
    """One of an application's own."""


class OwnProcessRecorder(RedisProcessRecorder):
    """One of an application's own."""


def factory(name: str = "", **settings: str) -> RedisFactory:
    made = InfrastructureFactory.construct(Environment(name, {**MODULE, **settings}))
    assert isinstance(made, RedisFactory)
    return made


def event(stream: str, version: int) -> StoredEvent:
    return StoredEvent(stream, version, "told/1", b"")


def test_applications_share_a_partition_without_mixing(url: str, client: redis.Redis) -> None:
    for name in ("", "Counters", "Other"):
        made = factory(name, REDIS_URL=url, ORIGINATOR_ID_TYPE="text")
        made.process_recorder().insert_events([event("a:1", 1)], tracking=Tracking("shop", 7))
        made.aggregate_recorder("snapshots").insert_events([event("a:1", 9)])
        made.close()

    kinds = ("log", "head", "stream:a:1", "tracking:shop", "aggregate:snapshots:a:1")
    assert {str(key, "utf-8") for key in client.scan_iter()} == {
        f"{{barbershop:0}}:{name}{kind}" for name in ("", "counters:", "other:") for kind in kinds
    }


def test_the_partition_is_the_hash_tag_of_every_key(url: str, client: redis.Redis) -> None:
    made = factory("Counters", REDIS_URL=url, REDIS_PARTITION="shop:7")
    made.process_recorder().insert_events([event("a:1", 1)], tracking=Tracking("shop", 7))
    made.close()

    keys = [str(key, "utf-8") for key in client.scan_iter()]
    assert len(keys) == 4
    assert [key for key in keys if not key.startswith("{shop:7}:counters:")] == []


def test_what_is_set_for_one_application_goes_before_what_is_set_for_all(
    url: str, client: redis.Redis
) -> None:
    made = factory(
        "Counters", REDIS_URL="unix:///nowhere/s", COUNTERS_REDIS_URL=url, REDIS_PARTITION="p"
    )
    made.application_recorder().insert_events([event("a:1", 1)])
    made.close()

    assert client.exists("{p}:counters:log")


def test_an_application_may_name_recorders_of_its_own() -> None:
    made = factory(
        REDIS_URL="unix:///nowhere/s",
        APPLICATION_RECORDER_TOPIC=get_topic(OwnApplicationRecorder),
        PROCESS_RECORDER_TOPIC=get_topic(OwnProcessRecorder),
    )

    assert type(made.application_recorder()) is OwnApplicationRecorder
    assert type(made.process_recorder()) is OwnProcessRecorder


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({}, "REDIS_URL"),
        ({"REDIS_URL": "somewhere"}, "REDIS_URL"),
        ({"REDIS_URL": "unix:///s", "ORIGINATOR_ID_TYPE": "int"}, "ORIGINATOR_ID_TYPE"),
        ({"REDIS_URL": "unix:///s", "REDIS_PARTITION": "{a}"}, "REDIS_PARTITION"),
    ],
)
def test_a_setting_that_is_missing_or_wrong_is_named(settings: dict[str, str], told: str) -> None:
    with pytest.raises(OSError, match=told):
        factory(**settings)


def test_a_recorder_of_another_kind_is_refused() -> None:
    made = factory(REDIS_URL="unix:///s", PROCESS_RECORDER_TOPIC=get_topic(OwnApplicationRecorder))

    with pytest.raises(OSError, match="PROCESS_RECORDER_TOPIC"):
        made.process_recorder()


@pytest.mark.parametrize("application", ["stream", "log", "Tracking", "a:b", "a{b}"])
def test_an_application_whose_keys_would_be_those_of_another_is_refused(application: str) -> None:
    with pytest.raises(ValueError, match="application"):
        Partition("barbershop:0", application)


def test_a_closed_factory_has_closed_its_connections(url: str, client: redis.Redis) -> None:
    def connected() -> int:
        return len(client.client_list())

    before = connected()
    made = factory(REDIS_URL=url, ORIGINATOR_ID_TYPE="text")
    recorder = made.application_recorder()
    subscription = recorder.subscribe()
    recorder.max_notification_id()
    assert connected() == before + 2

    subscription.stop()
    made.close()

    eventually(lambda: connected() == before)
