"""The guard against double booking: who can have which time of a barber's day."""

from datetime import datetime, timedelta
from functools import reduce

import msgspec
import pytest

from domain.diary import (
    Block,
    Claim,
    Diary,
    DiaryEvent,
    DiaryKey,
    TimeBlocked,
    TimeClaimed,
    TimeHeld,
    TimeReleased,
    TimeUnblocked,
    evolve,
)
from domain.errors import HoldEnded, Reason, SlotRefused
from domain.identifiers import AppointmentId, BlockId, CustomerId, HoldId, ShopId
from domain.interval import Interval
from tests.domain.town import ANA, NOW, TUESDAY, at, minutes

EXPIRY = NOW + minutes(10)
A1, A2 = AppointmentId("a1"), AppointmentId("a2")
H1, H2 = HoldId("h1"), HoldId("h2")


def held(
    start: str, end: str, hold_id: HoldId = H1, *, before: int = 0, after: int = 0
) -> TimeHeld:
    return TimeHeld(
        hold_id=hold_id,
        customer_id=CustomerId("c1"),
        start=at(start),
        end=at(end),
        before=minutes(before),
        after=minutes(after),
        expires_at=EXPIRY,
    )


def claimed(
    start: str,
    end: str,
    appointment_id: AppointmentId = A1,
    hold_id: HoldId | None = None,
    *,
    before: int = 0,
    after: int = 0,
) -> TimeClaimed:
    return TimeClaimed(
        appointment_id=appointment_id,
        start=at(start),
        end=at(end),
        before=minutes(before),
        after=minutes(after),
        hold_id=hold_id,
    )


def busy(start: str, end: str, block_id: str = "b1") -> TimeBlocked:
    return TimeBlocked(block_id=BlockId(block_id), start=at(start), end=at(end), source="calendar")


def off(start: str, end: str) -> TimeBlocked:
    return TimeBlocked(block_id=BlockId("b1"), start=at(start), end=at(end), source="staff")


def given(*events: DiaryEvent) -> Diary:
    return reduce(evolve, events, Diary())


def refusal(diary: Diary, start: str, end: str, now: datetime = NOW) -> Reason | None:
    return diary.conflict(Interval(start=at(start), end=at(end)), now)


# Holding


def test_free_time_can_be_held() -> None:
    diary = given()

    events = diary.hold(held("12:00", "12:30"), NOW)

    assert events == (held("12:00", "12:30"),)


def test_the_same_hold_twice_changes_nothing() -> None:
    diary = given(held("12:00", "12:30"))

    events = diary.hold(held("12:00", "12:30"), NOW)

    assert events == ()


def test_held_time_cannot_be_held_by_another() -> None:
    diary = given(held("12:00", "12:30"))

    with pytest.raises(SlotRefused) as refused:
        diary.hold(held("12:15", "12:45", H2), NOW)

    assert refused.value.reason is Reason.HELD


def test_claimed_time_cannot_be_held() -> None:
    diary = given(claimed("12:00", "12:30"))

    with pytest.raises(SlotRefused) as refused:
        diary.hold(held("12:15", "12:45"), NOW)

    assert refused.value.reason is Reason.TAKEN


def test_a_hold_binds_until_the_moment_it_expires() -> None:
    diary = given(held("12:00", "12:30"))

    assert refusal(diary, "12:00", "12:30", EXPIRY - timedelta(seconds=1)) is Reason.HELD
    assert refusal(diary, "12:00", "12:30", EXPIRY) is None


def test_time_whose_hold_expired_can_be_held_by_another() -> None:
    diary = given(held("12:00", "12:30"))

    events = diary.hold(held("12:00", "12:30", H2), EXPIRY)

    assert events == (held("12:00", "12:30", H2),)


def test_a_hold_for_a_move_may_overlap_the_visit_that_moves() -> None:
    diary = given(claimed("12:00", "12:30", A1))

    events = diary.hold(held("12:15", "12:45"), NOW, moving=A1)

    assert events == (held("12:15", "12:45"),)


def test_a_hold_for_a_move_may_not_overlap_another_visit() -> None:
    diary = given(claimed("12:00", "12:30", A1), claimed("12:30", "13:00", A2))

    with pytest.raises(SlotRefused) as refused:
        diary.hold(held("12:15", "12:45"), NOW, moving=A1)

    assert refused.value.reason is Reason.TAKEN


def test_a_live_hold_can_be_required() -> None:
    diary = given(held("12:00", "12:30"))

    claim = diary.require_live(H1, NOW)

    assert claim == Claim(
        id=H1,
        start=at("12:00"),
        end=at("12:30"),
        before=minutes(0),
        after=minutes(0),
        expires_at=EXPIRY,
    )


def test_an_expired_hold_has_ended() -> None:
    diary = given(held("12:00", "12:30"))

    with pytest.raises(HoldEnded):
        diary.require_live(H1, EXPIRY)


