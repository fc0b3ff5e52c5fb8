import base64

from infrastructure.sandbox.webhook import signature, wire_bytes
from tests.sandbox.running import (
    ANA,
    NUMBER,
    RunningSandbox,
    buttons,
    eventually,
    rows,
    template,
    text,
)


def test_what_a_customer_sends_arrives_at_the_shop_as_the_cloud_api_carries_it(
    sandbox: RunningSandbox,
) -> None:
    message_id = sandbox.say("¿Mañana a las 5? 💈", name="Ana Torres")

    (value,) = eventually(lambda: sandbox.receiver.values)
    metadata = {"display_phone_number": "15550100200", "phone_number_id": NUMBER.id}
    assert value.items() >= {"metadata": metadata}.items()
    (contact,) = value["contacts"]
    assert contact["profile"] == {"name": "Ana Torres"}
    assert contact["wa_id"] == ANA
    (message,) = value["messages"]
    assert message == {
        "from": ANA,
        "from_user_id": contact["user_id"],
        "id": message_id,
        "timestamp": message["timestamp"],
        "type": "text",
        "text": {"body": "¿Mañana a las 5? 💈"},
    }


def test_webhooks_are_signed_over_ascii_bytes_with_escaped_slashes(
    sandbox: RunningSandbox,
) -> None:
    sandbox.say("mañana 1/12")

    (body,) = eventually(lambda: sandbox.receiver.bodies)
    assert b"ma\\u00f1ana 1\\/12" in body
    assert body.isascii()
    assert sandbox.receiver.wrongly_signed == 0


def test_the_signature_is_the_one_of_the_wire_facts() -> None:
    body = wire_bytes({"a": "mañana 💈"})

    signed = signature("test-app-secret", body)

    assert body == rb'{"a":"ma\u00f1ana \ud83d\udc88"}'
    assert signed == "sha256=41be99b308eab0ed2b3bdf5d28e4e098bda8b0dc1364707ae5dd6e0d8685f1a1"


def test_message_ids_look_like_those_of_whatsapp(silent_sandbox: RunningSandbox) -> None:
    message_id = silent_sandbox.say("hi")

    assert 60 <= len(message_id) <= 100
    assert ANA.encode() in base64.b64decode(message_id.removeprefix("wamid."))


def test_a_phone_can_hide_its_number(sandbox: RunningSandbox) -> None:
    sandbox.say("hi", bsuid="US.777", without_phone=True)

    (value,) = eventually(lambda: sandbox.receiver.values)
    assert value["contacts"] == [{"user_id": "US.777"}]
    assert value["messages"][0]["from_user_id"] == "US.777"
    assert "from" not in value["messages"][0]


def test_the_same_number_has_the_same_user_id_again(sandbox: RunningSandbox) -> None:
    sandbox.say("one")
    sandbox.say("two")

    first, second = eventually(lambda: sandbox.receiver.at_least(2, "messages"))
    assert first["from_user_id"] == second["from_user_id"]


def test_a_tapped_button_is_answered_with_its_label_and_its_message(
    sandbox: RunningSandbox,
) -> None:
    sandbox.say("hi")
    shown = sandbox.graph(buttons(("yes", "Confirm"), ("no", "Cancel"))).json()["messages"][0]["id"]

    sandbox.post_as(ANA, {"tap": "no"})

    _, message = eventually(lambda: sandbox.receiver.at_least(2, "messages"))
    assert message["context"] == {"from": "15550100200", "id": shown}
    assert message["interactive"] == {
        "type": "button_reply",
        "button_reply": {"id": "no", "title": "Cancel"},
    }


def test_a_tapped_row_is_answered_with_its_description(sandbox: RunningSandbox) -> None:
    sandbox.say("hi")
    sandbox.graph(rows(("slot:1", "17:00", "with Luis"), ("slot:2", "17:30", "")))

    sandbox.post_as(ANA, {"tap": "slot:1"})
    sandbox.post_as(ANA, {"tap": "slot:2"})

    _, first, second = eventually(lambda: sandbox.receiver.at_least(3, "messages"))
    assert first["interactive"] == {
        "type": "list_reply",
        "list_reply": {"id": "slot:1", "title": "17:00", "description": "with Luis"},
    }
    assert second["interactive"] == {
        "type": "list_reply",
        "list_reply": {"id": "slot:2", "title": "17:30"},
    }


def test_a_tapped_quick_reply_of_a_template_is_a_button(sandbox: RunningSandbox) -> None:
    shown = sandbox.graph(template("confirm:1")).json()["messages"][0]["id"]

    sandbox.post_as(ANA, {"tap": "confirm:1"})

    (message,) = eventually(lambda: sandbox.receiver.of_kind("messages"))
    assert message["type"] == "button"
    assert message["button"] == {"payload": "confirm:1", "text": "confirm:1"}
    assert message["context"] == {"from": "15550100200", "id": shown}


