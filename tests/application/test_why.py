"""Every reason names the events, or the rule and its settings, that made it so."""

from datetime import date, datetime, timedelta

import msgspec
import pytest

from application.explaining_why.answers import (
    BeyondHorizon,
    Blocked,
    Claimed,
    Explanation,
    Held,
    InBreak,
    NotDone,
    OffGrid,
    OutsideHours,
    OutsideOpening,
    Verdict,
    WithinNotice,
)
from application.explaining_why.explain_why import (
    ExplainWhy,
    NoSettings,
    NotInSettings,
    Question,
)
from domain.appointment import AppointmentBooked, AppointmentMoved
from domain.diary import TimeBlocked, TimeClaimed, TimeHeld, TimeReleased
from domain.errors import Reason
from domain.hours import ClockRange, WeekRule
from domain.identifiers import AppointmentId, BlockId, CustomerId, HoldId, ServiceId
from domain.money import Money
from domain.shop import DaysOff, Shop
from tests.application.counter import Counter
from tests.application.test_settings_on_record import recorder_of
from tests.domain.town import ANA, MONDAY, NOW, SUNDAY, TUESDAY, at, barber, hours, minutes, shop

DIARY = f"diary:corner:{ANA}:{TUESDAY}"
XMAS = DaysOff(first=TUESDAY, last=TUESDAY, names={"en": "Holiday"})

BOOKED = AppointmentBooked(
    appointment_id=AppointmentId("a1"),
    code="K7QF",
    customer_id=CustomerId("c1"),
    shop_id=shop().id,
    barber_id=ANA,
    services=(ServiceId("cut"),),
    start=at("17:00"),
    end=at("17:30"),
    price=Money(minor=3000, currency="USD"),
    free_until=at("17:00", MONDAY),
    shop_version="v1",
)
MOVED = AppointmentMoved(
    barber_id=BOOKED.barber_id,
    start=BOOKED.start,
    end=BOOKED.end,
    free_until=BOOKED.free_until,
    shop_version="v1",
)
NO_TIME = minutes(0)


def claimed(start: str = "17:00", *, after: int = 0, hold: str | None = None) -> TimeClaimed:
    return TimeClaimed(
        appointment_id=AppointmentId("a1"),
        start=at(start),
        end=at(start) + minutes(30),
        before=NO_TIME,
        after=minutes(after),
        hold_id=HoldId(hold) if hold else None,
    )


def held(start: str = "17:00", *, expires_at: datetime) -> TimeHeld:
    return TimeHeld(
        hold_id=HoldId("h1"),
        customer_id=CustomerId("c1"),
        start=at(start),
        end=at(start) + minutes(30),
        before=NO_TIME,
        after=NO_TIME,
        expires_at=expires_at,
    )


def blocked(source: str) -> TimeBlocked:
    block = TimeBlocked(
        block_id=BlockId("b1"), start=at("16:00"), end=at("18:00"), source="calendar"
    )
    return msgspec.structs.replace(block, source=source)


async def load(counter: Counter, settings: Shop) -> None:
    """Put settings on record."""
    await recorder_of(counter, settings)()


async def ask(
    counter: Counter,
    start: datetime | None = None,
    *,
    now: datetime = NOW,
    position: int | None = None,
    services: tuple[str, ...] = ("cut",),
    whom: str | None = ANA,
) -> Explanation:
    """Why Ana had (no) time for a cut at Tuesday five."""
    log = await counter.log()
    return await ExplainWhy(counter.store)(
        Question(
            shop_id=shop().id,
            start=start or at("17:00"),
            now=now,
            position=len(log) if position is None else position,
            services=services,
            barber=whom,
        )
    )


def verdict(told: Explanation) -> Verdict:
    (answer,) = told.answers
    return answer.verdict


async def test_a_free_time_has_no_reason(counter: Counter) -> None:
    await load(counter, shop())

    told = await ask(counter)

    assert verdict(told) == Verdict(reason=None)
    assert (told.settings.position, told.settings_version) == (1, "v1")


async def test_a_taken_time_names_the_claim_and_the_booking(counter: Counter) -> None:
    await load(counter, shop())
    await counter.add(DIARY, claimed())
    await counter.add("appointment:a1", BOOKED)

    found = verdict(await ask(counter, at("16:45")))

    assert found.reason is Reason.TAKEN
    (claim,) = found.in_the_way
    assert isinstance(claim, Claimed)
    assert claim.booked is not None
    assert (claim.event.position, claim.event.stream, claim.event.version) == (2, DIARY, 1)
    assert (claim.event.at, claim.event.actor, claim.event.cause) == (NOW, "test", "test")
    assert (claim.booked.position, claim.code, claim.policy) == (3, "K7QF", "v1")
    assert not claim.by_buffers


async def test_a_time_can_be_taken_by_buffers_alone(counter: Counter) -> None:
    await load(counter, shop())
    await counter.add(DIARY, claimed(after=10))

    (claim,) = verdict(await ask(counter, at("17:30"))).in_the_way

    assert isinstance(claim, Claimed)
    assert claim.by_buffers
    assert (claim.code, claim.booked) == (None, None)


