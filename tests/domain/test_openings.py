"""Free times: what is offered, what is refused and why. One function lists and confirms."""

from datetime import date, datetime, timedelta
from functools import reduce
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from domain.diary import Diary, DiaryEvent, evolve
from domain.errors import Reason
from domain.hours import WeekRule
from domain.identifiers import BarberId
from domain.interval import Interval
from domain.openings import (
    Answer,
    Opening,
    Refused,
    Wish,
    days_of,
    diaries_of,
    openings,
    working,
)
from domain.shop import DaysOff, Shop, Visit
from tests.domain.test_diary import A1, EXPIRY, H1, busy, claimed, held, off
from tests.domain.town import (
    ANA,
    COLOR,
    CUT,
    LUIS,
    MARCO,
    MONDAY,
    NOW,
    SHAVE,
    SUNDAY,
    TUESDAY,
    at,
    barber,
    diary_of,
    hours,
    minutes,
    policies,
    service,
    shop,
    week,
    wish,
)

MADRID = ZoneInfo("Europe/Madrid")


def given(*events: DiaryEvent) -> Diary:
    return reduce(evolve, events, Diary())


def asked(
    where: Shop, one: Wish, *events: DiaryEvent, now: datetime = NOW, day: date = TUESDAY
) -> Answer:
    return openings(where, one, diary_of(given(*events), day), now)


def opening(start: datetime, length: timedelta = CUT.length, whose: BarberId = ANA) -> Answer:
    return Answer(openings=(Opening(start=start, end=start + length, barber_id=whose),), refused=())


def refused(start: datetime, reason: Reason, whose: BarberId = ANA) -> Answer:
    return Answer(openings=(), refused=(Refused(start=start, barber_id=whose, reason=reason),))


def starts(answer: Answer) -> list[datetime]:
    return [one.start for one in answer.openings]


# What is offered


def test_an_exact_free_time_is_offered() -> None:
    answer = asked(shop(), wish(at("12:00")))

    assert answer == opening(at("12:00"))


def test_a_day_without_bookings_is_offered_on_the_grid_from_opening_to_closing() -> None:
    answer = asked(shop(), wish(at("00:00"), at("23:59")))

    assert starts(answer) == [at("09:00") + minutes(15) * n for n in range(39)]


def test_the_last_opening_ends_when_the_shop_closes() -> None:
    assert asked(shop(), wish(at("18:30"))) == opening(at("18:30"))
    assert asked(shop(), wish(at("18:45"))) == refused(at("18:45"), Reason.CLOSED)


def test_both_ends_of_the_window_are_in_it() -> None:
    answer = asked(shop(), wish(at("12:00"), at("12:30")))

    assert starts(answer) == [at("12:00"), at("12:15"), at("12:30")]


def test_what_is_not_offered_is_told_with_its_reason() -> None:
    answer = asked(shop(), wish(at("18:30"), at("18:45")))

    assert answer == Answer(
        openings=opening(at("18:30")).openings,
        refused=refused(at("18:45"), Reason.CLOSED).refused,
    )


def test_openings_of_several_barbers_come_earliest_first() -> None:
    answer = asked(shop(), wish(at("12:00"), at("12:15"), barbers=(MARCO, ANA)))

    assert [(one.start, one.barber_id) for one in answer.openings] == [
        (at("12:00"), ANA),
        (at("12:00"), MARCO),
        (at("12:15"), ANA),
        (at("12:15"), MARCO),
    ]


def test_the_diary_of_one_barber_does_not_touch_another() -> None:
    answer = asked(shop(), wish(at("12:00"), barbers=(LUIS,)), claimed("12:00", "12:30"))

    assert answer == opening(at("12:00"), whose=LUIS)


def test_several_services_take_the_time_of_all() -> None:
    both = Visit(services=(CUT, SHAVE))

    assert asked(shop(), wish(at("18:00"), visit=both)) == opening(at("18:00"), minutes(50))
    assert asked(shop(), wish(at("18:15"), visit=both)) == refused(at("18:15"), Reason.CLOSED)


