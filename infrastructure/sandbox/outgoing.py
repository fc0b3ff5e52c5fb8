"""The bodies that the shop posts to the Cloud API; what it does not know, it ignores."""

import msgspec


class Text(msgspec.Struct, frozen=True):
    """A text."""

    body: str = ""
    preview_url: bool = False


class Words(msgspec.Struct, frozen=True):
    """The body or footer of an interactive message."""

    text: str = ""


class MediaRef(msgspec.Struct, frozen=True):
    """Media by id or by link, exactly one of them."""

    id: str | None = None
    link: str | None = None
    caption: str = ""
    filename: str = ""


class Header(msgspec.Struct, frozen=True):
    """The header of an interactive message."""

    type: str = ""
    text: str = ""
    image: MediaRef | None = None
    video: MediaRef | None = None
    document: MediaRef | None = None


class Reply(msgspec.Struct, frozen=True):
    """The inside of a reply button."""

    id: str = ""
    title: str = ""


class ReplyButton(msgspec.Struct, frozen=True):
    """A reply button."""

    type: str = ""
    reply: Reply = Reply()


class ListRow(msgspec.Struct, frozen=True):
    """A row of a list."""

    id: str = ""
    title: str = ""
    description: str = ""


class Section(msgspec.Struct, frozen=True):
    """A section of a list."""

    title: str = ""
    rows: tuple[ListRow, ...] = ()


class Action(msgspec.Struct, frozen=True):
    """What an interactive message offers to do."""

    name: str = ""
    button: str = ""
    buttons: tuple[ReplyButton, ...] = ()
    sections: tuple[Section, ...] = ()
    parameters: dict[str, object] = {}


class Interactive(msgspec.Struct, frozen=True):
    """A message with something to tap."""

    type: str = ""
    body: Words | None = None
    action: Action | None = None
    header: Header | None = None
    footer: Words | None = None


class Language(msgspec.Struct, frozen=True):
    """The language of a template."""

    code: str = ""


class Parameter(msgspec.Struct, frozen=True):
    """A value for a template's variable."""

    type: str = ""
    parameter_name: str | None = None
    text: str | None = None
    payload: str | None = None


class Component(msgspec.Struct, frozen=True):
    """The values for one part of a template."""

    type: str = ""
    sub_type: str = ""
    index: str | int = "0"
    parameters: tuple[Parameter, ...] = ()


class Template(msgspec.Struct, frozen=True):
    """A template with its values."""

    name: str = ""
    language: Language | None = None
    components: tuple[Component, ...] = ()


class Place(msgspec.Struct, frozen=True):
    """A place; coordinates may come as numbers or texts."""

    latitude: float | str | None = None
    longitude: float | str | None = None
    name: str = ""
    address: str = ""


class Reaction(msgspec.Struct, frozen=True):
    """A reaction; an empty emoji takes it back."""

    message_id: str = ""
    emoji: str = ""


class Context(msgspec.Struct, frozen=True):
    """The message that is quoted."""

    message_id: str = ""


class TypingIndicator(msgspec.Struct, frozen=True):
    """A wish to be shown as typing."""

    type: str = ""


class Outgoing(msgspec.Struct, frozen=True):
    """A message to send, or with `status` a read receipt."""

    messaging_product: str = ""
    recipient_type: str = "individual"
    to: str | int | None = None
    recipient: str | None = None
    type: str = "text"
    text: Text | None = None
    interactive: Interactive | None = None
    template: Template | None = None
    location: Place | None = None
    reaction: Reaction | None = None
    contacts: tuple[dict[str, object], ...] | None = None
    image: MediaRef | None = None
    video: MediaRef | None = None
    audio: MediaRef | None = None
    document: MediaRef | None = None
    sticker: MediaRef | None = None
    context: Context | None = None
    biz_opaque_callback_data: str | None = None
    status: str | None = None
    message_id: str = ""
    typing_indicator: TypingIndicator | None = None