async def test_a_visit_that_moved_there_names_the_event_that_brought_it(counter: Counter) -> None:
    await load(counter, shop())
    await counter.add("appointment:a1", BOOKED)
    await counter.add(DIARY, claimed("12:00"))
    await counter.add(DIARY, claimed("17:00"))

    await counter.add("appointment:a1", MOVED)

    (claim,) = verdict(await ask(counter)).in_the_way

    assert (claim.event.position, claim.event.version) == (4, 2)
    assert isinstance(claim, Claimed)
    assert claim.moved is not None
    assert (claim.moved.position, claim.moved.tag) == (5, "appointment.moved")


async def test_a_held_time_names_the_hold_and_its_end(counter: Counter) -> None:
    await load(counter, shop())
    await counter.add(DIARY, held(expires_at=NOW + minutes(10)))

    found = verdict(await ask(counter))

    assert found.reason is Reason.HELD
    (hold,) = found.in_the_way
    assert isinstance(hold, Held)
    assert (hold.event.position, hold.customer_id) == (2, "c1")
    assert hold.expires_at == NOW + minutes(10)


async def test_a_hold_that_had_expired_is_told_of_a_free_time(counter: Counter) -> None:
    await load(counter, shop())
    await counter.add(DIARY, held(expires_at=NOW + minutes(10)))

    found = verdict(await ask(counter, now=NOW + minutes(10)))

    assert (found.reason, found.in_the_way) == (None, ())
    assert [one.event.position for one in found.lapsed] == [2]


async def test_what_a_hold_became_stands_for_it(counter: Counter) -> None:
    await load(counter, shop())
    await counter.add(DIARY, held(expires_at=NOW + minutes(10)), claimed(hold="h1"))

    found = verdict(await ask(counter))

    assert found.reason is Reason.TAKEN
    assert [one.event.position for one in found.in_the_way] == [3]


@pytest.mark.parametrize(
    ("source", "reason"), [("staff", Reason.TIME_OFF), ("calendar", Reason.CALENDAR_BUSY)]
)
async def test_blocked_time_names_the_block_and_whose_it_is(
    counter: Counter, source: str, reason: Reason
) -> None:
    await load(counter, shop())
    await counter.add(DIARY, blocked(source))

    found = verdict(await ask(counter))

    assert (found.reason, found.rule) == (reason, None)
    (block,) = found.in_the_way
    assert isinstance(block, Blocked)
    assert (block.event.position, block.source) == (2, source)


async def test_all_that_stands_in_the_way_is_named_the_decisive_first(counter: Counter) -> None:
    await load(counter, shop())
    await counter.add(DIARY, blocked("calendar"), claimed())

    found = verdict(await ask(counter))

    assert found.reason is Reason.TAKEN
    assert [one.event.position for one in found.in_the_way] == [3, 2]


async def test_a_start_right_after_a_visit_that_is_held_is_held_not_off_the_grid(
    counter: Counter,
) -> None:
    await load(counter, shop())
    await counter.add(DIARY, claimed("16:20"), held("16:50", expires_at=NOW + minutes(10)))

    found = verdict(await ask(counter, at("16:50")))

    assert found.reason is Reason.HELD
    assert [one.event.position for one in found.in_the_way] == [3]


async def test_a_closure_is_named_with_its_days(counter: Counter) -> None:
    await load(counter, shop(closures=(XMAS,)))

    found = verdict(await ask(counter))

    assert found.reason is Reason.CLOSED
    assert found.rule == OutsideOpening(
        day=TUESDAY, closure=XMAS, hours=hours("09:00-19:00"), dated=False
    )


async def test_closing_time_is_told_by_the_hours_of_that_day(counter: Counter) -> None:
    await load(counter, shop())

    late, sunday = await ask(counter, at("18:45")), await ask(counter, at("12:00", SUNDAY))

    assert verdict(late).rule == OutsideOpening(
        day=TUESDAY, closure=None, hours=hours("09:00-19:00"), dated=False
    )
    assert verdict(sunday).rule == OutsideOpening(day=SUNDAY, closure=None, hours=(), dated=False)


async def test_hours_of_one_date_are_told_as_such(counter: Counter) -> None:
    dated = WeekRule(weekly=shop().hours.weekly, dates={TUESDAY: hours("09:00-12:00")})
    await load(counter, shop(hours=dated))

    found = verdict(await ask(counter))

    assert found.rule == OutsideOpening(
        day=TUESDAY, closure=None, hours=hours("09:00-12:00"), dated=True
    )


async def test_days_off_are_named(counter: Counter) -> None:
    await load(counter, shop(barbers=(barber(ANA, time_off=(XMAS,)),)))

    found = verdict(await ask(counter))

    assert found.reason is Reason.TIME_OFF
    assert found.rule == OutsideHours(
        day=TUESDAY, days_off=XMAS, hours=hours("09:00-19:00"), dated=False
    )


