import time

import pytest

from tests.sandbox.faulting import SEND, left, switch_on
from tests.sandbox.running import BEARER, LUIS, NUMBER, RunningSandbox, eventually, text

EVENTS = f"/sandbox/google/calendar/v3/calendars/{LUIS}/events"


def test_a_fault_is_answered_as_written_for_so_many_calls(silent_sandbox: RunningSandbox) -> None:
    body = {"error": {"message": "(#80007) Rate limit", "code": 80007}}
    fault = {"service": "graph", "when": SEND, "times": 2, "status": 400, "body": body}
    switch_on(silent_sandbox, {**fault, "headers": {"Retry-After": 7}})

    first, second, third = (silent_sandbox.graph(text("Hello")) for _ in range(3))

    assert (first.status_code, first.json(), first.headers["retry-after"]) == (400, body, "7")
    assert (second.status_code, third.status_code) == (400, 200)
    assert left(silent_sandbox) == [0]
    assert [message["text"] for message in silent_sandbox.chat()] == ["Hello"]


def test_an_error_can_be_answered_after_the_effect(silent_sandbox: RunningSandbox) -> None:
    times = {"start": {"dateTime": "2026-12-01T10:00:00-05:00"}}
    event = {"id": "lunch", **times, "end": {"dateTime": "2026-12-01T11:00:00-05:00"}}
    fault = {"service": "google", "when": "POST", "status": 503, "answered": "after", "times": 1}
    switch_on(silent_sandbox, fault)

    answer = silent_sandbox.http.post(EVENTS, json=event, headers=BEARER)

    standing = silent_sandbox.http.get(EVENTS, headers=BEARER).json()["items"]
    assert (answer.status_code, [one["id"] for one in standing]) == (503, ["lunch"])


def test_a_fault_without_a_number_of_times_stays(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {"service": "graph", "times": None, "status": 503})

    statuses = [silent_sandbox.graph(text("Hello")).status_code for _ in range(5)]

    assert statuses == [503] * 5
    assert left(silent_sandbox) == [None]


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ("*", True),
        ("POST", True),
        ("post *", True),
        ("* /*/messages", True),
        ("/*/messages", True),
        (f"POST /{NUMBER.id}/messages", True),
        (f"POST /v26.0/{NUMBER.id}/messages", True),
        (f"POST /sandbox/graph/v26.0/{NUMBER.id}/messages", True),
        ("POST */messages", True),
        ("POST /*/messages?*x=1*", True),
        ("GET /*/messages", False),
        ("POST /*/Messages", False),
        ("POST /*/media", False),
        ("POST /messages", False),
        ("POST /*/messages?*x=2*", False),
        ("POST /*/message.", False),
    ],
)
def test_a_fault_is_for_the_method_and_path_that_its_pattern_names(
    silent_sandbox: RunningSandbox, when: str, *, fits: bool
) -> None:
    switch_on(silent_sandbox, {"service": "graph", "when": when, "status": 503})
    path = f"/sandbox/graph/v26.0/{NUMBER.id}/messages?x=1"

    answer = silent_sandbox.http.post(path, json=text("Hello"), headers=BEARER)

    assert (answer.status_code == 503) is fits


def test_a_fault_is_for_its_own_service_only(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {"service": "xai", "status": 503})

    assert silent_sandbox.graph(text("Hello")).status_code == 200


def test_the_first_fault_that_fits_and_has_times_left_is_used(
    silent_sandbox: RunningSandbox,
) -> None:
    switch_on(
        silent_sandbox,
        {"service": "graph", "when": "GET", "status": 500},
        {"service": "graph", "when": SEND, "times": 1, "status": 503},
        {"service": "graph", "times": 2, "status": 429},
    )

    statuses = [silent_sandbox.graph(text("Hello")).status_code for _ in range(4)]

    assert statuses == [503, 429, 429, 200]


@pytest.mark.parametrize(
    ("service", "path", "status", "code"),
    [
        ("graph", "/v26.0/1/messages", 503, '"code":2,'),
        ("graph", "/v26.0/1/messages", 429, '"code":130429,'),
        ("graph", "/v26.0/1/messages", 500, '"code":131000,'),
        ("graph", "/v26.0/1/messages", 401, '"code":190,'),
        ("graph", "/v26.0/1/messages", 403, '"code":10,'),
        ("google", "/calendar/v3/freeBusy", 503, '"reason":"backendError"'),
        ("google", "/calendar/v3/freeBusy", 429, '"reason":"rateLimitExceeded"'),
        ("google", "/calendar/v3/freeBusy", 403, '"domain":"usageLimits"'),
        ("google", "/calendar/v3/freeBusy", 401, '"reason":"authError"'),
        ("xai", "/v1/chat/completions", 503, '"code":"The service is currently unavailable"'),
        ("xai", "/v1/chat/completions", 429, '"code":"Some resource has been exhausted"'),
        ("xai", "/v1/chat/completions", 400, '"error":"Incorrect API key provided'),
        ("xai", "/v1/chat/completions", 401, '"error":"No authentication credentials'),
        ("xai", "/v1/chat/completions", 403, '"code":"The caller does not have permission'),
        ("xai", "/v1/chat/completions", 404, '"code":"Some requested entity was not found"'),
    ],
)
def test_a_status_without_a_body_is_answered_as_the_service_documents_it(
    silent_sandbox: RunningSandbox, service: str, path: str, status: int, code: str
) -> None:
    switch_on(silent_sandbox, {"service": service, "status": status})

    answer = silent_sandbox.http.post(f"/sandbox/{service}{path}", json={}, headers=BEARER)

    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/json")
    assert code in answer.text


