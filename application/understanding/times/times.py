"""Reads the times of day that a message names: clock times, ranges and parts of the day."""

import functools
from collections.abc import Callable, Iterator

from application.understanding.days.impossible import impossible_clock
from application.understanding.reading import Context
from application.understanding.text.pieces import Row
from application.understanding.text.words import words_of
from application.understanding.times.bare_hours import (
    Ground,
    counts_unknown,
    expected,
    numbers_a_house,
)
from application.understanding.times.clock_endings import Clock
from application.understanding.times.clocks import clock_at
from application.understanding.times.found_times import TimeFound
from application.understanding.times.moments import (
    at_this_hour,
    in_so_long,
    until_then,
    within_so_long,
)
from application.understanding.times.named_parts import part_at
from application.understanding.wants.choices import points_at_a_row

NO_SUCH_TIME = "no such time"
_THAT = ("that", "eso", "antes")
_CLAUSE = 9  # pieces
_HOUR_DIGITS = 2
_PARTING = ("before", "weekday", "offset", "month", "number", "day_word", "so", "or")
_REACH = 5  # pieces from "between" to its "and"


Rule = Callable[[Row, int, Ground], TimeFound | None]


def times_in(row: Row, ground: Ground) -> Iterator[TimeFound]:
    """Every time named, in order."""
    place = 0
    while place < len(row):
        found = None if row.at(place).first in ground.blocked else _time_at(row, place, ground)
        if found is not None:
            yield found
        place = found.last if found is not None else place + 1


def _time_at(row: Row, place: int, ground: Ground) -> TimeFound | None:
    if place in ground.taken:
        return part_at(row, place, ground)
    if _names_a_row(row, place, ground.context):
        return None
    for rule in _rules_for(tuple(row.at(place).marks)):
        found = rule(row, place, ground)
        if found is None:
            continue
        if rule is _interrupted or not ground.taken & set(range(found.first, found.last)):
            return found
    return None


def _names_a_row(row: Row, place: int, context: Context) -> bool:
    """As in "la 1" where times are on the screen, and none of them at one o'clock."""
    if context.asked != "offer" or not row.at(place).has("at_one"):
        return False
    hours = {offer.time.hour % 12 for offer in context.offered}
    return points_at_a_row(row, place + 1, context) and 1 not in hours