async def test_the_barbers_own_hours_are_told(counter: Counter) -> None:
    mornings = WeekRule(weekly={1: hours("09:00-12:00")})
    await load(counter, shop(barbers=(barber(ANA, hours=mornings),)))

    found = verdict(await ask(counter))

    assert found.rule == OutsideHours(
        day=TUESDAY, days_off=None, hours=hours("09:00-12:00"), dated=False
    )


async def test_a_break_is_told_by_the_breaks_of_that_day(counter: Counter) -> None:
    tea = WeekRule(weekly={1: (ClockRange(17 * 60, 17 * 60 + 15),)})
    await load(counter, shop(barbers=(barber(ANA, breaks=tea),)))

    found = verdict(await ask(counter))

    assert found.reason is Reason.BREAK
    assert found.rule == InBreak(day=TUESDAY, breaks=hours("17:00-17:15"))


async def test_notice_is_told_with_the_earliest_start(counter: Counter) -> None:
    await load(counter, shop())

    found = verdict(await ask(counter, now=at("16:30")))

    assert found.reason is Reason.TOO_SOON
    assert found.rule == WithinNotice(notice=minutes(60), earliest=at("17:30"))


async def test_the_horizon_is_told_with_its_last_day(counter: Counter) -> None:
    await load(counter, shop())

    found = verdict(await ask(counter, at("17:00", MONDAY + timedelta(days=61))))

    assert found.reason is Reason.TOO_FAR_AHEAD
    assert found.rule == BeyondHorizon(horizon_days=60, last_day=date(2027, 1, 22))


async def test_what_the_barber_does_is_told_where_a_service_is_not_among_it(
    counter: Counter,
) -> None:
    await load(counter, shop(barbers=(barber(ANA, services=("shave", "color")),)))

    found = verdict(await ask(counter))

    assert found.reason is Reason.NOT_OFFERED
    assert found.rule == NotDone(services=(ServiceId("shave"), ServiceId("color")))


async def test_a_start_off_the_grid_is_told_with_its_neighbours(counter: Counter) -> None:
    await load(counter, shop())
    await counter.add(DIARY, claimed("16:40"))

    found = verdict(await ask(counter, at("17:05")))

    assert found.reason is Reason.OFF_GRID
    assert found.rule == OffGrid(grid=minutes(15), before=at("17:00"), after=at("17:10"))


async def test_what_was_recorded_later_was_not_known(counter: Counter) -> None:
    await load(counter, shop())
    await counter.add(DIARY, claimed())
    await load(counter, shop(closures=(XMAS,), version="v2"))
    await counter.add(DIARY, TimeReleased(claim_id="a1", why="cancelled"))

    told = [verdict(await ask(counter, position=position)).reason for position in (1, 2, 3)]

    assert told == [None, Reason.TAKEN, Reason.CLOSED]


async def test_settings_are_those_that_were_in_force(counter: Counter) -> None:
    await load(counter, shop())
    await load(counter, shop(version="v2"))

    then, now = await ask(counter, position=1), await ask(counter)

    assert (then.settings.position, then.settings_version) == (1, "v1")
    assert (now.settings.position, now.settings_version) == (2, "v2")


async def test_visits_with_the_same_verdict_go_together(counter: Counter) -> None:
    await load(counter, shop())
    await counter.add(DIARY, claimed("17:30"))

    told = await ask(counter, services=())

    assert [(one.visits, one.verdict.reason) for one in told.answers] == [
        ((("cut",), ("shave",)), None),
        ((("color",),), Reason.TAKEN),
    ]


async def test_services_that_are_named_make_one_visit(counter: Counter) -> None:
    await load(counter, shop())

    told = await ask(counter, services=("cut", "shave"), whom=None)

    assert [one.visits for one in told.answers] == [(("cut", "shave"),)] * 3
    assert [one.barber_id for one in told.answers] == ["marco", "luis", "ana"]


async def test_the_second_showing_of_a_repeated_time_is_told(counter: Counter) -> None:
    night = WeekRule(weekly=dict.fromkeys(range(7), (ClockRange(0, 1440),)))
    await load(counter, shop(hours=night))
    once = at("01:30", date(2026, 11, 1))

    first, second = await ask(counter, once), await ask(counter, once + minutes(60))

    assert (first.second_showing, second.second_showing) == (False, True)


async def test_without_settings_on_record_there_is_no_answer(counter: Counter) -> None:
    await load(counter, shop())

    with pytest.raises(NoSettings):
        await ask(counter, position=0)


@pytest.mark.parametrize(
    ("services", "whom", "what"), [(("perm",), ANA, "service"), (("cut",), "zoe", "barber")]
)
async def test_what_the_settings_did_not_have_is_told_with_what_they_had(
    counter: Counter, services: tuple[str, ...], whom: str, what: str
) -> None:
    await load(counter, shop())

    with pytest.raises(NotInSettings) as refused:
        await ask(counter, services=services, whom=whom)

    assert refused.value.what == what
    assert len(refused.value.known) == 3
