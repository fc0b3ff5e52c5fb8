"""When a calendar is followed again, by how it went."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from application.ports import Bookmark, CalendarRefused, Round, Unavailable
from entrypoints.following import Following

LUIS = Round(calendar_id="luis", lease="l")


class OneRound:
    """The rounds port with one calendar to follow, once, and a note of when it is due again."""

    def __init__(self) -> None:
        self.enrolled: tuple[str, ...] = ()
        self.again: asyncio.Future[timedelta | None] = asyncio.Future()
        self._left = [LUIS]
        self._outages = 1

    async def enrol(self, calendar_ids: Sequence[str]) -> None:
        self._outages -= 1
        if self._outages == 0:
            raise Unavailable("redis")
        self.enrolled = tuple(calendar_ids)

    async def take(self) -> Round | None:
        return self._left.pop() if self._left else None

    async def end(self, taken: Round, *, again: timedelta | None) -> None:
        assert taken == LUIS
        self.again.set_result(again)

    async def hurry(self, calendar_id: str) -> None:
        raise AssertionError(calendar_id)

    async def hold(self, calendar_id: str) -> Round | None:
        raise AssertionError(calendar_id)

    async def bookmark(self, calendar_id: str) -> Bookmark | None:
        raise AssertionError(calendar_id)

    async def keep(self, taken: Round, bookmark: Bookmark) -> bool:
        raise AssertionError(taken, bookmark)


class Steps:
    """Follows and watches, or fails at it."""

    def __init__(self, follow: Exception | None = None, watch: Exception | None = None) -> None:
        self.done: list[str] = []
        self._follow, self._watch = follow, watch

    async def follow(self, taken: Round) -> None:
        self.done.append(f"follow {taken.calendar_id}")
        if self._follow:
            raise self._follow

    async def watch(self, calendar_id: str) -> None:
        self.done.append(f"watch {calendar_id}")
        if self._watch:
            raise self._watch


@asynccontextmanager
async def following(steps: Steps) -> AsyncIterator[OneRound]:
    rounds = OneRound()
    made = Following(
        follow_calendar=steps.follow,
        watch_calendar=steps.watch,
        rounds=rounds,
        calendar_ids=("luis",),
    )
    await made.start()
    yield rounds
    await made.stop()


async def due_again(steps: Steps) -> timedelta:
    async with following(steps) as rounds, asyncio.timeout(5):
        again = await rounds.again
    assert again is not None
    return again


async def test_a_calendar_is_followed_every_minute() -> None:
    steps = Steps()

    again = await due_again(steps)

    assert timedelta(seconds=54) <= again <= timedelta(seconds=60)
    assert steps.done == ["watch luis", "follow luis"]


@pytest.mark.parametrize(
    ("failure", "longest"),
    [
        (Unavailable("google"), timedelta(seconds=30)),
        (Unavailable("google", retry_after=timedelta(minutes=10)), timedelta(minutes=10)),
        (CalendarRefused("notFound"), timedelta(minutes=5)),
        (TimeoutError(), timedelta(seconds=30)),
        (ZeroDivisionError(), timedelta(seconds=30)),
    ],
)
async def test_after_a_failure_it_is_followed_again_when_that_may_help(
    failure: Exception, longest: timedelta
) -> None:
    again = await due_again(Steps(follow=failure))

    assert longest * 0.9 <= again <= longest


async def test_a_channel_that_is_refused_keeps_nothing_from_being_followed() -> None:
    again = await due_again(Steps(watch=CalendarRefused("push.webhookUrlUnauthorized")))

    assert again >= timedelta(seconds=54)


async def test_an_outage_of_redis_at_the_start_is_waited_for_and_told_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "barbershop.calendars")
    async with following(Steps()) as rounds, asyncio.timeout(5):
        await rounds.again

    told = [one.getMessage() for one in caplog.records]
    assert rounds.enrolled == ("luis",)
    assert told == ["following calendars waits for redis", "following calendars goes on"]