def test_a_window_of_several_days_is_offered_day_by_day() -> None:
    answer = asked(shop(), wish(at("18:30"), at("09:00", date(2026, 11, 25))))

    assert starts(answer) == [at("18:30"), at("09:00", date(2026, 11, 25))]


def test_a_window_without_end_stops_at_the_horizon() -> None:
    near = shop(policies=policies(horizon_days=1))

    answer = asked(near, wish(NOW, at("12:00", date(2027, 6, 1))))

    assert starts(answer)[-1] == at("18:30")


def test_a_window_that_is_over_holds_nothing() -> None:
    yesterday = date(2026, 11, 21)

    answer = asked(shop(), wish(at("09:00", yesterday), at("19:00", yesterday)))

    assert answer == Answer(openings=(), refused=())


# The grid


def test_a_time_off_the_grid_is_refused() -> None:
    assert asked(shop(), wish(at("12:05"))) == refused(at("12:05"), Reason.OFF_GRID)
    assert asked(shop(), wish(at("12:00") + timedelta(seconds=1))) == refused(
        at("12:00") + timedelta(seconds=1), Reason.OFF_GRID
    )


def test_the_grid_is_the_shops() -> None:
    coarse = shop(policies=policies(grid=minutes(20)))

    answer = asked(coarse, wish(at("12:00"), at("12:59")))

    assert starts(answer) == [at("12:00"), at("12:20"), at("12:40")]


def test_the_exact_end_of_a_visit_is_offered_beside_the_grid() -> None:
    answer = asked(shop(), wish(at("12:00"), at("12:45")), claimed("12:00", "12:20"))

    assert starts(answer) == [at("12:20"), at("12:30"), at("12:45")]


def test_the_exact_end_of_a_visit_can_be_booked() -> None:
    assert asked(shop(), wish(at("12:20")), claimed("12:00", "12:20")) == opening(at("12:20"))


def test_the_exact_end_counts_the_buffers_of_both() -> None:
    color = wish(at("12:00"), at("13:00"), visit=Visit(services=(COLOR,)))

    answer = asked(shop(), color, claimed("11:30", "12:00", after=7))

    assert starts(answer) == [at("12:17"), at("12:30"), at("12:45"), at("13:00")]


def test_the_end_of_a_hold_adds_no_time_beside_the_grid() -> None:
    answer = asked(shop(), wish(at("12:00"), at("12:45")), held("12:00", "12:20"))

    assert starts(answer) == [at("12:30"), at("12:45")]


def test_the_end_of_the_visit_that_moves_adds_no_time_beside_the_grid() -> None:
    moving = wish(at("12:00"), at("12:30"), ignoring=(A1,))

    answer = asked(shop(), moving, claimed("12:00", "12:20"))

    assert starts(answer) == [at("12:00"), at("12:15"), at("12:30")]


# Why a time is refused


def test_outside_opening_hours_the_shop_is_closed() -> None:
    assert asked(shop(), wish(at("08:45"))) == refused(at("08:45"), Reason.CLOSED)


def test_on_a_day_without_hours_the_shop_is_closed() -> None:
    assert asked(shop(), wish(at("12:00", SUNDAY))) == refused(at("12:00", SUNDAY), Reason.CLOSED)


def test_between_split_hours_the_shop_is_closed() -> None:
    split = shop(hours=week("09:00-12:00", "15:00-19:00"))

    answer = asked(split, wish(at("11:30"), at("15:00")))

    assert starts(answer) == [at("11:30"), at("15:00")]
    assert {one.reason for one in answer.refused} == {Reason.CLOSED}


def test_during_a_closure_the_shop_is_closed() -> None:
    closed = shop(closures=(DaysOff(first=TUESDAY, last=TUESDAY),))

    assert asked(closed, wish(at("12:00"))) == refused(at("12:00"), Reason.CLOSED)


def test_a_closure_wins_over_the_hours_of_its_date() -> None:
    closed = shop(
        hours=WeekRule(dates={TUESDAY: hours("09:00-19:00")}),
        closures=(DaysOff(first=MONDAY, last=TUESDAY),),
    )

    assert asked(closed, wish(at("12:00"))) == refused(at("12:00"), Reason.CLOSED)


