"""What the service does while something that it needs is away."""

from collections.abc import Callable, Iterator
from datetime import datetime

import msgspec
import pytest

from entrypoints.settings import Settings
from infrastructure.sandbox.clock import SandboxClock
from tests.sandbox.running import eventually
from tests.service.gate import Gate
from tests.service.parts import Outside, Rack, RunningService
from tests.service.process import NOW
from tests.service.webhooks import body, change, text

ANA = "15550109001"
POSTED = body([change(text("wamid.O1", ANA, "hello"))])
FREE = {"shop": "demo", "service": "haircut"}


def test_without_a_worker_the_service_is_alive_but_not_ready(web: RunningService) -> None:
    status, health = web.readiness()

    assert web.http.get("/api/health/live").status_code == 200
    assert (status, health["status"]) == (503, "not ready")
    assert (health["redis"], health["worker"]) == ("writable", "not alive")


def test_a_webhook_that_cannot_be_stored_is_refused_until_it_can(
    rack: Rack, web: RunningService
) -> None:
    before = web.post(POSTED).status_code
    rack.redis.kill()

    away = web.post(POSTED)
    readiness = web.readiness()
    free = web.http.get("/api/calendar/availability", params=FREE)

    rack.redis.start()
    back = eventually(lambda: web.post(POSTED).status_code == 200)
    assert (before, away.status_code, back) == (200, 503, True)
    assert (readiness[0], readiness[1]["redis"]) == (503, "not writable")
    assert (free.status_code, free.headers["content-type"]) == (503, "application/problem+json")


@pytest.fixture
def whole(rack: Rack, settings: Settings) -> Iterator[RunningService]:
    """Web and worker, whose calls nobody takes."""
    SandboxClock(settings.data_dir / "clock", "America/New_York").set(_moment())
    service = RunningService(settings, rack.redis.url)
    service.start()
    yield service
    service.close()


def test_a_worker_comes_back_by_itself_when_redis_does(rack: Rack, whole: RunningService) -> None:
    eventually(lambda: whole.readiness()[0] == 200)
    rack.redis.kill()
    eventually(lambda: whole.readiness()[0] == 503)

    rack.redis.start()

    eventually(lambda: whole.readiness()[0] == 200)
    booking = "Book haircut with Marco tomorrow at 9am"
    stored = whole.post(body([change(text("wamid.O2", ANA, booking))]))
    booked = eventually(lambda: "09:00" not in _free_starts(whole))
    assert (stored.status_code, booked) == (200, True)


def _free_starts(service: RunningService) -> list[str]:
    """When Marco is free on Tuesday."""
    asked = {**FREE, "barber": "marco", "from": "2026-11-24", "to": "2026-11-24"}
    answer = service.http.get("/api/calendar/availability", params=asked)
    return [str(one["start"])[11:16] for one in answer.json()["openings"]]


@pytest.fixture
def gate(outside: Outside) -> Iterator[Gate]:
    made = Gate(outside.port)
    yield made
    made.close()


@pytest.fixture
def behind_a_gate(rack: Rack, settings: Settings, gate: Gate) -> Iterator[RunningService]:
    """The service, whose every call to WhatsApp and Google goes through the gate."""
    base = f"http://127.0.0.1:{gate.port}/sandbox"
    calling = msgspec.structs.replace(
        settings,
        whatsapp_api_url=f"{base}/graph",
        google_calendar_api_url=f"{base}/google/calendar/v3/",
    )
    SandboxClock(settings.data_dir / "clock", "America/New_York").set(_moment())
    service = RunningService(calling, rack.redis.url)
    service.start()
    yield service
    service.close()


def test_what_could_not_be_delivered_is_delivered_after_a_restart(
    behind_a_gate: RunningService, outside: Outside, gate: Gate
) -> None:
    outside.say(ANA, "Book haircut with Marco tomorrow at 2pm")
    upstreams = eventually(_down(behind_a_gate, "whatsapp", "google"))
    behind_a_gate.stop()
    undelivered = outside.heard(ANA)
    gate.open()

    behind_a_gate.start()

    (said,) = eventually(lambda: outside.heard(ANA))
    (event,) = eventually(lambda: outside.events_of("marco@demo.calendar"))
    assert upstreams == {"whatsapp": "down", "google": "down"}
    assert undelivered == []
    assert "Booked ✔" in said
    assert event["start"] == {
        "dateTime": "2026-11-24T14:00:00-05:00",
        "timeZone": "America/New_York",
    }


def test_a_service_comes_back_by_itself_when_what_it_calls_does(
    behind_a_gate: RunningService, outside: Outside, gate: Gate
) -> None:
    outside.say(ANA, "hello")
    eventually(_down(behind_a_gate, "whatsapp"))

    gate.open()

    (said,) = eventually(lambda: outside.heard(ANA))
    assert said.startswith("Hi!")


def _down(service: RunningService, *names: str) -> Callable[[], dict[str, str] | None]:
    """Look whether these are known to be away, and tell."""

    def look() -> dict[str, str] | None:
        upstreams = msgspec.convert(service.readiness()[1]["upstreams"], dict[str, str])
        away = [name for name, told in upstreams.items() if told == "down"]
        return upstreams if set(names) <= set(away) else None

    return look


def _moment() -> datetime:
    return datetime.fromisoformat(NOW)
