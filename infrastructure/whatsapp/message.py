"""One element of a webhook's `messages` ("Messages webhook": one page for each type)."""

from datetime import UTC, datetime, timedelta

import msgspec

from application.inbound import IncomingMessage
from domain.conversation import Kind, MessageReceived
from domain.customer import Address
from infrastructure.tolerant_json import as_name, as_object, as_text, encoded
from infrastructure.whatsapp.address import address, contact_of

_WHATSAPP_BEGAN = datetime(2009, 1, 1, tzinfo=UTC)
_CLOCKS_DIFFER = timedelta(days=1)
_LONGEST_TIMESTAMP = 11
_AS_THEY_ARE: dict[str, Kind] = {
    "audio": "audio",
    "image": "image",
    "video": "video",
    "document": "document",
    "sticker": "sticker",
    "location": "location",
    "contacts": "contacts",
    "reaction": "reaction",
    "order": "order",
    "system": "system",
    "unsupported": "unsupported",
    "unknown": "unsupported",
    "request_welcome": "welcome",
    "edit": "edit",
    "revoke": "revoke",
}
_TELLS_MORE = ("context", "referral", "errors", "group_id")


class _Content(msgspec.Struct, frozen=True):
    kind: Kind
    text: str = ""
    tap: str | None = None


def incoming_message(
    message: dict[str, object],
    phone_number_id: str,
    contacts: tuple[dict[str, object], ...],
    received_at: datetime,
) -> IncomingMessage | None:
    """The message and its sender; `None` if sender, id or the number written to is missing."""
    phone, user_id = message.get("from"), _user_id(message)
    contact = contact_of(phone, user_id, contacts)
    sender, message_id = address(phone, user_id, contact), as_name(message.get("id"))
    if sender is None or not message_id or not phone_number_id:
        return None
    return IncomingMessage(
        phone_number_id=phone_number_id,
        address=sender,
        name=as_text(as_object(contact.get("profile")).get("name")).strip() or None,
        message=_received(message, message_id, _instant(message.get("timestamp"), received_at)),
        moved_to=_moved_to(message),
    )


def _moved_to(message: dict[str, object]) -> Address | None:
    """The new address in a `system` message ("user_changed_number", "user_changed_user_id")."""
    if message.get("type") != "system":
        return None
    told = as_object(message.get("system"))
    phone = told.get("wa_id") or told.get("new_wa_id")
    return address(phone, told.get("user_id"), {})


def _user_id(message: dict[str, object]) -> object:
    """The sender's user id; of a `system` message, the one that they had before."""
    return message.get("from_user_id") or as_object(message.get("system")).get("previous_user_id")


def _received(message: dict[str, object], message_id: str, sent_at: datetime) -> MessageReceived:
    content = _content(message)
    return MessageReceived(
        message_id=message_id,
        kind=content.kind,
        sent_at=sent_at,
        text=content.text,
        tap=content.tap,
        raw=encoded(message).decode() if _tells_more(message, content.kind) else None,
    )


def _tells_more(message: dict[str, object], kind: Kind) -> bool:
    """Whether the message has more in it than its text or its tap."""
    return kind != "tap" and (kind != "text" or any(name in message for name in _TELLS_MORE))


def _content(message: dict[str, object]) -> _Content:
    match message:
        case {"type": "text", "text": {"body": str(body)}}:
            return _Content("text", body)
        case {"type": "interactive", "interactive": dict(interactive)}:
            return _interactive(interactive)
        case {"type": "button", "button": dict(button)}:
            return _template_button(button)
        case {"type": str(kind)} if kind in _AS_THEY_ARE:
            return _Content(_AS_THEY_ARE[kind], _words(message, kind))
        case _:
            return _Content("unrecognised")


def _interactive(interactive: dict[str, object]) -> _Content:
    match interactive:
        case {"type": "button_reply", "button_reply": {"id": str(tap), **rest}} if tap:
            return _Content("tap", as_text(rest.get("title")), tap)
        case {"type": "list_reply", "list_reply": {"id": str(tap), **rest}} if tap:
            return _Content("tap", as_text(rest.get("title")), tap)
        case _:
            return _Content("unrecognised")


def _template_button(button: dict[str, object]) -> _Content:
    """A template's quick reply; sent without a payload, it answers with its label."""
    label = as_text(button.get("text"))
    tap = as_text(button.get("payload")) or label
    return _Content("tap", label, tap) if tap else _Content("unrecognised")


def _words(message: dict[str, object], kind: str) -> str:
    """What the customer wrote with it: a caption, or the text as they corrected it."""
    body = as_object(message.get(kind))
    corrected = as_object(as_object(body.get("message")).get("text"))
    return as_text(body.get("caption")) or as_text(corrected.get("body"))


def _instant(timestamp: object, received_at: datetime) -> datetime:
    """The time of a string of Unix seconds; `received_at` where it cannot be true."""
    digits = as_name(timestamp)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_TIMESTAMP):
        return received_at
    instant = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(digits))
    return instant if _WHATSAPP_BEGAN <= instant <= received_at + _CLOCKS_DIFFER else received_at
