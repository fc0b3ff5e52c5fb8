"""Replays, their read models, and what they hold themselves to."""

from datetime import datetime, timedelta
from typing import Literal

import msgspec
import pytest
from eventsourcing.persistence import StoredEvent
from eventsourcing.popo import POPOApplicationRecorder

from application.events import Event
from application.ports import Append, NewerEvent, Stamp
from application.replaying.comparison import LiveNames, compare
from application.replaying.day_book import BookedDay, day_book
from application.replaying.day_figures import figures
from application.replaying.open_bookings import open_bookings
from application.replaying.states import WrongStream
from application.replaying.visit_story import VisitStory
from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved, Status
from domain.calendar_entry import CalendarEntryWritten
from domain.diary import DiaryKey, TimeBlocked, TimeClaimed, TimeHeld, TimeReleased
from domain.identifiers import AppointmentId, BlockId, CustomerId, HoldId
from domain.money import Money
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import InMemoryKeyVault
from infrastructure.replaying.plain_log import PAGE, PlainLog
from tests.application.busy_log import fill
from tests.application.counter import NOW, Counter, Writer, at
from tests.application.replayed import digest, replayed, states
from tests.persistence.samples import BOOKED as SAMPLE
from tests.persistence.samples import RECEIVED

DAY, OTHER = "diary:demo:ana:2026-11-24", "diary:demo:ana:2026-11-25"
NO_TIME = timedelta(0)
HALF_HOUR = timedelta(minutes=30)


class Past:
    """A log that is written line by line."""

    def __init__(self) -> None:
        self.recorder = POPOApplicationRecorder()
        self._codec = EventCodec(InMemoryKeyVault())
        self._versions: dict[str, int] = {}

    def add(self, stream: str, event: Event, *, at: datetime = NOW) -> None:
        version = self._versions.get(stream, 0)
        self._versions[stream] = version + 1
        append = Append(stream=stream, expected=version, events=(event,))
        stamp = Stamp(at=at, actor="bot", cause="turn:1", correlation="1")
        self.recorder.insert_events(self._codec.stored([append], stamp))

    def add_newer(self, at: datetime) -> None:
        """What only a newer release understands."""
        state = msgspec.msgpack.encode({"at": at, "data": {}})
        newer = StoredEvent("appointment:x", 1, "appointment.rated/1", state)
        self.recorder.insert_events([newer])

    def day(self, stream: str = DAY, now: datetime = NOW) -> BookedDay:
        """That day, as all of the log tells it."""
        with replayed(self.recorder) as scratch:
            (found,) = day_book(scratch, now, stream)
        return found


@pytest.fixture
def past() -> Past:
    return Past()


@pytest.fixture(scope="module")
def busy() -> POPOApplicationRecorder:
    recorder = POPOApplicationRecorder()
    fill(recorder, EventCodec(InMemoryKeyVault()), 5000)
    return recorder


def booked(
    name: str = "a1", *, start: datetime | None = None, cents: int = 2500
) -> AppointmentBooked:
    begins = start or at("14:00")
    return msgspec.structs.replace(
        SAMPLE,
        appointment_id=AppointmentId(name),
        customer_id=CustomerId("c1"),
        start=begins,
        end=begins + HALF_HOUR,
        price=Money(minor=cents, currency="USD"),
    )


def claimed(name: str = "a1", clock: str = "14:00") -> TimeClaimed:
    return TimeClaimed(
        appointment_id=AppointmentId(name),
        start=at(clock),
        end=at(clock) + HALF_HOUR,
        before=NO_TIME,
        after=NO_TIME,
    )


def moved(clock: str) -> AppointmentMoved:
    return AppointmentMoved(
        barber_id=SAMPLE.barber_id,
        start=at(clock),
        end=at(clock) + HALF_HOUR,
        free_until=NOW,
        shop_version="1",
    )


def released(why: Literal["cancelled", "moved"], name: str = "a1") -> TimeReleased:
    return TimeReleased(claim_id=name, why=why)


def cancelled(*, late: bool = False) -> AppointmentCancelled:
    return AppointmentCancelled(by="customer", late=late, shop_version="1")


def test_what_stands_before_the_last_event_that_was_stamped_by_then_was_known(past: Past) -> None:
    past.add(DAY, claimed("a1"), at=NOW)
    past.add(DAY, claimed("a2"), at=NOW + timedelta(minutes=2))  # by a clock that runs fast
    past.add(DAY, claimed("a3"), at=NOW + timedelta(minutes=1))

    log = PlainLog(past.recorder)

    assert log.position(NOW - timedelta(seconds=1)) == 0
    assert log.position(NOW) == 1
    assert log.position(NOW + timedelta(minutes=1)) == 3
    assert log.position(NOW + timedelta(minutes=2)) == 3