def test_the_hours_of_a_date_win_over_those_of_the_weekday() -> None:
    short = shop(
        hours=WeekRule(weekly=week("09:00-19:00").weekly, dates={TUESDAY: hours("13:00-14:00")})
    )

    answer = asked(short, wish(at("00:00"), at("23:59")))

    assert starts(answer) == [at("13:00"), at("13:15"), at("13:30")]


def test_outside_the_barbers_own_hours_it_is_time_off() -> None:
    part_time = shop(barbers=(barber(ANA, hours=week("09:00-12:00")),))

    assert asked(part_time, wish(at("11:30"))) == opening(at("11:30"))
    assert asked(part_time, wish(at("11:45"))) == refused(at("11:45"), Reason.TIME_OFF)


def test_a_barbers_hours_do_not_open_a_closed_shop() -> None:
    early = shop(barbers=(barber(ANA, hours=week("07:00-12:00")),))

    assert asked(early, wish(at("08:00"))) == refused(at("08:00"), Reason.CLOSED)


def test_a_barbers_hours_of_a_date_win_over_those_of_the_weekday() -> None:
    rule = WeekRule(weekly=week("09:00-12:00").weekly, dates={TUESDAY: hours("15:00-16:00")})
    differing = shop(barbers=(barber(ANA, hours=rule),))

    answer = asked(differing, wish(at("00:00"), at("23:59")))

    assert starts(answer) == [at("15:00"), at("15:15"), at("15:30")]


def test_on_a_barbers_days_off_it_is_time_off() -> None:
    away = shop(barbers=(barber(ANA, time_off=(DaysOff(first=MONDAY, last=TUESDAY),)),))

    assert asked(away, wish(at("12:00"))) == refused(at("12:00"), Reason.TIME_OFF)
    assert asked(away, wish(at("12:00", date(2026, 11, 25)))) == opening(
        at("12:00", date(2026, 11, 25))
    )


def test_a_visit_does_not_reach_into_a_break() -> None:
    resting = shop(barbers=(barber(ANA, breaks=week("12:00-12:30")),))

    answer = asked(resting, wish(at("11:30"), at("12:30")))

    assert starts(answer) == [at("11:30"), at("12:30")]
    assert {one.reason for one in answer.refused} == {Reason.BREAK}


def test_booked_time_is_taken() -> None:
    answer = asked(shop(), wish(at("12:15")), claimed("12:00", "12:30"))

    assert answer == refused(at("12:15"), Reason.TAKEN)


def test_held_time_is_held_until_it_expires() -> None:
    hold = held("12:00", "12:30")

    assert asked(shop(), wish(at("12:00")), hold) == refused(at("12:00"), Reason.HELD)
    assert asked(shop(), wish(at("12:00")), hold, now=EXPIRY) == opening(at("12:00"))


def test_time_that_the_calendar_blocks_is_busy() -> None:
    answer = asked(shop(), wish(at("12:00")), busy("12:10", "12:20"))

    assert answer == refused(at("12:00"), Reason.CALENDAR_BUSY)


def test_time_that_staff_block_is_time_off() -> None:
    answer = asked(shop(), wish(at("12:00")), off("12:10", "12:20"))

    assert answer == refused(at("12:00"), Reason.TIME_OFF)


def test_the_notice_is_asked_to_the_second() -> None:
    in_time = at("11:15", MONDAY) - minutes(60)

    assert asked(shop(), wish(at("11:15", MONDAY)), now=in_time) == opening(at("11:15", MONDAY))
    assert asked(shop(), wish(at("11:15", MONDAY)), now=in_time + timedelta(seconds=1)) == refused(
        at("11:15", MONDAY), Reason.TOO_SOON
    )


def test_what_is_past_is_too_soon() -> None:
    sunday = date(2026, 11, 22)

    assert asked(shop(), wish(at("12:00", sunday))) == refused(at("12:00", sunday), Reason.TOO_SOON)


def test_the_horizon_counts_days_whatever_the_hour() -> None:
    near = shop(policies=policies(horizon_days=1))

    assert asked(near, wish(at("18:30"))) == opening(at("18:30"))
    assert asked(near, wish(at("09:00", date(2026, 11, 25)))) == refused(
        at("09:00", date(2026, 11, 25)), Reason.TOO_FAR_AHEAD
    )


