"""A chat as the phone shows it: days of bubbles, each ready to be drawn."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Literal

import msgspec
from markupsafe import Markup

from entrypoints.sandbox_page.markup import formatted
from infrastructure.sandbox.chat_message import Button, ChatMessage, Row
from infrastructure.sandbox.loose_json import text_at

SHOWN = 300  # messages
QUOTED = 160  # characters
MEDIA = ("audio", "image", "video", "document", "sticker", "contacts")


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """The message that a tap answers, and the description of the row that was tapped."""

    text: str
    description: str = ""


class Pin(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the map."""

    name: str
    address: str


class Bubble(msgspec.Struct, frozen=True, kw_only=True):
    """One message; `first` begins a run of messages of the same side."""

    id: str
    side: Literal["mine", "theirs"]
    first: bool
    kind: str
    html: Markup
    header: Markup
    footer: str
    time: str
    status: str
    buttons: tuple[Button, ...]
    rows: tuple[Row, ...]
    rows_json: str
    list_button: str
    quote: Quote | None
    pin: Pin | None
    reaction: str


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """The bubbles of one day, under its name."""

    label: str
    bubbles: tuple[Bubble, ...]


def days_of(messages: Sequence[ChatMessage], today: dt.date) -> tuple[Day, ...]:
    """The newest messages, oldest first. Reactions stand at the messages that they are about."""
    reactions = {
        text_at(one.reaction, "message_id"): one.text for one in messages if one.type == "reaction"
    }
    choices = _choices(messages)
    numbered = [one for one in enumerate(messages) if one[1].type != "reaction"][-SHOWN:]
    previous = {number: before for (_, before), (number, _) in pairwise(numbered)}
    return tuple(
        Day(
            label=_day(day, today),
            bubbles=tuple(
                _bubble(number, one, previous.get(number), choices, reactions)
                for number, one in group
            ),
        )
        for day, group in groupby(numbered, key=lambda pair: pair[1].at.date())
    )


def _bubble(
    number: int,
    message: ChatMessage,
    before: ChatMessage | None,
    choices: Mapping[str, Quote],
    reactions: Mapping[str, str],
) -> Bubble:
    return Bubble(
        id=f"m{number}",
        side="mine" if message.direction == "in" else "theirs",
        first=before is None
        or before.direction != message.direction
        or before.at.date() != message.at.date(),
        kind=_kind(message),
        html=formatted(message.text),
        header=formatted(message.header or ""),
        footer=message.footer or "",
        time=f"{message.at:%H:%M}",
        status=message.status,
        buttons=message.buttons,
        rows=message.rows,
        rows_json=msgspec.json.encode(message.rows).decode(),
        list_button=message.list_button or "",
        quote=choices.get(message.tapped or ""),
        pin=_pin(message),
        reaction=reactions.get(message.id, ""),
    )


def _kind(message: ChatMessage) -> str:
    if message.type in MEDIA or message.type in ("location", "system"):
        return message.type
    if message.text or message.buttons or message.rows:
        return "text"
    return "unknown"


def _choices(messages: Sequence[ChatMessage]) -> dict[str, Quote]:
    """What stood beside each button and row, by its id."""
    found: dict[str, Quote] = {}
    for one in messages:
        if one.direction == "out":
            text = _shortened(one.text)
            found |= {button.id: Quote(text=text) for button in one.buttons}
            found |= {row.id: Quote(text=text, description=row.description) for row in one.rows}
    return found


def _shortened(text: str) -> str:
    plain = " ".join(text.replace("*", "").split())
    return plain if len(plain) <= QUOTED else f"{plain[:QUOTED].rstrip()}…"


def _pin(message: ChatMessage) -> Pin | None:
    if not message.location:
        return None
    return Pin(
        name=text_at(message.location, "name") or "Location",
        address=text_at(message.location, "address"),
    )


def _day(day: dt.date, today: dt.date) -> str:
    names = {today: "Today", today - dt.timedelta(days=1): "Yesterday"}
    return names.get(day, f"{day:%A} {day.day} {day:%B}")
