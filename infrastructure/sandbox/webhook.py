"""Webhooks as Meta sends them: the envelope, the bytes, and the signature over exactly these."""

import hashlib
import hmac
import json

from infrastructure.sandbox.loose_json import JsonObject
from infrastructure.sandbox.phones import Phone
from infrastructure.sandbox.settings import SandboxNumber


def envelope(waba_id: str, number: SandboxNumber, value: JsonObject) -> JsonObject:
    """Wrap one change of the field `messages`."""
    metadata = {
        "display_phone_number": digits_of(number.display),
        "phone_number_id": number.id,
    }
    change = {"messaging_product": "whatsapp", "metadata": metadata, **value}
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": waba_id, "changes": [{"value": change, "field": "messages"}]}],
    }


def contact(phone: Phone) -> JsonObject:
    """Name the customer; without a shared number by the BSUID alone."""
    named: JsonObject = {"profile": {"name": phone.name}} if phone.name else {}
    number: JsonObject = {} if phone.without_phone else {"wa_id": phone.wa_id}
    return {**named, **number, "user_id": phone.bsuid}


def wire_bytes(document: JsonObject) -> bytes:
    r"""Encode as Meta does: ASCII escapes, and each slash as `\/`."""
    return json.dumps(document, separators=(",", ":")).replace("/", "\\/").encode("ascii")


def signature(app_secret: str, body: bytes) -> str:
    """Return the value of `X-Hub-Signature-256` for these bytes."""
    return "sha256=" + hmac.new(app_secret.encode(), body, hashlib.sha256).hexdigest()


def digits_of(number: str) -> str:
    """Return the digits of a number however it is grouped."""
    return "".join(sign for sign in number if sign.isdecimal())
