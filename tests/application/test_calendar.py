"""Bringing the barbers' calendars to what the log says."""

import msgspec
import pytest

from application.ports import CalendarEntry, CalendarRefused, Unavailable
from application.recording import Recording
from application.update_calendar import UpdateCalendar
from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from domain.calendar_entry import (
    CalendarEntryBegun,
    CalendarEntryRefused,
    CalendarEntryRemoved,
    CalendarEntryWritten,
)
from domain.identifiers import ShopId
from domain.shop import Shop
from tests.application.counter import DEMO, WEDNESDAY, Counter, Writer, at
from tests.fakes.calendar import InMemoryCalendar

MARCO, LUIS = "marco@demo.calendar", "luis@demo.calendar"
CALENDARS = tuple(barber.calendar_id for barber in DEMO.barbers)


class Wall:
    """The barbers' calendars of one counter."""

    def __init__(self, counter: Counter, *, shop: Shop = DEMO) -> None:
        self.counter = counter
        self.calendar = InMemoryCalendar(CALENDARS)
        self.update = UpdateCalendar(
            store=counter.store,
            calendar=self.calendar,
            recording=Recording(store=counter.store, clock=counter.clock, actor="calendar"),
            shops={shop.id: shop},
        )

    async def position(self, kind: type) -> int:
        return [one.position for one in await self.counter.log() if type(one.event) is kind][-1]

    async def shows(self, kind: type) -> tuple[CalendarEntry, ...]:
        """Update for the last event of that kind, and tell what stands then."""
        await self.update(await self.position(kind))
        return tuple(self.calendar.entries.values())


@pytest.fixture
def wall(counter: Counter) -> Wall:
    return Wall(counter)


@pytest.fixture(autouse=True)
async def booked(counter: Counter, ana: Writer) -> AppointmentBooked:
    """Every test begins with a booking."""
    await ana.says("Book haircut with Marco tomorrow at 2pm")
    (booked,) = await counter.booked()
    return booked


async def test_a_booking_is_shown_in_the_barbers_calendar(
    wall: Wall, booked: AppointmentBooked
) -> None:
    (entry,) = await wall.shows(AppointmentBooked)

    assert entry == CalendarEntry(
        calendar_id=MARCO,
        event_id=f"{booked.appointment_id}g0",
        appointment_id=booked.appointment_id,
        start=at("14:00"),
        end=at("14:30"),
        timezone="America/New_York",
        summary="Haircut · Ana",
        description=f"Booking #{booked.code}\nHaircut, 30 min, $25\nBooked over WhatsApp by Ana.",
        location="118 West 72nd Street, New York, NY 10023",
    )
    assert await wall.counter.events(CalendarEntryWritten) == (
        CalendarEntryWritten(
            calendar_id=MARCO, event_id=entry.event_id, appointment_version=1, etag='"1"'
        ),
    )


async def test_an_update_that_is_repeated_does_nothing(wall: Wall) -> None:
    await wall.shows(AppointmentBooked)
    before = await wall.counter.log()

    await wall.shows(AppointmentBooked)

    assert len(wall.calendar.steps) == 1
    assert await wall.counter.log() == before


async def test_an_update_whose_record_was_lost_ends_in_the_same_entry(wall: Wall) -> None:
    async def note() -> None:
        """That the entry is begun is recorded."""

    async def lose() -> None:
        raise Unavailable("event store")

    wall.counter.store.meanwhile += [note, lose]
    with pytest.raises(Unavailable):
        await wall.shows(AppointmentBooked)

    entries = await wall.shows(AppointmentBooked)

    assert [step for step, _, _ in wall.calendar.steps] == ["put", "put"]
    assert len(entries) == 1


async def test_a_move_within_a_calendar_changes_the_same_event(wall: Wall, ana: Writer) -> None:
    (first,) = await wall.shows(AppointmentBooked)
    await ana.says("move my appointment to wednesday at 4pm")
    await ana.taps("Confirm")

    (second,) = await wall.shows(AppointmentMoved)

    assert (second.event_id, second.start) == (first.event_id, at("16:00", WEDNESDAY))


async def test_a_move_to_another_barber_is_put_there_before_it_is_removed_here(
    wall: Wall, ana: Writer
) -> None:
    (first,) = await wall.shows(AppointmentBooked)
    await ana.says("move my appointment to Luis tomorrow at 4pm")
    await ana.taps("Confirm")

    (second,) = await wall.shows(AppointmentMoved)

    assert wall.calendar.steps[1:] == [
        ("put", LUIS, second.event_id),
        ("remove", MARCO, first.event_id),
    ]
    assert second.event_id != first.event_id
    assert [one.calendar_id for one in await wall.counter.events(CalendarEntryRemoved)] == [MARCO]


