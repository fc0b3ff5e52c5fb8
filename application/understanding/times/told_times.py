"""Puts the times of a message into its schedule: the one wished, the one left, ranges and parts."""

import datetime as dt
import itertools
from collections.abc import Sequence

import msgspec

from application.understanding.days.almanac import Almanac
from application.understanding.reading import TimeRange
from application.understanding.schedules.events import free, wished
from application.understanding.schedules.relations import alternatives, owned, related, unsure
from application.understanding.schedules.scheduled import Schedule
from application.understanding.text.pieces import Piece, Row
from application.understanding.times import opening
from application.understanding.times.clock_endings import Clock
from application.understanding.times.clocks import in_half
from application.understanding.times.day_parts import span_of_parts
from application.understanding.times.found_times import TimeFound
from application.understanding.times.times import NO_SUCH_TIME

_HOUR = 60  # minutes
_NEAR = 2 * _HOUR
_SOON = 4  # pieces


def put_times(
    schedule: Schedule, told: list[TimeFound], row: Row, almanac: Almanac, *, leaving: bool
) -> None:
    """The times wished, the one left for another, and what is refused."""
    kept, refused = times_wished(told, row, leaving=leaving)
    schedule.refused_any |= bool(refused)
    parted = [found for found in kept if found.part is not None]
    parts = [found.part for found in (_left_for(parted, row) if leaving else parted) if found.part]
    clocks = [
        _parted(one, _parts_of(one, kept, row), almanac) for one in kept if one.clock is not None
    ]
    if leaving and len(clocks) > 1 and not alternatives(clocks, row):
        _put_old_time(schedule, clocks[0], almanac)
        clocks = clocks[1:]
    elif leaving and clocks and (owned(clocks[0], row) or _leads(clocks[0], schedule, row)):
        _put_old_time(schedule, clocks[0], almanac)
        clocks = []
    _put_clocks(schedule, clocks, almanac)
    schedule.either_times = _either(schedule, _choice(clocks, row), almanac)
    ranges = [_parted(found, parts, almanac) for found in kept if found.ranged]
    apart = any(piece.has("or") for piece in row.pieces)
    _put_range(schedule, ranges, parts, almanac, apart=apart)
    if not apart and _within_its_bound(schedule):
        schedule.times = None
    _put_refused(schedule, refused, row, almanac)
    _put_moment(schedule, kept, almanac)
    whenever = any(found.why == "any time" for found in told) and not schedule.settled
    schedule.earliest = whenever or any(found.why == "earliest" for found in told)
    if any(unsure(found, row) for found in (*kept, *refused)):
        schedule.inferred.add("approximate")


def _left_for(parted: list[TimeFound], row: Row) -> list[TimeFound]:
    """As in "from the morning to the afternoon", where the morning is left."""
    for place in range(len(parted) - 1, 0, -1):
        if any(
            piece.has("to") for piece in row.between(parted[place - 1].last, parted[place].first)
        ):
            return parted[place:]
    return parted


def times_wished(
    told: list[TimeFound], row: Row, *, leaving: bool
) -> tuple[tuple[TimeFound, ...], tuple[TimeFound, ...]]:
    """The times that hold, and those that are refused."""
    said = [found for found in told if not found.earliest and found.why != NO_SUCH_TIME]
    return related(wished(free(said, row), row, leaving=leaving), row)


def _parts_of(clock: TimeFound, kept: Sequence[TimeFound], row: Row) -> list[str]:
    """The parts of the day that a time may lie in: none of them "3 or Saturday morning"."""
    return [
        found.part
        for found in kept
        if found.part is not None and not _apart(row.between(clock.last, found.first))
    ]


def _apart(between: Sequence[Piece]) -> bool:
    """Whether another day begins between a time and a part of the day."""
    other = any(piece.has("or") for piece in between)
    return other and any(piece.has("weekday", "offset", "month") for piece in between)


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


