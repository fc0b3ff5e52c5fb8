"""Puts weekdays that are named in turn after one another: "Thursday or Friday", said on a Friday."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from application.understanding.days.almanac import DayFound
from application.understanding.schedules.relations import alternatives
from application.understanding.text.pieces import Row

_WEEK = dt.timedelta(days=7)


def in_turn(findings: Sequence[DayFound], row: Row, today: dt.date) -> tuple[DayFound, ...]:
    """The findings; today's weekday after a later day is the one of next week."""
    if not alternatives(findings, row):
        return tuple(findings)
    kept: list[DayFound] = []
    for found in findings:
        passed = bool(kept) and bool(kept[-1].days) and kept[-1].days[0] > today
        again = passed and found.weekday == today.weekday() and found.days[:1] == (today,)
        kept.append(msgspec.structs.replace(found, days=(today + _WEEK,)) if again else found)
    return tuple(kept)
