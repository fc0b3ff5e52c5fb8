"""Messages as lines of text."""

import re
from collections.abc import Sequence

import msgspec
from msgspec import UNSET, UnsetType

from infrastructure.sandbox.chat_message import Button, ChatMessage, Row

CODE = re.compile(r"#([0-9A-Z]{4})\b")
ANY_CODE = "····"
ANYTHING = "…"


def choices_of(message: ChatMessage) -> tuple[Button | Row, ...]:
    """What can be tapped on it."""
    return message.buttons or message.rows


def lines_of(message: ChatMessage) -> tuple[str, ...]:
    """What the phone shows: the text, then `[Button]`s, or `{List button}` and `- Row | about`."""
    text = [*_optional(message.header), *_text(message), *_optional(message.footer)]
    buttons = [" ".join(f"[{one.title}]" for one in message.buttons)] if message.buttons else []
    opener = [f"{{{message.list_button}}}"] if message.list_button else []
    rows = [f"- {_choice(one)}" for one in message.rows]
    return tuple(line.rstrip() for line in (*text, *buttons, *opener, *rows))


def numbered_lines(message: ChatMessage) -> tuple[str, ...]:
    """The message for somebody who taps by number: `/1 Confirm`."""
    text = lines_of(msgspec.structs.replace(message, buttons=(), rows=(), list_button=UNSET))
    numbered = (
        f"  /{place} {_choice(one)}" for place, one in enumerate(choices_of(message), start=1)
    )
    return (f"shop {message.at:%H:%M}", *(f"  {line}".rstrip() for line in text), *numbered)


def masked(line: str) -> str:
    """The line with any code where it names one, for codes are never the same twice."""
    return CODE.sub(f"#{ANY_CODE}", line)


def fits(expected: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether they say the same; `…` stands for anything, `····` for the code of a booking."""
    return _pattern("\n".join(expected)).fullmatch("\n".join(lines)) is not None


def told_by(expected: Sequence[str], lines: Sequence[str]) -> tuple[str, ...]:
    """The lines, written as expected where they fit, and with codes masked where they do not."""
    if fits(expected, lines):
        return tuple(expected)
    left = list(expected)
    told = []
    for line in lines:
        same = next((one for one in left if fits([one], [line])), None)
        if same is not None:
            del left[: left.index(same) + 1]
        told.append(masked(line) if same is None else same)
    return tuple(told)


def _pattern(expected: str) -> re.Pattern[str]:
    escaped = re.escape(expected)
    wild = escaped.replace(re.escape(ANY_CODE), "[0-9A-Z]{4}").replace(re.escape(ANYTHING), ".*?")
    return re.compile(wild, re.DOTALL)


def _text(message: ChatMessage) -> list[str]:
    if message.location is not UNSET and isinstance(message.location, dict):
        place = message.location
        told = [str(place[name]) for name in ("name", "address") if place.get(name)]
        return [f"(location) {', '.join(told)}"]
    if message.type in ("text", "interactive"):
        return message.text.split("\n")
    return f"({message.type}) {message.text}".rstrip().split("\n")


def _choice(choice: Button | Row) -> str:
    about = choice.description if isinstance(choice, Row) else ""
    return f"{choice.title} | {about}" if about else choice.title


def _optional(text: str | UnsetType) -> list[str]:
    return [text] if text else []
