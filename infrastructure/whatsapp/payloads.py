"""What the Cloud API takes ("Messages API", one page for each message type), built from replies.

What is too long is shortened, so that no customer goes without an answer because of it. What
cannot be shortened, an id, is refused as the bug that it is.
"""

from application.ports import SendRefused, Template
from domain.customer import Address
from domain.reply import (
    BUTTON_TITLE,
    INTERACTIVE_BODY,
    LIST_BUTTON,
    ROW_DESCRIPTION,
    ROW_TITLE,
    TEXT_BODY,
    Choice,
    Location,
    Reply,
)
from infrastructure.shortening import ELLIPSIS, label, labels, shortened

Payload = dict[str, object]

BUTTON_ID, ROW_ID, CALLBACK = 256, 200, 512
TEMPLATE_VALUE = 200  # the filled body may have 1024 in all, and its fixed part is unknown here
INVALID_PARAMETER = 131009


def message_payload(content: Reply | Template, *, to: Address, callback: str) -> Payload:
    """The body of a send. Raises `SendRefused` for ids and callbacks that no message may have."""
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        **_recipient(to),
        **({"biz_opaque_callback_data": _within(callback, CALLBACK)} if callback else {}),
        **(_template(content) if isinstance(content, Template) else _reply(content)),
    }


def seen_payload(message_id: str, *, typing: bool) -> Payload:
    """The body of a read receipt, which marks the earlier messages of the chat as well."""
    receipt = {"messaging_product": "whatsapp", "status": "read", "message_id": message_id}
    return {**receipt, **({"typing_indicator": {"type": "text"}} if typing else {})}


def _recipient(to: Address) -> Payload:
    """The phone with its `+`, without which the shop's own country code may be put before it."""
    return {"to": f"+{to.wa_id}"} if to.wa_id else {"recipient": to.bsuid}


def _reply(reply: Reply) -> Payload:
    if reply.buttons:
        return _interactive("button", reply, {"buttons": _buttons(reply.buttons)})
    if reply.rows:
        opener = label(reply.list_button, LIST_BUTTON)
        sections = [{"rows": [_row(row) for row in _apart(reply.rows)]}]
        return _interactive("list", reply, {"button": opener, "sections": sections})
    if reply.location:
        return {"type": "location", "location": _pin(reply.location)}
    return {"type": "text", "text": {"preview_url": False, "body": _body(reply, TEXT_BODY)}}


def _interactive(kind: str, reply: Reply, action: Payload) -> Payload:
    body = {"text": _body(reply, INTERACTIVE_BODY)}
    return {"type": "interactive", "interactive": {"type": kind, "body": body, "action": action}}


def _body(reply: Reply, most: int) -> str:
    return shortened(reply.body.strip(), most) or ELLIPSIS


def _buttons(choices: tuple[Choice, ...]) -> list[Payload]:
    titles = labels(tuple(choice.title for choice in choices), BUTTON_TITLE)
    replies = (
        {"id": _within(choice.id, BUTTON_ID), "title": title}
        for choice, title in zip(_apart(choices), titles, strict=True)
    )
    return [{"type": "reply", "reply": reply} for reply in replies]


def _row(choice: Choice) -> Payload:
    row: Payload = {"id": _within(choice.id, ROW_ID), "title": label(choice.title, ROW_TITLE)}
    described = choice.description.strip()
    return {**row, "description": label(described, ROW_DESCRIPTION)} if described else row


def _pin(location: Location) -> Payload:
    point: Payload = {"latitude": location.latitude, "longitude": location.longitude}
    named = {"name": location.name, "address": location.address}
    return {**point, **{field: text for field, text in named.items() if text}}


def _template(template: Template) -> Payload:
    """A template; its values stand on one line, since Meta takes no line breaks in them."""
    values = (label(value, TEMPLATE_VALUE) for value in template.values)
    parameters = [{"type": "text", "text": value} for value in values]
    body = {"components": [{"type": "body", "parameters": parameters}]} if parameters else {}
    language = {"code": template.language}
    return {
        "type": "template",
        "template": {"name": template.name, "language": language, **body},
    }


def _within(name: str, most: int) -> str:
    """An id or a callback as it is, since it has to come back unchanged."""
    if not 1 <= len(name) <= most or name != name.strip():
        raise SendRefused(INVALID_PARAMETER, "bug")
    return name


def _apart(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    if len({choice.id for choice in choices}) < len(choices):
        raise SendRefused(INVALID_PARAMETER, "bug")
    return choices