def _between(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "between 4 and 6", "from 2 to 4", "de 2 a 4"."""
    if not row.at(at).has("between", "from"):
        return None
    if ground.leaving and not row.at(at).has("between"):
        return None
    return _split_at(row, at) or _joined_hours(row, at) or _from_a_part(row, at)


def _from_a_part(row: Row, at: int) -> TimeFound | None:
    """As in "between lunch and 4", of which the end is sure."""
    end = _after_join(row, at + 2, "and", "to") if row.at(at + 1).has("part") else None
    return None if end is None else TimeFound(first=at, last=end.last, why="before", end=end)


def _interrupted(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "between 2:00 tomorrow and 4:00", around a day."""
    if not row.at(at).has("between", "from"):
        return None
    start = clock_at(row, at + 1)
    if start is None or start.last not in ground.taken:
        return None
    place = start.last
    while place in ground.taken:
        place += 1
    end = _after_join(row, place, "and", "to", "by")
    return None if end is None or end.last in ground.taken else _range(at, start, end)


def _split_at(row: Row, at: int) -> TimeFound | None:
    return None if row.at(at).has("between") else _split(row, at, "to")


def _joined_hours(row: Row, at: int) -> TimeFound | None:
    start = clock_at(row, at + 1) or (clock_at(row, at) if row.at(at).has("at") else None)
    if start is None:
        return None
    if row.at(start.last).has("at") and not (start.strong or row.at(at).has("at")):
        return None
    joins = ("and", "to") if row.at(at).has("between") else ("to",)
    end = _after_join(row, start.last, *joins)
    if end is None and row.at(at).has("between"):
        return _split(row, at, "and")
    return None if end is None else _range(at, start, end)


def _split(row: Row, at: int, join: str) -> TimeFound | None:
    """As in "entre las 5 y 10 pm" and "from ten to eleven", where the join could tell minutes."""
    for place in range(at + 2, min(at + _REACH, len(row))):
        if row.at(place).has(join):
            start = clock_at(Row(row.pieces[:place], row.words), at + 1)
            end = _after_join(row, place, join)
            whole = start is not None and start.last == place and end is not None
            return _range(at, start, end) if whole and start and end else None
    return None


def _after_join(row: Row, place: int, *joins: str) -> Clock | None:
    if not (row.at(place).has(*joins) or row.at(place).text == "-"):
        return None
    place += row.at(place).text == row.at(place + 1).text == "-"  # "3:00 -- 3:20"
    joined = clock_at(row, place) if row.at(place).has("at") else None
    return joined or clock_at(row, place + 1)


def _range(at: int, start: Clock, end: Clock) -> TimeFound:
    return TimeFound(first=at, last=end.last, why="range", start=start, end=end)


def _clocked(row: Row, at: int, ground: Ground) -> TimeFound | None:
    clock = None if row.at(at - 1).text == "by" and _counts(row, at) else clock_at(row, at)
    if clock is None or _both(row, clock, ground) or numbers_a_house(row, clock):
        return None
    stretch = _joined(row, clock, ground)
    if stretch is not None and not ground.taken & set(range(at, stretch.last)):
        return stretch
    return _clock(row, clock, ground)


def _both(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "las dos", where the service was asked."""
    bare = clock.last == clock.first + 2 and row.at(clock.first).text == "las"
    return bare and ground.context.asked == "service" and not row.at(clock.first + 1).digits


def _joined(row: Row, start: Clock, ground: Ground) -> TimeFound | None:
    """As in "2-4pm", "9:30 to 11"."""
    if row.at(start.last).has("at"):
        return None
    if ground.leaving and row.at(start.last).has("to"):
        return None
    end = _after_join(row, start.last, "to")
    if end is None:
        return None
    sure = start.strong or end.strong or expected(row, start, ground)
    sure = sure or _after_any_day(row, start.first, ground) or row.at(start.first).has("perhaps")
    sure = sure or row.at(start.first - 1).has("any_time")
    sure = sure or (row.at(start.last).has("to") and _nothing_else(row, start.first, end.last))
    sure = sure or _leads_to_a_day(row, (start.first, end.last), ground)
    sure = sure or (ground.context.asked == "day" and _nothing_else(row, start.first, end.last))
    return _range(start.first, start, end) if sure else None


def _leads_to_a_day(row: Row, place: tuple[int, int], ground: Ground) -> bool:
    """As in "1-2 on Friday", "8 till 10 on a weekday"."""
    dated = place[0] == 0 and row.at(place[1]).has("on", "weekday", "offset")
    return dated or (row.at(place[1]).has("on") and place[1] in ground.taken)


def _after_any_day(row: Row, place: int, ground: Ground) -> bool:
    """As in "Jan 3, 10-12"."""
    return place - (row.at(place - 1).text == ",") - 1 in ground.taken


def _nothing_else(row: Row, first: int, last: int) -> bool:
    """Whether the message is no more than "2 to 4", and perhaps "please"."""
    others = (*row.between(0, first), *row.between(last, len(row)))
    return all(piece.has("polite") or not piece.text.isalnum() for piece in others)


def _bounded(row: Row, at: int, ground: Ground) -> TimeFound | None:
    """As in "after 5", "before 12", "hasta las 6"."""
    piece = row.at(at)
    if not piece.has("after", "before", "by", "leaves", "after_hour"):
        return None
    clock = clock_at(row, at + 1) or _of_a_thing(row, at + 1)
    passing = piece.text == "by" and row.at(at + 1).has("at")  # "come by at 3"
    passing |= piece.text == "before" and row.at(at - 1).has("day_word")  # "the day before, at 3"
    if clock is not None and not clock.strong:
        passing |= counts_unknown(row, clock, ground)
    passing |= piece.text == "by" and _counts(row, at + 1)  # "move it by 2 hours"
    if passing or clock is None or (piece.has("after") and row.at(clock.last).has("unit_minutes")):
        return None
    last = clock.last
    if piece.has("after", "leaves", "after_hour"):
        return TimeFound(first=at, last=last, why="after", start=clock)
    return TimeFound(first=at, last=last, why="before", end=clock)


def _of_a_thing(row: Row, at: int) -> Clock | None:
    """As in "before my 3pm meeting", where the half of the day is said."""
    clock = clock_at(row, at + 1) if row.at(at).has("mine", "the") else None
    return clock if clock is not None and row.at(clock.last - 1).has("am", "pm") else None


def _counts(row: Row, at: int) -> bool:
    """Whether hours or minutes are counted, and no "1400 hours" is named."""
    return row.at(at).digits <= _HOUR_DIGITS and row.at(at + 1).has("unit_minutes")


def _clock(row: Row, clock: Clock, ground: Ground) -> TimeFound | None:
    at, end = clock.first, clock.last
    while end in ground.taken and end < clock.last + _REACH:
        end += 1  # "I start at 10 on Tuesday, so before that"
    end += row.at(end).text == "," and row.at(end + 1).has("or_earlier", "onwards")
    end = end if row.at(end).text.endswith(_THAT) or end <= clock.last + 1 else clock.last
    last = clock.last if clock.last in ground.taken else end + 1
    goes_on = row.at(end + 1).has("number")  # "10 to 11 or after 4"
    bounded = (not goes_on and row.at(end).has("onwards", "or_earlier")) or _and_on(
        row, clock, ground
    )
    if not (clock.strong or bounded or expected(row, clock, ground)):
        return None
    if _from(row, clock, ground):
        return TimeFound(first=at, last=clock.last, why="after", start=clock)
    if _before_something(row, at):
        return TimeFound(first=at, last=clock.last, why="before", end=clock)
    if (row.at(end).has("onwards") and not goes_on) or _and_on(row, clock, ground):
        return TimeFound(first=at, last=last, why="after", start=clock)
    if row.at(end).has("or_earlier") and not goes_on:
        return TimeFound(first=at, last=last, why="before", end=clock)
    return TimeFound(first=at, last=clock.last, why=clock.worded, clock=clock)


def _before_something(row: Row, at: int) -> bool:
    """As in "before I pick up the kids at 3", "before school pickup at 3"."""
    place = at - 1
    while (
        place > at - _CLAUSE and row.at(place).text.isalnum() and not row.at(place).has(*_PARTING)
    ):
        place -= 1
    reach = at - 1 - place  # words of the clause
    lead = row.at(place)
    bound = lead.has("before") and reach > 1
    bound |= lead.name("part") == "before_work" and reach > 0
    return bound and row.at(at).has("at")


def _and_on(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "from 5 on", but not "from 5 on Friday"."""
    led = row.at(clock.first - 1)
    if not led.has("from") or ground.leaving:
        return False
    ends = row.at(clock.last).has("on") and clock.last + 1 not in ground.taken
    return ends and clock.last not in ground.taken


def _from(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "Saturday from noon", and no "from 2 to 5" of an appointment that moves."""
    led = row.at(clock.first - 1)
    after = row.at(clock.last)
    ends = not after.text.isalnum() or after.has("polite", "onwards") or clock.last in ground.taken
    return led.has("from_day") and led.has("from") and ends and not ground.leaving


def _earliest(row: Row, at: int, _: Ground) -> TimeFound | None:
    if not row.at(at).has("earliest", "any_time"):
        return None
    why = "earliest" if row.at(at).has("earliest") else "any time"
    return TimeFound(first=at, last=at + 1, why=why, earliest=True)


def _no_such(row: Row, at: int, _: Ground) -> TimeFound | None:
    end = impossible_clock(row, at)
    return None if end is None else TimeFound(first=at, last=end, why=NO_SUCH_TIME)


# In their order; beside each the marks that it may begin with, for most words begin no time.
_RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (_no_such, words_of("at number")),
    (until_then, words_of("between from from_here")),
    (_interrupted, words_of("between from")),
    (_between, words_of("between from")),
    (_bounded, words_of("after before by leaves after_hour")),
    (in_so_long, words_of("in number single half_hour couple")),
    (within_so_long, words_of("within")),
    (at_this_hour, words_of("this_time")),
    (
        _clocked,
        words_of("number single at at_one approximate perhaps noon fraction halfway"),
    ),
    (part_at, words_of("part am pm")),
    (_earliest, words_of("earliest any_time")),
)


@functools.lru_cache(maxsize=4096)
def _rules_for(marks: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule, starts in _RULES if not starts.isdisjoint(marks))