def test_the_last_event_known_is_found_however_far_back_it_lies(past: Past) -> None:
    past.add(DAY, claimed("a1"), at=NOW)
    for number in range(2 * PAGE):
        past.add(DAY, claimed(f"later{number}"), at=NOW + timedelta(minutes=1))

    assert PlainLog(past.recorder).position(NOW) == 1


def test_a_newer_releases_event_ends_the_reading(past: Past) -> None:
    past.add(DAY, claimed())
    past.add_newer(NOW + timedelta(minutes=1))

    with pytest.raises(NewerEvent) as newer:
        states(past.recorder)

    assert (newer.value.position, newer.value.topic) == (2, "appointment.rated/1")


def test_a_newer_releases_event_was_not_known_before_it_was_recorded(past: Past) -> None:
    past.add(DAY, claimed())
    past.add_newer(NOW + timedelta(minutes=1))

    assert list(states(past.recorder, NOW)) == [DAY]


def test_personal_events_are_passed_over_without_their_keys(past: Past) -> None:
    past.add("conversation:v1", RECEIVED)
    past.add(
        "calendar:a1", CalendarEntryWritten(calendar_id="c", event_id="e", appointment_version=1)
    )

    assert list(states(past.recorder)) == ["calendar:a1"]


def test_an_event_in_a_stream_of_another_kind_is_not_passed_over(past: Past) -> None:
    past.add(DAY, claimed())
    past.add(DAY, cancelled())

    with pytest.raises(WrongStream) as found:
        states(past.recorder)

    assert (found.value.position, found.value.stream) == (2, DAY)


@pytest.mark.parametrize("hot", [2, 50])
def test_however_little_is_kept_in_memory_the_digest_is_the_same(
    busy: POPOApplicationRecorder, hot: int
) -> None:
    assert digest(busy, hot=hot) == digest(busy)


def test_one_event_more_is_another_digest(past: Past) -> None:
    past.add(DAY, claimed("a1"))
    before = digest(past.recorder)
    past.add(DAY, released("cancelled"))

    assert digest(past.recorder) != before


async def test_a_replay_agrees_with_the_live_streams(counter: Counter, ana: Writer) -> None:
    await ana.says("book haircut tomorrow at 2pm")
    position = len(await counter.log())

    with replayed(counter.recorder) as scratch:
        difference = await compare(scratch, counter.store, position)

    assert difference is None


async def test_what_came_after_the_replay_is_no_difference(counter: Counter, ana: Writer) -> None:
    await ana.says("book haircut tomorrow at 2pm")
    position = len(await counter.log())

    with replayed(counter.recorder) as scratch:
        await counter.add(DAY, released("cancelled", (await counter.booked())[0].appointment_id))
        difference = await compare(scratch, counter.store, position)

    assert difference is None


async def test_the_first_stream_that_leads_elsewhere_is_named(counter: Counter, past: Past) -> None:
    past.add("appointment:a1", booked("a1"))
    past.add("appointment:a2", booked("a2"))
    past.add(DAY, claimed())
    await counter.add("appointment:a1", booked("a1"))
    await counter.add("appointment:a2", booked("a2"), cancelled())

    with replayed(past.recorder) as scratch:
        difference = await compare(scratch, counter.store, 100)

    assert difference is not None
    assert difference.stream == "appointment:a2"
    assert difference.replayed is not None
    assert difference.live is not None
    assert (difference.replayed.version, difference.live.version) == (1, 2)


async def test_a_stream_of_which_the_log_has_nothing_is_a_difference(
    counter: Counter, past: Past
) -> None:
    past.add("appointment:a1", booked("a1"))
    await counter.add("appointment:a1", booked("a1"))
    await counter.add(DAY, claimed())

    with replayed(past.recorder) as scratch:
        names = ("appointment:a1", DAY, OTHER)
        found = await compare(scratch, counter.store, 100, beginning_with(*names))
        before = await compare(scratch, counter.store, 1, beginning_with(*names))

    assert found is not None
    assert (found.stream, found.replayed) == (DAY, None)
    assert before is None


def beginning_with(*names: str) -> LiveNames:
    return lambda beginning: [one for one in names if one.startswith(beginning)]


async def test_a_stream_that_is_gone_is_a_difference(counter: Counter, past: Past) -> None:
    past.add("appointment:a1", booked("a1"))

    with replayed(past.recorder) as scratch:
        difference = await compare(scratch, counter.store, 100)

    assert difference is not None
    assert (difference.stream, difference.live) == ("appointment:a1", None)


