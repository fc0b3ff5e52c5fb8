"""What the log does to the service while it runs is told by its health, which stays ready."""

from collections.abc import Iterator

import pytest
from eventsourcing.persistence import StoredEvent

from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.sandbox.running import eventually
from tests.service.parts import Rack, RunningService, settings_of


@pytest.fixture
def service(rack: Rack) -> Iterator[RunningService]:
    running = RunningService(settings_of(rack.folder), rack.redis.url)
    running.start()
    yield running
    running.close()


def test_health_names_the_alarm_of_a_notary_and_stays_ready(
    rack: Rack, service: RunningService
) -> None:
    leaves = rack.folder / "audit" / "leaves"
    eventually(lambda: service.readiness()[1]["audit"] == "no alarm")
    with connect(rack.redis.url) as client:
        recorder = RedisApplicationRecorder(client)
        recorder.insert_events([StoredEvent("shop:told", n, "told/1", b"") for n in range(1, 6)])
        head = recorder.max_notification_id() or 0
        eventually(lambda: leaves.stat().st_size == head * 32)
        client.xdel("{barbershop:0}:log", f"{head - 1}-0")

    eventually(lambda: service.readiness()[1]["audit"] == "alarm")

    status, health = service.readiness()
    assert (status, health["status"]) == (200, "ready")


def test_health_tells_that_the_relay_waits_for_an_update_and_stays_ready(
    rack: Rack, service: RunningService
) -> None:
    eventually(lambda: service.readiness()[1]["relay"] == "follows")
    with connect(rack.redis.url) as client:
        recorder = RedisApplicationRecorder(client)
        (position,) = recorder.insert_events([StoredEvent("appointment:told", 1, "told/1", b"")])

    awaited = f"waits for an update: the log holds told/1 at {position}"
    eventually(lambda: service.readiness()[1]["relay"] == awaited)

    status, health = service.readiness()
    assert (status, health["status"]) == (200, "ready")
