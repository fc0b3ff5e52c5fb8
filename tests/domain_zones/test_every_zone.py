"""In every IANA zone, around its DST changes: skipped times are never offered, repeated ones once.

The expectation is reckoned the other way round: from the instants to what the wall shows.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest

from domain.hours import ClockRange, WeekRule
from domain.openings import Answer, openings
from domain.shop import Shop, Visit
from domain.wall_time import instant, local_minute, span
from tests.domain.town import ANA, hours, minutes, policies, service, shop, wish

FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
WEEK, DAY, SECOND = timedelta(days=7), timedelta(days=1), timedelta(seconds=1)
QUARTER = minutes(15)
QUICK = service("quick", 15)

ALWAYS = hours("00:00-24:00")
AT_NIGHT = hours("00:30-01:15", "01:30-02:45", "03:15-04:00", "22:30-23:45")


@cache
def changes(timezone: str) -> tuple[datetime, ...]:
    """The instants from 2026 to 2028 when the zone's offset changes, found by bisecting weeks."""
    zone = ZoneInfo(timezone)
    weeks = (FIRST + WEEK * n for n in range((LAST - FIRST) // WEEK))
    return tuple(
        _change(start, start + WEEK, zone)
        for start in weeks
        if _offset(start, zone) != _offset(start + WEEK, zone)
    )


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    while after - before > SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if _offset(middle, zone) == _offset(before, zone):
            before = middle
        else:
            after = middle
    return after


def _offset(at: datetime, zone: ZoneInfo) -> timedelta | None:
    return at.astimezone(zone).utcoffset()


def _zones_that_differ() -> list[str]:
    """One zone of each set that have the same offsets and changes in these years."""
    zones = sorted(available_timezones())
    history = {name: (_offset(FIRST, ZoneInfo(name)), _later(name)) for name in zones}
    return sorted({kind: name for name, kind in history.items()}.values())


def _later(timezone: str) -> tuple[tuple[datetime, timedelta | None], ...]:
    return tuple((at, _offset(at, ZoneInfo(timezone))) for at in changes(timezone))


EVERY_ZONE = pytest.mark.parametrize("timezone", _zones_that_differ())


@EVERY_ZONE
def test_every_time_that_the_wall_shows_is_offered_once_and_no_other(timezone: str) -> None:
    where = shop_in(timezone, ALWAYS)

    offered = {day: starts_on(where, day) for day in days_around_changes(timezone)}

    assert offered == {day: first_occurrences(where.zone, day) for day in offered}


@EVERY_ZONE
def test_listing_and_asking_exactly_never_differ_around_a_change(timezone: str) -> None:
    where = shop_in(timezone, AT_NIGHT)

    pairs = [
        (answer, exactly(where, start))
        for change in changes(timezone)
        for start, answer in around(where, change)
    ]

    assert [one for one in pairs if one[0] != one[1]] == []


@EVERY_ZONE
def test_the_second_of_a_repeated_time_is_refused_when_asked_exactly(timezone: str) -> None:
    where = shop_in(timezone, ALWAYS)

    offered = [
        exactly(where, at).openings
        for change in changes(timezone)
        for at in quarters(change, change + minutes(120))
        if at.astimezone(where.zone).fold
    ]

    assert [one for one in offered if one] == []


@EVERY_ZONE
def test_openings_lie_in_opening_hours_by_the_clock_on_the_wall(timezone: str) -> None:
    where = shop_in(timezone, AT_NIGHT)

    outside = [
        start.astimezone(where.zone).isoformat()
        for day in days_around_changes(timezone)
        for start in starts_on(where, day)
        if not open_by_the_wall(start, where.zone)
    ]

    assert outside == []


@EVERY_ZONE
def test_days_follow_each_other_without_gap_or_overlap(timezone: str) -> None:
    zone = ZoneInfo(timezone)

    seams = [
        (whole(day, zone)[1], whole(day + DAY, zone)[0]) for day in days_around_changes(timezone)
    ]

    assert [end for end, start in seams if end != start] == []


@EVERY_ZONE
def test_instants_and_minutes_of_the_wall_belong_together(timezone: str) -> None:
    zone = ZoneInfo(timezone)
    moments = [
        at
        for change in changes(timezone)
        for at in quarters(change - minutes(180), change + minutes(180))
    ]

    back = [(at, local_minute(at, zone), at.astimezone(zone).date()) for at in moments]

    assert [
        at for at, minute, day in back if minute is not None and instant(day, minute, zone) != at
    ] == []


def shop_in(timezone: str, ranges: tuple[ClockRange, ...]) -> Shop:
    weekly = dict.fromkeys(range(7), ranges)
    return shop(
        timezone=timezone,
        services=(QUICK,),
        hours=WeekRule(weekly=weekly),
        policies=policies(notice=timedelta(0), horizon_days=400),
    )


def listed(where: Shop, first: datetime, last: datetime) -> Answer:
    asked = wish(first, last, visit=Visit(services=(QUICK,)), barbers=(ANA,))
    return openings(where, asked, {}, first - 2 * DAY)


def starts_on(where: Shop, day: date) -> list[datetime]:
    """The openings of that local day, from a window that is wide enough."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    answer = listed(where, noon - 2 * DAY, noon + 2 * DAY)
    local = [(one.start, one.start.astimezone(where.zone).date()) for one in answer.openings]
    return [start for start, its_day in local if its_day == day]


def exactly(where: Shop, start: datetime) -> Answer:
    return listed(where, start, start)


def around(where: Shop, change: datetime) -> Iterator[tuple[datetime, Answer]]:
    """What a list over the change says of each of its starts."""
    answer = listed(where, change - minutes(120), change + minutes(120))
    for opening in answer.openings:
        yield opening.start, Answer(openings=(opening,), refused=())
    for refusal in answer.refused:
        yield refusal.start, Answer(openings=(), refused=(refusal,))


def first_occurrences(zone: ZoneInfo, day: date) -> list[datetime]:
    """The instants of that day when the wall shows a quarter for the first time."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    shown: dict[str, datetime] = {}
    for at in quarters(noon - 2 * DAY, noon + 2 * DAY):
        shown.setdefault(f"{at.astimezone(zone):%Y-%m-%d %H:%M}", at)
    return [at for at in shown.values() if at.astimezone(zone).date() == day]


def open_by_the_wall(start: datetime, zone: ZoneInfo) -> bool:
    wall, last = start.astimezone(zone), (start + QUARTER - SECOND).astimezone(zone)
    begun, done = wall.hour * 60 + wall.minute, last.hour * 60 + last.minute
    return not wall.fold and any(one.start <= begun < one.end > done for one in AT_NIGHT)


def whole(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    found = span(day, 0, 1440, zone)
    assert found is not None
    return (found.start, found.end)


def quarters(first: datetime, last: datetime) -> Iterator[datetime]:
    return (first + QUARTER * n for n in range((last - first) // QUARTER))


def days_around_changes(timezone: str) -> list[date]:
    """The local days on either side of each change; a plain day where the zone has none."""
    zone = ZoneInfo(timezone)
    ends = [at for change in changes(timezone) for at in (change - SECOND, change)]
    return sorted({at.astimezone(zone).date() for at in ends}) or [date(2026, 7, 1)]
