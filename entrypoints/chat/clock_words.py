"""How a person says where the shop's clock should stand."""

import re
from datetime import datetime, time, timedelta

from entrypoints.chat.dialogue import MoveClock, SetClock

_SHIFT = re.compile(r"([+-])\s*((?:\d+\s*[dhms]\s*)+)")
_PART = re.compile(r"(\d+)\s*([dhms])")
_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}


def clock_step(words: str, line: int = 0) -> MoveClock | SetClock | None:
    """The step that `+25h`, `-1d 2h`, `18:30` or `2026-11-23 10:00` mean; `None` for no sense."""
    if shift := _SHIFT.fullmatch(words.strip()):
        parts = {_UNITS[unit]: int(count) for count, unit in _PART.findall(shift[2])}
        by = timedelta(**parts)
        return MoveClock(line=line, by=-by if shift[1] == "-" else by)
    return _time(words, line) or _moment(words, line)


def _time(words: str, line: int) -> SetClock | None:
    try:
        at = time.fromisoformat(words.strip())
    except ValueError:
        return None
    return SetClock(line=line, day=None, at=at) if ":" in words else None


def _moment(words: str, line: int) -> SetClock | None:
    try:
        moment = datetime.fromisoformat(words.strip())
    except ValueError:
        return None
    if moment.tzinfo is not None or ":" not in words:
        return None
    return SetClock(line=line, day=moment.date(), at=moment.time())
