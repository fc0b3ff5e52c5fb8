import pytest

from tests.sandbox.running import (
    ANA,
    BEARER,
    NUMBER,
    RunningSandbox,
    buttons,
    eventually,
    interactive,
    rows,
    template,
    text,
)


def test_a_send_answers_with_the_recipient_and_the_message(silent_sandbox: RunningSandbox) -> None:
    silent_sandbox.say("hi")

    answer = silent_sandbox.graph(text("Hello"))

    assert answer.status_code == 200
    assert answer.headers["facebook-api-version"] == "v26.0"
    document = answer.json()
    assert document["messaging_product"] == "whatsapp"
    assert document["contacts"] == [{"input": f"+{ANA}", "wa_id": ANA}]
    assert [message["id"] for message in document["messages"]] == [silent_sandbox.chat()[1]["id"]]


@pytest.mark.parametrize("version", ["v18.0/", "v99.1/", ""])
def test_every_version_is_served_and_none_too(silent_sandbox: RunningSandbox, version: str) -> None:
    answer = silent_sandbox.http.post(
        f"/sandbox/graph/{version}{NUMBER.id}/messages", json=template(), headers=BEARER
    )

    assert answer.status_code == 200
    assert answer.json()["messages"][0]["message_status"] == "accepted"


def test_an_arriving_message_is_sent_then_delivered_then_read(sandbox: RunningSandbox) -> None:
    sandbox.say("hi", name="Ana")
    sent = sandbox.graph(text("Hello", biz_opaque_callback_data="effect:7"))

    statuses = eventually(lambda: sandbox.receiver.at_least(3, "statuses"))
    assert [status["status"] for status in statuses] == ["sent", "delivered", "read"]
    assert {status["id"] for status in statuses} == {sent.json()["messages"][0]["id"]}
    assert {status["biz_opaque_callback_data"] for status in statuses} == {"effect:7"}
    assert {status["recipient_id"] for status in statuses} == {ANA}
    assert statuses[0]["pricing"] == {
        "billable": True,
        "pricing_model": "PMP",
        "category": "service",
        "type": "regular",
    }
    assert "conversation" not in statuses[0]
    assert sandbox.chat()[1]["status"] == "read"


def test_a_reply_after_the_window_is_accepted_and_fails_later(sandbox: RunningSandbox) -> None:
    sandbox.say("hi")
    sandbox.http.put("/sandbox/clock", json={"shift_seconds": 24 * 3600 + 1})

    answer = sandbox.graph(text("Hello"))

    assert answer.status_code == 200
    (status,) = eventually(lambda: sandbox.receiver.of_kind("statuses"))
    assert status["status"] == "failed"
    assert status["errors"][0]["code"] == 131047  # type: ignore[index]
    assert "contacts" not in sandbox.receiver.values[-1]
    assert sandbox.chat()[-1]["status"] == "failed"


def test_a_template_reaches_a_customer_who_never_wrote(sandbox: RunningSandbox) -> None:
    answer = sandbox.graph(template("confirm:1", "cancel:1"))

    assert answer.status_code == 200
    (shown,) = sandbox.chat()
    assert shown["type"] == "template"
    assert [button["id"] for button in shown["buttons"]] == ["confirm:1", "cancel:1"]  # type: ignore[attr-defined]
    statuses = eventually(lambda: sandbox.receiver.at_least(3, "statuses"))
    assert statuses[0]["pricing"]["category"] == "utility"  # type: ignore[index]


def test_the_window_opens_again_when_the_clock_goes_back(silent_sandbox: RunningSandbox) -> None:
    silent_sandbox.say("hi")
    silent_sandbox.http.put("/sandbox/clock", json={"shift_seconds": 48 * 3600})
    silent_sandbox.http.put("/sandbox/clock", json={"shift_seconds": -47 * 3600})

    silent_sandbox.graph(text("Hello"))

    assert silent_sandbox.chat()[-1]["status"] != "failed"


def test_a_customer_is_reached_by_the_user_id_alone(sandbox: RunningSandbox) -> None:
    sandbox.say("hi", bsuid="US.777", without_phone=True)
    body = {**text("Hello"), "recipient": "US.777"}
    del body["to"]

    answer = sandbox.graph(body)

    assert answer.json()["contacts"] == [{"input": "US.777", "user_id": "US.777"}]
    assert sandbox.chat()[-1]["text"] == "Hello"
    status = eventually(lambda: sandbox.receiver.of_kind("statuses"))[0]
    assert status["recipient_user_id"] == "US.777"
    assert "recipient_id" not in status


def test_a_reaction_is_only_sent(sandbox: RunningSandbox) -> None:
    asked = sandbox.say("hi")
    reaction = {"message_id": asked, "emoji": "👍"}
    sandbox.graph(
        {"messaging_product": "whatsapp", "to": ANA, "type": "reaction", "reaction": reaction}
    )
    sandbox.say("bye")

    eventually(lambda: sandbox.receiver.at_least(2, "messages"))
    assert [status["status"] for status in sandbox.receiver.of_kind("statuses")] == ["sent"]
    assert sandbox.chat()[1]["reaction"] == reaction


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer wrong"}])
def test_calls_need_the_token(silent_sandbox: RunningSandbox, headers: dict[str, str]) -> None:
    answer = silent_sandbox.http.post(
        f"/sandbox/graph/v26.0/{NUMBER.id}/messages", json=text("Hello"), headers=headers
    )

    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == 190
    assert answer.json()["error"]["type"] == "OAuthException"


