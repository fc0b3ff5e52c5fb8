"""Whose calendar's turn it is, over a real Redis."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from redis.asyncio import Redis

from application.ports import Bookmark, Unavailable
from infrastructure.calendar_rounds import RedisCalendarRounds
from infrastructure.redis.clients import connect_async

MARK = Bookmark(token="t1", first=date(2026, 11, 24), read_at=datetime(2026, 11, 24, tzinfo=UTC))
HOUR = timedelta(hours=1)
AT_ONCE = timedelta(0)


@pytest.fixture
async def client(empty_redis: Path) -> AsyncIterator[Redis]:
    made = connect_async(f"unix://{empty_redis}")
    yield made
    await made.aclose()


@pytest.fixture
def rounds(client: Redis) -> RedisCalendarRounds:
    return RedisCalendarRounds(client)


async def test_a_calendar_that_is_new_is_due_at_once_and_taken_by_one(
    rounds: RedisCalendarRounds,
) -> None:
    await rounds.enrol(["luis"])

    first, second = await rounds.take(), await rounds.take()

    assert first is not None
    assert (first.calendar_id, second) == ("luis", None)


async def test_a_calendar_that_was_given_back_is_due_after_that_time(
    rounds: RedisCalendarRounds,
) -> None:
    await rounds.enrol(["luis"])
    taken = await rounds.take()
    assert taken is not None

    await rounds.end(taken, again=HOUR)
    later = await rounds.take()
    await rounds.enrol(["luis"])

    assert (later, await rounds.take()) == (None, None)


async def test_a_calendar_that_is_hurried_is_due_at_once(rounds: RedisCalendarRounds) -> None:
    await rounds.enrol(["luis"])
    taken = await rounds.take()
    assert taken is not None
    await rounds.end(taken, again=HOUR)

    await rounds.hurry("luis")

    assert await rounds.take() is not None


async def test_a_calendar_that_is_hurried_while_it_is_followed_is_followed_again(
    rounds: RedisCalendarRounds,
) -> None:
    await rounds.enrol(["luis"])
    taken = await rounds.take()
    assert taken is not None

    await rounds.hurry("luis")
    meanwhile = await rounds.take()
    await rounds.end(taken, again=HOUR)

    assert meanwhile is None
    assert await rounds.take() is not None


async def test_what_nobody_has_is_not_followed_however_it_is_hurried(
    rounds: RedisCalendarRounds,
) -> None:
    await rounds.enrol(["luis", "gone"])
    await rounds.enrol(["luis"])

    await rounds.hurry("gone")

    taken = await rounds.take()
    assert taken is not None
    assert (taken.calendar_id, await rounds.take()) == ("luis", None)


async def test_a_calendar_that_is_held_is_not_taken_and_stays_due(
    rounds: RedisCalendarRounds,
) -> None:
    await rounds.enrol(["luis"])
    held = await rounds.hold("luis")
    assert held is not None

    meanwhile = (await rounds.take(), await rounds.hold("luis"))
    await rounds.end(held, again=None)

    assert meanwhile == (None, None)
    assert await rounds.take() is not None


async def test_a_bookmark_is_kept_by_whoever_has_the_round_alone(
    rounds: RedisCalendarRounds, client: Redis
) -> None:
    mine = await rounds.hold("luis")
    assert mine is not None
    kept = await rounds.keep(mine, MARK)
    await client.delete("{barbershop:0}:calendars:lease:luis")  # as when its minute is over
    theirs = await rounds.hold("luis")

    late = await rounds.keep(mine, Bookmark(token="old", first=MARK.first, read_at=MARK.read_at))
    await rounds.end(mine, again=AT_ONCE)

    assert (kept, late) == (True, False)
    assert await rounds.bookmark("luis") == MARK
    assert (theirs is not None, await rounds.hold("luis")) == (True, None)


async def test_a_lease_lasts_a_minute(rounds: RedisCalendarRounds, client: Redis) -> None:
    await rounds.hold("luis")

    left = await client.pttl("{barbershop:0}:calendars:lease:luis")

    assert 55_000 < left <= 60_000


async def test_what_was_never_followed_or_cannot_be_read_has_no_bookmark(
    rounds: RedisCalendarRounds, client: Redis
) -> None:
    await client.hset("{barbershop:0}:calendars:bookmarks", "ana", "rubbish")

    assert [await rounds.bookmark(one) for one in ("luis", "ana")] == [None, None]


async def test_a_redis_that_is_away_is_an_outage() -> None:
    nowhere = connect_async("unix:///nowhere/redis.sock")
    rounds = RedisCalendarRounds(nowhere)

    with pytest.raises(Unavailable):
        await rounds.take()
    with pytest.raises(Unavailable):
        await rounds.bookmark("luis")

    await nowhere.aclose()
