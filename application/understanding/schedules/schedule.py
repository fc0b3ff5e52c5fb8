"""Puts the days and times of a message together: what is wished, what is left, what is doubtful."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from application.understanding.days.almanac import Almanac, DayFound
from application.understanding.days.days import days_in
from application.understanding.days.days_in_turn import in_turn
from application.understanding.days.eves import before_events
from application.understanding.days.impossible import NO_SUCH_DAY
from application.understanding.days.joined_days import STATED, joined
from application.understanding.days.next_ones import next_one
from application.understanding.reading import Context, DayWish
from application.understanding.schedules.day_wishes import day_wishes
from application.understanding.schedules.events import free, wished
from application.understanding.schedules.relations import alternatives, owned, related, unsure
from application.understanding.schedules.scheduled import Schedule
from application.understanding.text.pieces import Row
from application.understanding.times.bare_hours import Ground
from application.understanding.times.found_times import TimeFound
from application.understanding.times.times import NO_SUCH_TIME, times_in
from application.understanding.times.told_times import put_times, times_wished

_PLAIN_DAYS = {"weekday", "relative day"}  # an hour may follow these without more ado


def schedule_in(
    row: Row,
    almanac: Almanac,
    blocked: frozenset[int],
    *,
    leaving: bool = False,
    absent: bool = False,
) -> Schedule:
    """The days and times said; `leaving` if the message moves or replaces an appointment.

    `absent` if it says that the customer cannot come.
    """
    named = list(days_in(row, almanac, blocked))
    ground = Ground(
        context=almanac.context,
        taken=frozenset(place for found in named for place in range(found.first, found.last)),
        day_ends=frozenset(found.last for found in named if found.why in _PLAIN_DAYS),
        blocked=blocked,
        known=almanac.lexicon.known,
        leaving=leaving,
    )
    told = list(times_in(row, ground))
    schedule = Schedule()
    whole = free(joined(named, row, almanac, leaving=leaving), row)
    meant = wished(_unstated(whole), row, leaving=leaving)
    days = in_turn(before_events(list(meant), row, almanac.today), row, almanac.today)
    kept = related(days, row, correcting=not absent)
    _put_days(schedule, kept, row, leaving=leaving)
    put_times(schedule, told, row, almanac, leaving=leaving)
    if schedule.other_days and not leaving:
        times, _ = times_wished(told, row, leaving=leaving)
        _put_day_wishes(schedule, day_wishes(kept[0], times, row, almanac))
    _leave_the_past(schedule, almanac.context)
    _put_off(schedule, almanac.context)
    _note(schedule, named, told, row)
    return schedule


def _leave_the_past(schedule: Schedule, context: Context) -> None:
    """A time that is over today is meant on the other day: "Friday at 3", said on a Friday at 5."""
    over = schedule.time is not None and schedule.time <= context.now and not schedule.other_times
    if schedule.day == context.today and schedule.other_days and over and not schedule.day_wishes:
        schedule.day, *others = schedule.other_days
        schedule.other_days = tuple(others)
        schedule.either_days = ()
        schedule.inferred.add("day")


def _put_off(schedule: Schedule, context: Context) -> None:
    """Who moves Friday's to Monday, on a Monday, more likely means the next one than today."""
    later = schedule.old_day is not None and schedule.old_day > context.today
    if later and schedule.day == context.today and schedule.other_days:
        schedule.day, *others = schedule.other_days
        schedule.other_days = (context.today, *others)


def _unstated(days: list[DayFound]) -> list[DayFound]:
    """The days without what is only told of the calendar, where more is said."""
    return [found for found in days if found.why != STATED] or days


def _put_days(
    schedule: Schedule,
    found: tuple[tuple[DayFound, ...], tuple[DayFound, ...]],
    row: Row,
    *,
    leaving: bool,
) -> None:
    kept, refused = found
    declined = kept if len(kept) == 1 and unsure(kept[0], row) else ()
    if not kept or declined:
        following = next_one(declined or refused, row)
        kept, refused = ((following,), (*refused, *declined)) if following else (kept, refused)
    schedule.days_refused = tuple(day for found in refused for day in found.days[:1])
    schedule.refused_any = bool(refused)
    if leaving:
        kept = tuple(part for found in kept for part in _ends(found, row))
    spans = [found.span for found in kept if found.span is not None]
    single = [found for found in kept if found.days]
    if leaving:
        single, old = _left(single, row, ranged=bool(spans))
        schedule.old_day = old.days[0] if old is not None else None
    schedule.days = spans[0] if spans and not single else None
    schedule.wished_from = single[0].first if single else 0
    days = list(dict.fromkeys(day for found in single for day in found.days))
    schedule.day = days[0] if days else None
    schedule.other_days = tuple(days[1:])
    schedule.either_days = _either(single, row)
    if any(found.inferred or unsure(found, row) for found in kept) or len(spans) > 1:
        schedule.inferred.add("day")


def _ends(found: DayFound, row: Row) -> tuple[DayFound, ...]:
    """The two days of "from the 14th to the 21st" where an appointment moves."""
    led = any(row.at(place).has("from") for place in (found.first, found.first - 1))
    to = any(piece.has("to") for piece in row.between(found.first, found.last))
    if found.span is None or not (led and to):
        return (found,)
    days = (found.span.first, found.span.last)
    return tuple(msgspec.structs.replace(found, days=(day,), span=None) for day in days)


def _put_day_wishes(schedule: Schedule, wishes: tuple[DayWish, ...]) -> None:
    if wishes:
        schedule.day_wishes = wishes
        schedule.times = wishes[0].times
        schedule.time = wishes[0].time


def _either(single: list[DayFound], row: Row) -> tuple[dt.date, ...]:
    days = dict.fromkeys(found.days[0] for found in alternatives(single, row))
    return tuple(days) if len(days) > 1 else ()


def _left(
    single: list[DayFound], row: Row, *, ranged: bool
) -> tuple[list[DayFound], DayFound | None]:
    """What is wished, and the day of the appointment that is left for it."""
    if alternatives(single, row):
        return single, None
    if len(single) > 1:
        return single[1:], single[0]
    mine = [found for found in single if owned(found, row) or (ranged and _from(found, row))]
    return ([], mine[0]) if mine else (single, None)


def _from(found: DayFound, row: Row) -> bool:
    """As in "from Friday to next week"."""
    return row.at(found.first - 1).has("from") and row.at(found.last).has("to")


def _note(schedule: Schedule, named: list[DayFound], told: list[TimeFound], row: Row) -> None:
    for found in named:
        if found.days or found.span is not None:
            schedule.places.append((found.first, found.last, "day", found.why))
    schedule.places += [
        (found.first, found.last, "time", found.why) for found in told if found.why != NO_SUCH_TIME
    ]
    schedule.no_such_day = _first(NO_SUCH_DAY, named)
    schedule.no_such_time = _first(NO_SUCH_TIME, told)
    if any(
        row.at(place).doubtful
        for first, last, *_ in schedule.places
        for place in range(first, last)
    ):
        schedule.inferred.add("spelling")


def _first(why: str, findings: Sequence[DayFound | TimeFound]) -> tuple[int, int] | None:
    return next(((one.first, one.last) for one in findings if one.why == why), None)
