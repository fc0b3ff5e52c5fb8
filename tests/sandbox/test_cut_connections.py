from contextlib import closing
from http.client import RemoteDisconnected

import httplib2
import httpx
import openai
import pytest

from tests.sandbox.faulting import SEND, left, switch_on
from tests.sandbox.running import ANA, BEARER, LUIS, NUMBER, RunningSandbox, text
from tests.sandbox.test_xai import ask, script

CUT_BEFORE = {"cut": "before", "times": 1}
CUT_AFTER = {"cut": "after", "times": 1}


def test_a_connection_that_is_cut_before_the_effect_leaves_none(
    silent_sandbox: RunningSandbox,
) -> None:
    switch_on(silent_sandbox, {"service": "graph", "when": SEND, **CUT_BEFORE})

    with pytest.raises(httpx.ReadError):
        silent_sandbox.graph(text("Hello"))

    assert silent_sandbox.chat() == []


def test_a_connection_that_is_cut_after_the_effect_loses_only_the_reply(
    silent_sandbox: RunningSandbox,
) -> None:
    switch_on(silent_sandbox, {"service": "graph", "when": SEND, **CUT_AFTER})

    with pytest.raises(httpx.ReadError):
        silent_sandbox.graph(text("Hello"))

    assert [message["text"] for message in silent_sandbox.chat()] == ["Hello"]


@pytest.mark.parametrize("cut", ["before", "after"])
def test_the_next_request_is_answered(silent_sandbox: RunningSandbox, cut: str) -> None:
    switch_on(silent_sandbox, {"service": "graph", "when": SEND, "cut": cut, "times": 1})
    with pytest.raises(httpx.ReadError):
        silent_sandbox.graph(text("Hello"))

    assert silent_sandbox.graph(text("Hello again")).status_code == 200


def test_an_upload_can_be_cut_too(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {"service": "graph", "when": "POST /*/media", **CUT_AFTER})

    with pytest.raises(httpx.ReadError):
        silent_sandbox.http.post(
            f"/sandbox/graph/v26.0/{NUMBER.id}/media",
            data={"messaging_product": "whatsapp"},
            files={"file": ("a.png", b"x" * 3_000_000, "image/png")},
            headers=BEARER,
        )


def test_a_cut_wins_over_a_status(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {"service": "graph", "status": 503, "body": {"a": 1}, **CUT_BEFORE})

    with pytest.raises(httpx.ReadError):
        silent_sandbox.graph(text("Hello"))


def test_a_cut_connection_is_noted_as_a_request_without_a_status(
    silent_sandbox: RunningSandbox,
) -> None:
    switch_on(silent_sandbox, {"service": "graph", **CUT_AFTER})
    with pytest.raises(httpx.ReadError):
        silent_sandbox.graph(text("Hello"))

    (noted,) = silent_sandbox.http.get("/sandbox/requests?service=graph").json()

    assert (noted["status"], noted["body"]["to"]) == (0, f"+{ANA}")


def test_httplib2_sees_a_reset(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {"service": "google", **CUT_BEFORE})

    with pytest.raises(ConnectionResetError):
        calendar_over_httplib2(silent_sandbox)


def test_httplib2_sends_again_after_an_orderly_close_and_once_only(
    silent_sandbox: RunningSandbox,
) -> None:
    closed = {"service": "google", "cut": "before", "ending": "close"}
    switch_on(silent_sandbox, {**closed, "times": 1})

    assert calendar_over_httplib2(silent_sandbox) == 200
    switch_on(silent_sandbox, {**closed, "times": 2})
    with pytest.raises(RemoteDisconnected):
        calendar_over_httplib2(silent_sandbox)

    assert left(silent_sandbox) == [0]


def calendar_over_httplib2(sandbox: RunningSandbox) -> int:
    with closing(httplib2.Http(timeout=10)) as http:
        path = f"/sandbox/google/calendar/v3/calendars/{LUIS}"
        answer, _ = http.request(sandbox.url + path, headers=BEARER)
    return int(answer.status)


def test_httpx_sees_an_orderly_close(silent_sandbox: RunningSandbox) -> None:
    switch_on(silent_sandbox, {"service": "graph", "ending": "close", **CUT_AFTER})

    with pytest.raises(httpx.RemoteProtocolError):
        silent_sandbox.graph(text("Hello"))

    assert [message["text"] for message in silent_sandbox.chat()] == ["Hello"]


def test_openai_sees_a_broken_connection(silent_sandbox: RunningSandbox) -> None:
    script(silent_sandbox, ("*", "hello"))
    switch_on(silent_sandbox, {"service": "xai", "when": "POST /chat/completions", **CUT_AFTER})

    with pytest.raises(openai.APIConnectionError) as broken:
        ask(silent_sandbox)

    assert not isinstance(broken.value, openai.APITimeoutError)
    assert ask(silent_sandbox) == "grok-4.3: hello"
