"""Puts the days and times of a message together: what is wished, what is left, what is doubtful."""

import datetime as dt

import msgspec

from application.understanding import opening
from application.understanding.clocks import in_half
from application.understanding.days import Almanac, DayFound, days_in
from application.understanding.pieces import Piece, Row
from application.understanding.reading import DayRange, Inferred, Reading, TimeRange
from application.understanding.relations import related
from application.understanding.times import Ground, TimeFound, times_in

_PLAIN_DAYS = {"weekday", "relative day"}  # an hour may follow these without more ado
_OF_MINE = ("at", "on", "the", "from")  # words between "my appointment" and its day
_NEAR = 4  # pieces
_WEEK = dt.timedelta(days=6)


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
    inferred: set[Inferred] = msgspec.field(default_factory=set)
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
    def said(self) -> bool:
        """Whether any day or time is said."""
        return bool(self.places)

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
    row: Row, almanac: Almanac, blocked: frozenset[int], *, leaving: bool = False
) -> Schedule:
    """The days and times said; `leaving` if the message moves or replaces an appointment."""
    named = list(days_in(row, almanac, blocked))
    ground = Ground(
        context=almanac.context,
        taken=frozenset(place for found in named for place in range(found.first, found.last)),
        day_ends=frozenset(found.last for found in named if found.why in _PLAIN_DAYS),
        blocked=blocked,
        leaving=leaving,
    )
    told = list(times_in(row, ground))
    schedule = Schedule()
    _put_days(schedule, _joined(named, row, almanac, leaving=leaving), row, leaving=leaving)
    _put_times(schedule, told, row, almanac, leaving=leaving)
    _note(schedule, named, told, row)
    return schedule


def _joined(named: list[DayFound], row: Row, almanac: Almanac, *, leaving: bool) -> list[DayFound]:
    joined: list[DayFound] = []
    for found in named:
        bounded = _bounded(found, row, almanac.today)
        together = _together(joined[-1], bounded, row, leaving=leaving) if joined else None
        if together is not None:
            joined[-1] = together
        elif bounded.days or bounded.span is not None:
            joined.append(bounded)
    return _in_their_week(joined, row)


def _bounded(found: DayFound, row: Row, today: dt.date) -> DayFound:
    """As in "before Friday", "from the 5th on"."""
    place = found.first - 1
    while place > found.first - _NEAR and row.at(place).has("the", "on"):
        place -= 1
    before = row.at(place)
    if (
        not found.days
        or row.at(place - 1).has("unit_days")
        or not before.has("after", "before", "by")
    ):
        return found
    day = found.days[0]
    if before.has("after"):
        first = day + dt.timedelta(days=before.has("from") is False)
        return _ranged(found, DayRange(first=first, last=first + _WEEK))
    last = day - dt.timedelta(days=before.has("before"))
    return _ranged(found, DayRange(first=min(today, last), last=last))


def _ranged(found: DayFound, span: DayRange) -> DayFound:
    return msgspec.structs.replace(found, days=(), span=span, weekday=None, inferred=True)


def _together(one: DayFound, two: DayFound, row: Row, *, leaving: bool) -> DayFound | None:
    """Two findings that are one: "Friday the 3rd", "from Monday to Wednesday"."""
    between = row.between(one.last, two.first)
    if not (one.days and two.days):
        return None
    linked = [piece for piece in between if piece.has("to") or not piece.has("the", "on", "of")]
    if len(linked) == 1 and (linked[0].has("to") or linked[0].text == "-"):
        return None if leaving else _stretch(one, two, row)
    spread = row.at(one.first).has("between") or row.at(one.first - 1).has("between")
    if spread and len(linked) == 1 and linked[0].has("and"):
        return _stretch(one, two, row)
    if any(piece.text not in {",", "(", ")"} for piece in linked):
        return None
    if (one.weekday is None) == (two.weekday is None):
        return None
    return _agreed(one, two)


