"""The cases that the `eventsourcing` library ships, told how to make what they test.

They take everything from the environment, as an application would: `PERSISTENCE_MODULE`,
`REDIS_URL`, `ORIGINATOR_ID_TYPE`.
"""

import os
from collections.abc import Iterator
from unittest import TestCase, TestLoader
from uuid import uuid4

from eventsourcing.persistence import InfrastructureFactory, Tracking
from eventsourcing.tests import application, persistence, projection
from eventsourcing.utils import Environment

from infrastructure.redis_persistence import RedisFactory
from infrastructure.redis_recorders.aggregate_recorder import RedisAggregateRecorder
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.process_recorder import RedisProcessRecorder
from infrastructure.redis_recorders.tracked_script import TrackedScript
from infrastructure.redis_recorders.tracking_recorder import RedisTrackingRecorder

COUNT = TrackedScript("redis.call('HINCRBY', KEYS[1], ARGV[1], 1)")


def factory_for(case: TestCase, name: str = "", **settings: str) -> RedisFactory:
    """The factory of an application of that name; it is closed with the case."""
    environment = Environment(name, {**os.environ, **settings})
    factory = InfrastructureFactory[RedisTrackingRecorder].construct(environment)
    assert isinstance(factory, RedisFactory)
    case.addCleanup(factory.close)
    return factory


class Aggregates(persistence.AggregateRecorderTestCase):
    def create_recorder(self) -> RedisAggregateRecorder:
        return factory_for(self).aggregate_recorder("snapshots")


class Log(persistence.ApplicationRecorderTestCase[RedisApplicationRecorder]):
    def create_recorder(self) -> RedisApplicationRecorder:
        return factory_for(self).application_recorder()


class NamedLog(Log):
    def new_originator_id(self) -> str:
        return f"appointment:{uuid4()}"

    def create_recorder(self) -> RedisApplicationRecorder:
        return factory_for(self, "Counters", ORIGINATOR_ID_TYPE="text").application_recorder()


class NotInterleaving(persistence.NonInterleavingNotificationIDsBaseCase):
    def create_recorder(self) -> RedisApplicationRecorder:
        return factory_for(self).application_recorder()


class Positions(persistence.TrackingRecorderTestCase):
    def create_recorder(self) -> RedisTrackingRecorder:
        return factory_for(self).tracking_recorder()


class Processes(persistence.ProcessRecorderTestCase):
    def create_recorder(self) -> RedisProcessRecorder:
        return factory_for(self).process_recorder()


class ProcessesAsLogs(Log):
    def create_recorder(self) -> RedisProcessRecorder:
        return factory_for(self).process_recorder()


class ProcessesAsPositions(Positions):
    def create_recorder(self) -> RedisProcessRecorder:
        return factory_for(self).process_recorder()


class FurtherTrackingRecorder(RedisTrackingRecorder):
    """One of an application's own."""


class Factory(persistence.InfrastructureFactoryTestCase[RedisFactory]):
    def setUp(self) -> None:
        self.env = Environment(env=dict(os.environ))
        super().setUp()

    def expected_factory_class(self) -> type[RedisFactory]:
        return RedisFactory

    def expected_aggregate_recorder_class(self) -> type[RedisAggregateRecorder]:
        return RedisAggregateRecorder

    def expected_application_recorder_class(self) -> type[RedisApplicationRecorder]:
        return RedisApplicationRecorder

    def expected_tracking_recorder_class(self) -> type[RedisTrackingRecorder]:
        return RedisTrackingRecorder

    def tracking_recorder_subclass(self) -> type[FurtherTrackingRecorder]:
        return FurtherTrackingRecorder

    def expected_process_recorder_class(self) -> type[RedisProcessRecorder]:
        return RedisProcessRecorder


class ExampleApplication(application.ExampleApplicationTestCase):
    expected_factory_topic = "infrastructure.redis_persistence:RedisFactory"


class Applications(application.ApplicationTestCase):
    """As they are."""


class RedisEventCounters(RedisTrackingRecorder, projection.EventCountersView):
    """Counts in a hash, in the script that moves the position."""

    def get_created_event_counter(self) -> int:
        return self._counted("created")

    def get_subsequent_event_counter(self) -> int:
        return self._counted("subsequent")

    def incr_created_event_counter(self, tracking: Tracking) -> None:
        self.write(tracking, COUNT, keys=[self.view("events")], args=["created"])

    def incr_subsequent_event_counter(self, tracking: Tracking) -> None:
        self.write(tracking, COUNT, keys=[self.view("events")], args=["subsequent"])

    def _counted(self, kind: str) -> int:
        found = self._command("HGET", self.view("events"), kind)
        return int(found) if isinstance(found, bytes) else 0


class CountersView(projection.EventCountersViewTestCase):
    def construct_event_counters_view(self) -> RedisEventCounters:
        view = factory_for(self, "eventcounters").tracking_recorder(RedisEventCounters)
        assert isinstance(view, RedisEventCounters)
        return view


class CountersProjection(projection.AggregateEventCountersProjectionTestCase):
    view_class = RedisEventCounters


class CountersOfEvents(projection.EventSourcedProjectionTestCase):
    """As they are."""


CASES: tuple[type[TestCase], ...] = (
    Aggregates,
    Log,
    NamedLog,
    NotInterleaving,
    Positions,
    Processes,
    ProcessesAsLogs,
    ProcessesAsPositions,
    Factory,
    ExampleApplication,
    Applications,
    CountersView,
    CountersProjection,
    CountersOfEvents,
)


def methods() -> Iterator[tuple[type[TestCase], str]]:
    """Each test of each case, those that the library calls optional too."""
    for case in CASES:
        optional = [name for name in dir(case) if name.startswith("optional_test")]
        for name in [*TestLoader().getTestCaseNames(case), *optional]:
            yield case, name
