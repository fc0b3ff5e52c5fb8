"""Playing with the customers' phones over HTTP."""

import datetime as dt

import msgspec
from litestar import Request, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath

from infrastructure.sandbox.chat_message import ChatMessage
from infrastructure.sandbox.chats import Chats
from infrastructure.sandbox.customer import Customer, Utterance
from infrastructure.sandbox.phones import Phones
from infrastructure.sandbox.problem import Problem, decoded


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """The id of the message that was sent."""

    id: str


class PhoneLine(msgspec.Struct, frozen=True, kw_only=True):
    """A phone among all phones; `last_at` is shop time."""

    wa_id: str
    name: str
    messages: int
    last_at: dt.datetime | None


class PhoneFace(msgspec.Struct, frozen=True, kw_only=True):
    """What stands at the top of the customer's screen."""

    wa_id: str
    name: str
    typing: bool


@post("/phones/{wa_id:str}/messages")
async def send(
    request: Request[object, object, State],
    wa_id: FromPath[str],
    customer: NamedDependency[Customer],
) -> Sent:
    """Send as that customer; the webhook is on its way when this answers."""
    said = decoded(await request.body(), Utterance)
    return Sent(id=await customer.send(_digits(wa_id), said))


@get("/phones/{wa_id:str}/messages")
async def chat(wa_id: FromPath[str], chats: NamedDependency[Chats]) -> list[ChatMessage]:
    """Show the chat, oldest message first; empty on a phone that was not used yet."""
    return await chats.read(_digits(wa_id))


@get("/phones")
async def all_phones(
    phones: NamedDependency[Phones], chats: NamedDependency[Chats]
) -> list[PhoneLine]:
    """List the phones in the order in which they first appeared."""
    return [await _line(wa_id, phones, chats) for wa_id in await phones.known()]


@get("/phones/{wa_id:str}")
async def one_phone(wa_id: FromPath[str], phones: NamedDependency[Phones]) -> PhoneFace:
    """Show whose phone it is and whether the shop is typing."""
    phone = await phones.find(_digits(wa_id))
    if phone is None:
        raise Problem(404, "Nothing was ever sent from or to this phone.")
    return PhoneFace(wa_id=wa_id, name=phone.name, typing=await phones.is_shown_typing(phone.wa_id))


async def _line(wa_id: str, phones: Phones, chats: Chats) -> PhoneLine:
    phone = await phones.find(wa_id)
    last = await chats.last(wa_id)
    return PhoneLine(
        wa_id=wa_id,
        name=phone.name if phone else "",
        messages=await chats.length(wa_id),
        last_at=last.at if last else None,
    )


def _digits(wa_id: str) -> str:
    if not (wa_id.isascii() and wa_id.isdecimal()):
        raise Problem(404, "A phone is named by its WhatsApp id, digits only.")
    return wa_id
