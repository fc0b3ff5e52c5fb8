"""Webhooks as Meta documents them, with invented people."""

import json
from datetime import UTC, datetime

from application.inbound import IncomingMessage, IncomingStatus
from infrastructure.whatsapp.webhook import Webhook, parse

NOW = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
SENT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
STAMP = str(int(SENT.timestamp()))
NUMBER = "105000000000002"
ANA = "15550100111"
ANA_USER = "US.13491208655302741918"

CONTACT: dict[str, object] = {
    "profile": {"name": "Ana Torres", "username": "@anatorres"},
    "wa_id": ANA,
    "user_id": ANA_USER,
}


def message(kind: str, **more: object) -> dict[str, object]:
    return {
        "from": ANA,
        "from_user_id": ANA_USER,
        "id": "wamid.IN1",
        "timestamp": STAMP,
        "type": kind,
        **more,
    }


def text(body: str, **more: object) -> dict[str, object]:
    return message("text", text={"body": body}, **more)


def status(progress: str, **more: object) -> dict[str, object]:
    return {
        "id": "wamid.OUT1",
        "status": progress,
        "timestamp": STAMP,
        "recipient_id": ANA,
        "biz_opaque_callback_data": "reply-1",
        **more,
    }


def value(**more: object) -> dict[str, object]:
    metadata = {"display_phone_number": "15550100200", "phone_number_id": NUMBER}
    return {"messaging_product": "whatsapp", "metadata": metadata, **more}


def change(**more: object) -> dict[str, object]:
    return {"field": "messages", "value": value(**more)}


def body(*changes: object) -> bytes:
    entry = {"id": "104000000000001", "changes": list(changes)}
    return json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()


def webhook(*changes: object) -> Webhook:
    return parse(body(*changes), received_at=NOW)


def incoming(*messages: object, contacts: object = (CONTACT,)) -> tuple[IncomingMessage, ...]:
    return webhook(change(messages=list(messages), contacts=contacts)).messages


def statuses(*told: object) -> tuple[IncomingStatus, ...]:
    return webhook(change(statuses=list(told))).statuses