def test_a_barber_who_does_not_do_the_service_does_not_offer_it() -> None:
    choosy = shop(barbers=(barber(ANA, services=(SHAVE.id,)),))

    assert asked(choosy, wish(at("12:00"))) == refused(at("12:00"), Reason.NOT_OFFERED)


def test_a_barber_has_to_do_all_of_the_visit() -> None:
    choosy = shop(barbers=(barber(ANA, services=(CUT.id,)),))
    both = wish(at("12:00"), visit=Visit(services=(CUT, SHAVE)))

    assert asked(choosy, both) == refused(at("12:00"), Reason.NOT_OFFERED)


def test_a_barber_whom_the_shop_does_not_know_offers_nothing() -> None:
    stranger = BarberId("pete")

    answer = asked(shop(), wish(at("12:00"), barbers=(stranger,)))

    assert answer == refused(at("12:00"), Reason.NOT_OFFERED, stranger)


@pytest.mark.parametrize(
    ("reason", "now", "clock"),
    [
        (Reason.TOO_SOON, at("11:00"), "11:05"),
        (Reason.CLOSED, NOW, "08:05"),
        (Reason.TIME_OFF, NOW, "16:05"),
        (Reason.BREAK, NOW, "11:05"),
        (Reason.OFF_GRID, NOW, "12:05"),
    ],
)
def test_the_first_reason_that_a_barber_would_name_is_told(
    reason: Reason, now: datetime, clock: str
) -> None:
    where = shop(barbers=(barber(ANA, hours=week("09:00-16:00"), breaks=week("11:00-11:30")),))
    all_day = claimed("08:00", "19:00")

    answer = asked(where, wish(at(clock)), all_day, now=now)

    assert answer == refused(at(clock), reason)


# Neighbours


def test_the_buffers_of_neighbours_add() -> None:
    color = wish(at("12:00"), at("12:30"), visit=Visit(services=(COLOR,)))

    answer = asked(shop(), color, claimed("11:30", "12:00", after=5))

    assert starts(answer) == [at("12:15"), at("12:30")]


def test_a_visit_keeps_its_buffer_after_it_off_the_next_one() -> None:
    tidy = Visit(services=(service("cut", 30, after=5),))

    assert asked(shop(), wish(at("11:30"), visit=tidy), claimed("12:00", "12:30")) == refused(
        at("11:30"), Reason.TAKEN
    )
    assert asked(shop(), wish(at("11:15"), visit=tidy), claimed("12:00", "12:30")) == opening(
        at("11:15")
    )


def test_only_the_outer_buffers_of_several_services_hold() -> None:
    both = Visit(services=(COLOR, CUT))

    assert (both.before, both.after) == (COLOR.before, CUT.after)


def test_buffers_may_reach_beyond_opening_hours() -> None:
    tidy = Visit(services=(service("cut", 30, before=10, after=10),))

    assert asked(shop(), wish(at("09:00"), visit=tidy)) == opening(at("09:00"))
    assert asked(shop(), wish(at("18:30"), visit=tidy)) == opening(at("18:30"))


def test_visits_may_touch() -> None:
    answer = asked(shop(), wish(at("12:00")), claimed("11:30", "12:00"), held("12:30", "13:00"))

    assert answer == opening(at("12:00"))


def test_a_customers_own_claims_do_not_stand_in_the_way() -> None:
    own = wish(at("12:15"), ignoring=(A1, H1))

    answer = asked(shop(), own, claimed("12:00", "12:30"), held("12:30", "13:00"))

    assert answer == opening(at("12:15"))


# Midnight


def test_no_visit_crosses_midnight() -> None:
    late = shop(hours=week("00:00-24:00"))

    assert asked(late, wish(at("23:30"))) == opening(at("23:30"))
    assert asked(late, wish(at("23:45"))) == refused(at("23:45"), Reason.CLOSED)