def _parted(found: TimeFound, parts: list[str], almanac: Almanac) -> TimeFound:
    if not parts:
        return found
    span = almanac.lexicon.part(parts[0])
    changed = {
        side: in_half(clock, parts[0])
        for side in ("clock", "start", "end")
        if (clock := getattr(found, side)) is not None and not _beyond(clock, parts[0], span)
    }
    return msgspec.structs.replace(found, **changed)


def _beyond(clock: Clock, part: str, span: TimeRange) -> bool:
    """Whether the part is another time's: no afternoon has the eleven of "Saturday at 11"."""
    late = in_half(clock, part).options[0]
    return span.end is not None and _minutes(late) > _minutes(span.end) + _NEAR


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


def _choice(clocks: Sequence[TimeFound], row: Row) -> tuple[TimeFound, ...]:
    """Times of which either would do; "at 8 and at 10" is no choice but two wishes."""
    left = any(piece.has("or") for piece in row.pieces)
    return alternatives(clocks, row) if left else ()


def _either(
    schedule: Schedule, clocks: tuple[TimeFound, ...], almanac: Almanac
) -> tuple[dt.time, ...]:
    """The likeliest of each; none where they only say one time roughly: "3 or half past"."""
    told = [found.clock for found in clocks if found.clock is not None]
    resolved = (opening.resolve(one, almanac.context, schedule.day).time for one in told)
    times = tuple(dict.fromkeys(resolved))
    steps = (_minutes(two) - _minutes(one) for one, two in itertools.pairwise(sorted(times)))
    rough = any(one.approximate for one in told) or any(step < _HOUR for step in steps)
    return () if rough or len(times) < 2 else times  # noqa: PLR2004


def _minutes(time: dt.time) -> int:
    return time.hour * _HOUR + time.minute


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
        wished = named if "before_work" not in parts else None  # "before school photos"
        if wished is not None and _missing(schedule.times, wished):
            schedule.times = wished  # "I work till nine, so in the morning"
    elif named is not None and schedule.time is None and (named.start or named.end):
        schedule.times = named


def _missing(one: TimeRange, two: TimeRange) -> bool:
    """Whether an open range has nothing of the other."""
    if one.start is not None and one.end is not None:
        return False
    late = one.start is not None and two.end is not None and one.start >= two.end
    return late or (one.end is not None and two.start is not None and one.end <= two.start)


def _put_refused(
    schedule: Schedule, refused: tuple[TimeFound, ...], row: Row, almanac: Almanac
) -> None:
    """What "not in the morning" leaves of the day."""
    if len(refused) != 1 or schedule.times is not None or schedule.time is not None:
        return  # "neither early nor late" leaves what no part names
    found = refused[0]
    ahead = row.between(found.last, found.last + _SOON)
    onwards = any(piece.has("onwards") for piece in ahead)  # "not from 9 to 11, from there on"
    if found.ranged and (found.start is None or found.end is None or onwards):
        start, end = found.end, None if onwards else found.start  # "any time but before 10"
        schedule.times = opening.resolve_range(start, end, almanac.context, schedule.day)
    elif found.part is not None and not _of_one_day(found, row):
        unwanted = almanac.lexicon.part(found.part)
        rest = TimeRange(start=unwanted.end, end=None if unwanted.end else unwanted.start)
        schedule.times = rest


def _of_one_day(found: TimeFound, row: Row) -> bool:
    """As "tonight" in "not tonight, tomorrow", which says nothing of tomorrow's evening."""
    return any(piece.has("offset") for piece in row.between(found.first, found.last))


def _put_moment(schedule: Schedule, kept: tuple[TimeFound, ...], almanac: Almanac) -> None:
    found = next((one for one in kept if one.moment is not None), None)
    if found is None or found.moment is None or schedule.time is not None:
        return
    if found.until is None:
        schedule.time = found.moment.time
    elif schedule.times is None:
        ended = found.until.time if found.until.days == found.moment.days else None
        schedule.times = TimeRange(start=found.moment.time, end=ended)
    then = almanac.context.today + dt.timedelta(days=found.moment.days)
    schedule.day = schedule.day or then
