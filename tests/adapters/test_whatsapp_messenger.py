import traceback
from collections.abc import AsyncIterator

import httpx
import pytest

from application.ports import InDoubt, SendRefused, Template, Unavailable
from domain.customer import Address
from domain.reply import Ask, Choice, Location, Reply
from infrastructure.whatsapp.messenger import WhatsAppMessenger, whatsapp_client
from tests.adapters.scripted_server import (
    BROKEN,
    CUT,
    EMPTY,
    HTML,
    HTML_200,
    SILENT,
    Scripted,
    ScriptedServer,
    document,
)
from tests.sandbox.running import ANA, NUMBER, RunningSandbox

TO = Address(wa_id=ANA)
TOKEN = "EAAG-secret"
MENU = (
    Choice(id="m-1", title="Reservar", meaning=Ask(topic="book")),
    Choice(id="m-2", title="Servicios y precios de la casa", meaning=Ask(topic="services")),
)
SENT = document({"messages": [{"id": "wamid.OUT1"}]})


@pytest.fixture
async def scripted(server: ScriptedServer) -> AsyncIterator[WhatsAppMessenger]:
    async with httpx.AsyncClient(base_url=server.url, timeout=0.2) as client:
        yield WhatsAppMessenger(client, access_token=TOKEN, version="v26.0")


@pytest.fixture
async def messenger(sandbox: RunningSandbox) -> AsyncIterator[WhatsAppMessenger]:
    async with whatsapp_client(f"{sandbox.url}/sandbox/graph") as client:
        yield WhatsAppMessenger(client, access_token="sandbox", version="v26.0")


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body="¡Hola!"),
        Reply(body="¿Qué quieres hacer?", buttons=MENU),
        Reply(body="¿Qué quieres hacer?", rows=MENU, list_button="Ver las opciones que hay"),
        Reply(body="", location=Location(latitude=1.5, longitude=2, name="N", address="C")),
    ],
)
async def test_every_kind_of_reply_arrives_at_the_customer_under_the_id_returned(
    sandbox: RunningSandbox, messenger: WhatsAppMessenger, reply: Reply
) -> None:
    sandbox.say("hola")

    name = await messenger.send(reply, phone_number_id=NUMBER.id, to=TO, callback="r-1")

    assert sandbox.chat()[-1]["id"] == name


async def test_a_template_is_taken_without_any_word_of_the_customer_before(
    messenger: WhatsAppMessenger,
) -> None:
    template = Template(name="reminder", language="es_MX", values=("Ana", "17:00"))

    name = await messenger.send(template, phone_number_id=NUMBER.id, to=TO, callback="r-1")

    assert name.startswith("wamid.")


async def test_a_message_is_marked_as_read_while_an_answer_is_typed(
    sandbox: RunningSandbox, messenger: WhatsAppMessenger
) -> None:
    name = sandbox.say("hola")

    await messenger.seen(name, phone_number_id=NUMBER.id, typing=True)

    assert sandbox.http.get(f"/sandbox/phones/{ANA}").json()["typing"] is True


async def test_an_unknown_number_of_the_shop_is_paused(
    messenger: WhatsAppMessenger,
) -> None:
    with pytest.raises(SendRefused) as refused:
        await messenger.send(Reply(body="hi"), phone_number_id="999", to=TO, callback="r-1")

    assert (refused.value.code, refused.value.remedy) == (100, "pause")


async def test_a_wrong_token_is_for_a_person(sandbox: RunningSandbox) -> None:
    async with whatsapp_client(f"{sandbox.url}/sandbox/graph") as client:
        stranger = WhatsAppMessenger(client, access_token="wrong", version="v26.0")

        with pytest.raises(SendRefused) as refused:
            await stranger.send(Reply(body="hi"), phone_number_id=NUMBER.id, to=TO, callback="r")

    assert (refused.value.code, refused.value.remedy) == (190, "pause")


async def test_the_request_names_version_number_and_token(
    server: ScriptedServer, scripted: WhatsAppMessenger
) -> None:
    server.will(SENT)

    name = await scripted.send(Reply(body="hi"), phone_number_id="10/5", to=TO, callback="r-1")

    (request,) = server.received
    assert name == "wamid.OUT1"
    assert (request.method, request.path) == ("POST", "/v26.0/10%2F5/messages")
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert request.json["to"] == f"+{ANA}"
    assert request.json["biz_opaque_callback_data"] == "r-1"


@pytest.mark.parametrize(
    "answer",
    [HTML, HTML_200, BROKEN, EMPTY, document({}), document({"messages": [{}]}), document([])],
)
async def test_answers_that_make_no_sense_are_an_outage(
    server: ScriptedServer, scripted: WhatsAppMessenger, answer: Scripted
) -> None:
    server.will(answer)

    with pytest.raises(Unavailable):
        await scripted.send(Reply(body="hi"), phone_number_id="1", to=TO, callback="r-1")


@pytest.mark.parametrize("answer", [CUT, SILENT])
async def test_a_message_that_may_have_been_sent_is_sent_once_and_waits_for_its_status(
    server: ScriptedServer, scripted: WhatsAppMessenger, answer: Scripted
) -> None:
    server.will(answer)

    with pytest.raises(InDoubt):
        await scripted.send(Reply(body="hi"), phone_number_id="1", to=TO, callback="r-1")

    assert len(server.received) == 1


async def test_a_message_that_went_nowhere_may_go_at_once() -> None:
    async with whatsapp_client("http://127.0.0.1:9") as client:
        messenger = WhatsAppMessenger(client, access_token=TOKEN, version="v26.0")

        with pytest.raises(Unavailable) as outage:
            await messenger.send(Reply(body="hi"), phone_number_id="1", to=TO, callback="r-1")

    assert type(outage.value) is Unavailable


@pytest.mark.parametrize(
    "answer",
    [
        CUT,
        SILENT,
        HTML,
        document({"error": {"code": 190, "message": f"token {TOKEN} of {ANA}"}}, status=401),
        document({"error": {"code": 131056, "message": ANA}}, status=400),
    ],
)
async def test_neither_secrets_nor_phone_numbers_stand_in_what_is_raised_or_logged(
    server: ScriptedServer,
    scripted: WhatsAppMessenger,
    answer: Scripted,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.will(answer)
    caplog.set_level("DEBUG")

    with pytest.raises((Unavailable, SendRefused)) as raised:
        await scripted.send(Reply(body="hi"), phone_number_id="1", to=TO, callback="r-1")

    told = "".join(traceback.format_exception(raised.value)) + caplog.text
    assert [secret in told for secret in (TOKEN, ANA)] == [False, False]


@pytest.mark.parametrize("answer", [document({"success": False}), HTML, HTML_200, EMPTY])
async def test_a_receipt_that_was_not_taken_is_an_outage(
    server: ScriptedServer, scripted: WhatsAppMessenger, answer: Scripted
) -> None:
    server.will(answer)

    with pytest.raises(Unavailable):
        await scripted.seen("wamid.IN1", phone_number_id="1", typing=True)


async def test_a_receipt_can_be_refused(
    server: ScriptedServer, scripted: WhatsAppMessenger
) -> None:
    server.will(document({"error": {"code": 131009}}, status=400))

    with pytest.raises(SendRefused) as refused:
        await scripted.seen("wamid.IN1", phone_number_id="1", typing=False)

    assert refused.value.remedy == "bug"
