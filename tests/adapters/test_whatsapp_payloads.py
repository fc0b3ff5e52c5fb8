import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.ports import SendRefused, Template
from domain.customer import Address
from domain.reply import Ask, Choice, Location, Reply
from infrastructure.sandbox.outgoing import Outgoing
from infrastructure.sandbox.outgoing_limits import check_message
from infrastructure.whatsapp.payloads import message_payload, seen_payload

ANA = Address(wa_id="15550100111", bsuid="US.1")
BOOK = Ask(topic="book")


def choice(name: str, title: str, description: str = "") -> Choice:
    return Choice(id=name, title=title, description=description, meaning=BOOK)


def sent(content: Reply | Template, to: Address = ANA) -> dict[str, object]:
    return message_payload(content, to=to, callback="reply-1")


HEAD = {
    "messaging_product": "whatsapp",
    "recipient_type": "individual",
    "to": "+15550100111",
    "biz_opaque_callback_data": "reply-1",
}


def test_a_text() -> None:
    assert sent(Reply(body="¡Listo!")) == {
        **HEAD,
        "type": "text",
        "text": {"preview_url": False, "body": "¡Listo!"},
    }


def test_a_person_without_a_phone_is_reached_by_the_user_id() -> None:
    payload = sent(Reply(body="hi"), Address(bsuid="US.1"))

    assert payload["recipient"] == "US.1"
    assert "to" not in payload


def test_a_message_without_a_callback_has_none() -> None:
    payload = message_payload(Reply(body="hi"), to=ANA, callback="")

    assert "biz_opaque_callback_data" not in payload


def test_buttons() -> None:
    reply = Reply(body="¿Confirmas?", buttons=(choice("c-1", "Confirmar"), choice("c-2", "No")))

    assert sent(reply) == {
        **HEAD,
        "type": "interactive",
        "interactive": {
            "type": "button",
            "body": {"text": "¿Confirmas?"},
            "action": {
                "buttons": [
                    {"type": "reply", "reply": {"id": "c-1", "title": "Confirmar"}},
                    {"type": "reply", "reply": {"id": "c-2", "title": "No"}},
                ]
            },
        },
    }


def test_a_list() -> None:
    rows = (choice("t-1", "17:00", "con Luis"), choice("t-2", "17:30"))
    reply = Reply(body="Elige una hora", rows=rows, list_button="Ver horarios")

    assert sent(reply) == {
        **HEAD,
        "type": "interactive",
        "interactive": {
            "type": "list",
            "body": {"text": "Elige una hora"},
            "action": {
                "button": "Ver horarios",
                "sections": [
                    {
                        "rows": [
                            {"id": "t-1", "title": "17:00", "description": "con Luis"},
                            {"id": "t-2", "title": "17:30"},
                        ]
                    }
                ],
            },
        },
    }


def test_a_pin_on_the_map() -> None:
    pin = Location(latitude=40.7411, longitude=-73.9897, name="Barbería Norte", address="")

    assert sent(Reply(body="Aquí", location=pin)) == {
        **HEAD,
        "type": "location",
        "location": {"latitude": 40.7411, "longitude": -73.9897, "name": "Barbería Norte"},
    }


def test_a_template_has_its_values_on_one_line() -> None:
    template = Template(name="reminder", language="es_MX", values=("Ana\nTorres", "17:00", ""))

    assert sent(template) == {
        **HEAD,
        "type": "template",
        "template": {
            "name": "reminder",
            "language": {"code": "es_MX"},
            "components": [
                {
                    "type": "body",
                    "parameters": [
                        {"type": "text", "text": "Ana Torres"},
                        {"type": "text", "text": "17:00"},
                        {"type": "text", "text": "…"},
                    ],
                }
            ],
        },
    }


def test_a_template_without_values_has_no_components() -> None:
    template = {"name": "reminder", "language": {"code": "en"}}

    assert sent(Template(name="reminder", language="en"))["template"] == template


def test_a_read_receipt_may_show_typing() -> None:
    receipt = {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.IN1"}

    assert seen_payload("wamid.IN1", typing=False) == receipt
    assert seen_payload("wamid.IN1", typing=True) == {
        **receipt,
        "typing_indicator": {"type": "text"},
    }


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body="?", buttons=(choice("i" * 257, "Sí"),)),
        Reply(body="?", rows=(choice("i" * 201, "Sí"),), list_button="Ver"),
        Reply(body="?", buttons=(choice("", "Sí"),)),
        Reply(body="?", buttons=(choice(" i", "Sí"),)),
        Reply(body="?", buttons=(choice("i", "Sí"), choice("i", "No"))),
        Reply(body="?", rows=(choice("i", "Sí"), choice("i", "No")), list_button="Ver"),
    ],
)
def test_an_id_that_could_not_come_back_is_a_bug(reply: Reply) -> None:
    with pytest.raises(SendRefused) as refused:
        sent(reply)

    assert (refused.value.code, refused.value.remedy) == (131009, "bug")


def test_a_callback_that_could_not_come_back_is_a_bug() -> None:
    with pytest.raises(SendRefused) as refused:
        message_payload(Reply(body="hi"), to=ANA, callback="c" * 513)

    assert refused.value.remedy == "bug"


TEXTS = st.text(max_size=40) | st.text(alphabet="añ 💈\n\u200d", min_size=1000, max_size=5000)
IDS = st.text(alphabet="abc-:", min_size=1, max_size=200)
CHOICES = st.builds(choice, IDS, TEXTS, TEXTS)
UNLIKE = st.lists(CHOICES, max_size=3, unique_by=lambda one: one.id).map(tuple)
ROWS = st.lists(CHOICES, min_size=1, max_size=10, unique_by=lambda one: one.id).map(tuple)
REPLIES = st.builds(Reply, body=TEXTS, buttons=UNLIKE) | st.builds(
    Reply, body=TEXTS, rows=ROWS, list_button=st.text(min_size=1, max_size=60)
)
TEMPLATES = st.builds(
    Template, name=st.just("reminder"), language=st.just("es_MX"), values=st.tuples(TEXTS, TEXTS)
)


@given(REPLIES | TEMPLATES)
def test_meta_refuses_no_message_for_its_length_or_form(content: Reply | Template) -> None:
    payload = msgspec.json.encode(sent(content))

    check_message(msgspec.json.decode(payload, type=Outgoing))
    assert b'"type":"list"' not in payload or len(_body(payload)) <= 1024


def _body(payload: bytes) -> str:
    text: str = msgspec.json.decode(payload)["interactive"]["body"]["text"]
    return text
