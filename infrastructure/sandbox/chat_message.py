"""A message as a phone shows it."""

import datetime as dt
from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from infrastructure.sandbox.loose_json import JsonObject
from infrastructure.sandbox.wamid import Direction

Status = Literal["sent", "delivered", "read", "failed"]


class Button(msgspec.Struct, frozen=True, kw_only=True):
    """A button under a message."""

    id: str
    title: str


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a list; the description may be empty."""

    id: str
    title: str
    description: str = ""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What a message says and what can be tapped on it."""

    type: str
    text: str = ""
    buttons: tuple[Button, ...] = ()
    rows: tuple[Row, ...] = ()
    list_button: str | UnsetType = UNSET
    header: str | UnsetType = UNSET
    footer: str | UnsetType = UNSET
    reaction: JsonObject | UnsetType = UNSET
    location: JsonObject | UnsetType = UNSET
    tapped: str | UnsetType = UNSET


class ChatMessage(Content, frozen=True, kw_only=True):
    """A message in a chat; `at` is shop time, and `in` is from the customer to the shop."""

    id: str
    direction: Direction
    status: Status = "sent"
    at: dt.datetime


class Tappable(msgspec.Struct, frozen=True, kw_only=True):
    """A button or row that a phone has shown, and the message on which it stands."""

    kind: Literal["button", "row", "quick_reply"]
    title: str
    description: str = ""
    message_id: str
