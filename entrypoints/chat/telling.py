"""The file of a dialogue as it really went, and how that differs from what is written."""

import difflib
from collections.abc import Sequence

import msgspec

from entrypoints.chat.reading import NOTHING


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """What really was in the place of the file's lines from `line` before `end` (from 1)."""

    line: int
    end: int
    lines: tuple[str, ...]


def answer_lines(to: str, said: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Messages of the shop as a file writes them."""
    head = f"shop to {to}:" if to else "shop:"
    if not said:
        return (f"{head} {NOTHING}",)
    return tuple(line for one in said for line in _block(head, one))


def calendar_lines(entries: Sequence[str]) -> tuple[str, ...]:
    """The calendars' entries as a file writes them."""
    return tuple(f"calendar: {one}" for one in entries) or ("calendar: none",)


def as_it_went(text: Sequence[str], passages: Sequence[Passage]) -> tuple[str, ...]:
    """The file's lines with all passages in their places."""
    lines: list[str] = []
    place = 1
    for passage in sorted(passages, key=lambda one: (one.line, one.end)):
        lines += text[place - 1 : passage.line - 1]
        lines += passage.lines
        place = passage.end
    return (*lines, *text[place - 1 :])


def difference(text: Sequence[str], went: Sequence[str], *, name: str) -> str:
    """A unified diff from what is written to what was said; empty where nothing differs."""
    told = difflib.unified_diff(text, went, f"{name} (written)", f"{name} (said)", lineterm="")
    return "\n".join(told)


def _block(head: str, lines: Sequence[str]) -> tuple[str, ...]:
    first, *rest = lines or ("",)
    return (f"{head} {first}".rstrip(), *(f"  {line}".rstrip() for line in rest))
