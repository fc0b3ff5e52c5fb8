"""What people do in Google Calendar to our events, or over them, is for staff to decide."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from application.open_matters import Matter, open_matters
from application.record_settings import RecordSettings
from application.recording import Recording
from application.settle_matter import NothingOpen, SettleMatter
from domain.appointment import AppointmentBooked
from domain.calendar_entry import (
    CalendarConflictFound,
    CalendarConflictSettled,
    CalendarDriftSettled,
    CalendarEntryDrifted,
)
from domain.conversation import ShopTold
from domain.diary import TimeBlocked
from domain.errors import Reason, SlotRefused
from domain.identifiers import ShopId
from domain.shop import Shop
from tests.application.counter import Writer, at, changed
from tests.application.followed import Followed, followed
from tests.sandbox.faulting import switch_on
from tests.sandbox.running import RunningSandbox


class Office(Followed):
    """Luis' calendar, with a booking of Ana's in it, and the staff who decide."""

    booked: AppointmentBooked
    ana: Writer

    @property
    def event_id(self) -> str:
        return f"{self.booked.appointment_id}g0"

    @property
    def settle(self) -> SettleMatter:
        return SettleMatter(
            store=self.counter.store,
            clock=self.counter.clock,
            identities=self.counter.identities,
            shops=self.counter.by_id,
        )

    async def matters(self) -> tuple[Matter, ...]:
        now = self.counter.clock.now()
        return await open_matters(self.counter.store, self.counter.by_id.values(), now)

    async def runs_by(self, shop: Shop) -> None:
        """The service starts with these settings."""
        self.counter.shop = shop
        recording = Recording(store=self.counter.store, clock=self.counter.clock, actor="worker")
        await RecordSettings(recording, shops=(shop,))()

    async def is_moved(self) -> None:
        """Luis drags Ana's haircut from two to four, and the shop has seen it."""
        self.moves(self.event_id, at("16:00"), at("16:30"))
        await self.sync()

    async def is_deleted(self) -> None:
        self.deletes(self.event_id)
        await self.sync()

    async def is_overlaid(self) -> str:
        event_id = self.enters(at("14:00"), at("15:00"))
        await self.sync()
        return event_id


@pytest.fixture
async def office(silent_sandbox: RunningSandbox, empty_redis: Path) -> AsyncIterator[Office]:
    async with followed(silent_sandbox, empty_redis, Office) as made:
        made.ana = made.counter.customer()
        await made.ana.says("Book haircut with Luis tomorrow at 2pm")
        (made.booked,) = await made.counter.booked()
        await made.shown()
        await made.sync()
        yield made


async def test_our_own_event_blocks_nothing_and_is_no_drift(office: Office) -> None:
    office.changes(office.event_id, colorId="5")
    await office.sync()

    assert await office.matters() == ()
    assert await office.counter.events(CalendarEntryDrifted) == ()


async def test_an_event_of_ours_that_is_moved_is_a_drift_and_the_booking_stands(
    office: Office,
) -> None:
    await office.is_moved()

    (matter,) = await office.matters()
    assert matter.drift == CalendarEntryDrifted(
        calendar_id=office.calendar_id,
        event_id=office.event_id,
        start=at("16:00"),
        end=at("16:30"),
    )
    assert await office.counter.moved() == ()


async def test_an_event_of_ours_that_is_deleted_is_a_drift_and_the_booking_stands(
    office: Office,
) -> None:
    await office.is_deleted()

    (matter,) = await office.matters()
    assert matter.drift is not None
    assert matter.drift.start is None
    assert await office.counter.cancelled() == ()
    assert not await office.offers(at("14:00"))


async def test_a_whole_reading_misses_a_deleted_event_of_ours(office: Office) -> None:
    office.deletes(office.event_id)
    office.counter.clock.forward(timedelta(hours=15))

    await office.sync()

    assert len(await office.matters()) == 1


async def test_a_drift_is_found_once(office: Office) -> None:
    await office.is_moved()
    await office.sync()
    office.changes(office.event_id, colorId="5")
    await office.sync()

    assert len(await office.counter.events(CalendarEntryDrifted)) == 1


async def test_an_event_that_is_put_back_by_hand_is_a_drift_no_more(office: Office) -> None:
    await office.is_moved()

    office.moves(office.event_id, at("14:00"), at("14:30"))
    await office.sync()

    assert await office.matters() == ()
    assert await office.counter.events(CalendarDriftSettled) == (
        CalendarDriftSettled(how="undone"),
    )


