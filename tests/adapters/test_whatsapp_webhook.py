import hashlib
import hmac
import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversation import Kind, MessageReceived
from domain.customer import Address
from infrastructure.whatsapp.webhook import MalformedWebhook, parse, signature_is_valid
from tests.adapters.whatsapp_samples import (
    ANA,
    ANA_USER,
    CONTACT,
    NOW,
    NUMBER,
    SENT,
    STAMP,
    body,
    change,
    incoming,
    message,
    status,
    statuses,
    text,
    value,
    webhook,
)

SECRET = b"test-app-secret"
SIGNED = b'{"a":"ma\\u00f1ana \\ud83d\\udc88"}'
SIGNATURE = "sha256=41be99b308eab0ed2b3bdf5d28e4e098bda8b0dc1364707ae5dd6e0d8685f1a1"


def test_the_bytes_as_received_are_what_is_signed() -> None:
    assert signature_is_valid(SECRET, SIGNED, SIGNATURE)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "sha256=",
        SIGNATURE.removeprefix("sha256="),
        SIGNATURE.replace("sha256", "sha1"),
        SIGNATURE[:-1],
        f"{SIGNATURE}0",
        "sha256=ñ",
    ],
)
def test_any_other_signature_is_refused(header: str | None) -> None:
    assert not signature_is_valid(SECRET, SIGNED, header)


def test_a_body_that_was_written_anew_is_refused() -> None:
    again = json.dumps(json.loads(SIGNED), ensure_ascii=False).encode()

    assert not signature_is_valid(SECRET, again, SIGNATURE)


def test_a_missing_secret_signs_nothing() -> None:
    forged = hmac.new(b"", SIGNED, hashlib.sha256).hexdigest()

    assert not signature_is_valid(b"", SIGNED, f"sha256={forged}")


def test_a_text_comes_with_its_sender_its_number_and_its_time() -> None:
    (one,) = incoming(text("Quiero un corte 💈"))

    assert one.phone_number_id == NUMBER
    assert one.address == Address(wa_id=ANA, bsuid=ANA_USER, username="@anatorres")
    assert one.name == "Ana Torres"
    assert one.message == MessageReceived(
        message_id="wamid.IN1", kind="text", sent_at=SENT, text="Quiero un corte 💈"
    )


@pytest.mark.parametrize(
    ("sample", "tap", "title"),
    [
        (
            message(
                "interactive",
                interactive={
                    "type": "button_reply",
                    "button_reply": {"id": "c-1", "title": "Confirmar"},
                },
                context={"from": "15550100200", "id": "wamid.OUT3"},
            ),
            "c-1",
            "Confirmar",
        ),
        (
            message(
                "interactive",
                interactive={
                    "type": "list_reply",
                    "list_reply": {"id": "c-2", "title": "17:00", "description": "con Luis"},
                },
            ),
            "c-2",
            "17:00",
        ),
        (
            message("button", button={"payload": "cancel:bk_01", "text": "Cancelar cita"}),
            "cancel:bk_01",
            "Cancelar cita",
        ),
        (message("button", button={"text": "Cancelar cita"}), "Cancelar cita", "Cancelar cita"),
    ],
)
def test_buttons_rows_and_quick_replies_are_taps(
    sample: dict[str, object], tap: str, title: str
) -> None:
    (one,) = incoming(sample)

    assert one.message == MessageReceived(
        message_id="wamid.IN1", kind="tap", sent_at=SENT, text=title, tap=tap
    )


MEDIA = {"mime_type": "image/jpeg", "sha256": "3NfwPzX0=", "id": "700000000000001"}


