"""`/api/webhook` over HTTP, as Meta calls it."""

import logging
import socket

import httpx
import pytest

from domain.conversation import MessageReceived, ReplyComposed
from tests.sandbox.running import eventually
from tests.service.parts import Rack, RunningService
from tests.service.process import Service
from tests.service.webhooks import (
    DEMO,
    EVERY_TYPE,
    MADRID,
    body,
    change,
    message,
    signature,
    text,
)

RIGHT = {"hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": "sandbox"}
LIMIT = 3 * 1024 * 1024
EMPTY = body([])


def test_the_handshake_gives_the_challenge_back_as_plain_text(service: Service) -> None:
    answer = service.http.get("/api/webhook", params=RIGHT)

    assert (answer.status_code, answer.text) == (200, "1158201444")
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    "asked",
    [
        {**RIGHT, "hub.verify_token": "guessed"},
        {**RIGHT, "hub.verify_token": ""},
        {**RIGHT, "hub.mode": "unsubscribe"},
        {**RIGHT, "hub.challenge": ""},
        {"hub.mode": "subscribe"},
        {"hub.verify_token": "sändbox", "hub.mode": "subscribe", "hub.challenge": "1"},
        {},
    ],
)
def test_any_other_handshake_is_refused(service: Service, asked: dict[str, str]) -> None:
    answer = service.http.get("/api/webhook", params=asked)

    assert answer.status_code == 403
    assert "1158201444" not in answer.text


@pytest.mark.parametrize(
    "signed",
    [signature(EMPTY, b"another secret"), "sha256=", "sha1=00", signature(EMPTY)[:-1], "ñ"],
)
def test_a_wrong_signature_is_refused(service: Service, signed: str) -> None:
    headers = {b"x-hub-signature-256": signed.encode()}

    answer = service.http.post("/api/webhook", content=EMPTY, headers=headers)

    assert answer.status_code == 403


def test_a_missing_signature_is_refused(service: Service) -> None:
    assert service.http.post("/api/webhook", content=EMPTY).status_code == 403


def test_the_signature_comes_before_everything_else(service: Service) -> None:
    assert service.post(b"{not json", signed=signature(EMPTY)).status_code == 403


@pytest.mark.parametrize(
    "malformed", [b"{", b"", b"[]", b'"x"', b'{"entry": 3}', b"\xff\xfe", b"{}"]
)
def test_what_is_signed_but_malformed_is_refused(service: Service, malformed: bytes) -> None:
    assert service.post(malformed).status_code == 400


def test_a_body_of_three_megabytes_is_taken(service: Service) -> None:
    padded = EMPTY + b" " * (LIMIT - len(EMPTY))

    assert service.post(padded).status_code == 200


def test_a_larger_body_is_refused_before_it_is_sent(service: Service) -> None:
    head = f"POST /api/webhook HTTP/1.1\r\nhost: shop\r\ncontent-length: {LIMIT + 1}\r\n\r\n"

    assert _status_of(service.port, head.encode()) == b"HTTP/1.1 413"


def test_a_larger_body_in_chunks_is_refused(service: Service) -> None:
    head = b"POST /api/webhook HTTP/1.1\r\nhost: shop\r\ntransfer-encoding: chunked\r\n\r\n"
    chunk = b"100000\r\n" + b" " * 0x100000 + b"\r\n"

    assert _status_of(service.port, head + chunk * 3 + b"1\r\n \r\n") == b"HTTP/1.1 413"


def _status_of(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request)
        return connection.recv(12)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
def test_only_get_and_post_are_known(service: Service, method: str) -> None:
    answer = service.http.request(method, "/api/webhook")

    assert answer.status_code == 405


def test_a_message_that_comes_twice_is_answered_once(service: Service) -> None:
    phone = "15550107001"
    service.say(phone, text="hello")
    service.answers(phone, 1)
    posted = body([change(text("wamid.TWICE", phone, "What time do you open?"))])

    answers = [service.post(posted).status_code for _ in range(3)]

    service.answers(phone, 2)
    service.say(phone, text="thanks")
    assert answers == [200, 200, 200]
    assert [one.partition("\n")[0] for one in service.answers(phone, 3)[1:]] == [
        "Opening hours:",
        "You're welcome!",
    ]