def test_midnight_belongs_to_the_day_that_it_begins() -> None:
    wednesday = date(2026, 11, 25)
    late = shop(hours=week("00:00-24:00"))

    answer = asked(late, wish(at("23:30"), at("00:00", wednesday)), claimed("23:00", "23:59"))

    assert starts(answer) == [at("00:00", wednesday)]


def test_a_visit_that_ends_at_midnight_adds_nothing_to_its_own_day() -> None:
    wednesday = date(2026, 11, 25)
    late = shop(hours=week("00:00-24:00"))
    until_midnight = replace(claimed("23:30", "23:45"), end=at("00:00", wednesday))

    answer = asked(late, wish(at("23:59"), at("00:00", wednesday)), until_midnight)

    assert answer == opening(at("00:00", wednesday))


# DST


def test_a_time_that_dst_skips_is_not_offered() -> None:
    spring = date(2027, 3, 28)
    night = shop(timezone="Europe/Madrid", hours=WeekRule(dates={spring: hours("01:00-04:00")}))
    whole = wish(at("00:00", spring, MADRID), at("05:00", spring, MADRID))

    answer = asked(night, whole, now=at("09:00", date(2027, 3, 26), MADRID))

    assert [one.start.astimezone(MADRID).strftime("%H:%M") for one in answer.openings] == [
        "01:00", "01:15", "01:30", "01:45", "03:00", "03:15", "03:30",
    ]  # fmt: skip


def test_a_time_that_dst_repeats_is_offered_once() -> None:
    autumn = date(2026, 10, 25)
    night = shop(timezone="Europe/Madrid", hours=WeekRule(dates={autumn: hours("01:30-03:30")}))
    whole = wish(at("00:00", autumn, MADRID), at("05:00", autumn, MADRID))

    answer = asked(night, whole, now=at("09:00", date(2026, 10, 23), MADRID))

    assert [one.start.astimezone(MADRID).strftime("%H:%M") for one in answer.openings] == [
        "01:30", "01:45", "02:00", "02:15", "02:30", "02:45", "03:00",
    ]  # fmt: skip
    assert {one.end - one.start for one in answer.openings} == {CUT.length}


def test_the_second_of_a_repeated_time_is_refused_when_asked_exactly() -> None:
    autumn = date(2026, 10, 25)
    night = shop(timezone="Europe/Madrid", hours=WeekRule(dates={autumn: hours("01:30-03:30")}))
    second = at("02:15", autumn, MADRID) + timedelta(hours=1)

    answer = asked(night, wish(second), now=at("09:00", date(2026, 10, 23), MADRID))

    assert answer == refused(second, Reason.OFF_GRID)


# What has to be read


def test_the_diaries_of_a_wish_are_those_of_its_barbers_and_days() -> None:
    whole = wish(at("12:00", MONDAY), at("12:00"), barbers=(ANA, LUIS))

    keys = diaries_of(shop(), whole, NOW)

    assert [(one.barber_id, one.day) for one in keys] == [
        (ANA, MONDAY), (LUIS, MONDAY), (ANA, TUESDAY), (LUIS, TUESDAY),
    ]  # fmt: skip


def test_no_diary_before_today_or_beyond_the_horizon_is_read() -> None:
    near = shop(policies=policies(horizon_days=1))
    long = wish(at("12:00", date(2026, 11, 1)), at("12:00", date(2027, 11, 1)))

    assert days_of(near, long, NOW) == (MONDAY, TUESDAY)


def test_the_working_time_of_a_barber_leaves_breaks_out() -> None:
    ana = barber(ANA, hours=week("08:00-16:00"), breaks=week("12:00-12:30"))

    assert working(shop(barbers=(ana,)), ana, TUESDAY) == (
        Interval(start=at("09:00"), end=at("12:00")),
        Interval(start=at("12:30"), end=at("16:00")),
    )


def test_an_absent_diary_counts_as_empty() -> None:
    assert openings(shop(), wish(at("12:00")), {}, NOW) == opening(at("12:00"))


def test_the_shop_is_part_of_the_diarys_name() -> None:
    elsewhere = replace(shop(), id="beach")

    assert asked(elsewhere, wish(at("12:00")), claimed("12:00", "12:30")) == opening(at("12:00"))
