"""The limits of the Cloud API on what the shop sends; lengths are counted in code points."""

import re
from collections import Counter
from collections.abc import Iterable

from infrastructure.sandbox.graph_error import GraphError, bad_shape, bad_value, missing
from infrastructure.sandbox.outgoing import (
    Action,
    Header,
    Interactive,
    ListRow,
    MediaRef,
    Outgoing,
    Place,
    Reply,
    Template,
)

MEDIA = ("image", "video", "audio", "document", "sticker")
NO_ACTION_CHECK = ("flow", "contact_request", "address_message", "product", "product_list")


def check_message(message: Outgoing) -> None:
    """Raise `GraphError` for the first thing that the Cloud API would refuse."""
    if len(message.biz_opaque_callback_data or "") > 512:  # noqa: PLR2004
        raise bad_value("biz_opaque_callback_data must be at most 512 characters long.")
    match message:
        case Outgoing(type="text", text=text):
            _length("text['body']", text.body if text else "", 4096)
        case Outgoing(type="interactive", interactive=Interactive() as interactive):
            _check_interactive(interactive)
        case Outgoing(type="template", template=Template() as template):
            _check_template(template)
        case Outgoing(type="location", location=Place() as place):
            _check_place(place)
        case Outgoing(type="reaction", reaction=reaction):
            _length("reaction['message_id']", reaction.message_id if reaction else "", 255)
        case Outgoing(type="contacts", contacts=tuple() as contacts) if contacts:
            return
        case Outgoing(type=kind) if kind in MEDIA:
            _check_media(kind, getattr(message, kind))
        case Outgoing(type="interactive" | "template" | "location" | "contacts" as kind):
            raise missing(f"The parameter {kind} is required.")
        case _:
            raise GraphError(
                131051, "Unsupported message type", f"Message type {message.type} is not supported."
            )


def _length(name: str, value: str, most: int, *, least: int = 1) -> None:
    if least and not value:
        raise missing(f"The parameter {name} is required.")
    if len(value) > most:
        raise bad_value(f"Param {name} must be at most {most} characters long.")


def _check_media(kind: str, media: MediaRef | None) -> None:
    if media is None:
        raise missing(f"The parameter {kind} is required.")
    if (media.id is None) == (media.link is None):
        raise bad_shape(f"{kind} must have exactly one of 'id' and 'link'.")
    if media.caption and kind in ("audio", "sticker"):
        raise bad_shape(f"{kind} takes no caption.")
    _length(f"{kind}['caption']", media.caption, 1024, least=0)


def _check_place(place: Place) -> None:
    for name, value in (("latitude", place.latitude), ("longitude", place.longitude)):
        if value is None:
            raise missing(f"The parameter location['{name}'] is required.")
        try:
            float(value)
        except ValueError as wrong:
            raise bad_value(f"location['{name}'] must be a number.") from wrong


def _check_interactive(interactive: Interactive) -> None:
    most = 4096 if interactive.type == "list" else 1024
    _length("interactive['body']['text']", interactive.body.text if interactive.body else "", most)
    if interactive.footer:
        _length("interactive['footer']['text']", interactive.footer.text, 60)
    if interactive.header:
        _check_header(interactive.header, interactive.type)
    if interactive.action is None:
        raise missing("The parameter interactive['action'] is required.")
    _check_action(interactive.type, interactive.action)


def _check_header(header: Header, kind: str) -> None:
    if header.type == "text":
        _length("interactive['header']['text']", header.text, 60)
    elif header.type in ("image", "video", "document") and kind != "list":
        _check_media(header.type, getattr(header, header.type))
    else:
        raise bad_value("interactive['header']['type'] is not allowed here.")


def _check_action(kind: str, action: Action) -> None:
    match kind:
        case "button":
            _check_buttons(action)
        case "list":
            _check_list(action)
        case "cta_url":
            label = action.parameters.get("display_text")
            _length("display_text", label if isinstance(label, str) else "", 20)
            url = action.parameters.get("url")
            if not (isinstance(url, str) and re.match(r"https?://", url)):
                raise bad_value("The parameter url must be an http or https address.")
        case "location_request_message":
            if action.name != "send_location":
                raise bad_value("interactive['action']['name'] must be send_location.")
        case _ if kind not in NO_ACTION_CHECK:
            raise bad_value(f"interactive['type'] {kind!r} is not supported.")


def _check_buttons(action: Action) -> None:
    if not 1 <= len(action.buttons) <= 3:  # noqa: PLR2004
        raise bad_value("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3")
    if any(button.type != "reply" for button in action.buttons):
        raise bad_value("interactive['action']['buttons'] must be of type reply.")
    replies = [button.reply for button in action.buttons]
    for reply in replies:
        _check_reply(reply)
    _unique("reply id", (reply.id for reply in replies))
    _unique("reply title", (reply.title for reply in replies))


def _check_reply(reply: Reply) -> None:
    _length("reply['id']", reply.id, 256)
    _length("reply['title']", reply.title, 20)
    if reply.id != reply.id.strip():
        raise bad_value("reply['id'] must not begin or end with a space.")


def _check_list(action: Action) -> None:
    _length("interactive['action']['button']", action.button, 20)
    if not 1 <= len(action.sections) <= 10:  # noqa: PLR2004
        raise bad_value("Invalid sections count. Min allowed sections: 1, Max: 10")
    for section in action.sections:
        _length("section['title']", section.title, 24, least=len(action.sections) - 1)
    rows = [row for section in action.sections for row in section.rows]
    if not all(section.rows for section in action.sections):
        raise bad_value("Each section needs at least one row.")
    if len(rows) > 10:  # noqa: PLR2004
        raise bad_value("Total row count exceed max allowed count: 10")
    for row in rows:
        _check_row(row)
    _unique("row id", (row.id for row in rows))


def _check_row(row: ListRow) -> None:
    _length("row['id']", row.id, 200)
    _length("row['title']", row.title, 24)
    _length("row['description']", row.description, 72, least=0)


def _unique(name: str, values: Iterable[str]) -> None:
    repeated = [value for value, times in Counter(values).items() if times > 1]
    if repeated:
        raise bad_value(f"Duplicated {name}: {repeated[0]}")


def _check_template(template: Template) -> None:
    if not re.fullmatch(r"[a-z0-9_]{1,512}", template.name):
        raise bad_value("template['name'] must consist of lowercase letters, digits and _.")
    if template.language is None or not template.language.code:
        raise missing("The parameter template['language']['code'] is required.")
    if not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", template.language.code):
        raise GraphError(
            132001,
            "Template name does not exist in the translation",
            f"template name ({template.name}) does not exist in {template.language.code}",
            status=404,
        )
    texts = (p.text for c in template.components for p in c.parameters if p.type == "text")
    for text in texts:
        if not text or re.search(r"[\n\t]| {5,}", text):
            raise GraphError(
                132012,
                "Parameter format does not match format in the created template",
                "Param text must be present, without new lines, tabs or more than 4 spaces.",
            )
