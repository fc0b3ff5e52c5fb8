"""Paused numbers that are to try at once."""

from datetime import timedelta

import pytest
from redis.asyncio import Redis

from application.ports import NumberPaused
from infrastructure.identities import RandomIdentities
from infrastructure.mailboxes.mailroom import RedisMailroom
from infrastructure.outbox.departures import RedisDepartures
from infrastructure.outbox.paused_numbers import PausedNumbers
from tests.mailboxes.letters import letter
from tests.mailboxes.post import redis_post

ONE, OTHER = "105000000000002", "105000000000003"
HOUR = timedelta(hours=1)


@pytest.fixture
def departures(client: Redis) -> RedisDepartures:
    return RedisDepartures(client, identities=RandomIdentities())


@pytest.fixture
def numbers(client: Redis) -> PausedNumbers:
    return PausedNumbers(RedisMailroom(client))


async def leaves(departures: RedisDepartures, name: str, number: str) -> bool:
    try:
        await departures.leave(name, number=number, per_second=80, person=name)
    except NumberPaused:
        return False
    return True


async def test_one_message_of_a_resumed_number_tries_and_the_others_wait_for_it(
    departures: RedisDepartures, numbers: PausedNumbers
) -> None:
    await departures.pause(ONE, 190, name="first")
    assert not await leaves(departures, "second", ONE)

    resumed = await numbers.resume(ONE)

    assert resumed == (ONE,)
    assert await leaves(departures, "second", ONE)
    assert not await leaves(departures, "third", ONE)
    assert dict(await departures.paused()) == {ONE: 190}


async def test_a_resumed_number_whose_message_is_refused_is_paused_for_longer(
    departures: RedisDepartures, numbers: PausedNumbers
) -> None:
    first = await departures.pause(ONE, 190, name="first")
    await numbers.resume(ONE)
    await leaves(departures, "first", ONE)

    again = await departures.pause(ONE, 190, name="first")

    assert again.by == 2 * first.by


@pytest.mark.parametrize(
    ("asked", "told", "others"), [(OTHER, {OTHER}, False), (None, {ONE, OTHER}, True)]
)
async def test_only_what_is_asked_for_is_resumed(
    departures: RedisDepartures,
    numbers: PausedNumbers,
    asked: str | None,
    told: set[str],
    *,
    others: bool,
) -> None:
    await departures.pause(ONE, 190, name="first")
    await departures.pause(OTHER, 131042, name="second", word="status")

    assert set(await numbers.resume(asked)) == told
    assert await leaves(departures, "third", ONE) == others
    assert await leaves(departures, "fourth", OTHER)


async def test_what_waited_for_the_pause_is_taken_up_at_once(
    client: Redis, departures: RedisDepartures, numbers: PausedNumbers
) -> None:
    post = redis_post(client)
    await post.relay.deliver([letter("one", to="ana"), letter("two", to="bea")], seen=0, upto=1)
    await departures.pause(ONE, 190, name="first")
    for _ in range(2):
        await post.mailboxes.postpone(await post.taken("outbox"), by=HOUR, reason="pause")
    assert await post.mailboxes.take("outbox", wait=timedelta(0)) is None

    await numbers.resume()

    assert {(await post.taken("outbox")).key for _ in range(2)} == {"ana", "bea"}


async def test_where_no_number_is_paused_nothing_is_hastened(
    client: Redis, numbers: PausedNumbers
) -> None:
    post = redis_post(client)
    await post.relay.deliver([letter("one", to="ana")], seen=0, upto=1)
    await post.mailboxes.postpone(await post.taken("outbox"), by=HOUR, reason="outage")

    assert await numbers.resume() == ()
    assert await numbers.resume(ONE) == ()
    assert await post.mailboxes.take("outbox", wait=timedelta(0)) is None
