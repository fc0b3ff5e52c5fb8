"""Puts the days and times of a message together: what is wished, what is left, what is doubtful."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from application.understanding import opening
from application.understanding.almanac import Almanac, DayFound
from application.understanding.bare_hours import Ground
from application.understanding.clocks import in_half
from application.understanding.day_parts import span_of_parts
from application.understanding.days import days_in
from application.understanding.events import wished
from application.understanding.eves import before_events
from application.understanding.impossible import NO_SUCH_DAY
from application.understanding.joined_days import NEAR, joined
from application.understanding.next_ones import next_one
from application.understanding.pieces import Row
from application.understanding.reading import DayRange, Inferred, Reading, TimeRange
from application.understanding.relations import related
from application.understanding.times import NO_SUCH_TIME, TimeFound, times_in

_PLAIN_DAYS = {"weekday", "relative day"}  # an hour may follow these without more ado
_OF_MINE = ("at", "on", "the", "from")  # words between "my appointment" and its day


class Schedule(msgspec.Struct, kw_only=True):
    """The day and time slots of a reading."""

    day: dt.date | None = None
    days: DayRange | None = None
    days_refused: tuple[dt.date, ...] = ()
    time: dt.time | None = None
    times: TimeRange | None = None
    other_days: tuple[dt.date, ...] = ()
    other_times: tuple[dt.time, ...] = ()
    old_day: dt.date | None = None
    old_time: dt.time | None = None
    earliest: bool = False
    no_such_day: tuple[int, int] | None = None  # pieces, half-open
    no_such_time: tuple[int, int] | None = None
    refused_any: bool = False  # a day or a time is named that is not wanted
    inferred: set[Inferred] = msgspec.field(default_factory=set)
    wished_from: int = 0  # the piece at which the wished day stands
    places: list[tuple[int, int, str, str]] = msgspec.field(default_factory=list)

    @property
    def settled(self) -> bool:
        """Whether more is said than "now" or "as soon as possible"."""
        return self.day is not None or self.days is not None or self.timed or self.refusing

    @property
    def refusing(self) -> bool:
        """Whether only days are refused."""
        return bool(self.days_refused)

    @property
    def timed(self) -> bool:
        """Whether a time of day is said."""
        return self.time is not None or self.times is not None

    @property
    def impossible(self) -> bool:
        """Whether a day or a time is said that does not exist."""
        return self.no_such_day is not None or self.no_such_time is not None

    @property
    def said(self) -> bool:
        """Whether any day or time is said."""
        return bool(self.places or self.impossible)

    def holds(self, place: int) -> bool:
        """Whether a day or a time was read from the piece."""
        return any(first <= place < last for first, last, *_ in self.places)

    def reading(self) -> Reading:
        """A reading with these slots only."""
        return Reading(
            day=self.day,
            days=self.days,
            days_refused=self.days_refused,
            time=self.time,
            times=self.times,
            other_days=self.other_days,
            other_times=self.other_times,
            old_day=self.old_day,
            old_time=self.old_time,
            earliest=self.earliest,
        )


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
    _put_times(schedule, told, row, almanac, leaving=leaving)
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
    if not kept and (following := next_one(refused, row)) is not None:
        kept = (following,)
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
    if any(found.inferred or _unsure(found, row) for found in kept) or len(spans) > 1:
        schedule.inferred.add("day")


def _unsure(found: DayFound | TimeFound, row: Row) -> bool:
    """Whether a "no" stands right before it: "no Friday" may refuse it or wish it."""
    return row.at(found.first - 1).has("no", "every")


def _left(single: list[DayFound], row: Row) -> tuple[list[DayFound], DayFound | None]:
    """What is wished, and the day of the appointment that is left for it."""
    if len(single) > 1 and any(piece.has("or") for piece in row.pieces):
        return single, None
    if len(single) > 1:
        return single[1:], single[0]
    owned = [found for found in single if _owned(found, row)]
    return ([], owned[0]) if owned else (single, None)


def _owned(found: DayFound | TimeFound, row: Row) -> bool:
    place = found.first - (not row.at(found.first).has("mine"))
    near = found.first - NEAR
    while place > near and row.at(place).has(*_OF_MINE) and not row.at(place).has("mine"):
        place -= 1
    return row.at(place).has("mine") and not row.at(place).has("to")


def _put_times(
    schedule: Schedule, told: list[TimeFound], row: Row, almanac: Almanac, *, leaving: bool
) -> None:
    real = [found for found in told if not found.earliest and found.why != NO_SUCH_TIME]
    kept, refused = related(wished(real, row), row)
    schedule.refused_any |= bool(refused)
    parts = [found.part for found in kept if found.part is not None]
    clocks = [_parted(found, parts) for found in kept if found.clock is not None]
    if leaving and len(clocks) > 1 and not any(piece.has("or") for piece in row.pieces):
        _put_old_time(schedule, clocks[0], almanac)
        clocks = clocks[1:]
    elif leaving and clocks and (_owned(clocks[0], row) or _leads(clocks[0], schedule, row)):
        _put_old_time(schedule, clocks[0], almanac)
        clocks = []
    _put_clocks(schedule, clocks, almanac)
    ranges = [_parted(found, parts) for found in kept if found.ranged]
    apart = any(piece.has("or") for piece in row.pieces)
    _put_range(schedule, ranges, parts, almanac, apart=apart)
    if not apart and _within_its_bound(schedule):
        schedule.times = None
    _put_refused(schedule, refused, almanac)
    _put_moment(schedule, kept, almanac)
    whenever = any(found.why == "any time" for found in told) and not schedule.settled
    schedule.earliest = whenever or any(found.why == "earliest" for found in told)
    if any(_unsure(found, row) for found in kept):
        schedule.inferred.add("approximate")


def _within_its_bound(schedule: Schedule) -> bool:
    """As in "I work till 5, so 5:30": the time says more than the open range around it."""
    if schedule.time is None or schedule.times is None:
        return False
    start, end = schedule.times.start, schedule.times.end
    if start is not None and end is not None:
        return False
    return (start is None or start <= schedule.time) and (end is None or schedule.time < end)


def _leads(clock: TimeFound, schedule: Schedule, row: Row) -> bool:
    """Whether the time stands with the day that is left, before the one wished."""
    if schedule.old_day is None:
        return False
    if schedule.day is not None:
        return clock.first < schedule.wished_from
    to, before = row.at(clock.first), row.at(clock.first - 1)
    if to.has("to") and to.has("at"):  # "a las 4" is both "at 4" and "to 4"
        schedule.inferred.add("approximate")
    return not (to.has("to") or before.has("to"))


def _put_old_time(schedule: Schedule, found: TimeFound, almanac: Almanac) -> None:
    if found.clock is not None:
        resolved = opening.resolve(found.clock, almanac.context, schedule.old_day)
        schedule.old_time = resolved.time


def _parted(found: TimeFound, parts: list[str]) -> TimeFound:
    if not parts:
        return found
    changed = {
        side: in_half(clock, parts[0])
        for side in ("clock", "start", "end")
        if (clock := getattr(found, side)) is not None
    }
    return msgspec.structs.replace(found, **changed)


def _put_clocks(schedule: Schedule, clocks: list[TimeFound], almanac: Almanac) -> None:
    times: list[dt.time] = []
    for found in clocks:
        if found.clock is None:
            continue
        resolved = opening.resolve(found.clock, almanac.context, schedule.day)
        times += [resolved.time, *resolved.others]
        if resolved.by_hours:
            schedule.inferred.add("half_of_day")
        if found.clock.approximate:
            schedule.inferred.add("approximate")
    times = list(dict.fromkeys(times))
    schedule.time = times[0] if times else None
    schedule.other_times = tuple(times[1:])


def _put_range(
    schedule: Schedule,
    ranges: list[TimeFound],
    parts: list[str],
    almanac: Almanac,
    *,
    apart: bool,
) -> None:
    named = span_of_parts(parts, almanac.lexicon, apart=apart) if parts else None
    if ranges:
        found = ranges[0]
        context, day = almanac.context, schedule.day
        end = found.end or next((other.end for other in ranges[1:] if other.start is None), None)
        start = found.start or next((o.start for o in ranges[1:] if o.end is None), None)
        schedule.times = opening.resolve_range(start, end, context, day)
        schedule.inferred.add("half_of_day")
        if named is not None and _missing(schedule.times, named):
            schedule.times = named  # "I work till nine, so in the morning"
    elif named is not None and schedule.time is None:
        schedule.times = named


def _missing(one: TimeRange, two: TimeRange) -> bool:
    """Whether an open range has nothing of the other."""
    if one.start is not None and one.end is not None:
        return False
    late = one.start is not None and two.end is not None and one.start >= two.end
    return late or (one.end is not None and two.start is not None and one.end <= two.start)


def _put_refused(schedule: Schedule, refused: tuple[TimeFound, ...], almanac: Almanac) -> None:
    """What "not in the morning" leaves of the day."""
    parts = [found.part for found in refused if found.part is not None]
    if not parts or schedule.times is not None or schedule.time is not None:
        return
    if len(parts) > 1:
        return  # "neither early nor late" leaves what no part names
    unwanted = almanac.lexicon.part(parts[0])
    rest = TimeRange(start=unwanted.end, end=None if unwanted.end else unwanted.start)
    schedule.times = rest


def _put_moment(schedule: Schedule, kept: tuple[TimeFound, ...], almanac: Almanac) -> None:
    moments = [found.moment for found in kept if found.moment is not None]
    if moments and schedule.time is None:
        schedule.time = moments[0].time
        then = almanac.context.today + dt.timedelta(days=moments[0].days)
        schedule.day = schedule.day or then


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
