"""What the language model makes of a message, as a dialogue's file says it."""

import re

import msgspec

from application.understanding.reading import Intent
from infrastructure.grok.prompt import Answer

# `wig as book, service haircut, day mañana`: the form that is filled in for a message with that word.
_LINE = re.compile(r"(.+?) as (\w+)((?:, (?:service|barber|day|time) [^,]+)*)")
_PART = re.compile(r", (service|barber|day|time) ([^,]+)")


def model_answer(text: str) -> tuple[str, Answer] | None:
    """The word that the message has, and the form; `None` where the line says something else."""
    found = _LINE.fullmatch(text)
    if found is None:
        return None
    contains, intent, parts = found.groups()
    said: dict[str, list[str]] = {"service": [], "barber": [], "day": [], "time": []}
    for name, value in _PART.findall(parts):
        said[name].append(value)
    try:
        known = msgspec.convert(intent, Intent)
    except msgspec.ValidationError:
        return None
    return contains, Answer(
        intent=known,
        services=tuple(said["service"]),
        barber=_only(said["barber"]),
        day_phrase=_only(said["day"]),
        time_phrase=_only(said["time"]),
    )


def _only(said: list[str]) -> str | None:
    return said[-1] if said else None