def test_a_day_has_its_visits_in_order_whichever_was_booked_first(past: Past) -> None:
    past.add(DAY, claimed("a1", "15:00"))
    past.add("appointment:a1", booked("a1"))
    past.add(DAY, claimed("a2", "14:00"))

    day = past.day()

    assert day.key == DiaryKey.of(DAY)
    assert [(one.appointment_id, one.status) for one in day.visits] == [
        ("a2", "none"),
        ("a1", "booked"),
    ]
    assert (day.visits[1].code, day.visits[1].customer_id) == ("K7QF", "c1")


def test_a_cancelled_visit_stays_on_its_day(past: Past) -> None:
    past.add(DAY, claimed())
    past.add("appointment:a1", booked())
    past.add(DAY, released("cancelled"))
    past.add("appointment:a1", cancelled(late=True))

    (visit,) = past.day().visits

    assert (visit.status, visit.late) == ("cancelled", True)


def test_a_visit_that_moved_to_another_day_has_left_the_first(past: Past) -> None:
    past.add(DAY, claimed())
    past.add("appointment:a1", booked())
    past.add(OTHER, claimed())
    past.add("appointment:a1", moved("14:00"))
    past.add(DAY, released("moved"))

    (left,), (there,) = past.day(DAY).visits, past.day(OTHER).visits

    assert (left.status, left.moves) == ("moved", 1)
    assert (there.status, there.moves) == ("booked", 0)


def test_a_visit_that_moved_within_its_day_counts_as_moved_once(past: Past) -> None:
    past.add(DAY, claimed())
    past.add("appointment:a1", booked())
    past.add(DAY, claimed(clock="16:00"))
    past.add("appointment:a1", moved("16:00"))

    (visit,) = past.day().visits

    assert (visit.status, visit.moves, visit.start) == ("booked", 1, at("16:00"))


def test_a_visit_that_came_back_is_booked_again(past: Past) -> None:
    past.add(DAY, claimed())
    past.add("appointment:a1", booked())
    past.add(DAY, released("moved"))
    past.add(DAY, claimed(clock="15:00"))

    (visit,) = past.day().visits

    assert (visit.status, visit.moves) == ("booked", 1)


def test_a_day_shows_holds_while_they_last_and_blocks(past: Past) -> None:
    held = TimeHeld(
        hold_id=HoldId("h1"),
        customer_id=CustomerId("c1"),
        start=at("14:00"),
        end=at("14:30"),
        before=NO_TIME,
        after=NO_TIME,
        expires_at=NOW + timedelta(minutes=10),
    )
    past.add(DAY, held)
    past.add(
        DAY,
        TimeBlocked(block_id=BlockId("b1"), start=at("15:00"), end=at("16:00"), source="staff"),
    )

    live, expired = past.day(now=NOW), past.day(now=NOW + timedelta(minutes=10))

    assert [one.id for one in live.holds] == ["h1"]
    assert expired.holds == ()
    assert [one.id for one in live.blocks] == [one.id for one in expired.blocks] == ["b1"]


def test_figures_of_a_day_add_its_barbers_up(past: Past) -> None:
    past.add(DAY, claimed("a1"))
    past.add("appointment:a1", booked("a1", cents=2500))
    past.add(DAY.replace("ana", "luis"), claimed("a2"))
    past.add("appointment:a2", booked("a2", cents=1500))
    past.add(DAY, claimed("a3", "16:00"))
    past.add("appointment:a3", booked("a3"))
    past.add(DAY, released("cancelled", "a3"))
    past.add("appointment:a3", cancelled(late=True))
    past.add(DAY, claimed("a4", "17:00"))
    past.add("appointment:a4", booked("a4"))
    past.add(DAY, released("moved", "a4"))

    with replayed(past.recorder) as scratch:
        (found,) = figures(day_book(scratch, NOW))

    assert (found.booked, found.moved, found.cancelled, found.late) == (2, 1, 1, 1)
    assert (found.minutes, found.income) == (60, (Money(minor=4000, currency="USD"),))


def test_open_bookings_are_those_that_stand_and_have_not_begun(past: Past) -> None:
    past.add("appointment:a1", booked("a1", start=at("15:00")))
    past.add("appointment:a2", booked("a2", start=at("14:00")))
    past.add("appointment:a3", booked("a3", start=NOW))
    past.add("appointment:a4", booked("a4"))
    past.add("appointment:a4", cancelled())

    with replayed(past.recorder) as scratch:
        (found,) = open_bookings(scratch, NOW)

    assert found.customer_id == "c1"
    assert [one.appointment_id for one in found.bookings] == ["a2", "a1"]


def test_a_story_tells_whether_the_end_was_late(past: Past) -> None:
    past.add("appointment:a1", booked())
    past.add("appointment:a1", cancelled(late=True))

    story = states(past.recorder)["appointment:a1"]

    assert isinstance(story, VisitStory)
    assert (story.version, story.late, story.appointment.status) == (2, True, Status.CANCELLED)
