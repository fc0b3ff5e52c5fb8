"""Switching faults on, as a test does it."""

from tests.sandbox.running import RunningSandbox

SEND = "POST /*/messages"


def switch_on(sandbox: RunningSandbox, *faults: dict[str, object]) -> list[dict[str, object]]:
    answer = sandbox.http.put("/sandbox/faults", json=faults)
    assert answer.status_code == 200, answer.text
    standing: list[dict[str, object]] = answer.json()
    return standing


def left(sandbox: RunningSandbox) -> list[int | None]:
    return [fault["left"] for fault in sandbox.http.get("/sandbox/faults").json()]
