"""`POST /{phone_number_id}/messages`: sending, read receipts and the typing indicator."""

import msgspec
from redis.asyncio import Redis

from infrastructure.sandbox.chat_message import ChatMessage
from infrastructure.sandbox.chats import Chats
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.exchange import Answer, Call
from infrastructure.sandbox.graph_error import (
    GraphError,
    bad_shape,
    bad_value,
    missing,
    pair_limited,
    undeliverable,
    window_closed,
)
from infrastructure.sandbox.graph_statuses import failed_value, status_value, ticks_of
from infrastructure.sandbox.outgoing import Outgoing
from infrastructure.sandbox.outgoing_content import content_of
from infrastructure.sandbox.outgoing_limits import check_message
from infrastructure.sandbox.pair_limit import PairLimit
from infrastructure.sandbox.phones import Phone, Phones, new_phone
from infrastructure.sandbox.settings import SandboxNumber, SandboxSettings
from infrastructure.sandbox.template_content import check_values, unknown_language
from infrastructure.sandbox.templates import Templates, TemplateText
from infrastructure.sandbox.wamid import new_wamid
from infrastructure.sandbox.webhook import digits_of, envelope, wire_bytes
from infrastructure.sandbox.webhook_delivery import WebhookDelivery
from infrastructure.sandbox.webhook_queue import PendingWebhook, WebhookQueue, pending

WINDOW = 24 * 3600.0  # seconds of shop time


class GraphSend:
    """Takes the shop's messages to the phones; the HTTP answer goes before the webhooks."""

    def __init__(  # noqa: PLR0913 - what sending touches
        self,
        *,
        settings: SandboxSettings,
        redis: Redis,
        clock: SandboxClock,
        phones: Phones,
        chats: Chats,
        templates: Templates,
        queue: WebhookQueue,
        delivery: WebhookDelivery,
    ) -> None:
        self._settings = settings
        self._redis = redis
        self._clock = clock
        self._phones = phones
        self._chats = chats
        self._templates = templates
        self._queue = queue
        self._delivery = delivery
        self._pairs = PairLimit(redis)

    async def __call__(self, number: SandboxNumber, call: Call) -> Answer:
        """Answer the call. Raises `GraphError`."""
        message = _decoded(call.body)
        if message.messaging_product != "whatsapp":
            raise missing("The parameter messaging_product is required and must be 'whatsapp'.")
        if message.status is not None:
            return await self._receipt(message)
        check_message(message)
        phone = await self._recipient(number, message)
        if self._settings.pair_limit and not await self._pairs.take(number.id, phone.wa_id):
            raise pair_limited()
        text = await self._template_text(message)
        message_id = await self._send(number, phone, message, text)
        return Answer.json(_accepted(message_id, phone, message))

    async def _receipt(self, message: Outgoing) -> Answer:
        wa_id = await self._chats.owner(message.message_id)
        if message.status != "read":
            raise bad_value("Param status must be one of {read}.")
        if wa_id is None:
            raise bad_shape(f"Message {message.message_id!r} is not in any chat of this number.")
        await self._chats.mark_read(wa_id, message.message_id)
        if message.typing_indicator is not None:
            await self._phones.show_typing(wa_id)
        return Answer.json({"success": True})

    async def _recipient(self, number: SandboxNumber, message: Outgoing) -> Phone:
        if message.to is None:
            return await self._by_bsuid(message)
        wa_id = digits_of(f"{message.to}")
        if not 7 <= len(wa_id) <= 15:  # noqa: PLR2004 - the lengths of E.164
            raise bad_value("Param to is not a valid WhatsApp phone number.")
        if wa_id == digits_of(number.display):
            raise GraphError(
                131021,
                "Recipient cannot be sender",
                "Recipient phone number is the same as the sender phone number.",
            )
        return await self._phones.find(wa_id) or new_phone(wa_id)

    async def _by_bsuid(self, message: Outgoing) -> Phone:
        if not message.recipient:
            raise missing("The parameter to is required.")
        phone = await self._phones.find_by_bsuid(message.recipient)
        if phone is None:
            raise undeliverable()
        return phone

    async def _failure(
        self, number: SandboxNumber, phone: Phone, message: Outgoing
    ) -> GraphError | None:
        if message.reaction and await self._chats.owner(message.reaction.message_id) is None:
            return bad_value("The message that is reacted to does not exist.")
        last = await self._phones.last_wrote(phone.wa_id, number.id)
        is_open = last is not None and self._clock.now().timestamp() - last < WINDOW
        return None if is_open or message.type == "template" else window_closed()

    async def _template_text(self, message: Outgoing) -> TemplateText | None:
        if message.type != "template" or message.template is None:
            return None
        text, is_known = await self._templates.of(message.template)
        if text is not None:
            check_values(message.template, text)
        elif is_known:
            raise unknown_language(message.template)
        return text

    async def _send(
        self, number: SandboxNumber, phone: Phone, message: Outgoing, text: TemplateText | None
    ) -> str:
        message_id = new_wamid(phone.wa_id, "out")
        failure = await self._failure(number, phone, message)
        shown = ChatMessage(
            id=message_id,
            direction="out",
            status="failed" if failure else "sent",
            at=self._clock.now().astimezone(self._clock.zone),
            **msgspec.structs.asdict(content_of(message, text)),
        )
        pipe = self._redis.pipeline(transaction=True)
        self._phones.keep(pipe, phone)
        self._phones.stop_typing(pipe, phone.wa_id)
        self._chats.add(pipe, phone.wa_id, shown)
        for webhook in self._webhooks(message_id, number, phone, message, failure):
            self._queue.put(pipe, phone.wa_id, webhook)
        await pipe.execute()
        self._delivery.ring()
        return message_id

    def _webhooks(
        self,
        message_id: str,
        number: SandboxNumber,
        phone: Phone,
        message: Outgoing,
        failure: GraphError | None,
    ) -> list[PendingWebhook]:
        timestamp = int(self._clock.now().timestamp())
        delay = self._settings.status_delay
        if failure is not None:
            value = failed_value(message_id, phone, message, reason=failure, timestamp=timestamp)
            body = wire_bytes(envelope(self._settings.waba_id, number, value))
            return [pending(body, delay=delay)]
        webhooks = []
        for step, status in enumerate(ticks_of(message), start=1):
            value = status_value(message_id, phone, message, status=status, timestamp=timestamp)
            body = wire_bytes(envelope(self._settings.waba_id, number, value))
            webhook = pending(body, delay=delay * step)
            webhooks.append(msgspec.structs.replace(webhook, message_id=message_id, status=status))
        return webhooks


def _decoded(body: bytes) -> Outgoing:
    try:
        return msgspec.json.decode(body, type=Outgoing, strict=False)
    except msgspec.ValidationError as wrong:
        raise bad_shape(f"{wrong}") from wrong
    except msgspec.DecodeError as wrong:
        raise bad_shape("The request body is not valid JSON.") from wrong


def _accepted(message_id: str, phone: Phone, message: Outgoing) -> dict[str, object]:
    if message.to is None:
        who = {"input": message.recipient, "user_id": phone.bsuid}
    else:
        who = {"input": f"{message.to}", "wa_id": phone.wa_id}
    sent = {"id": message_id}
    if message.type == "template":
        sent["message_status"] = "accepted"
    return {"messaging_product": "whatsapp", "contacts": [who], "messages": [sent]}
