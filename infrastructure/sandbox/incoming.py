"""The message objects that customers' phones send, as the Cloud API carries them."""

import msgspec

from infrastructure.sandbox.chat_message import Content, Tappable
from infrastructure.sandbox.loose_json import JsonObject, inside, object_in, text_at


def text_message(text: str) -> JsonObject:
    """Return a typed message."""
    return {"type": "text", "text": {"body": text}}


def tap_message(tapped_id: str, shown: Tappable | None, *, shop_number: str) -> JsonObject:
    """Return a tap on what was shown; on nothing known, a button that is titled by its id."""
    if shown is None:
        return _button_reply(tapped_id, tapped_id)
    context: JsonObject = {"context": {"from": shop_number, "id": shown.message_id}}
    match shown.kind:
        case "quick_reply":
            button = {"payload": tapped_id, "text": shown.title}
            return {**context, "type": "button", "button": button}
        case "row":
            return {**context, **_list_reply(tapped_id, shown)}
        case "button":
            return {**context, **_button_reply(tapped_id, shown.title)}


def content_of(message: JsonObject) -> Content:
    """Return what the customer's own phone shows of the message."""
    kind = text_at(message, "type")
    content = Content(type=kind, text=_text_of(message, kind))
    if tapped := _tapped(message, kind):
        return msgspec.structs.replace(content, tapped=tapped)
    if kind in ("location", "reaction"):
        return msgspec.structs.replace(content, **{kind: object_in(message.get(kind))})
    return content


def _button_reply(tapped_id: str, title: str) -> JsonObject:
    reply = {"type": "button_reply", "button_reply": {"id": tapped_id, "title": title}}
    return {"type": "interactive", "interactive": reply}


def _list_reply(tapped_id: str, shown: Tappable) -> JsonObject:
    row = {"id": tapped_id, "title": shown.title}
    if shown.description:
        row["description"] = shown.description
    return {"type": "interactive", "interactive": {"type": "list_reply", "list_reply": row}}


def _reply_of(message: JsonObject) -> object:
    return inside(message, "interactive", text_at(message, "interactive", "type"))


def _text_of(message: JsonObject, kind: str) -> str:
    match kind:
        case "text":
            return text_at(message, "text", "body")
        case "interactive":
            return text_at(_reply_of(message), "title") or text_at(_reply_of(message), "body")
        case "button":
            return text_at(message, "button", "text")
        case "reaction":
            return text_at(message, "reaction", "emoji")
        case "location":
            return text_at(message, "location", "name")
        case _:
            return text_at(message, kind, "caption")


def _tapped(message: JsonObject, kind: str) -> str:
    if kind == "interactive":
        return text_at(_reply_of(message), "id")
    return text_at(message, "button", "payload") if kind == "button" else ""
