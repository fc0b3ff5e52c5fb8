"""A reading in words: what each part of the text was taken for, and how sure that is."""

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from application.understanding.reading import DayWish, Inferred, Reading, TimeRange
from application.understanding.reasons import Reason

_INFERRED: dict[Inferred, str] = {
    "half_of_day": "the opening hours alone tell which half of the day is meant",
    "approximate": "the time is approximate",
    "spelling": "a name is recognised in spite of its spelling",
    "day": "the day follows from something else than its plain name or date",
}
_TOLD_APART = {"spans", "inferred", "source"}
_WORD = re.compile(r"\w+")


class PartRead(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the text and what it was taken for; `slot` is empty for words that only help."""

    text: str
    start: int
    end: int
    slot: str
    rule: str
    known: tuple[str, ...]


def parts_of(text: str, reasons: tuple[Reason, ...]) -> tuple[PartRead, ...]:
    """The parts of the text that mean something, in its order."""
    return tuple(
        PartRead(
            text=text[one.start : one.end],
            start=one.start,
            end=one.end,
            slot=one.slot,
            rule=one.rule,
            known=one.known,
        )
        for one in reasons
    )


def unread_words(text: str, reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    """The words that no rule knew or needed, in the order of the text."""
    read = {place for one in reasons for place in range(one.start, one.end)}
    return tuple(word.group() for word in _WORD.finditer(text) if word.start() not in read)


def reading_lines(text: str, reading: Reading, reasons: tuple[Reason, ...]) -> Iterator[str]:
    """The reading, line by line."""
    parts = parts_of(text, reasons)
    wide = max((len(_quoted(part.text)) for part in parts), default=0)
    slotted = max((len(part.slot) for part in parts), default=0)
    for part in parts:
        yield f"  {_quoted(part.text):<{wide}}  {part.slot or '-':<{slotted}}  {_why(part)}".rstrip()
    left = unread_words(text, reasons)
    if left:
        yield f"  not used: {' '.join(left)}"
    yield ""
    yield from _values(reading)
    yield ""
    yield outcome(reading)


def _why(part: PartRead) -> str:
    known = f"({', '.join(part.known)})" if part.known else ""
    return f"{part.rule} {known}".strip()


def outcome(reading: Reading) -> str:
    """What the dialogue makes of it."""
    if reading.ambiguous:
        return "Two readings remain, so the customer is asked which."
    if not reading.understood:
        return "It is not understood, so the language model is asked where there is one."
    if reading.inferred:
        reasons = "; ".join(_INFERRED.get(kind, kind) for kind in reading.inferred)
        return f"A button confirms before anything is booked: {reasons}."
    return "Nothing is in doubt."


def _values(reading: Reading) -> Iterator[str]:
    for field in msgspec.structs.fields(reading):
        value = getattr(reading, field.name)
        said = field.name == "intents" or value != field.default
        if said and field.name not in _TOLD_APART:
            yield f"{field.name.replace('_', ' ')}: {_told(value)}"


def _told(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_told, value))
    if isinstance(value, msgspec.Struct):
        return _told_together(value)
    if isinstance(value, dt.date):
        return f"{value:%a %Y-%m-%d}"
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return "yes" if value is True else str(value)


def _told_together(value: msgspec.Struct) -> str:
    if isinstance(value, TimeRange):
        return f"{_told(value.start or 'opening')} to {_told(value.end or 'closing')}"
    if isinstance(value, DayWish):
        return f"{_told(value.day)} {_told(value.time or value.times)}"
    return " to ".join(_told(one) for one in msgspec.structs.astuple(value))


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split())}”"