def _stretch(one: DayFound, two: DayFound, row: Row) -> DayFound | None:
    leads = (row.at(one.first - 1), row.at(one.first))
    if not any(piece.has("from", "of", "between") for piece in leads) and one.weekday is None:
        return None
    first, last = one.days[0], two.days[0]
    if last <= first and two.weekday is not None:
        last += dt.timedelta(days=(two.weekday - last.weekday()) % 7)
        last += dt.timedelta(days=7 * ((first - last).days // 7 + 1))
    if first >= last:
        return None
    span = DayRange(first=first, last=last)
    return DayFound(first=one.first, last=two.last, why="days", span=span, inferred=True)


def _agreed(one: DayFound, two: DayFound) -> DayFound:
    """A weekday and a date: the date where they agree, else both are asked back."""
    dated, weekly = (one, two) if one.weekday is None else (two, one)
    fitting = tuple(day for day in dated.days if day.weekday() == weekly.weekday)
    days = fitting or tuple(dict.fromkeys((*dated.days, *weekly.days)))
    inferred = dated.inferred and not fitting
    return DayFound(
        first=one.first, last=two.last, why="weekday and date", days=days, inferred=inferred
    )


def _in_their_week(joined: list[DayFound], row: Row) -> list[DayFound]:
    """The Friday of that week for "next week, Friday"."""
    weeks = [found for found in joined if found.span or _counts_weeks(found, row)]
    weekdays = [found for found in joined if found.weekday is not None and found.days]
    if len(weeks) != 1 or not weekdays or len(joined) > len(weekdays) + 1:
        return joined
    if any(piece.has("or", "not", "correct") for piece in _between(weeks[0], weekdays[0], row)):
        return joined
    placed = [_placed(weekday, weeks[0]) for weekday in weekdays]
    return [found for found in placed if found is not None] or joined


def _between(one: DayFound, two: DayFound, row: Row) -> tuple[Piece, ...]:
    first, second = sorted((one, two), key=lambda found: found.first)
    return row.between(first.last, second.first)


def _placed(weekday: DayFound, week: DayFound) -> DayFound | None:
    monday, sunday = _reach(week)
    offset = ((weekday.weekday or 0) - monday.weekday()) % 7
    inside = [monday + dt.timedelta(days=offset + 7 * n) for n in range(6)]
    days = tuple(day for day in inside if day <= sunday)[:2]
    inferred = weekday.inferred or len(days) > 1
    return msgspec.structs.replace(weekday, days=days, inferred=inferred) if days else None


def _counts_weeks(found: DayFound, row: Row) -> bool:
    pieces = row.between(found.first, found.last)
    return found.why == "count" and any(piece.has("week", "fortnight") for piece in pieces)


def _reach(week: DayFound) -> tuple[dt.date, dt.date]:
    if week.span is not None:
        return week.span.first, week.span.last
    monday = week.days[0] - dt.timedelta(days=week.days[0].weekday())
    return monday, monday + _WEEK


def _put_days(schedule: Schedule, named: list[DayFound], row: Row, *, leaving: bool) -> None:
    kept, refused = related(named, row)
    schedule.days_refused = tuple(day for found in refused for day in found.days[:1])
    spans = [found.span for found in kept if found.span is not None]
    single = [found for found in kept if found.days]
    if leaving:
        single, old = _left(single, row)
        schedule.old_day = old.days[0] if old is not None else None
    schedule.days = spans[0] if spans and not single else None
    days = list(dict.fromkeys(day for found in single for day in found.days))
    schedule.day = days[0] if days else None
    schedule.other_days = tuple(days[1:])
    if any(found.inferred or _unsure(found, row) for found in kept) or len(spans) > 1:
        schedule.inferred.add("day")


def _unsure(found: DayFound | TimeFound, row: Row) -> bool:
    """Whether a "no" stands right before it: "no Friday" may refuse it or wish it."""
    return row.at(found.first - 1).has("no")


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
    near = found.first - _NEAR
    while place > near and row.at(place).has(*_OF_MINE) and not row.at(place).has("mine"):
        place -= 1
    return row.at(place).has("mine") and not row.at(place).has("to")


def _put_times(
    schedule: Schedule, told: list[TimeFound], row: Row, almanac: Almanac, *, leaving: bool
) -> None:
    kept, refused = related([found for found in told if not found.earliest], row)
    schedule.earliest = any(found.earliest for found in told)
    parts = [found.part for found in kept if found.part is not None]
    clocks = [_parted(found, parts) for found in kept if found.clock is not None]
    if leaving and len(clocks) > 1 and not any(piece.has("or") for piece in row.pieces):
        _put_old_time(schedule, clocks[0], almanac)
        clocks = clocks[1:]
    elif leaving and clocks and _owned(clocks[0], row):
        _put_old_time(schedule, clocks[0], almanac)
        clocks = []
    _put_clocks(schedule, clocks, almanac)
    ranges = [_parted(found, parts) for found in kept if found.ranged]
    _put_range(schedule, ranges, parts, almanac)
    _put_refused(schedule, refused, almanac)
    _put_moment(schedule, kept, almanac)
    if any(_unsure(found, row) for found in kept):
        schedule.inferred.add("approximate")


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
    schedule: Schedule, ranges: list[TimeFound], parts: list[str], almanac: Almanac
) -> None:
    if ranges:
        found = ranges[0]
        context, day = almanac.context, schedule.day
        schedule.times = opening.resolve_range(found.start, found.end, context, day)
        schedule.inferred.add("half_of_day")
    elif parts and schedule.time is None:
        schedule.times = _hull([almanac.lexicon.part(part) for part in dict.fromkeys(parts)])


def _hull(ranges: list[TimeRange]) -> TimeRange:
    """All that several parts of the day span; of one part, the part."""
    starts = [span.start for span in ranges]
    ends = [span.end for span in ranges]
    return TimeRange(
        start=None if None in starts else min(start for start in starts if start is not None),
        end=None if None in ends else max(end for end in ends if end is not None),
    )


def _put_refused(schedule: Schedule, refused: tuple[TimeFound, ...], almanac: Almanac) -> None:
    """What "not in the morning" leaves of the day."""
    parts = [found.part for found in refused if found.part is not None]
    if not parts or schedule.times is not None or schedule.time is not None:
        return
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
    schedule.places += [(found.first, found.last, "time", found.why) for found in told]
    if any(
        row.at(place).doubtful
        for first, last, *_ in schedule.places
        for place in range(first, last)
    ):
        schedule.inferred.add("spelling")
