"""What a customer does with the phone: everything that is sent to the shop starts here."""

from datetime import datetime

import msgspec
from redis.asyncio import Redis

from infrastructure.sandbox.chat_message import ChatMessage
from infrastructure.sandbox.chats import Chats
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.incoming import content_of, tap_message, text_message
from infrastructure.sandbox.loose_json import JsonObject
from infrastructure.sandbox.media import Media
from infrastructure.sandbox.phones import Phone, Phones, new_phone
from infrastructure.sandbox.problem import Problem
from infrastructure.sandbox.settings import SandboxNumber, SandboxSettings
from infrastructure.sandbox.wamid import new_wamid
from infrastructure.sandbox.webhook import contact, digits_of, envelope, wire_bytes
from infrastructure.sandbox.webhook_delivery import WebhookDelivery
from infrastructure.sandbox.webhook_queue import WebhookQueue, pending


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """What to send: exactly one of a text, a tap, or a raw message object.

    `more` are texts that follow the first at once: WhatsApp brings them in the same webhook.
    Without `phone_number_id` it goes to the shop's first number.
    """

    text: str | None = None
    more: tuple[str, ...] = ()
    tap: str | None = None
    message: JsonObject | None = None
    name: str | None = None
    bsuid: str | None = None
    without_phone: bool | None = None
    phone_number_id: str | None = None


class Customer:
    """Sends as any customer: into the chat and into the webhook queue in one transaction."""

    def __init__(  # noqa: PLR0913 - what a phone is connected to
        self,
        *,
        settings: SandboxSettings,
        redis: Redis,
        clock: SandboxClock,
        phones: Phones,
        chats: Chats,
        media: Media,
        queue: WebhookQueue,
        delivery: WebhookDelivery,
    ) -> None:
        self._settings = settings
        self._redis = redis
        self._clock = clock
        self._phones = phones
        self._chats = chats
        self._media = media
        self._queue = queue
        self._delivery = delivery

    async def send(self, wa_id: str, said: Utterance) -> str:
        """Send and return the last message's id. Raises `Problem` 400 for what is none."""
        number = self._number(said)
        bodies = [await self._body(wa_id, said, number), *map(text_message, said.more)]
        phone = _introduced(await self._phones.find(wa_id) or new_phone(wa_id), said)
        now = self._clock.now()
        pipe = self._redis.pipeline(transaction=True)
        self._phones.keep(pipe, phone)
        self._phones.open_window(pipe, wa_id, number.id, now.timestamp())
        messages: list[JsonObject] = []
        for body in bodies:
            message_id = new_wamid(wa_id, "in")
            stamp = str(int(now.timestamp()))
            messages.append({**_sender(phone), "id": message_id, "timestamp": stamp, **body})
            self._media.expect(pipe, body)
            self._chats.add(pipe, wa_id, self._shown(message_id, body, now))
        self._queue.put(pipe, wa_id, pending(self._envelope(number, phone, messages)))
        await pipe.execute()
        self._delivery.ring()
        return message_id

    def _shown(self, message_id: str, body: JsonObject, now: datetime) -> ChatMessage:
        return ChatMessage(
            id=message_id,
            direction="in",
            at=now.astimezone(self._clock.zone),
            **msgspec.structs.asdict(content_of(body)),
        )

    def _number(self, said: Utterance) -> SandboxNumber:
        if said.phone_number_id is None:
            return self._settings.phone_numbers[0]
        number = self._settings.number(said.phone_number_id)
        if number is None:
            raise Problem(400, "`phone_number_id` is none of the shop's numbers.")
        return number

    async def _body(self, wa_id: str, said: Utterance, number: SandboxNumber) -> JsonObject:
        match said:
            case Utterance(text=str() as text, tap=None, message=None):
                return text_message(text)
            case Utterance(text=None, tap=str() as tapped, message=None):
                shown = await self._chats.shown(wa_id, tapped)
                return tap_message(tapped, shown, shop_number=digits_of(number.display))
            case Utterance(text=None, tap=None, message=dict() as message):
                return _checked(message)
            case _:
                raise Problem(400, "Give exactly one of `text`, `tap` and `message`.")

    def _envelope(self, number: SandboxNumber, phone: Phone, messages: list[JsonObject]) -> bytes:
        value: JsonObject = {"contacts": [contact(phone)], "messages": messages}
        if messages[0]["type"] == "system":
            del value["contacts"]
        return wire_bytes(envelope(self._settings.waba_id, number, value))


def _checked(message: JsonObject) -> JsonObject:
    if not isinstance(message.get("type"), str):
        raise Problem(400, "`message` needs its `type`, a text.")
    return {k: v for k, v in message.items() if k not in ("id", "from", "timestamp")}


def _introduced(phone: Phone, said: Utterance) -> Phone:
    told = {"name": said.name, "bsuid": said.bsuid, "without_phone": said.without_phone}
    return msgspec.structs.replace(phone, **{k: v for k, v in told.items() if v is not None})


def _sender(phone: Phone) -> JsonObject:
    number: JsonObject = {} if phone.without_phone else {"from": phone.wa_id}
    return {**number, "from_user_id": phone.bsuid}