def test_a_text_is_sent_as_the_page_of_a_proxy_would_be(silent_sandbox: RunningSandbox) -> None:
    page = "<html><title>502 Bad Gateway</title></html>"
    switch_on(silent_sandbox, {"service": "google", "status": 502, "body": page})

    answer = silent_sandbox.http.get(EVENTS, headers=BEARER)

    assert (answer.status_code, answer.text) == (502, page)
    assert answer.headers["content-type"].startswith("text/html")


def test_the_type_of_a_body_can_be_a_wrong_one(silent_sandbox: RunningSandbox) -> None:
    fault = {"service": "xai", "status": 200, "body": '{"broken', "headers": {}}
    switch_on(silent_sandbox, {**fault, "headers": {"Content-Type": "application/json"}})

    answer = silent_sandbox.http.get("/sandbox/xai/v1/models")

    assert (answer.status_code, answer.text) == (200, '{"broken')
    assert answer.headers["content-type"] == "application/json"


def test_an_answer_without_a_body_has_none(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {"service": "google", "status": 204, "body": {"a": 1}})

    answer = silent_sandbox.http.get(EVENTS, headers=BEARER)

    assert (answer.status_code, answer.content) == (204, b"")


def test_a_fault_with_only_a_delay_is_answered_normally_later(
    silent_sandbox: RunningSandbox,
) -> None:
    switch_on(silent_sandbox, {"service": "graph", "when": SEND, "delay_ms": 150})
    began = time.monotonic()

    answer = silent_sandbox.graph(text("Hello"))

    assert answer.json()["messages"][0]["id"]
    assert time.monotonic() - began >= 0.15


def test_delays_add_up_with_what_follows_in_the_list(silent_sandbox: RunningSandbox) -> None:
    switch_on(
        silent_sandbox,
        {"service": "graph", "delay_ms": 60, "times": 1},
        {"service": "graph", "delay_ms": 60, "status": 503, "times": 1},
        {"service": "graph", "status": 429, "times": 1},
    )
    began = time.monotonic()

    first = silent_sandbox.graph(text("Hello"))
    took = time.monotonic() - began
    second = silent_sandbox.graph(text("Hello"))

    assert (first.status_code, second.status_code) == (503, 429)
    assert took >= 0.12
    assert left(silent_sandbox) == [0, 0, 0]


def test_a_slow_service_keeps_nobody_else_waiting(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {"service": "xai", "delay_ms": 500})
    with pytest.raises(Exception, match="timed out"):
        silent_sandbox.http.get("/sandbox/xai/v1/models", timeout=0.05)

    assert silent_sandbox.graph(text("Hello")).status_code == 200


def test_faulty_answers_are_noted_among_the_received_requests(
    silent_sandbox: RunningSandbox,
) -> None:
    switch_on(silent_sandbox, {"service": "graph", "status": 503, "times": 1})
    silent_sandbox.graph(text("Hello"))

    (noted,) = silent_sandbox.http.get("/sandbox/requests?service=graph").json()

    assert (noted["status"], noted["body"]) == (503, text("Hello"))


def test_a_sync_token_expires_once(silent_sandbox: RunningSandbox) -> None:
    token = silent_sandbox.http.get(EVENTS, headers=BEARER).json()["nextSyncToken"]
    expired = {"service": "google", "when": "GET /calendars/*/events?*syncToken=*", "status": 410}
    switch_on(silent_sandbox, {**expired, "times": 1})

    without = silent_sandbox.http.get(EVENTS, headers=BEARER)
    first = silent_sandbox.http.get(EVENTS, params={"syncToken": token}, headers=BEARER)
    second = silent_sandbox.http.get(EVENTS, params={"syncToken": token}, headers=BEARER)

    assert (without.status_code, first.status_code, second.status_code) == (200, 410, 200)
    assert first.json()["error"]["errors"][0]["reason"] == "fullSyncRequired"
    eventually(lambda: left(silent_sandbox) == [0])