def test_a_released_hold_has_ended() -> None:
    diary = given(held("12:00", "12:30"), TimeReleased(claim_id=H1, why="declined"))

    with pytest.raises(HoldEnded):
        diary.require_live(H1, NOW)


# Claiming


def test_free_time_can_be_claimed() -> None:
    diary = given()

    events = diary.claim(claimed("12:00", "12:30"), NOW)

    assert events == (claimed("12:00", "12:30"),)


def test_the_same_claim_twice_changes_nothing() -> None:
    diary = given(held("12:00", "12:30"), claimed("12:00", "12:30", A1, H1))

    events = diary.claim(claimed("12:00", "12:30", A1, H1), NOW)

    assert events == ()


def test_claimed_time_cannot_be_claimed_by_another() -> None:
    diary = given(claimed("12:00", "12:30", A1))

    with pytest.raises(SlotRefused) as refused:
        diary.claim(claimed("12:15", "12:45", A2), NOW)

    assert refused.value.reason is Reason.TAKEN


def test_held_time_cannot_be_claimed_by_another() -> None:
    diary = given(held("12:00", "12:30", H1))

    with pytest.raises(SlotRefused) as refused:
        diary.claim(claimed("12:15", "12:45", A1, H2), NOW)

    assert refused.value.reason is Reason.HELD


def test_the_hold_that_a_claim_comes_from_ends_with_it() -> None:
    diary = given(held("12:00", "12:30"))

    events = diary.claim(claimed("12:00", "12:30", A1, H1), NOW)

    assert events == (claimed("12:00", "12:30", A1, H1),)
    assert [one.id for one in given(held("12:00", "12:30"), *events).claims] == [A1]


def test_an_expired_hold_is_claimed_where_its_time_is_still_free() -> None:
    diary = given(held("12:00", "12:30"))

    events = diary.claim(claimed("12:00", "12:30", A1, H1), EXPIRY)

    assert events == (claimed("12:00", "12:30", A1, H1),)


def test_an_expired_hold_is_refused_where_its_time_is_gone() -> None:
    diary = given(held("12:00", "12:30"), claimed("12:00", "12:30", A2))

    with pytest.raises(SlotRefused) as refused:
        diary.claim(claimed("12:00", "12:30", A1, H1), EXPIRY)

    assert refused.value.reason is Reason.TAKEN


def test_a_visit_does_not_have_two_times_of_one_day() -> None:
    diary = given(claimed("12:00", "12:30", A1))

    with pytest.raises(SlotRefused) as refused:
        diary.claim(claimed("15:00", "15:30", A1), NOW)

    assert refused.value.reason is Reason.TAKEN


def test_a_moving_visit_leaves_its_old_time_with_the_new_claim() -> None:
    diary = given(claimed("12:00", "12:30", A1))

    events = diary.claim(claimed("12:15", "12:45", A1), NOW, moving=A1)

    assert events == (claimed("12:15", "12:45", A1),)
    assert given(claimed("12:00", "12:30", A1), *events) == given(claimed("12:15", "12:45", A1))


def test_a_moving_visit_cannot_have_the_time_of_another() -> None:
    diary = given(claimed("12:00", "12:30", A1), claimed("12:30", "13:00", A2))

    with pytest.raises(SlotRefused) as refused:
        diary.claim(claimed("12:15", "12:45", A1), NOW, moving=A1)

    assert refused.value.reason is Reason.TAKEN


def test_a_claim_never_overlaps_another_visit_that_it_says_is_moving() -> None:
    diary = given(claimed("12:00", "12:30", A1))

    with pytest.raises(SlotRefused) as refused:
        diary.claim(claimed("12:00", "12:30", A2), NOW, moving=A1)

    assert refused.value.reason is Reason.TAKEN


# Neighbours


def test_touching_times_do_not_overlap() -> None:
    diary = given(claimed("12:00", "12:30"))

    assert refusal(diary, "11:30", "12:00") is None
    assert refusal(diary, "12:30", "13:00") is None
    assert refusal(diary, "11:31", "12:01") is Reason.TAKEN
    assert refusal(diary, "12:29", "12:59") is Reason.TAKEN


def test_the_buffers_of_neighbours_add() -> None:
    diary = given(claimed("12:00", "12:30", after=5))

    events = diary.claim(claimed("12:45", "13:15", A2, before=10), NOW)

    assert events == (claimed("12:45", "13:15", A2, before=10),)


def test_a_minute_less_than_both_buffers_is_too_close() -> None:
    diary = given(claimed("12:00", "12:30", after=5))

    with pytest.raises(SlotRefused) as refused:
        diary.claim(claimed("12:44", "13:14", A2, before=10), NOW)

    assert refused.value.reason is Reason.TAKEN


def test_the_buffer_before_a_visit_keeps_the_one_before_away() -> None:
    diary = given(claimed("12:00", "12:30", before=10))

    with pytest.raises(SlotRefused):
        diary.claim(claimed("11:30", "11:55", A2), NOW)

    assert diary.claim(claimed("11:30", "11:50", A2), NOW)


