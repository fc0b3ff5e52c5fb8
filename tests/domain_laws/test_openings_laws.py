"""Listing and confirming never differ: what is offered can be booked, what is refused cannot."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import reduce

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.choosing import closest, spread
from domain.diary import Diary, DiaryEvent, DiaryKey, TimeBlocked, TimeClaimed, TimeHeld, evolve
from domain.errors import SlotRefused
from domain.hours import ClockRange, WeekRule
from domain.identifiers import AppointmentId, BarberId, BlockId, CustomerId, HoldId
from domain.openings import Answer, Opening, Wish, openings
from domain.shop import Barber, Service, Shop, Visit
from tests.domain.town import ANA, LUIS, MINUTE, at, barber, minutes, policies, service, shop

DAY = date(2026, 11, 1)  # New York repeats the hour from one to two on it


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A shop, what its diaries hold, and what is asked when."""

    shop: Shop
    diaries: Mapping[DiaryKey, Diary]
    wish: Wish
    now: datetime

    def listed(self) -> Answer:
        return openings(self.shop, self.wish, self.diaries, self.now)

    def asked_exactly(self, start: datetime, whose: BarberId) -> Answer:
        exact = msgspec.structs.replace(self.wish, first=start, last=start, barbers=(whose,))
        return openings(self.shop, exact, self.diaries, self.now)

    def booked(self, one: Opening) -> bool:
        """Whether the diary of that day gives the time of the opening."""
        day = one.start.astimezone(self.shop.zone).date()
        key = DiaryKey(shop_id=self.shop.id, barber_id=one.barber_id, day=day)
        claim = TimeClaimed(
            appointment_id=AppointmentId("new"),
            start=one.start,
            end=one.end,
            before=self.wish.visit.before,
            after=self.wish.visit.after,
        )
        return self.diaries.get(key, Diary()).claim(claim, self.now) == (claim,)


moments = st.integers(-120, 26 * 60).map(lambda n: at("00:00", DAY) + MINUTE * n)
lengths = st.sampled_from([10, 20, 30, 90]).map(minutes)
buffers = st.sampled_from([0, 0, 5, 12]).map(minutes)
services = st.builds(
    lambda length, before, after: service("cut", length, before=before, after=after),
    st.sampled_from([15, 20, 30, 50]),
    st.sampled_from([0, 5, 10]),
    st.sampled_from([0, 5]),
)


@st.composite
def rules(draw: st.DrawFn) -> WeekRule:
    """The hours of both days, in at most two ranges of any minutes."""
    ends = sorted(draw(st.sets(st.integers(0, 1440), min_size=4, max_size=4)))
    ranges = (ClockRange(ends[0], ends[1]), ClockRange(ends[2], ends[3]))
    kept = ranges[: draw(st.integers(0, 2))] or (ClockRange(0, 1440),)
    return WeekRule(weekly={6: kept, 0: kept})


@st.composite
def barbers(draw: st.DrawFn, whose: BarberId) -> Barber:
    own, breaks = draw(st.none() | rules()), draw(rules())
    return barber(whose, hours=own, breaks=draw(st.sampled_from([WeekRule(), breaks])))


def after_events(diary: Diary, events: tuple[DiaryEvent, ...]) -> Diary:
    return reduce(evolve, events, diary)


@st.composite
def diaries(draw: st.DrawFn, now: datetime) -> Diary:
    """What became of several attempts to hold, claim and block time."""
    diary = Diary()
    for number in range(draw(st.integers(0, 6))):
        start, length = draw(moments), draw(lengths)
        before, after = draw(buffers), draw(buffers)
        claim = TimeClaimed(
            appointment_id=AppointmentId(f"a{number}"),
            start=start,
            end=start + length,
            before=before,
            after=after,
        )
        hold = TimeHeld(
            hold_id=HoldId(f"h{number}"),
            customer_id=CustomerId("c1"),
            start=start,
            end=start + length,
            before=before,
            after=after,
            expires_at=now + minutes(draw(st.integers(-5, 5))),
        )
        block = TimeBlocked(
            block_id=BlockId(f"b{number}"), start=start, end=start + length, source="staff"
        )
        attempt = draw(st.sampled_from(["claim", "hold", "block"]))
        with suppress(SlotRefused):
            if attempt == "claim":
                diary = after_events(diary, diary.claim(claim, now))
            elif attempt == "hold":
                diary = after_events(diary, diary.hold(hold, now))
            else:
                diary = after_events(diary, diary.block(block))
    return diary