def test_a_tap_on_what_was_never_shown_is_delivered_all_the_same(sandbox: RunningSandbox) -> None:
    sandbox.post_as(ANA, {"tap": "made:up"})

    (message,) = eventually(lambda: sandbox.receiver.of_kind("messages"))
    assert message["interactive"] == {
        "type": "button_reply",
        "button_reply": {"id": "made:up", "title": "made:up"},
    }


def test_any_message_object_can_be_sent(sandbox: RunningSandbox) -> None:
    audio = {"mime_type": "audio/ogg; codecs=opus", "id": "700000000000002", "voice": True}
    sandbox.post_as(ANA, {"message": {"type": "audio", "audio": audio}})

    (message,) = eventually(lambda: sandbox.receiver.of_kind("messages"))
    assert message["type"] == "audio"
    assert message["audio"] == audio
    assert message["from"] == ANA


def test_the_chat_shows_both_sides_oldest_first(silent_sandbox: RunningSandbox) -> None:
    asked = silent_sandbox.say("hi")
    shown = silent_sandbox.graph(buttons(("yes", "Confirm"))).json()["messages"][0]["id"]
    silent_sandbox.post_as(ANA, {"tap": "yes"})

    first, second, third = silent_sandbox.chat()

    assert (first["id"], first["direction"], first["text"]) == (asked, "in", "hi")
    assert first["buttons"] == []
    assert first["rows"] == []
    assert (second["id"], second["direction"], second["type"]) == (shown, "out", "interactive")
    assert second["buttons"] == [{"id": "yes", "title": "Confirm"}]
    assert (third["text"], third["tapped"]) == ("Confirm", "yes")


def test_lists_are_shown_with_their_rows_and_their_button(silent_sandbox: RunningSandbox) -> None:
    silent_sandbox.say("hi")
    silent_sandbox.graph(rows(("slot:1", "17:00", "with Luis")))

    shown = silent_sandbox.chat()[1]

    assert shown["rows"] == [{"id": "slot:1", "title": "17:00", "description": "with Luis"}]
    assert shown["list_button"] == "Times"


def test_a_phone_that_was_never_used_has_an_empty_chat(silent_sandbox: RunningSandbox) -> None:
    chat = silent_sandbox.chat("15550100999")

    assert chat == []


def test_phones_are_listed_with_their_names_and_counts(silent_sandbox: RunningSandbox) -> None:
    silent_sandbox.say("hi", name="Ana")
    silent_sandbox.say("hola", wa_id="15550100122", name="Leo")
    silent_sandbox.graph(text("Hello"))

    ana, leo = silent_sandbox.http.get("/sandbox/phones").json()

    assert (ana["wa_id"], ana["name"], ana["messages"]) == (ANA, "Ana", 2)
    assert (leo["wa_id"], leo["name"], leo["messages"]) == ("15550100122", "Leo", 1)
    assert ana["last_at"] == silent_sandbox.chat()[-1]["at"]


def test_a_send_without_a_single_content_is_refused_as_a_problem(
    silent_sandbox: RunningSandbox,
) -> None:
    answer = silent_sandbox.http.post(
        f"/sandbox/phones/{ANA}/messages", json={"text": "hi", "tap": "yes"}
    )

    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json() == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "Give exactly one of `text`, `tap` and `message`.",
    }


def test_an_unknown_phone_is_not_found(silent_sandbox: RunningSandbox) -> None:
    answer = silent_sandbox.http.get("/sandbox/phones/15550100999")

    assert answer.status_code == 404
    assert answer.json()["title"] == "Not Found"


def test_the_receipt_turns_the_customers_messages_blue(silent_sandbox: RunningSandbox) -> None:
    silent_sandbox.say("one")
    second = silent_sandbox.say("two")
    silent_sandbox.say("three")

    receipt = {"messaging_product": "whatsapp", "status": "read", "message_id": second}
    answer = silent_sandbox.graph(receipt)

    assert answer.json() == {"success": True}
    assert [message["status"] for message in silent_sandbox.chat()] == ["read", "read", "sent"]


def test_the_shop_is_shown_typing_until_it_replies(silent_sandbox: RunningSandbox) -> None:
    message_id = silent_sandbox.say("hi", name="Ana")
    receipt = {
        "messaging_product": "whatsapp",
        "status": "read",
        "message_id": message_id,
        "typing_indicator": {"type": "text"},
    }

    silent_sandbox.graph(receipt)
    typing = silent_sandbox.http.get(f"/sandbox/phones/{ANA}").json()
    silent_sandbox.graph(text("Hello"))
    replied = silent_sandbox.http.get(f"/sandbox/phones/{ANA}").json()

    assert typing == {"wa_id": ANA, "name": "Ana", "typing": True}
    assert replied["typing"] is False
