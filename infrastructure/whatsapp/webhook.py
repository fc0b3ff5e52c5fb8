"""What Meta posts to the webhook, checked and taken apart ("Webhooks", "Messages webhook").

Nothing is lost on the way: what cannot be attributed is handed over as it came.
"""

import hashlib
import hmac
from collections.abc import Iterator
from datetime import datetime

import msgspec

from application.inbound import IncomingMessage, IncomingStatus
from infrastructure.tolerant_json import as_list, as_name, as_object, decoded, encoded
from infrastructure.whatsapp.message import incoming_message
from infrastructure.whatsapp.status import incoming_status

_PREFIX = "sha256="


class MalformedWebhook(Exception):
    """The body is not an envelope of webhook entries."""


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """The contents of one POST.

    `messages` are oldest first (Meta sends them in any order, dated to the second).
    `unidentified` are messages that lack a sender, an id or the number that they were sent to,
    and errors, which belong to no message. `others` is all else, of which nothing is kept: other
    fields, statuses of messages sent without a callback.
    """

    messages: tuple[IncomingMessage, ...] = ()
    statuses: tuple[IncomingStatus, ...] = ()
    unidentified: tuple[bytes, ...] = ()
    others: tuple[bytes, ...] = ()


def signature_is_valid(secret: bytes, body: bytes, header: str | None) -> bool:
    """Whether `X-Hub-Signature-256` signs these very bytes with the app secret.

    An empty secret signs nothing.
    """
    if not secret or header is None or not header.startswith(_PREFIX):
        return False
    expected = hmac.new(secret, body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected.encode(), header.removeprefix(_PREFIX).encode())


def parse(body: bytes, *, received_at: datetime) -> Webhook:
    """The contents of a webhook; `received_at` dates messages without a credible timestamp.

    Raises `MalformedWebhook` and nothing else.
    """
    try:
        return _webhook(decoded(body), received_at)
    except (ValueError, RecursionError) as error:
        raise MalformedWebhook from error


def _webhook(envelope: object, received_at: datetime) -> Webhook:
    if not isinstance(as_object(envelope).get("entry"), list):
        raise MalformedWebhook
    parts: list[IncomingMessage | IncomingStatus | _Unidentified | _Other] = []
    for change in _changes(as_object(envelope)):
        parts.extend(_parts(change, received_at))
    messages = (part for part in parts if isinstance(part, IncomingMessage))
    return Webhook(
        messages=tuple(sorted(messages, key=lambda one: one.message.sent_at)),
        statuses=tuple(part for part in parts if isinstance(part, IncomingStatus)),
        unidentified=tuple(part.raw for part in parts if isinstance(part, _Unidentified)),
        others=tuple(part.raw for part in parts if isinstance(part, _Other)),
    )


class _Unidentified(msgspec.Struct, frozen=True):
    raw: bytes


class _Other(msgspec.Struct, frozen=True):
    raw: bytes


def _changes(envelope: dict[str, object]) -> Iterator[object]:
    for entry in as_list(envelope["entry"]):
        changes = as_object(entry).get("changes")
        yield from changes if isinstance(changes, list) else [entry]


def _parts(
    change: object, received_at: datetime
) -> Iterator[IncomingMessage | IncomingStatus | _Unidentified | _Other]:
    value = as_object(as_object(change).get("value"))
    messages, statuses = as_list(value.get("messages")), as_list(value.get("statuses"))
    brings = messages or statuses or value.get("errors")
    if as_object(change).get("field", "messages") != "messages" or not brings:
        yield _Other(encoded(change))
        return
    number = as_name(as_object(value.get("metadata")).get("phone_number_id"))
    contacts = tuple(as_object(contact) for contact in as_list(value.get("contacts")))
    for message in messages:
        incoming = incoming_message(as_object(message), number, contacts, received_at)
        yield incoming or _Unidentified(encoded(message))
    for status in statuses:
        yield incoming_status(as_object(status), number) or _Other(encoded(status))
    if value.get("errors"):
        yield _Unidentified(encoded({"errors": value["errors"], "metadata": value.get("metadata")}))