@st.composite
def cases(draw: st.DrawFn) -> Case:
    now = draw(moments) - timedelta(hours=2)
    cut: Service = draw(services)
    where = shop(
        services=(cut,),
        hours=draw(rules()),
        barbers=(draw(barbers(ANA)), draw(barbers(LUIS))),
        policies=policies(
            grid=draw(st.sampled_from([10, 15, 30]).map(minutes)),
            notice=draw(st.sampled_from([0, 60]).map(minutes)),
            horizon_days=draw(st.integers(0, 2)),
        ),
    )
    known = {
        DiaryKey(shop_id=where.id, barber_id=whose, day=DAY): draw(diaries(now))
        for whose in (ANA, LUIS)
    }
    first = draw(moments)
    own = draw(st.sets(st.sampled_from([f"{kind}{n}" for kind in "ah" for n in range(6)])))
    wish = Wish(
        visit=Visit(services=(cut,)),
        barbers=(ANA, LUIS),
        first=first,
        last=first + minutes(draw(st.integers(0, 300))),
        ignoring=tuple(sorted(own)),
    )
    return Case(shop=where, diaries=known, wish=wish, now=now)


law = settings(max_examples=60, deadline=None)


@law
@given(case=cases())
def test_whatever_is_offered_is_offered_when_asked_exactly(case: Case) -> None:
    offered = case.listed().openings

    again = [case.asked_exactly(one.start, one.barber_id) for one in offered]

    assert again == [Answer(openings=(one,), refused=()) for one in offered]


@law
@given(case=cases())
def test_whatever_is_refused_is_refused_for_that_reason_when_asked_exactly(case: Case) -> None:
    refused = case.listed().refused

    again = [case.asked_exactly(one.start, one.barber_id) for one in refused]

    assert again == [Answer(openings=(), refused=(one,)) for one in refused]


@law
@given(case=cases())
def test_whatever_is_offered_to_somebody_new_can_be_booked_at_that_moment(case: Case) -> None:
    stranger = msgspec.structs.replace(case, wish=msgspec.structs.replace(case.wish, ignoring=()))

    offered = stranger.listed().openings

    assert all(stranger.booked(one) for one in offered)


@law
@given(case=cases())
def test_every_start_of_a_barber_is_told_once(case: Case) -> None:
    answer = case.listed()

    told = [(one.start, one.barber_id) for one in answer.openings]
    told += [(one.start, one.barber_id) for one in answer.refused]

    assert len(set(told)) == len(told)


@law
@given(case=cases())
def test_openings_keep_within_the_window_and_the_notice_and_come_earliest_first(
    case: Case,
) -> None:
    offered = case.listed().openings
    soonest = max(case.wish.first, case.now + case.shop.policies.notice)

    assert all(soonest <= one.start <= case.wish.last for one in offered)
    assert list(offered) == sorted(offered)


@law
@given(case=cases())
def test_openings_lie_in_opening_hours_by_the_clock_on_the_wall(case: Case) -> None:
    offered = case.listed().openings

    assert [one for one in offered if not _open_by_the_wall(case.shop, one)] == []


numbers = st.integers(0, 12)


@law
@given(case=cases(), count=numbers, apart=st.integers(0, 60))
def test_what_is_shown_was_offered_and_is_as_much_as_was_asked_for(
    case: Case, count: int, apart: int
) -> None:
    offered = case.listed().openings
    enough = min(count, len(offered))

    near = closest(offered, case.wish.first, count, minutes(apart))
    wide = spread(offered, count)

    assert set(near) | set(wide) <= set(offered)
    assert (len(set(near)), len(set(wide))) == (enough, enough)
    assert (list(near), list(wide)) == (sorted(near), sorted(wide))


def _open_by_the_wall(where: Shop, one: Opening) -> bool:
    """Whether the wall shows a start and an end within one range of the shop's hours.

    The end may lie in the second of a repeated hour: then it shows no more than the range's end.
    """
    start, end = one.start.astimezone(where.zone), one.end.astimezone(where.zone)
    midnight = (end.date() - start.date()).days * 1440
    first, last = start.hour * 60 + start.minute, midnight + end.hour * 60 + end.minute
    ranges = where.hours.ranges(start.date())
    return not start.fold and any(r.start <= first < r.end and last <= r.end for r in ranges)