async def test_a_moved_event_that_is_restored_stands_where_it_was_booked(office: Office) -> None:
    await office.is_moved()

    await office.settle.restore(office.booked.appointment_id)
    await office.shown()
    await office.sync()

    assert "T14:00:00" in str(office.event(office.event_id)["start"])
    assert await office.matters() == ()


async def test_a_deleted_event_that_is_restored_comes_back_under_a_new_id(
    office: Office,
) -> None:
    await office.is_deleted()

    await office.settle.restore(office.booked.appointment_id)
    await office.shown()
    await office.sync()

    (event,) = office.events()
    assert event["id"] == f"{office.booked.appointment_id}g1"
    assert await office.matters() == ()


async def test_a_move_that_is_accepted_moves_the_appointment(office: Office) -> None:
    await office.is_moved()

    await office.settle.accept(office.booked.appointment_id)
    await office.shown()
    await office.sync()

    (moved,) = await office.counter.moved()
    assert (moved.start, moved.end, moved.barber_id) == (at("16:00"), at("16:30"), "luis")
    assert await office.offers(at("14:00"))
    assert not await office.offers(at("16:00"))
    assert await office.matters() == ()


async def test_a_move_to_a_time_that_is_taken_cannot_be_accepted(office: Office) -> None:
    leo = office.counter.customer("Leo", wa_id="15550100122")
    await leo.says("Book haircut with Luis tomorrow at 4pm")
    await office.is_moved()
    before = await office.counter.log()

    with pytest.raises(SlotRefused):
        await office.settle.accept(office.booked.appointment_id)

    assert await office.counter.log() == before


async def test_a_move_of_a_visit_whose_service_is_gone_cannot_be_accepted(office: Office) -> None:
    shop = office.counter.shop
    await office.is_moved()
    others = tuple(one for one in shop.services if one.id != "haircut")
    await office.runs_by(changed(shop, services=others))

    with pytest.raises(SlotRefused) as refused:
        await office.settle.accept(office.booked.appointment_id)

    assert refused.value.reason is Reason.NOT_OFFERED
    assert len(await office.matters()) == 1


async def test_a_deletion_that_is_accepted_cancels_the_appointment(office: Office) -> None:
    await office.is_deleted()

    await office.settle.accept(office.booked.appointment_id)
    await office.shown()

    (cancelled,) = await office.counter.cancelled()
    assert cancelled.by == "staff"
    assert await office.offers(at("14:00"))
    assert await office.matters() == ()


async def test_a_decision_is_made_once(office: Office) -> None:
    await office.is_moved()
    await office.settle.restore(office.booked.appointment_id)

    with pytest.raises(NothingOpen):
        await office.settle.accept(office.booked.appointment_id)


async def test_a_foreign_event_over_an_appointment_is_a_conflict_and_both_stand(
    office: Office,
) -> None:
    event_id = await office.is_overlaid()

    (matter,) = await office.matters()
    assert matter.conflicts == (
        CalendarConflictFound(
            calendar_id=office.calendar_id, event_id=event_id, start=at("14:00"), end=at("15:00")
        ),
    )
    assert await office.counter.cancelled() == ()
    assert {one["id"] for one in office.events()} == {event_id, office.event_id}


async def test_a_conflict_that_is_restored_is_let_be(office: Office) -> None:
    await office.is_overlaid()

    await office.settle.restore(office.booked.appointment_id)
    office.counter.clock.forward(timedelta(hours=15))
    await office.sync()

    assert await office.matters() == ()
    assert len(await office.counter.events(CalendarConflictFound)) == 1


async def test_a_conflict_that_is_accepted_cancels_the_appointment(office: Office) -> None:
    await office.is_overlaid()

    await office.settle.accept(office.booked.appointment_id)

    assert len(await office.counter.cancelled()) == 1
    assert not await office.offers(at("14:00"))


async def test_a_conflict_ends_when_the_event_makes_way(office: Office) -> None:
    event_id = await office.is_overlaid()

    office.moves(event_id, at("17:00"), at("18:00"))
    await office.sync()

    assert await office.matters() == ()
    assert await office.counter.events(CalendarConflictSettled) == (
        CalendarConflictSettled(event_id=event_id, how="undone"),
    )


