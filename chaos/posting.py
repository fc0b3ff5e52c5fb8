"""Webhooks as Meta posts them, handed to the service's own route without a network between."""

import json
from datetime import datetime
from typing import cast

from litestar.types import HTTPRequestEvent, HTTPScope, Message, Receive

from chaos.races.wishes import NOW
from domain.reply import Choice
from entrypoints.webhook import Webhook
from tests.service.webhooks import body, change, message, signature, text

OK = 200

Posted = dict[str, object]


async def accepted(webhook: Webhook, posted: bytes) -> bool:
    """Whether it was answered 200; else Meta would send it again."""
    told: list[Message] = []
    request: HTTPRequestEvent = {"type": "http.request", "body": posted, "more_body": False}

    async def receive() -> HTTPRequestEvent:
        return request

    async def send(message: Message) -> None:
        told.append(message)

    headers = [(b"x-hub-signature-256", signature(posted).encode())]
    scope = cast(  # the route looks at nothing else
        "HTTPScope", {"type": "http", "method": "POST", "headers": headers}
    )
    await webhook(scope, cast("Receive", receive), send)
    return any(one.get("status") == OK for one in told)


def written(message_id: str, wa_id: str, words: str, *, at: datetime = NOW) -> bytes:
    """A customer's text, sent at that instant."""
    return body([change(_dated(text(message_id, wa_id, words), at))])


def progressed(message_id: str, wa_id: str, *, status: str, callback: str) -> bytes:
    """How far a message of the shop's is."""
    told: Posted = {
        "id": message_id,
        "status": status,
        "timestamp": "1795446300",
        "recipient_id": wa_id,
        "biz_opaque_callback_data": callback,
    }
    return json.dumps(json.loads(body([change(statuses=[told])]))).encode()


def tapped(message_id: str, wa_id: str, choice: Choice, *, at: datetime = NOW) -> bytes:
    """A customer's tap on a button or a row, at that instant."""
    shown = {"type": "button_reply", "button_reply": {"id": choice.id, "title": choice.title}}
    tap = message(message_id, wa_id, "interactive", interactive=shown)
    return body([change(_dated(tap, at))])


def _dated(told: Posted, at: datetime) -> Posted:
    return {**told, "timestamp": str(int(at.timestamp()))}
