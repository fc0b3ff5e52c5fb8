"""Values refuse to exist wrong, and reckon rightly."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.hours import ClockRange
from domain.interval import Interval, intersect, subtract
from domain.money import Money
from domain.shop import DaysOff, Visit, visit
from tests.domain.town import COLOR, CUT, SHAVE, TUESDAY, at, hours, minutes, policies, shop, week


def span(start: str, end: str) -> Interval:
    return Interval(start=at(start), end=at(end))


# Intervals


def test_an_interval_ends_after_it_starts() -> None:
    with pytest.raises(ValueError, match="after it starts"):
        span("12:00", "12:00")


def test_an_interval_knows_its_zone() -> None:
    with pytest.raises(ValueError, match="aware"):
        Interval(start=datetime(2026, 1, 1), end=datetime(2026, 1, 2, tzinfo=UTC))  # noqa: DTZ001 - the point


def test_touching_intervals_do_not_overlap() -> None:
    assert not span("12:00", "13:00").overlaps(span("13:00", "14:00"))
    assert not span("13:00", "14:00").overlaps(span("12:00", "13:00"))
    assert span("12:00", "13:01").overlaps(span("13:00", "14:00"))


def test_an_interval_contains_itself_and_what_lies_inside() -> None:
    assert span("12:00", "13:00").contains(span("12:00", "13:00"))
    assert span("12:00", "13:00").contains(span("12:15", "12:30"))
    assert not span("12:00", "13:00").contains(span("12:30", "13:01"))


def test_a_widened_interval_has_its_buffers() -> None:
    assert span("12:00", "12:30").widened(minutes(5), minutes(10)) == span("11:55", "12:40")
    assert span("12:00", "12:30").length == minutes(30)


def test_holes_are_cut_out_of_spans() -> None:
    whole = [span("15:00", "19:00"), span("09:00", "14:00")]
    holes = [span("18:00", "20:00"), span("10:00", "11:00"), span("10:30", "12:00")]

    assert subtract(whole, holes) == (
        span("09:00", "10:00"),
        span("12:00", "14:00"),
        span("15:00", "18:00"),
    )


def test_a_hole_over_everything_leaves_nothing() -> None:
    assert subtract([span("09:00", "14:00")], [span("08:00", "20:00")]) == ()


def test_the_common_time_of_two_days_lies_in_both() -> None:
    left = [span("15:00", "19:00"), span("09:00", "14:00")]

    assert intersect(left, [span("13:00", "16:00")]) == (
        span("13:00", "14:00"),
        span("15:00", "16:00"),
    )
    assert intersect(left, [span("14:00", "15:00")]) == ()


# Money


def test_money_adds_within_its_currency() -> None:
    total = Money(minor=2500, currency="USD").plus(Money(minor=50, currency="USD"))

    assert total == Money(minor=2550, currency="USD")


def test_money_of_different_currencies_does_not_add() -> None:
    with pytest.raises(ValueError, match="different currencies"):
        Money(minor=1, currency="USD").plus(Money(minor=1, currency="EUR"))


def test_money_is_never_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        Money(minor=-1, currency="USD")


@pytest.mark.parametrize("currency", ["", "usd", "US", "DOLLARS"])
def test_a_currency_is_three_capitals(currency: str) -> None:
    with pytest.raises(ValueError, match="ISO 4217"):
        Money(minor=1, currency=currency)


# Hours, days off, visits


@pytest.mark.parametrize(("start", "end"), [(600, 600), (660, 600), (-1, 600), (600, 1441)])
def test_a_range_of_the_clock_lies_within_one_day(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="within one day"):
        ClockRange(start, end)


def test_a_range_may_end_at_midnight() -> None:
    assert hours("09:00-24:00") == (ClockRange(540, 1440),)


def test_a_day_without_a_rule_has_no_hours() -> None:
    assert week("09:00-19:00").ranges(date(2026, 11, 29)) == ()


def test_days_off_include_both_ends() -> None:
    off = DaysOff(first=date(2026, 12, 24), last=date(2026, 12, 26))
    around = [date(2026, 12, day) for day in (23, 24, 25, 26, 27)]

    assert [off.covers(day) for day in around] == [False, True, True, True, False]


def test_days_off_do_not_end_before_they_start() -> None:
    with pytest.raises(ValueError, match="end after"):
        DaysOff(first=date(2026, 12, 26), last=date(2026, 12, 24))


def test_a_visit_has_at_least_one_service() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Visit(services=())


def test_the_times_and_prices_of_several_services_add() -> None:
    both = visit(shop(), (CUT.id, SHAVE.id))

    assert both.ids == (CUT.id, SHAVE.id)
    assert both.length == minutes(50)
    assert both.price == Money(minor=5000, currency="USD")


def test_the_outer_buffers_of_several_services_hold() -> None:
    assert Visit(services=(COLOR, CUT)).before == COLOR.before
    assert Visit(services=(CUT, COLOR)).after == COLOR.after
    assert Visit(services=(CUT, COLOR)).before == timedelta(0)


def test_a_service_that_the_shop_does_not_have_makes_no_visit() -> None:
    with pytest.raises(KeyError):
        visit(shop(services=(CUT,)), (SHAVE.id,))


def test_a_shop_knows_its_services_barbers_and_closures() -> None:
    closed = DaysOff(first=TUESDAY, last=TUESDAY)
    where = shop(closures=(closed,))

    assert where.service("cut") == CUT
    assert where.service("massage") is None
    assert where.barber("pete") is None
    assert where.closure(TUESDAY) == closed
    assert where.closure(date(2026, 11, 25)) is None
    assert where.opening(TUESDAY) == ()


def test_the_last_day_that_can_be_booked_is_counted_from_today() -> None:
    assert shop(policies=policies(horizon_days=7)).last_day(TUESDAY) == date(2026, 12, 1)
