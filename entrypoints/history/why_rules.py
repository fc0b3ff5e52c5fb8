"""The rules of a shop's settings in words, with their own facts."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from application.explaining_why.answers import (
    BeyondHorizon,
    InBreak,
    NotDone,
    OffGrid,
    OutsideHours,
    OutsideOpening,
    Rule,
    WithinNotice,
)
from domain.hours import ClockRange
from domain.shop import DaysOff

MINUTE = timedelta(minutes=1)


def rule_words(rule: Rule, zone: ZoneInfo) -> str:  # noqa: PLR0911 - one case a line
    """What the rule says, as a sentence; times are those of that zone."""
    match rule:
        case OutsideOpening(closure=DaysOff() as closure):
            return f"The shop is closed {_days(closure)}."
        case OutsideOpening():
            return f"The shop is {_open(rule.hours)} {_when(rule.day, dated=rule.dated)}."
        case OutsideHours(days_off=DaysOff() as off):
            return f"The barber is off {_days(off)}."
        case OutsideHours():
            when = _when(rule.day, dated=rule.dated)
            return f"The barber works {_ranges(rule.hours) or 'not at all'} {when}."
        case InBreak():
            return f"The barber's breaks {_when(rule.day, dated=False)}: {_ranges(rule.breaks)}."
        case WithinNotice():
            earliest = moment(rule.earliest, zone)
            return f"Notice is {rule.notice // MINUTE} minutes: the earliest start was {earliest}."
        case BeyondHorizon():
            last = f"{rule.last_day:%a} {rule.last_day}"
            return f"The shop books {rule.horizon_days} days ahead: the last day was {last}."
        case NotDone():
            return f"The barber does {', '.join(rule.services) or 'none of the services'}."
        case OffGrid():
            return _grid(rule, zone)
        case _:
            assert_never(rule)


def moment(at: datetime, zone: ZoneInfo) -> str:
    """An instant as that zone writes it, with its offset; whole minutes without seconds."""
    local = at.astimezone(zone)
    precision = "seconds" if local.second else "minutes"
    return f"{local:%a} {local.isoformat(sep=' ', timespec=precision)}"


def _grid(rule: OffGrid, zone: ZoneInfo) -> str:
    around = [moment(one, zone) for one in (rule.before, rule.after) if one is not None]
    near = f": the starts around it are {' and '.join(around)}" if around else ""
    return f"Visits start every {rule.grid // MINUTE} minutes, or right after another{near}."


def _open(hours: Iterable[ClockRange]) -> str:
    ranges = _ranges(hours)
    return f"open {ranges}" if ranges else "closed"


def _when(day: date, *, dated: bool) -> str:
    return f"on {day} by a rule for that date" if dated else f"on a {day:%A}"


def _days(off: DaysOff) -> str:
    name = next(iter(off.names.values()), None)
    days = f"on {off.first}" if off.first == off.last else f"from {off.first} to {off.last}"
    return f"{days} ({name})" if name else days


def _ranges(ranges: Iterable[ClockRange]) -> str:
    return ", ".join(f"{_clock(one.start)}-{_clock(one.end)}" for one in ranges)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
