"""The language model in a whole service: its circuit in the health report, its budget, its guesses."""

import json
from collections.abc import Iterator
from datetime import datetime

import msgspec
import pytest

from domain.appointment import AppointmentBooked
from domain.conversation import MessageUnderstood
from entrypoints.settings import Settings
from infrastructure.grok.budget import Budget
from infrastructure.grok.gate import FAILURES
from infrastructure.sandbox.clock import SandboxClock
from tests.sandbox.running import eventually
from tests.service.parts import Outside, Rack, RunningService, recorded
from tests.service.process import NOW, free_port

GUS, HAL = "15550109171", "15550109172"
RIDDLE = "qwrtz plmk vbnh"
PATIENCE = 30.0


@pytest.fixture
def asking(settings: Settings, outside: Outside) -> Settings:
    """A service whose model is the emulator's; two questions a customer."""
    base = f"http://127.0.0.1:{outside.port}/sandbox"
    SandboxClock(settings.data_dir / "clock", "America/New_York").set(datetime.fromisoformat(NOW))
    return msgspec.structs.replace(
        settings,
        whatsapp_api_url=f"{base}/graph",
        google_calendar_api_url=f"http://127.0.0.1:{free_port()}/",
        xai_api_url=f"{base}/xai/v1",
        xai_api_key="sandbox",
        xai_budget=Budget(customer=2),
    )


@pytest.fixture
def service(rack: Rack, asking: Settings) -> Iterator[RunningService]:
    running = RunningService(asking, rack.redis.url)
    running.start()
    yield running
    running.close()


def model_says(outside: Outside, **form: object) -> None:
    empty: dict[str, object] = dict.fromkeys(("barber", "day_phrase", "time_phrase"))
    content = json.dumps({"intent": "book", "services": [], **empty, **form})
    answer = outside.http.put("/sandbox/xai/answers", json=[{"contains": "*", "content": content}])
    assert answer.status_code == 200, answer.text


def heard(outside: Outside, wa_id: str, count: int) -> list[str]:
    return eventually(
        lambda: found if len(found := outside.heard(wa_id)) >= count else [], within=PATIENCE
    )


def questions(outside: Outside) -> int:
    told = outside.http.get("/sandbox/requests?service=xai").json()
    return sum(1 for one in told if one["path"].endswith("/chat/completions"))


def test_what_the_model_read_leads_to_an_offer_and_books_nothing(
    rack: Rack, asking: Settings, outside: Outside, service: RunningService
) -> None:
    model_says(outside, services=["haircut"])

    outside.say(GUS, RIDDLE)

    assert "Haircut: these times are free" in heard(outside, GUS, 1)[0]
    assert [one.source for one in recorded(rack, asking, MessageUnderstood)] == ["model"]
    assert recorded(rack, asking, AppointmentBooked) == []
    assert service.readiness()[1]["model"] == "closed"


@pytest.mark.usefixtures("service")
def test_who_has_used_up_the_day_s_questions_is_answered_by_the_rules_alone(
    outside: Outside,
) -> None:
    model_says(outside, intent="off_topic")
    for number in range(3):
        outside.say(GUS, f"qwrtz plmk {number}")
        heard(outside, GUS, number + 1)

    outside.say(HAL, "qwrtz plmk")

    assert [("only take care" in one) for one in outside.heard(GUS)] == [True, True, False]
    assert "only take care" in heard(outside, HAL, 1)[0]


def test_health_tells_that_the_model_is_not_asked_and_the_service_stays_ready(
    outside: Outside, service: RunningService
) -> None:
    fault = {"service": "xai", "status": 400}
    outside.http.put("/sandbox/faults", json=[fault])
    for number in range(FAILURES):
        outside.say(f"1555010918{number}", "qwrtz plmk vbnh")
        heard(outside, f"1555010918{number}", 1)

    status, health = service.readiness()

    assert (status, health["status"], health["model"]) == (200, "ready", "open")
    before = questions(outside)
    outside.say(HAL, "qwrtz plmk vbnh")
    heard(outside, HAL, 1)
    assert questions(outside) == before


def test_without_a_key_the_health_report_says_so(rack: Rack, settings: Settings) -> None:
    running = RunningService(msgspec.structs.replace(settings, xai_api_key=None), rack.redis.url)
    running.start()

    eventually(lambda: running.readiness()[0] == 200)
    health = running.readiness()[1]
    running.close()

    assert health["model"] == "unused"
