"""Opening hours as an evaluation's context gives them, in whatever plain form."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from application.understanding.reading import OpenHours
from application.understanding.text.tokens import fold

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS_ES = ("lun", "mar", "mie", "jue", "vie", "sab", "dom")
_WEEK, _NOON = len(_DAYS), 12
_GROUPS = {"weekdays": "mon-fri", "weekday": "mon-fri", "weekend": "sat-sun", "weekends": "sat-sun"}
_DAY_KEYS = ("weekday", "day", "weekdays", "days")
_DAY = re.compile(r"\b(?:" + "|".join((*_DAYS, *_DAYS_ES)) + r")[a-z]*|\b[0-6]\b")
_CLOCK = re.compile(r"\b([01]?\d|2[0-4])(?::([0-5]\d)(?::\d\d)?\s*([ap]m)?|\s*([ap]m)\b)")
_BARE = re.compile(r"\b([01]?\d|2[0-4])\b()()()")  # an hour, in the groups of a clock
_UNTIL = re.compile(r"\s*(?:-|to|through|until|till|a|al|hasta)\s*")


def hours_of(value: object) -> tuple[OpenHours, ...]:
    """The opening hours; empty where the form is not known, which is "hours unknown".

    Known are: weekday (or several, "mon-sat") to hours, a list of seven from Monday, and
    a list of either. Hours are pairs of clock times, as texts or as whole hours.
    """
    if isinstance(value, Mapping):
        named = _of_weekdays(value)
        return named or _spans(range(_WEEK), value)
    if isinstance(value, str):
        text = fold(value)
        return _spans(_weekdays(_CLOCK.sub("", text)) or range(_WEEK), _DAY.sub("", text))
    if not isinstance(value, list | tuple):
        return ()
    if len(value) == _WEEK and not any(isinstance(one, Mapping | str) for one in value):
        return tuple(span for day, one in enumerate(value) for span in _spans((day,), one))
    if all(isinstance(one, str) and _CLOCK.fullmatch(one) for one in value):
        return _spans(range(_WEEK), value)
    return tuple(span for one in value for span in hours_of(one))


def _of_weekdays(value: Mapping[object, object]) -> tuple[OpenHours, ...]:
    days = next((value[key] for key in _DAY_KEYS if key in value), None)
    if days is not None and len(value) > 1 and _CLOCK.search(fold(str(days))) is None:
        return _spans(_weekdays(_listed(days)), value)
    return tuple(span for key, one in value.items() for span in _spans(_weekdays(str(key)), one))


def _spans(days: Iterable[int], value: object) -> tuple[OpenHours, ...]:
    texts = [fold(text) for text in _texts(value)]
    found = [match for text in texts for match in _CLOCK.findall(text) or _hours_alone(text)]
    clocks = [_clock(*parts) for parts in found]
    pairs = list(zip(clocks[::2], clocks[1::2], strict=False))
    return tuple(
        OpenHours(weekday=day, start=start, end=end) for day in days for start, end in pairs
    )


def _hours_alone(text: str) -> list[tuple[str, ...]]:
    """The hours of "9-19"."""
    found: list[tuple[str, ...]] = _BARE.findall(text)
    return found if len(found) % 2 == 0 else []


def _clock(hour: str, minute: str, *halves: str) -> dt.time:
    half = "".join(halves)
    later = _NOON if half == "pm" else 0
    hours = int(hour) % _NOON + later if half else int(hour) % 24
    return dt.time(hours, int(minute or 0))


def _weekdays(text: str) -> tuple[int, ...]:
    folded = fold(text).replace("_", "-").strip()
    folded = _GROUPS.get(folded, folded)
    found = list(_DAY.finditer(folded))
    days = [_weekday(match.group()) for match in found]
    if len(found) == 2 and _UNTIL.fullmatch(folded[found[0].end() : found[1].start()]):  # noqa: PLR2004
        return tuple(
            day % _WEEK for day in range(days[0], days[0] + (days[1] - days[0]) % _WEEK + 1)
        )
    return tuple(days)


def _listed(days: object) -> str:
    return " ".join(map(str, days)) if isinstance(days, list | tuple) else str(days)


def _weekday(text: str) -> int:
    if text.isdigit():
        return int(text)
    return (_DAYS if text[:3] in _DAYS else _DAYS_ES).index(text[:3])


def _texts(value: object) -> list[str]:
    if isinstance(value, Mapping):
        return [text for key, one in value.items() if key not in _DAY_KEYS for text in _texts(one)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in _texts(one)]
    return [f"{value:02}:00" if isinstance(value, int) else str(value)]
