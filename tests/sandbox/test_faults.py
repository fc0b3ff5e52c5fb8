import asyncio
import re
import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from redis.asyncio import Redis

from infrastructure.sandbox.fault import ServiceFault
from infrastructure.sandbox.faults import Faults, StandingFault, fresh
from tests.sandbox.faulting import SEND, left, switch_on
from tests.sandbox.running import RunningSandbox, text

SPECIFIED = {
    "service": "graph",
    "when": SEND,
    "times": 3,
    "status": 503,
    "body": {},
    "delay_ms": 0,
    "cut": "before",
}
DOCUMENT = Path(__file__).parents[2] / "docs" / "sandbox-faults.md"
DOCUMENTED = re.findall(
    r"^```json\n(.*?)^```", DOCUMENT.read_text("utf-8"), re.DOTALL | re.MULTILINE
)
DOWN = ServiceFault(service="graph", status=503)
SLOW = ServiceFault(service="google", delay_ms=5)


def test_there_are_no_faults_until_some_are_set(silent_sandbox: RunningSandbox) -> None:
    assert silent_sandbox.http.get("/sandbox/faults").json() == []


def test_the_list_is_told_as_it_was_set_with_the_times_that_are_left(
    silent_sandbox: RunningSandbox,
) -> None:
    answered = switch_on(silent_sandbox, SPECIFIED)

    (told,) = silent_sandbox.http.get("/sandbox/faults").json()
    unsaid: dict[str, object] = {"only": None, "headers": {}, "answered": "before"}
    assert told == {**SPECIFIED, **unsaid, "ending": "reset", "name": "", "left": 3}
    assert answered == [told]


def test_a_new_list_replaces_the_old_one(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, SPECIFIED, {"service": "xai", "status": 500})

    switch_on(silent_sandbox, {"service": "google", "delay_ms": 1})

    (told,) = silent_sandbox.http.get("/sandbox/faults").json()
    assert (told["service"], told["when"], told["left"]) == ("google", "*", None)


def test_all_faults_can_be_removed(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {"service": "graph", "status": 503})

    answer = silent_sandbox.http.delete("/sandbox/faults")

    assert answer.status_code == 204
    assert silent_sandbox.http.get("/sandbox/faults").json() == []
    assert silent_sandbox.graph(text("Hello")).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"service": "fax", "status": 503}, "[1].service"),
        ({"status": 503}, "[1]` cannot be read: Object missing required field `service`"),
        ({"service": "graph", "status": "503"}, "[1].status"),
        ({"service": "graph", "status": 99}, "[1].status"),
        ({"service": "graph", "status": 503, "times": 0}, "[1].times"),
        ({"service": "graph", "delay_ms": -1}, "[1].delay_ms"),
        ({"service": "graph", "cut": "soon"}, "[1].cut"),
        ({"service": "graph", "statsu": 503}, "unknown field `statsu`"),
        ({"service": "graph", "status": 503, "when": "FETCH /x"}, "`when`: 'FETCH'"),
        ({"service": "graph", "status": 503, "when": "POST messages"}, "`when`: 'POST messages'"),
        ({"service": "graph", "status": 503, "when": ""}, "`when`: ''"),
        ({"service": "graph", "status": 503, "headers": {"a b": "c"}}, "`headers`: 'a b'"),
        ({"service": "graph", "status": 503, "headers": {"a": "b\r\nc"}}, "`headers`: 'a'"),
        ({"service": "graph", "status": 503, "headers": {"Content-Length": 3}}, "`headers`"),
        ({"service": "graph", "body": {"a": 1}}, "`body` needs a `status`"),
        ({"service": "graph", "cut": "after", "answered": "after"}, "`answered` needs a `status`"),
        ({"service": "graph", "when": SEND}, "it does nothing"),
        ({"service": "webhooks", "deliver": "twice", "hold": 1}, "[1].hold"),
        ({"service": "webhooks", "when": "calls", "delay_ms": 5}, "`when`: 'calls'"),
        ({"service": "webhooks"}, "it does nothing"),
    ],
)
def test_a_list_with_a_bad_fault_is_refused_by_place_and_field_and_changes_nothing(
    silent_sandbox: RunningSandbox, wrong: dict[str, object], told: str
) -> None:
    before = switch_on(silent_sandbox, SPECIFIED)

    answer = silent_sandbox.http.put("/sandbox/faults", json=[SPECIFIED, wrong])

    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert "The fault at `[1]" in answer.json()["detail"]
    assert told in answer.json()["detail"]
    assert silent_sandbox.http.get("/sandbox/faults").json() == before


@pytest.mark.parametrize("body", ["{", "{}", "[3]", '"all"'])
def test_faults_have_to_be_a_list_of_objects(silent_sandbox: RunningSandbox, body: str) -> None:
    answer = silent_sandbox.http.put("/sandbox/faults", content=body)

    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/problem+json")


@pytest.mark.parametrize("listed", DOCUMENTED)
def test_the_lists_in_the_documents_can_be_set(silent_sandbox: RunningSandbox, listed: str) -> None:
    answer = silent_sandbox.http.put("/sandbox/faults", content=listed)

    assert answer.status_code == 200, answer.text
    assert len(answer.json()) >= 3


def test_another_process_of_the_sandbox_has_the_same_faults(
    silent_sandbox: RunningSandbox, empty_redis: Path, tmp_path: Path
) -> None:
    other = RunningSandbox(socket_path=empty_redis, clock_path=tmp_path / "clock", delivers=False)
    other.start()
    switch_on(silent_sandbox, {"service": "graph", "status": 503, "times": 2})

    statuses = [other.graph(text("Hello")).status_code for _ in range(3)]

    other.stop()
    assert statuses == [503, 503, 200]
    assert left(silent_sandbox) == [0]


def test_requests_at_the_same_time_use_up_exactly_the_times(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {"service": "xai", "status": 418, "times": 10, "delay_ms": 20})
    statuses: list[int] = []

    def ask() -> None:
        statuses.append(silent_sandbox.http.get("/sandbox/xai/v1/models").status_code)

    threads = [threading.Thread(target=ask) for _ in range(25)]
    _ = [thread.start() for thread in threads]  # type: ignore[func-returns-value]
    _ = [thread.join() for thread in threads]  # type: ignore[func-returns-value]

    assert statuses.count(418) == 10
    assert statuses.count(401) == 15


async def test_edits_and_uses_at_the_same_time_lose_nothing(empty_redis: Path) -> None:
    redis = Redis(unix_socket_path=str(empty_redis))
    faults = Faults(redis)
    await faults.replace([msgspec.structs.replace(DOWN, times=50)])

    async with asyncio.TaskGroup() as together:
        uses = [together.create_task(faults.take(ServiceFault, _is_down)) for _ in range(20)]
        _ = [together.create_task(faults.change(_with_one_more)) for _ in range(10)]

    first, *others = await faults.standing()
    assert [len(use.result()) for use in uses] == [1] * 20
    assert (first.left, len(others)) == (30, 10)
    await redis.aclose()


def _is_down(fault: ServiceFault) -> bool:
    return fault.status == 503


def _with_one_more(standing: Sequence[StandingFault]) -> Sequence[StandingFault]:
    return [*standing, *fresh([SLOW])]
