"""What a phone shows of a message from the shop."""

import msgspec
from msgspec import UNSET, UnsetType

from infrastructure.sandbox.chat_message import Button, Content, Row
from infrastructure.sandbox.outgoing import Action, Interactive, Outgoing, Reaction, Template
from infrastructure.sandbox.template_content import known_template, unknown_template
from infrastructure.sandbox.templates import TemplateText


def content_of(message: Outgoing, text: TemplateText | None) -> Content:
    """Return what is shown; the message has passed its checks, and `text` is its template's."""
    match message:
        case Outgoing(type="interactive", interactive=Interactive() as interactive):
            return _interactive(interactive)
        case Outgoing(type="template", template=Template() as template):
            return known_template(template, text) if text else unknown_template(template)
        case Outgoing(type="reaction", reaction=Reaction() as reaction):
            shown = {"message_id": reaction.message_id, "emoji": reaction.emoji}
            return Content(type="reaction", text=reaction.emoji, reaction=dict(shown))
        case Outgoing(type="location", location=place) if place:
            shown_place: dict[str, object] = msgspec.to_builtins(place)
            return Content(type="location", text=place.name, location=shown_place)
        case _:
            return Content(type=message.type, text=_words(message))


def _words(message: Outgoing) -> str:
    if message.text and message.type == "text":
        return message.text.body
    media = message.image or message.video or message.document
    return media.caption if media else ""


def _interactive(interactive: Interactive) -> Content:
    action = interactive.action or Action()
    rows = tuple(
        Row(id=row.id, title=row.title, description=row.description)
        for section in action.sections
        for row in section.rows
    )
    return Content(
        type="interactive",
        text=interactive.body.text if interactive.body else "",
        buttons=tuple(Button(id=b.reply.id, title=b.reply.title) for b in action.buttons),
        rows=rows,
        list_button=_or_unset(action.button),
        header=_or_unset(interactive.header.text if interactive.header else ""),
        footer=_or_unset(interactive.footer.text if interactive.footer else ""),
    )


def _or_unset(text: str) -> str | UnsetType:
    return text or UNSET
