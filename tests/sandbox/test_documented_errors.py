"""Everything that a service documents as an error can be switched on, and is what it says it is."""

import msgspec
import pytest

from chaos.google_errors.rows import ROWS
from infrastructure.sandbox import google_documented, graph_documented, xai_documented
from infrastructure.sandbox.documented_error import DocumentedError
from infrastructure.sandbox.fault import Fault, faults_in
from infrastructure.whatsapp.errors import REFUSED, WAIT
from tests.sandbox.faulting import left, switch_on
from tests.sandbox.running import BEARER, LUIS, RunningSandbox, text

EVERY = (
    *graph_documented.ANSWERED,
    *graph_documented.TOLD_LATER,
    *google_documented.ANSWERED,
    *xai_documented.ANSWERED,
)
DAY = {"start": {"date": "2026-12-01"}, "end": {"date": "2026-12-02"}}


def by_key(errors: tuple[DocumentedError, ...], key: str) -> dict[str, object]:
    (found,) = (one for one in errors if one.key == key)
    fault: dict[str, object] = msgspec.to_builtins(found.fault())
    return fault


def test_every_error_that_is_told_apart_from_others_is_among_those_of_whatsapp() -> None:
    offered = {int(one.key) for one in graph_documented.ANSWERED}

    assert offered == {*WAIT, *REFUSED, 200}


def test_every_way_in_which_google_is_tried_to_fail_is_among_those_of_google() -> None:
    offered = {one.key for one in google_documented.ANSWERED}

    assert offered == {f"{row.status} {row.reason or 'page'}" for row in ROWS if row.status}


@pytest.mark.parametrize("error", EVERY, ids=lambda error: error.label)
def test_what_is_offered_is_a_fault_that_can_be_kept_and_read_again(error: DocumentedError) -> None:
    fault: Fault = error.fault()

    assert faults_in(msgspec.json.encode([fault])) == (fault,)


@pytest.mark.parametrize(
    "errors",
    [
        graph_documented.ANSWERED,
        graph_documented.TOLD_LATER,
        google_documented.ANSWERED,
        xai_documented.ANSWERED,
    ],
)
def test_no_two_errors_of_a_service_have_the_same_key(errors: tuple[DocumentedError, ...]) -> None:
    assert len({one.key for one in errors}) == len(errors)


def test_whatsapp_answers_with_the_code_and_its_status(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {**by_key(graph_documented.ANSWERED, "131047"), "times": 1})

    refused, sent = silent_sandbox.graph(text("Hello")), silent_sandbox.graph(text("Hello"))

    assert (refused.status_code, refused.json()["error"]["code"]) == (400, 131047)
    assert refused.json()["error"]["message"] == "(#131047) Re-engagement message"
    assert sent.status_code == 200


def test_google_answers_with_the_reason_what_it_documents_it_for(
    silent_sandbox: RunningSandbox,
) -> None:
    events = f"/sandbox/google/calendar/v3/calendars/{LUIS}/events"
    switch_on(silent_sandbox, by_key(google_documented.ANSWERED, "409 duplicate"))

    listed = silent_sandbox.http.get(events, headers=BEARER)
    refused = silent_sandbox.http.post(events, json=DAY, headers=BEARER)

    assert (listed.status_code, refused.status_code) == (200, 409)
    assert refused.json()["error"]["errors"][0]["reason"] == "duplicate"


def test_xai_tells_that_the_credits_are_used_up_with_the_status_of_a_rate_limit(
    silent_sandbox: RunningSandbox,
) -> None:
    switch_on(silent_sandbox, by_key(xai_documented.ANSWERED, "429 credits"))

    answer = silent_sandbox.http.post("/sandbox/xai/v1/chat/completions", json={}, headers=BEARER)

    assert answer.status_code == 429
    assert "used all available credits" in answer.json()["error"]


def test_the_page_of_a_proxy_is_html(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, by_key(google_documented.ANSWERED, "502 page"))

    answer = silent_sandbox.http.get("/sandbox/google/calendar/v3/freeBusy", headers=BEARER)

    assert answer.status_code == 502
    assert answer.headers["content-type"].startswith("text/html")


def test_a_read_receipt_uses_up_no_fault_of_messages(silent_sandbox: RunningSandbox) -> None:
    heard = silent_sandbox.say("Hi")
    receipt = {"messaging_product": "whatsapp", "status": "read", "message_id": heard}
    switch_on(silent_sandbox, {"service": "graph", "only": "messages", "times": 2, "status": 503})

    seen = silent_sandbox.graph(receipt)
    refused = silent_sandbox.graph(text("Hello"))

    assert (seen.status_code, refused.status_code) == (200, 503)
    assert left(silent_sandbox) == [1]


def test_a_message_uses_up_no_fault_of_read_receipts(silent_sandbox: RunningSandbox) -> None:
    heard = silent_sandbox.say("Hi")
    receipt = {"messaging_product": "whatsapp", "status": "read", "message_id": heard}
    switch_on(silent_sandbox, {"service": "graph", "only": "receipts", "status": 503})

    sent = silent_sandbox.graph(text("Hello"))
    refused = silent_sandbox.graph(receipt)

    assert (sent.status_code, refused.status_code) == (200, 503)


def test_other_calls_than_to_messages_are_neither(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {"service": "graph", "only": "messages", "status": 503})

    answer = silent_sandbox.http.get("/sandbox/graph/v26.0/105000000000002", headers=BEARER)

    assert answer.status_code == 200


def test_only_whatsapp_has_messages_and_receipts(silent_sandbox: RunningSandbox) -> None:
    fault = {"service": "xai", "only": "messages", "status": 503}

    answer = silent_sandbox.http.put("/sandbox/faults", json=[fault])

    assert answer.status_code == 400
    assert "`only` is for `graph`" in answer.json()["detail"]
