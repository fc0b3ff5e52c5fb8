"""Puts the days and times of a message together: what is wished, what is left, what is doubtful."""

from collections.abc import Sequence

from application.understanding.almanac import Almanac, DayFound
from application.understanding.bare_hours import Ground
from application.understanding.days import days_in
from application.understanding.events import wished
from application.understanding.eves import before_events
from application.understanding.impossible import NO_SUCH_DAY
from application.understanding.joined_days import joined
from application.understanding.next_ones import next_one
from application.understanding.pieces import Row
from application.understanding.relations import owned, related, unsure
from application.understanding.scheduled import Schedule
from application.understanding.times import NO_SUCH_TIME, TimeFound, times_in
from application.understanding.told_times import put_times

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
    free = wished(joined(named, row, almanac, leaving=leaving), row)
    days = before_events(list(free), row, almanac.today)
    _put_days(schedule, related(days, row, correcting=not absent), row, leaving=leaving)
    put_times(schedule, told, row, almanac, leaving=leaving)
    _note(schedule, named, told, row)
    return schedule


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
    spans = [found.span for found in kept if found.span is not None]
    single = [found for found in kept if found.days]
    if leaving:
        single, old = _left(single, row)
        schedule.old_day = old.days[0] if old is not None else None
    schedule.days = spans[0] if spans and not single else None
    schedule.wished_from = single[0].first if single else 0
    days = list(dict.fromkeys(day for found in single for day in found.days))
    schedule.day = days[0] if days else None
    schedule.other_days = tuple(days[1:])
    if any(found.inferred or unsure(found, row) for found in kept) or len(spans) > 1:
        schedule.inferred.add("day")


def _left(single: list[DayFound], row: Row) -> tuple[list[DayFound], DayFound | None]:
    """What is wished, and the day of the appointment that is left for it."""
    if len(single) > 1 and any(piece.has("or") for piece in row.pieces):
        return single, None
    if len(single) > 1:
        return single[1:], single[0]
    mine = [found for found in single if owned(found, row)]
    return ([], mine[0]) if mine else (single, None)


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