@pytest.mark.parametrize(
    ("sample", "kind", "words"),
    [
        (message("image", image={**MEDIA, "caption": "así lo quiero"}), "image", "así lo quiero"),
        (message("image", image=MEDIA), "image", ""),
        (message("audio", audio={**MEDIA, "voice": True}), "audio", ""),
        (message("video", video={**MEDIA, "caption": "mi corte"}), "video", "mi corte"),
        (
            message("document", document={**MEDIA, "filename": "pago.pdf", "caption": "pago"}),
            "document",
            "pago",
        ),
        (message("sticker", sticker={**MEDIA, "animated": False}), "sticker", ""),
        (message("location", location={"latitude": 40.74, "longitude": -73.98}), "location", ""),
        (message("contacts", contacts=[{"phones": [{"phone": "+1"}]}]), "contacts", ""),
        (message("reaction", reaction={"message_id": "wamid.O", "emoji": "👍"}), "reaction", ""),
        (message("reaction", reaction={"message_id": "wamid.O"}), "reaction", ""),
        (message("order", order={"catalog_id": "9", "product_items": []}), "order", ""),
        (
            message("system", system={"type": "user_changed_number", "wa_id": "15550100199"}),
            "system",
            "",
        ),
        (message("unsupported", errors=[{"code": 131051}]), "unsupported", ""),
        (message("unknown", errors=[{"code": 131051}]), "unsupported", ""),
        (message("request_welcome"), "welcome", ""),
        (
            message(
                "edit",
                edit={
                    "original_message_id": "wamid.IN0",
                    "message": {"type": "text", "text": {"body": "Corte y barba"}},
                },
            ),
            "edit",
            "Corte y barba",
        ),
        (message("revoke", revoke={"original_message_id": "wamid.IN0"}), "revoke", ""),
        (
            message(
                "interactive",
                interactive={
                    "type": "nfm_reply",
                    "nfm_reply": {"name": "flow", "body": "Sent", "response_json": "{}"},
                },
            ),
            "unrecognised",
            "",
        ),
        (message("interactive", errors=[{"code": 131000}]), "unrecognised", ""),
        (
            message("interactive", interactive={"type": "button_reply", "button_reply": {}}),
            "unrecognised",
            "",
        ),
        (message("button", button={}), "unrecognised", ""),
        (message("hologram", hologram={"id": "1"}), "unrecognised", ""),
        (message("text"), "unrecognised", ""),
        (message("text", text={"body": 5}), "unrecognised", ""),
        ({"from": ANA, "id": "wamid.IN1", "timestamp": STAMP}, "unrecognised", ""),
    ],
)
def test_every_other_message_keeps_its_kind_its_words_and_all_of_its_json(
    sample: dict[str, object], kind: Kind, words: str
) -> None:
    (one,) = incoming(sample)

    assert (one.message.kind, one.message.text, one.message.tap) == (kind, words, None)
    assert json.loads(one.message.raw or "") == sample


@pytest.mark.parametrize(
    "more",
    [
        {"context": {"from": "15550100200", "id": "wamid.OUT1"}},
        {"context": {"forwarded": True}},
        {"referral": {"source_type": "ad", "source_id": "120000000000009"}},
    ],
)
def test_a_text_that_quotes_or_comes_from_an_ad_keeps_its_json(more: dict[str, object]) -> None:
    (one,) = incoming(text("este", **more))

    assert (one.message.kind, one.message.text) == ("text", "este")
    assert json.loads(one.message.raw or "") == text("este", **more)


def test_a_person_without_a_phone_is_known_by_the_user_id() -> None:
    contact = {"profile": {"name": "Sam", "username": "@sam.cut"}, "user_id": "US.777"}
    sample = {"from_user_id": "US.777", "id": "wamid.IN26", "timestamp": STAMP, "type": "text"}

    (one,) = incoming(sample, contacts=[contact])

    assert one.address == Address(bsuid="US.777", username="@sam.cut")
    assert one.name == "Sam"


def test_a_user_id_in_the_place_of_the_phone_is_taken_for_what_it_is() -> None:
    (one,) = incoming({**text("hi"), "from": "US.777", "from_user_id": None}, contacts=[])

    assert one.address == Address(bsuid="US.777")


def test_a_phone_that_only_the_contact_names_is_taken_from_there() -> None:
    (one,) = incoming({**text("hi"), "from": None})

    assert one.address.wa_id == ANA


@pytest.mark.parametrize(
    "contacts", [None, [], [{}], [{"wa_id": ANA}], [{"wa_id": ANA, "profile": {}}], ["?"], "?"]
)
def test_a_profile_may_be_missing(contacts: object) -> None:
    (one,) = incoming(text("hola"), contacts=contacts)

    assert one.name is None
    assert one.address == Address(wa_id=ANA, bsuid=ANA_USER)


def test_contacts_are_matched_by_their_ids_whatever_their_order() -> None:
    leo = {"profile": {"name": "Leo"}, "wa_id": "15550100122", "user_id": "US.2"}
    from_leo = {"from": "15550100122", "id": "wamid.B2", "timestamp": STAMP, "type": "text"}

    ana, other = incoming(text("sí"), from_leo, contacts=[leo, CONTACT])

    assert (ana.name, other.name) == ("Ana Torres", "Leo")
    assert other.address == Address(wa_id="15550100122", bsuid="US.2")