async def test_a_barber_who_gets_a_visit_back_gets_it_under_a_new_id(
    wall: Wall, ana: Writer
) -> None:
    await wall.shows(AppointmentBooked)
    await ana.says("move my appointment to Luis tomorrow at 4pm")
    await ana.taps("Confirm")
    await wall.shows(AppointmentMoved)
    await ana.says("move my appointment to Marco tomorrow at 5pm")
    await ana.taps("Confirm")

    (third,) = await wall.shows(AppointmentMoved)

    put = [event_id for step, _, event_id in wall.calendar.steps if step == "put"]
    assert (third.calendar_id, len(set(put))) == (MARCO, 3)


async def test_a_move_that_broke_after_the_put_is_brought_to_its_end(
    wall: Wall, ana: Writer
) -> None:
    await wall.shows(AppointmentBooked)
    await ana.says("move my appointment to Luis tomorrow at 4pm")
    await ana.taps("Confirm")
    wall.calendar.will_after_a_step(Unavailable("google"))
    with pytest.raises(Unavailable):
        await wall.shows(AppointmentMoved)

    (entry,) = await wall.shows(AppointmentMoved)

    assert entry.calendar_id == LUIS


async def test_a_cancelled_visit_is_shown_no_more(wall: Wall, ana: Writer) -> None:
    await wall.shows(AppointmentBooked)
    await ana.says("cancel my appointment")
    await ana.taps("Cancel it")

    entries = await wall.shows(AppointmentCancelled)

    assert entries == ()
    assert len(await wall.counter.events(CalendarEntryRemoved)) == 1


async def test_a_visit_that_is_cancelled_before_it_was_shown_is_never_shown(
    wall: Wall, ana: Writer
) -> None:
    await ana.says("cancel my appointment")
    await ana.taps("Cancel it")

    await wall.shows(AppointmentBooked)
    await wall.shows(AppointmentCancelled)

    assert "put" not in [step for step, _, _ in wall.calendar.steps]
    assert wall.calendar.entries == {}


async def test_an_older_change_shows_the_visit_as_it_stands_now(wall: Wall, ana: Writer) -> None:
    await ana.says("move my appointment to wednesday at 4pm")
    await ana.taps("Confirm")

    (entry,) = await wall.shows(AppointmentBooked)
    await wall.shows(AppointmentMoved)

    assert entry.start == at("16:00", WEDNESDAY)
    assert len(wall.calendar.steps) == 1


async def test_a_refusal_is_recorded_and_passed_on(wall: Wall) -> None:
    wall.calendar.will(CalendarRefused("requiredAccessLevel"))

    with pytest.raises(CalendarRefused):
        await wall.shows(AppointmentBooked)

    assert await wall.counter.events(CalendarEntryRefused) == (
        CalendarEntryRefused(
            calendar_id=MARCO, reason="requiredAccessLevel", appointment_version=1
        ),
    )


async def test_after_a_refusal_the_next_try_shows_the_visit(wall: Wall) -> None:
    wall.calendar.will(CalendarRefused("requiredAccessLevel"))
    with pytest.raises(CalendarRefused):
        await wall.shows(AppointmentBooked)

    assert len(await wall.shows(AppointmentBooked)) == 1


async def test_a_barber_who_left_the_shop_is_a_refusal_that_is_recorded(counter: Counter) -> None:
    wall = Wall(counter, shop=msgspec.structs.replace(DEMO, barbers=DEMO.barbers[1:]))

    with pytest.raises(CalendarRefused):
        await wall.shows(AppointmentBooked)

    assert [one.reason for one in await counter.events(CalendarEntryRefused)] == ["no_such_barber"]


async def test_a_shop_that_is_no_longer_in_the_settings_is_a_refusal_that_is_recorded(
    counter: Counter,
) -> None:
    wall = Wall(counter, shop=msgspec.structs.replace(DEMO, id=ShopId("another")))

    with pytest.raises(CalendarRefused):
        await wall.shows(AppointmentBooked)

    assert [one.reason for one in await counter.events(CalendarEntryRefused)] == ["no_such_shop"]


async def test_a_cancelled_visit_to_a_shop_that_is_gone_still_leaves_the_calendar(
    wall: Wall, ana: Writer
) -> None:
    await wall.shows(AppointmentBooked)
    await ana.says("cancel my appointment")
    await ana.taps("Cancel it")
    gone = Wall(wall.counter, shop=msgspec.structs.replace(DEMO, id=ShopId("another")))
    gone.calendar.entries.update(wall.calendar.entries)

    assert await gone.shows(AppointmentCancelled) == ()


async def test_an_outage_leaves_on_record_that_the_entry_was_begun_once(
    wall: Wall, booked: AppointmentBooked
) -> None:
    for _ in range(2):
        wall.calendar.will(Unavailable("google"))
        with pytest.raises(Unavailable):
            await wall.shows(AppointmentBooked)

    assert await wall.counter.events(CalendarEntryBegun) == (
        CalendarEntryBegun(calendar_id=MARCO, event_id=f"{booked.appointment_id}g0"),
    )
    assert await wall.counter.events(CalendarEntryWritten) == ()
