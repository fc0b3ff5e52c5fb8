"""A labelled message, and the files of them, one JSON object a line."""

from pathlib import Path
from typing import Literal, get_args

import msgspec

Lang = Literal["en", "es"]
Value = str | list[str | None] | None
Scored = Literal[
    "intent",
    "date",
    "time",
    "time_range",
    "date_range",
    "service",
    "barber",
    "name",
]
SCORED: tuple[Scored, ...] = get_args(Scored)
SLOTS = SCORED[1:]
Windows = dict[Scored, dict[Literal["start", "end"], tuple[str, str]]]


class OtherReading(msgspec.Struct, frozen=True):
    """A whole other reading that is right too: slots replaced, or removed by `None`."""

    slots: dict[Scored, Value]
    tol: Windows = {}


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One message and what it has to be read as; only what stands in `score` is judged."""

    id: str
    lang: Lang
    text: str
    reference: str  # local time in `tz`
    tz: str
    context: dict[str, object] = {}
    intent: str | None = None
    intent_accept: tuple[str, ...] = ()
    slots: dict[Scored, Value] = {}
    accept: dict[Scored, list[Value]] = {}  # every value that is right; `None` is "left out"
    tol: Windows = {}
    alternatives: tuple[OtherReading, ...] = ()
    score: tuple[Scored, ...]
    also: dict[str, object] = {}  # further fields of our own reading, which must be just so


def cases_in(file: Path) -> list[Case]:
    """The cases of a file, in its order. Raises `msgspec.ValidationError` on another form."""
    lines = file.read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Case) for line in lines if line.strip()]