def test_a_change_of_number_comes_from_the_person_as_known_before() -> None:
    system = {
        "type": "user_changed_user_id",
        "user_id": "US.90000000000000000002",
        "previous_user_id": ANA_USER,
    }
    sample = {"id": "wamid.IN21", "timestamp": STAMP, "type": "system", "system": system}

    (one,) = incoming(sample, contacts=None)

    assert one.address == Address(bsuid=ANA_USER)
    assert one.message.kind == "system"


def test_a_change_of_number_tells_the_new_address() -> None:
    system = {"type": "user_changed_number", "wa_id": "15550100199", "user_id": "US.2"}

    (one,) = incoming(message("system", system=system))

    assert one.moved_to == Address(wa_id="15550100199", bsuid="US.2")


@pytest.mark.parametrize("missing", [{"from": None, "from_user_id": None}, {"id": None}])
def test_a_message_of_nobody_is_handed_over_as_it_came(missing: dict[str, object]) -> None:
    sample = {**text("hola"), **missing}

    brought = webhook(change(messages=[sample]))

    assert brought.messages == ()
    assert [json.loads(raw) for raw in brought.unidentified] == [sample]


def test_a_message_to_no_number_is_handed_over_as_it_came() -> None:
    brought = webhook({"field": "messages", "value": {"messages": [text("hola")]}})

    assert [json.loads(raw) for raw in brought.unidentified] == [text("hola")]


def test_messages_of_one_post_come_oldest_first_from_all_entries_and_changes() -> None:
    late = {**text("después"), "id": "wamid.B1", "timestamp": str(int(STAMP) + 2)}
    early = {**text("antes"), "id": "wamid.B2"}
    middle = {**text("otra sede"), "id": "wamid.B3", "timestamp": str(int(STAMP) + 1)}
    other_shop = value(messages=[middle], metadata={"phone_number_id": "105000000000003"})
    entries = [
        {"changes": [change(messages=[late, early]), change(statuses=[status("read")])]},
        {"changes": [{"value": other_shop, "field": "messages"}]},
    ]

    brought = parse(json.dumps({"entry": entries}).encode(), received_at=NOW)

    assert [one.message.text for one in brought.messages] == ["antes", "otra sede", "después"]
    assert [one.phone_number_id for one in brought.messages] == [
        NUMBER,
        "105000000000003",
        NUMBER,
    ]
    assert len(brought.statuses) == 1


@pytest.mark.parametrize(
    "timestamp",
    [None, "", "soon", "-1", "1e9", "0", "99999999999999999999", "٣", [], 1.5, "1795600000000"],
)
def test_an_incredible_time_is_replaced_by_the_time_of_receipt(timestamp: object) -> None:
    (one,) = incoming({**text("hola"), "timestamp": timestamp})

    assert one.message.sent_at == NOW


def test_a_time_from_long_ago_is_kept_so_that_lateness_shows() -> None:
    (one,) = incoming({**text("hola"), "timestamp": "1609459200"})

    assert one.message.sent_at == datetime(2021, 1, 1, tzinfo=UTC)


def test_a_time_may_come_as_a_number() -> None:
    (one,) = incoming({**text("hola"), "timestamp": int(STAMP)})

    assert one.message.sent_at == SENT


@pytest.mark.parametrize(
    ("told", "progress"),
    [
        ("sent", "sent"),
        ("delivered", "delivered"),
        ("read", "read"),
        ("played", "read"),
        ("failed", "failed"),
    ],
)
def test_a_status_tells_how_far_the_message_with_its_callback_is(told: str, progress: str) -> None:
    (one,) = statuses(status(told))

    assert (one.phone_number_id, one.callback) == (NUMBER, "reply-1")
    assert (one.progress.reply_id, one.progress.status) == ("reply-1", progress)
    assert one.address == Address(wa_id=ANA)
    assert one.progress.code is None


def test_a_failed_status_tells_the_code() -> None:
    (one,) = statuses(status("failed", errors=[{"code": 131047, "title": "Re-engagement"}]))

    assert one.progress.code == 131047


def test_a_status_may_name_the_person_by_the_user_id_alone() -> None:
    (one,) = statuses({**status("sent", recipient_user_id=ANA_USER), "recipient_id": None})

    assert one.address == Address(bsuid=ANA_USER)


