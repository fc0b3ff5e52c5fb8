"""Choosing among openings: whom "any barber" means, and which times to show."""

from datetime import timedelta

from domain.choosing import closest, one_per_time, spread
from domain.diary import Diary, DiaryKey, evolve
from domain.identifiers import BarberId, ShopId
from domain.openings import Opening
from tests.domain.test_diary import busy, claimed, held
from tests.domain.town import ANA, CUT, LUIS, MARCO, TUESDAY, at, minutes, shop

WEDNESDAY = TUESDAY + timedelta(days=1)


def free(clock: str, whose: BarberId = ANA) -> Opening:
    return Opening(start=at(clock), end=at(clock) + CUT.length, barber_id=whose)


def key(whose: BarberId) -> DiaryKey:
    return DiaryKey(shop_id=ShopId("corner"), barber_id=whose, day=TUESDAY)


def booked(start: str, end: str) -> Diary:
    return evolve(Diary(), claimed(start, end))


EVERYBODY = (free("12:00", ANA), free("12:00", LUIS), free("12:00", MARCO))
MORNING = tuple(
    free(f"{hour:02}:{minute:02}") for hour in (9, 10, 11) for minute in (0, 15, 30, 45)
)


# One per time


def test_the_usual_barber_comes_first_even_with_the_fullest_day() -> None:
    diaries = {key(ANA): booked("09:00", "11:00")}

    assert one_per_time(shop(), EVERYBODY, diaries, ANA) == (free("12:00", ANA),)


def test_else_the_barber_with_the_fewest_booked_minutes_that_day_comes_first() -> None:
    diaries = {
        key(MARCO): booked("09:00", "10:00"),
        key(LUIS): booked("09:00", "09:20"),
        key(ANA): booked("09:00", "09:30"),
    }

    assert one_per_time(shop(), EVERYBODY, diaries, None) == (free("12:00", LUIS),)


def test_else_the_shops_order_decides() -> None:
    assert one_per_time(shop(), EVERYBODY, {}, None) == (free("12:00", MARCO),)


def test_a_usual_barber_who_is_not_free_leaves_it_to_the_others() -> None:
    others = (free("12:00", LUIS), free("12:00", MARCO))

    assert one_per_time(shop(), others, {}, ANA) == (free("12:00", MARCO),)


def test_holds_and_blocked_time_do_not_count_as_booked() -> None:
    hold = evolve(Diary(), held("09:00", "10:00"))
    diaries = {key(MARCO): evolve(hold, busy("10:00", "18:00"))}

    assert one_per_time(shop(), EVERYBODY, diaries, None) == (free("12:00", MARCO),)


def test_bookings_of_another_day_do_not_count() -> None:
    tomorrow = DiaryKey(shop_id=ShopId("corner"), barber_id=MARCO, day=WEDNESDAY)

    chosen = one_per_time(shop(), EVERYBODY, {tomorrow: booked("09:00", "10:00")}, None)

    assert chosen == (free("12:00", MARCO),)


def test_every_time_is_there_once_earliest_first() -> None:
    found = (free("13:00", LUIS), *EVERYBODY, free("11:00", ANA))

    assert one_per_time(shop(), found, {}, None) == (
        free("11:00", ANA),
        free("12:00", MARCO),
        free("13:00", LUIS),
    )


def test_of_nothing_there_is_nothing() -> None:
    assert one_per_time(shop(), (), {}, None) == ()


# Spread


def test_few_openings_are_all_shown() -> None:
    assert spread(MORNING[:3], 3) == MORNING[:3]
    assert spread((), 3) == ()


def test_many_openings_are_spread_over_the_whole_range() -> None:
    assert spread(MORNING, 3) == (free("09:00"), free("10:30"), free("11:45"))


def test_the_first_and_the_last_of_many_are_shown() -> None:
    shown = spread(MORNING, 5)

    assert (shown[0], shown[-1], len(shown)) == (MORNING[0], MORNING[-1], 5)


def test_one_of_many_is_the_first() -> None:
    assert spread(MORNING, 1) == MORNING[:1]


def test_none_of_many_is_none() -> None:
    assert spread(MORNING, 0) == ()


# Closest


def test_the_openings_closest_to_the_wish_are_shown_earliest_first() -> None:
    assert closest(MORNING, at("10:05"), 3, minutes(15)) == (
        free("09:45"),
        free("10:00"),
        free("10:15"),
    )


def test_close_openings_lie_apart() -> None:
    assert closest(MORNING, at("10:00"), 3, minutes(30)) == (
        free("09:30"),
        free("10:00"),
        free("10:30"),
    )


def test_of_two_equally_close_ones_the_earlier_is_shown() -> None:
    assert closest((free("11:00"), free("09:00")), at("10:00"), 1, minutes(15)) == (free("09:00"),)


def test_where_they_cannot_lie_apart_the_number_is_still_filled() -> None:
    assert closest(MORNING[:4], at("09:00"), 3, minutes(60)) == MORNING[:3]


def test_fewer_than_asked_are_all_shown() -> None:
    assert closest(MORNING[:2], at("18:00"), 3, minutes(60)) == MORNING[:2]
    assert closest((), at("18:00"), 3, minutes(60)) == ()