def test_a_hold_keeps_its_buffers_too() -> None:
    diary = given(held("12:00", "12:30", after=5))

    assert refusal(diary, "12:30", "13:00") is Reason.HELD
    assert refusal(diary, "12:35", "13:00") is None


def test_the_buffer_of_a_visit_keeps_off_blocked_time() -> None:
    diary = given(busy("12:00", "12:30"))

    with pytest.raises(SlotRefused) as refused:
        diary.claim(claimed("11:30", "12:00", after=5), NOW)

    assert refused.value.reason is Reason.CALENDAR_BUSY


# Releasing


def test_a_claim_can_be_released() -> None:
    diary = given(claimed("12:00", "12:30"))

    events = diary.release(A1, "cancelled")

    assert events == (TimeReleased(claim_id=A1, why="cancelled"),)
    assert given(claimed("12:00", "12:30"), *events) == Diary()


def test_releasing_what_is_not_there_changes_nothing() -> None:
    diary = given(claimed("12:00", "12:30"), TimeReleased(claim_id=A1, why="cancelled"))

    events = diary.release(A1, "cancelled")

    assert events == ()


def test_releasing_leaves_the_claims_of_others() -> None:
    diary = given(
        claimed("12:00", "12:30", A1),
        claimed("13:00", "13:30", A2),
        TimeReleased(claim_id=A1, why="moved"),
    )

    assert diary == given(claimed("13:00", "13:30", A2))


# Blocking


def test_time_is_blocked_whoever_has_it() -> None:
    diary = given(claimed("12:00", "12:30"))

    events = diary.block(busy("12:00", "13:00"))

    assert events == (busy("12:00", "13:00"),)


def test_the_same_block_twice_changes_nothing() -> None:
    diary = given(busy("12:00", "13:00"))

    events = diary.block(busy("12:00", "13:00"))

    assert events == ()


def test_a_block_that_moved_in_the_calendar_leaves_its_old_time() -> None:
    diary = given(busy("12:00", "13:00"))

    events = diary.block(busy("15:00", "16:00"))

    assert events == (busy("15:00", "16:00"),)
    assert given(busy("12:00", "13:00"), *events) == given(busy("15:00", "16:00"))


def test_time_that_the_calendar_blocks_is_busy_and_time_that_staff_block_is_off() -> None:
    assert refusal(given(busy("12:00", "13:00")), "12:30", "13:30") is Reason.CALENDAR_BUSY
    assert refusal(given(off("12:00", "13:00")), "12:30", "13:30") is Reason.TIME_OFF


def test_blocked_time_is_given_back() -> None:
    diary = given(busy("12:00", "13:00"))

    events = diary.unblock(BlockId("b1"))

    assert events == (TimeUnblocked(block_id=BlockId("b1")),)
    assert given(busy("12:00", "13:00"), *events) == Diary()


def test_unblocking_what_is_not_blocked_changes_nothing() -> None:
    diary = given(busy("12:00", "13:00", "b2"))

    events = diary.unblock(BlockId("b1"))

    assert events == ()


def test_blocks_and_claims_leave_each_other_alone() -> None:
    diary = given(
        busy("09:00", "10:00"),
        held("11:00", "11:30"),
        claimed("12:00", "12:30"),
        TimeReleased(claim_id=H1, why="expired"),
        TimeUnblocked(block_id=BlockId("b2")),
    )

    assert diary == Diary(
        claims=given(claimed("12:00", "12:30")).claims,
        blocks=(Block(id=BlockId("b1"), start=at("09:00"), end=at("10:00"), source="calendar"),),
    )


# Looking


def test_a_customers_own_claims_do_not_stand_in_the_way() -> None:
    diary = given(claimed("12:00", "12:30", A1), held("13:00", "13:30", H1))
    wanted = Interval(start=at("12:15"), end=at("13:15"))

    assert diary.conflict(wanted, NOW, ignoring=(A1, H1)) is None
    assert diary.conflict(wanted, NOW, ignoring=(A1,)) is Reason.HELD
    assert diary.conflict(wanted, NOW, ignoring=(H1,)) is Reason.TAKEN


def test_booked_time_counts_visits_without_holds_and_buffers() -> None:
    diary = given(
        claimed("12:00", "12:30", A1, before=5, after=5),
        claimed("14:00", "15:30", A2),
        held("16:00", "16:30"),
        busy("17:00", "18:00"),
    )

    assert diary.booked() == minutes(120)


def test_a_diary_is_named_by_shop_barber_and_day() -> None:
    key = DiaryKey(shop_id=ShopId("corner"), barber_id=ANA, day=TUESDAY)

    assert key.stream == "diary:corner:ana:2026-11-24"


def test_an_event_of_a_diary_is_stored_under_its_tag() -> None:
    stored = msgspec.json.encode(TimeReleased(claim_id="a1", why="moved"))

    assert stored == b'{"type":"diary.time_released","claim_id":"a1","why":"moved"}'