@pytest.mark.parametrize(
    "told",
    [
        {**status("sent"), "biz_opaque_callback_data": None},
        {**status("sent"), "recipient_id": None},
        status("teleported"),
        "?",
    ],
)
def test_a_status_of_nothing_of_ours_is_handed_over_as_it_came(told: object) -> None:
    brought = webhook(change(statuses=[told]))

    assert brought.statuses == ()
    assert [json.loads(raw) for raw in brought.others] == [told]


def test_errors_that_belong_to_no_message_are_kept() -> None:
    alone, beside = (
        change(errors=[{"code": 130429}]),
        change(errors=[{"code": 131052}], messages=[text("hola")]),
    )

    brought = webhook(alone, beside)

    assert len(brought.messages) == 1
    kept = brought.unidentified
    assert [b'"code":130429' in kept[0], b'"code":131052' in kept[1]] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"field": "user_preferences", "value": {"user_preferences": [{"value": "stop"}]}},
        {"field": "smb_message_echoes", "value": {"messages": [{"id": "1"}]}},
        {"field": "messages", "value": value()},
        {"field": "messages"},
        "?",
        None,
    ],
)
def test_changes_of_another_kind_are_handed_over_as_they_came(other: object) -> None:
    brought = webhook(other)

    assert [json.loads(raw) for raw in brought.others] == [other]


def test_a_broken_emoji_and_absurd_numbers_do_not_cost_the_other_messages() -> None:
    broken = body(change(messages=[text("a"), text("b")])).replace(b'"a"', b'"\\ud83d a"')
    broken = broken.replace(b'"field"', b'"n": [' + b"9" * 5000 + b', NaN, 1e999], "field"')

    brought = parse(broken, received_at=NOW)

    assert [one.message.text for one in brought.messages] == ["? a", "b"]


def test_bytes_that_are_no_text_do_not_cost_the_other_messages() -> None:
    broken = body(change(messages=[text("a"), text("b")])).replace(b'"a"', b'"\xff"')

    brought = parse(broken, received_at=NOW)

    assert [one.message.text for one in brought.messages] == ["\ufffd", "b"]


@pytest.mark.parametrize(
    "malformed",
    [
        b"",
        b"null",
        b"[]",
        b'"entry"',
        b"{}",
        b'{"entry": {}}',
        b'{"entry": [',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"entry": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
)
def test_what_is_no_envelope_is_malformed(malformed: bytes) -> None:
    with pytest.raises(MalformedWebhook):
        parse(malformed, received_at=NOW)


NAMES = st.sampled_from(
    [
        "from",
        "from_user_id",
        "id",
        "timestamp",
        "type",
        "text",
        "body",
        "interactive",
        "button",
        "button_reply",
        "list_reply",
        "payload",
        "title",
        "image",
        "caption",
        "system",
        "edit",
        "message",
        "wa_id",
        "user_id",
        "profile",
        "name",
        "username",
        "metadata",
        "status",
        "phone_number_id",
        "recipient_id",
        "biz_opaque_callback_data",
        "errors",
        "code",
        "messages",
        "statuses",
        "contacts",
        "value",
        "field",
        "previous_user_id",
    ]
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["text", "interactive", "button", "messages", "sent", ANA, ANA_USER])
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=25,
)
OBJECTS = st.dictionaries(NAMES, JSON, max_size=8)
CHANGES = st.builds(
    lambda messages, statuses, contacts: change(
        messages=messages, statuses=statuses, contacts=contacts
    ),
    st.lists(OBJECTS, max_size=3) | JSON,
    st.lists(OBJECTS, max_size=3) | JSON,
    st.lists(OBJECTS, max_size=2) | JSON,
)


@given(st.lists(CHANGES | JSON, max_size=3))
def test_whatever_stands_in_the_envelope_nothing_but_a_webhook_comes_of_it(
    changes: list[object],
) -> None:
    brought = webhook(*changes)

    assert all(one.message.sent_at.tzinfo is UTC for one in brought.messages)


@given(st.lists(OBJECTS, max_size=4))
def test_no_message_is_lost(messages: list[dict[str, object]]) -> None:
    brought = webhook(change(messages=[*messages, text("hola")]))

    assert len(brought.messages) + len(brought.unidentified) == len(messages) + 1


@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_other_bytes_bring_nothing_and_raise_nothing_but_that_they_are_malformed(
    anything: bytes,
) -> None:
    with suppress(MalformedWebhook):
        assert parse(anything, received_at=NOW).messages == ()
