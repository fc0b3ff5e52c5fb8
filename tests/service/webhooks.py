"""Webhooks as Meta posts them: envelopes, messages of every type, and the signature."""

import hashlib
import hmac
import json

DEMO, MADRID = "105000000000002", "105000000000003"
SENT = "1795446300"  # 2026-11-23, 10:05 in New York
SECRET = b"sandbox"


def signature(body: bytes, secret: bytes = SECRET) -> str:
    return f"sha256={hmac.new(secret, body, hashlib.sha256).hexdigest()}"


def message(message_id: str, wa_id: str, kind: str, **content: object) -> dict[str, object]:
    return {"from": wa_id, "id": message_id, "timestamp": SENT, "type": kind, **content}


def text(message_id: str, wa_id: str, words: str) -> dict[str, object]:
    return message(message_id, wa_id, "text", text={"body": words})


def change(*messages: dict[str, object], number: str = DEMO, **more: object) -> dict[str, object]:
    metadata = {"display_phone_number": "15550100200", "phone_number_id": number}
    value = {"messaging_product": "whatsapp", "metadata": metadata, **more}
    return {"field": "messages", "value": {**value, "messages": list(messages)}}


def body(*entries: list[dict[str, object]]) -> bytes:
    """A webhook with one entry for each list of changes."""
    found = [{"id": f"10400000000000{n}", "changes": one} for n, one in enumerate(entries)]
    return json.dumps({"object": "whatsapp_business_account", "entry": found}).encode()


def media(kind: str, **more: object) -> dict[str, object]:
    return {kind: {"mime_type": "application/octet-stream", "id": "700000000000001", **more}}


# One of each type that the Cloud API documents or is seen to send, and three that are broken.
EVERY_TYPE: dict[str, dict[str, object]] = {
    "text": {"text": {"body": "hola"}},
    "interactive": {"interactive": {"type": "list_reply", "list_reply": {"id": "x", "title": "X"}}},
    "button": {"button": {"payload": "cancel:bk_01", "text": "Cancelar cita"}},
    "image": media("image", caption="así lo quiero"),
    "audio": media("audio", voice=True),
    "video": media("video"),
    "document": media("document", filename="pago.pdf"),
    "sticker": media("sticker", animated=False),
    "location": {"location": {"latitude": 40.7411, "longitude": -73.9897}},
    "contacts": {"contacts": [{"name": {"formatted_name": "Leo Paz"}}]},
    "reaction": {"reaction": {"message_id": "wamid.OUT3", "emoji": "👍"}},
    "order": {"order": {"catalog_id": "9", "text": "", "product_items": []}},
    "system": {
        "system": {"body": "changed", "wa_id": "15550100199", "type": "user_changed_number"}
    },
    "unsupported": {"unsupported": {"type": "poll_creation"}, "errors": [{"code": 131051}]},
    "request_welcome": {},
    "edit": {"edit": {"original_message_id": "wamid.1", "message": {"type": "text"}}},
    "revoke": {"revoke": {"original_message_id": "wamid.1"}},
    "hologram": {"hologram": {"depth": 3}},
    "": {},
}
