"""Explaining and listing never differ: a time is told to be free if, and only if, it is listed."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import msgspec
import pytest

from application.explaining_why.answers import BarberAnswer
from application.explaining_why.explain_why import ExplainWhy, Question
from domain.diary import Diary, DiaryKey
from domain.identifiers import BarberId
from domain.openings import Wish, openings
from domain.shop import Visit, visit
from domain.wall_time import instant_or_next, local_day
from tests.application.counter import DEMO, Counter
from tests.application.live_days import LiveDays, Snapshot
from tests.application.test_settings_on_record import recorder_of

STEPS = 100
SEEDS = range(100)
FIVE_MINUTES = timedelta(minutes=5)


class Lived(msgspec.Struct, frozen=True):
    counter: Counter
    snapshots: tuple[Snapshot, ...]


class Asked(msgspec.Struct, frozen=True):
    """A time of one of the next days, on the grid more often than not, and when it is asked."""

    known: Snapshot
    now: datetime
    start: datetime

    def question(self) -> Question:
        return Question(
            shop_id=DEMO.id, start=self.start, now=self.now, position=self.known.position
        )

    def listed(self, barber_id: BarberId, wanted: Visit) -> bool:
        """Whether the openings of that day have the time."""
        day = local_day(self.start, DEMO.zone)
        midnight = instant_or_next(day, 0, DEMO.zone)
        wish = Wish(
            visit=wanted,
            barbers=(barber_id,),
            first=midnight,
            last=midnight + timedelta(hours=25),
        )
        key = DiaryKey(shop_id=DEMO.id, barber_id=barber_id, day=day)
        diaries = {key: self.known.diaries.get(key.stream, Diary())}
        answer = openings(DEMO, wish, diaries, self.now)
        return any(one.start == self.start for one in answer.openings)


@pytest.fixture(scope="module")
def lived() -> Iterator[Lived]:
    counter = Counter()
    asyncio.run(recorder_of(counter, DEMO)())
    snapshots = asyncio.run(LiveDays(counter, seed=11).lived(STEPS))
    yield Lived(counter, snapshots)
    counter.close()


def some_question(lived: Lived, seed: int) -> Asked:
    random = Random(seed)  # noqa: S311 - no secret
    place = random.randrange(STEPS // 4, STEPS)
    known = lived.snapshots[place]
    day = local_day(known.at, DEMO.zone) + timedelta(days=random.randint(0, 3))
    minute = random.choice((15, 15, 15, 5)) * random.randrange(36)
    start = instant_or_next(day, 9 * 60 + minute, DEMO.zone)
    return Asked(known, known.at + timedelta(minutes=random.randint(0, 12)), start)


def verdicts(
    answers: tuple[BarberAnswer, ...],
) -> list[tuple[BarberId, Visit, BarberAnswer]]:
    return [(one.barber_id, visit(DEMO, ids), one) for one in answers for ids in one.visits]


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_time_is_free_if_and_only_if_it_is_listed(lived: Lived, seed: int) -> None:
    asked = some_question(lived, seed)

    told = await ExplainWhy(lived.counter.store)(asked.question())

    found = verdicts(told.answers)
    assert len(found) == len(DEMO.barbers) * len(DEMO.services)
    assert [one.verdict.reason is None for _, _, one in found] == [
        asked.listed(barber_id, wanted) for barber_id, wanted, _ in found
    ]


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_refusal_names_a_rule_or_what_stands_in_the_way(lived: Lived, seed: int) -> None:
    asked = some_question(lived, seed)

    told = await ExplainWhy(lived.counter.store)(asked.question())

    refused = [one.verdict for one in told.answers if one.verdict.reason is not None]
    assert all((one.rule is None) != (one.in_the_way == ()) for one in refused)
    assert all(
        obstacle.event.position <= asked.known.position
        for one in refused
        for obstacle in one.in_the_way
    )
