"""The cases that the `eventsourcing` library ships for application recorders."""

from uuid import UUID, uuid4

import pytest
import redis
from eventsourcing.tests import persistence as library

from infrastructure.redis_persistence import RedisApplicationRecorder


class TestApplicationRecorderWithUUIDs(
    library.ApplicationRecorderTestCase[RedisApplicationRecorder]
):
    @pytest.fixture(autouse=True)
    def _redis(self, client: redis.Redis) -> None:
        self.client = client

    def create_recorder(self) -> RedisApplicationRecorder:
        return RedisApplicationRecorder(self.client, originator_id_type=UUID)

    def test_insert_subscribe(self) -> None:
        self.optional_test_insert_subscribe()


class TestApplicationRecorderWithNames(TestApplicationRecorderWithUUIDs):
    def new_originator_id(self) -> str:
        return f"appointment:{uuid4()}"

    def create_recorder(self) -> RedisApplicationRecorder:
        return RedisApplicationRecorder(self.client)


class TestNotificationIDsDoNotInterleave(library.NonInterleavingNotificationIDsBaseCase):
    @pytest.fixture(autouse=True)
    def _redis(self, client: redis.Redis) -> None:
        self.client = client

    def create_recorder(self) -> RedisApplicationRecorder:
        return RedisApplicationRecorder(self.client, originator_id_type=UUID)
