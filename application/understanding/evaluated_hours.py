"""Opening hours as an evaluation's context gives them, in whatever plain form."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from application.understanding.reading import OpenHours

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEK = len(_DAYS)
_DAY_KEYS = ("weekday", "day", "weekdays", "days")
_DAY = re.compile(r"\b(?:" + "|".join(_DAYS) + r")[a-z]*|\b[0-6]\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b([01]?\d|2[0-4]):([0-5]\d)")
_UNTIL = re.compile(r"\s*(?:-|\u2013|to|through)\s*")


def hours_of(value: object) -> tuple[OpenHours, ...]:
    """The opening hours; empty where the form is not known, which is "hours unknown".

    Known are: weekday (or several, "mon-sat") to hours, a list of seven from Monday, and
    a list of either. Hours are pairs of 24-hour clock times, as texts or as whole hours.
    """
    if isinstance(value, Mapping):
        named = _of_weekdays(value)
        return named or _spans(range(_WEEK), value)
    if isinstance(value, str):
        days, times = value, value
        return _spans(_weekdays(_CLOCK.sub("", days)) or range(_WEEK), times)
    if not isinstance(value, list | tuple):
        return ()
    if len(value) == _WEEK and not any(isinstance(one, Mapping | str) for one in value):
        return tuple(span for day, one in enumerate(value) for span in _spans((day,), one))
    if all(isinstance(one, str) and _CLOCK.fullmatch(one) for one in value):
        return _spans(range(_WEEK), value)
    return tuple(span for one in value for span in hours_of(one))


def _of_weekdays(value: Mapping[object, object]) -> tuple[OpenHours, ...]:
    days = next((value[key] for key in _DAY_KEYS if key in value), None)
    if days is not None:
        return _spans(_weekdays(_listed(days)), value)
    return tuple(span for key, one in value.items() for span in _spans(_weekdays(str(key)), one))


def _spans(days: Iterable[int], value: object) -> tuple[OpenHours, ...]:
    found = [_CLOCK.findall(text) for text in _texts(value)]
    clocks = [dt.time(int(hour) % 24, int(minute)) for text in found for hour, minute in text]
    pairs = list(zip(clocks[::2], clocks[1::2], strict=False))
    return tuple(
        OpenHours(weekday=day, start=start, end=end) for day in days for start, end in pairs
    )


def _weekdays(text: str) -> tuple[int, ...]:
    found = list(_DAY.finditer(text))
    days = [_weekday(match.group()) for match in found]
    if len(found) == 2 and _UNTIL.fullmatch(text[found[0].end() : found[1].start()]):  # noqa: PLR2004
        return tuple(
            day % _WEEK for day in range(days[0], days[0] + (days[1] - days[0]) % _WEEK + 1)
        )
    return tuple(days)


def _listed(days: object) -> str:
    return " ".join(map(str, days)) if isinstance(days, list | tuple) else str(days)


def _weekday(text: str) -> int:
    return int(text) if text.isdigit() else _DAYS.index(text[:3].lower())


def _texts(value: object) -> list[str]:
    if isinstance(value, Mapping):
        return [text for key, one in value.items() if key not in _DAY_KEYS for text in _texts(one)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in _texts(one)]
    return [f"{value:02}:00" if isinstance(value, int) else str(value)]
