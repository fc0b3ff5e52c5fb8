"""What is replayed until an instant is what the live streams said at that instant."""

import asyncio
from collections.abc import Iterator
from datetime import datetime
from random import Random

import msgspec
import pytest
from eventsourcing.persistence import ApplicationRecorder

from application.replaying.day_book import BookedDay, DayVisit, day_book
from application.replaying.day_figures import figures
from application.replaying.day_sheet import DaySheet
from application.replaying.open_bookings import open_bookings
from application.replaying.visit_story import VisitStory
from domain.diary import Diary
from tests.application.counter import Counter
from tests.application.live_days import LiveDays, Snapshot
from tests.application.replayed import replayed, states

STEPS = 150
SHARES = [0.0, 1.0, *(Random(n).random() for n in range(100))]  # noqa: S311 - no secret


class Lived(msgspec.Struct, frozen=True):
    recorder: ApplicationRecorder
    snapshots: tuple[Snapshot, ...]

    def instant(self, share: float) -> datetime:
        first, last = self.snapshots[0].at, self.snapshots[-1].at
        return first + (last - first) * share

    def known(self, at: datetime) -> Snapshot:
        return [one for one in self.snapshots if one.at <= at][-1]


@pytest.fixture(scope="module")
def lived() -> Iterator[Lived]:
    counter = Counter()
    snapshots = asyncio.run(LiveDays(counter, seed=7).lived(STEPS))
    yield Lived(counter.recorder, snapshots)
    counter.close()


def test_the_days_that_were_lived_have_a_bit_of_everything(lived: Lived) -> None:
    last = lived.snapshots[-1]

    assert {one.status for one in last.appointments.values()} == {"booked", "cancelled"}
    assert any(one.blocks for one in last.diaries.values())
    assert any(claim.expires_at for one in last.diaries.values() for claim in one.claims)
    assert len(last.open) > 1


@pytest.mark.parametrize("share", SHARES)
def test_appointments_and_diaries_are_as_they_were_known(lived: Lived, share: float) -> None:
    at = lived.instant(share)
    known = lived.known(at)

    found = states(lived.recorder, at)

    stories = {name: one for name, one in found.items() if isinstance(one, VisitStory)}
    sheets = {name: one for name, one in found.items() if isinstance(one, DaySheet)}
    assert {name: one.appointment for name, one in stories.items()} == known.appointments
    diaries = {name: one.diary for name, one in sheets.items() if one.diary != Diary()}
    assert diaries == known.diaries


@pytest.mark.parametrize("share", SHARES)
def test_read_models_tell_the_same_as_live_diaries_and_customers(
    lived: Lived, share: float
) -> None:
    at = lived.instant(share)
    known = lived.known(at)

    with replayed(lived.recorder, at) as scratch:
        days = tuple(day_book(scratch, at))
        bookings = open_bookings(scratch, known.at)

    claims = [(name, one) for name, diary in known.diaries.items() for one in diary.claims]
    shown = {
        (day.key.stream, one.appointment_id, one.start) for day in days for one in _booked(day)
    }
    assert shown == {(name, one.id, one.start) for name, one in claims if one.expires_at is None}
    held = {(day.key.stream, one.id) for day in days for one in day.holds}
    assert held == {(name, one.id) for name, one in claims if one.expires_at and one.live(at)}
    assert sum(one.booked for one in figures(days)) == len(shown)
    assert {
        f"customer:{one.customer_id}": tuple((b.start, b.appointment_id) for b in one.bookings)
        for one in bookings
    } == known.open


def _booked(day: BookedDay) -> list[DayVisit]:
    return [one for one in day.visits if one.status == "booked"]