def test_an_unknown_number_is_an_unsupported_request(silent_sandbox: RunningSandbox) -> None:
    answer = silent_sandbox.graph(text("Hello"), number="999")

    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == 100
    assert answer.json()["error"]["error_subcode"] == 33


TOO_LONG = "x" * 4097


@pytest.mark.parametrize(
    ("body", "code", "named"),
    [
        ({"to": ANA}, 131008, "messaging_product"),
        ({"messaging_product": "whatsapp", "text": {"body": "hi"}}, 131008, "to"),
        ({**text("hi"), "text": {"body": 7}}, 100, "$.text.body"),
        (text(""), 131008, "text['body']"),
        (text(TOO_LONG), 131009, "text['body']"),
        (text("hi", to="12"), 131009, "to"),
        (text("hi", to="15550100200"), 131021, "same as the sender"),
        (text("hi", biz_opaque_callback_data="x" * 513), 131009, "biz_opaque"),
        ({**text("hi"), "type": "poll"}, 131051, "poll"),
        ({**text("hi"), "type": "image"}, 131008, "image"),
        (buttons(), 131009, "buttons count"),
        (buttons(*((f"{n}", f"{n}") for n in range(4))), 131009, "buttons count"),
        (buttons(("a", "x" * 21)), 131009, "title"),
        (buttons(("a" * 257, "x")), 131009, "id"),
        (buttons(("a", "x"), ("a", "y")), 131009, "Duplicated reply id"),
        (buttons(("a", "x"), ("b", "x")), 131009, "Duplicated reply title"),
        (rows(*((f"{n}", f"{n}", "") for n in range(11))), 131009, "row count"),
        (rows(("a", "x" * 25, "")), 131009, "title"),
        (rows(("a", "x", "y" * 73)), 131009, "description"),
        (rows(("a", "x", ""), ("a", "y", "")), 131009, "Duplicated row id"),
        (interactive({"type": "button", "body": {"text": "hi"}}), 131008, "action"),
        ({**template(), "template": {"name": "Bad Name"}}, 131009, "name"),
        ({**template(), "template": {"name": "a"}}, 131008, "language"),
        ({**template(), "template": {"name": "a", "language": {"code": "x"}}}, 132001, "x"),
    ],
)
def test_what_the_cloud_api_would_refuse_is_refused(
    silent_sandbox: RunningSandbox, body: dict[str, object], code: int, named: str
) -> None:
    silent_sandbox.say("hi")

    answer = silent_sandbox.graph(body)

    error = answer.json()["error"]
    assert error["code"] == code
    assert named in error["error_data"]["details"]
    assert len(silent_sandbox.chat()) == 1


def test_links_and_places_are_shown(silent_sandbox: RunningSandbox) -> None:
    silent_sandbox.say("hi")
    link = {"display_text": "See map", "url": "https://example.com/map"}
    action = {"name": "cta_url", "parameters": link}
    silent_sandbox.graph(
        interactive({"type": "cta_url", "body": {"text": "Here"}, "action": action})
    )
    place = {"latitude": 40.7, "longitude": "-73.9", "name": "Shop"}
    silent_sandbox.graph(
        {"messaging_product": "whatsapp", "to": ANA, "type": "location", "location": place}
    )

    _, linked, located = silent_sandbox.chat()

    assert linked["text"] == "Here"
    assert located["location"] == {**place, "address": ""}


def test_a_number_tells_about_itself(silent_sandbox: RunningSandbox) -> None:
    answer = silent_sandbox.http.get(
        f"/sandbox/graph/v26.0/{NUMBER.id}",
        params={"fields": "display_phone_number,quality_rating"},
        headers=BEARER,
    )

    assert answer.json() == {
        "display_phone_number": "+15550100200",
        "quality_rating": "GREEN",
        "id": NUMBER.id,
    }


def test_media_that_a_customer_sent_can_be_downloaded(silent_sandbox: RunningSandbox) -> None:
    audio = {"mime_type": "audio/ogg; codecs=opus", "id": "700000000000002"}
    silent_sandbox.post_as(ANA, {"message": {"type": "audio", "audio": audio}})

    about = silent_sandbox.http.get("/sandbox/graph/v26.0/700000000000002", headers=BEARER).json()
    file = silent_sandbox.http.get(about["url"], headers=BEARER)
    without_token = silent_sandbox.http.get(about["url"])

    assert about["mime_type"] == audio["mime_type"]
    assert file.content.startswith(b"OggS")
    assert len(file.content) == about["file_size"]
    assert file.headers["content-type"] == audio["mime_type"]
    assert without_token.status_code == 401


def test_media_can_be_uploaded_and_deleted(silent_sandbox: RunningSandbox) -> None:
    content = bytes(range(256)) * 4 + b"\r\n--x\r\n\n\r"
    uploaded = silent_sandbox.http.post(
        f"/sandbox/graph/v26.0/{NUMBER.id}/media",
        data={"messaging_product": "whatsapp", "type": "image/png"},
        files={"file": ("a.png", content, "image/png")},
        headers=BEARER,
    )
    media_id = uploaded.json()["id"]

    about = silent_sandbox.http.get(f"/sandbox/graph/v26.0/{media_id}", headers=BEARER).json()
    file = silent_sandbox.http.get(about["url"], headers=BEARER)
    deleted = silent_sandbox.http.delete(f"/sandbox/graph/v26.0/{media_id}", headers=BEARER)
    again = silent_sandbox.http.get(f"/sandbox/graph/v26.0/{media_id}", headers=BEARER)

    assert file.content == content
    assert deleted.json() == {"success": True}
    assert again.json()["error"]["error_subcode"] == 33