async def test_a_conflict_ends_when_the_event_is_deleted(office: Office) -> None:
    event_id = await office.is_overlaid()

    office.deletes(event_id)
    await office.sync()

    assert await office.matters() == ()


async def test_an_appointment_that_its_customer_moved_away_is_no_conflict_any_more(
    office: Office,
) -> None:
    await office.is_overlaid()

    await office.ana.says("move my appointment to wednesday at 4pm")
    await office.ana.taps("Confirm")

    assert await office.matters() == ()


async def test_a_change_of_ours_that_is_on_its_way_is_no_drift(office: Office) -> None:
    await office.ana.says("move my appointment to wednesday at 4pm")
    await office.ana.taps("Confirm")
    office.changes(office.event_id, colorId="5")

    await office.sync()

    assert await office.matters() == ()


async def test_an_event_that_was_moved_follows_the_customers_later_move(office: Office) -> None:
    await office.is_moved()
    await office.ana.says("move my appointment to wednesday at 4pm")
    await office.ana.taps("Confirm")

    await office.shown()
    await office.sync()

    assert "2026-11-25T16:00:00" in str(office.event(office.event_id)["start"])
    assert await office.matters() == ()


async def test_an_event_that_was_deleted_is_not_written_again_unasked(office: Office) -> None:
    office.deletes(office.event_id)
    await office.ana.says("move my appointment to wednesday at 4pm")
    await office.ana.taps("Confirm")

    await office.shown()

    (matter,) = await office.matters()
    assert matter.drift is not None
    assert matter.drift.start is None
    assert office.events() == []


async def test_an_event_that_was_deleted_and_is_cancelled_needs_nobody(office: Office) -> None:
    await office.is_deleted()
    await office.ana.says("cancel my appointment")
    await office.ana.taps("Cancel it")

    await office.shown()

    assert await office.matters() == ()


async def test_an_event_that_google_does_not_tell_of_is_no_deletion_and_delays_nothing(
    office: Office,
) -> None:
    lunch = office.enters(at("15:00"), at("16:00"))
    office.moves(office.event_id, at("16:00"), at("16:30"))
    switch_on(
        office.sandbox,
        {"service": "google", "when": "GET /calendars/*/events/*", "status": 404},
    )

    await office.sync()

    assert await office.counter.events(CalendarEntryDrifted) == ()
    assert [one.block_id for one in await office.counter.events(TimeBlocked)] == [lunch]


async def test_the_owner_is_told_once_of_what_is_found(office: Office) -> None:
    await office.is_moved()
    office.changes(office.event_id, colorId="5")
    await office.sync()
    await office.is_overlaid()

    drift, conflict = await office.counter.events(ShopTold)

    code = office.booked.code
    assert drift.detail == (
        f"#{code} on Tuesday 24 November, 2:00 pm was moved to Tuesday 24 November, 4:00 pm. "
        "It stands as booked until you decide (barbershop calendar)."
    )
    assert conflict.detail.startswith(
        f"another event, Tuesday 24 November, 2:00 pm, lies over #{code} on Tuesday 24 November"
    )
    assert (drift.about, conflict.about) == ("calendar", "calendar")


async def test_the_owner_of_the_shop_that_it_is_booked_at_is_told_where_shops_share_a_calendar(
    office: Office,
) -> None:
    office.is_shared_with(changed(office.counter.shop, id=ShopId("next-door")))

    await office.is_moved()

    assert [one.about for one in await office.counter.events(ShopTold)] == ["calendar"]


async def test_what_is_open_about_a_barber_who_left_is_still_for_staff_to_decide(
    office: Office,
) -> None:
    counter = office.counter
    await office.runs_by(counter.shop)
    await office.is_deleted()
    staying = tuple(one for one in counter.shop.barbers if one.id != "luis")
    await office.runs_by(changed(counter.shop, barbers=staying))

    (matter,) = await office.matters()
    await office.settle.accept(matter.booked.appointment_id)

    assert len(await counter.cancelled()) == 1
    assert await office.matters() == ()


async def test_what_is_open_beyond_the_days_that_can_be_booked_by_now_is_still_listed(
    office: Office,
) -> None:
    shop = office.counter.shop
    await office.runs_by(shop)
    await office.is_deleted()
    policies = msgspec.structs.replace(shop.policies, horizon_days=0)
    await office.runs_by(changed(shop, policies=policies))

    assert len(await office.matters()) == 1