def test_one_body_may_bring_messages_of_several_people_to_several_shops(service: Service) -> None:
    ana, leo, eva = "15550107011", "15550107012", "34600107013"
    posted = body(
        [
            change(text("wamid.B1", ana, "prices?"), text("wamid.B2", leo, "prices?")),
            change(text("wamid.B3", ana, "where are you?")),
        ],
        [change(text("wamid.B4", eva, "¿qué precios tienen?"), number=MADRID)],
    )

    answer = service.post(posted)

    ids = {"wamid.B1", "wamid.B2", "wamid.B3", "wamid.B4"}
    service.until(lambda: ids <= {one.message_id for one in service.recorded(MessageReceived)})
    answered = service.until(lambda: _answered(service, {ana, leo, eva}))
    assert answer.status_code == 200
    assert "25" in answered[leo]
    assert "Barbería Lavapiés" in answered[eva]


def _answered(service: Service, whom: set[str]) -> dict[str, str]:
    found = {
        one.address.wa_id: one.reply.body
        for one in service.recorded(ReplyComposed)
        if one.address.wa_id in whom
    }
    return {str(key): value for key, value in found.items()} if len(found) == len(whom) else {}


def test_a_number_that_is_not_ours_is_ignored(service: Service) -> None:
    posted = body([change(text("wamid.STRAY", "15550107021", "hello"), number="105999")])

    answer = service.post(posted)

    service.say("15550107022", text="hello")
    service.answers("15550107022", 1)
    assert answer.status_code == 200
    assert "wamid.STRAY" not in {one.message_id for one in service.recorded(MessageReceived)}


@pytest.mark.parametrize(
    "value",
    [
        {"errors": [{"code": 130429, "title": "Rate limit hit"}]},
        {"statuses": [{"id": "wamid.OUT9", "status": "read", "timestamp": "1795500090"}]},
        {"statuses": [{"status": "played"}]},
        {"user_preferences": [{"wa_id": "15550100111", "value": "stop"}]},
        {"messages": [{"type": "text"}]},
        {"messages": "none"},
    ],
)
def test_whatever_else_is_in_a_webhook_is_taken(service: Service, value: dict[str, object]) -> None:
    metadata = {"phone_number_id": DEMO}
    posted = body([{"field": "messages", "value": {"metadata": metadata, **value}}])

    assert service.post(posted).status_code == 200


def test_every_type_of_message_is_recorded(service: Service) -> None:
    phone = "15550107031"
    sent = [
        message(f"wamid.T{n}", phone, kind, **content)
        for n, (kind, content) in enumerate(EVERY_TYPE.items())
    ]

    answer = service.post(body([change(*sent)]))

    ids = {str(one["id"]) for one in sent}
    service.until(lambda: ids <= {one.message_id for one in service.recorded(MessageReceived)})
    kept = {
        one.message_id: one.raw for one in service.recorded(MessageReceived) if one.raw is not None
    }
    assert answer.status_code == 200
    assert '"depth":3' in kept["wamid.T17"]


def test_only_json_and_its_bytes_count_not_its_content_type(service: Service) -> None:
    headers = {"x-hub-signature-256": signature(EMPTY), "content-type": "text/plain"}

    assert httpx.post(f"{service.url}/api/webhook", content=EMPTY, headers=headers).is_success


def greeting(number: int) -> bytes:
    return body([change(text(f"wamid.G{number}", "15550107041", "hello"))])


def test_an_outage_is_logged_once_and_so_is_its_end(
    rack: Rack, web: RunningService, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "barbershop.webhook")
    rack.redis.kill()

    posted = [greeting(1), greeting(2), EMPTY, greeting(3)]
    during = [web.post(one).status_code for one in posted]
    rack.redis.start()
    eventually(lambda: web.post(greeting(1)).is_success)
    after = web.post(greeting(2)).status_code

    told = [one for one in caplog.records if one.name == "barbershop.webhook"]
    assert (during, after) == ([503, 503, 200, 503], 200)
    assert [(one.levelname, one.getMessage(), one.exc_info) for one in told] == [
        ("WARNING", "webhooks wait for redis: what is refused Meta sends again", None),
        ("INFO", "webhooks are stored again", None),
    ]
