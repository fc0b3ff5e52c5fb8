"""Laws of the mailboxes, over random steps of takers and staff."""

import asyncio
from collections.abc import Sequence
from itertools import groupby

from hypothesis import HealthCheck, given, settings
from redis.asyncio import Redis

from infrastructure.mailboxes.mailroom import Settling
from infrastructure.redis.clients import connect_async
from tests.mailboxes.keys import filled, parked, parking, places
from tests.mailboxes.playing import AT_ONCE, Player, Step, steps
from tests.mailboxes.post import NEVER, Post, memory_post, redis_post

SETTLING = Settling(quiet=AT_ONCE, longest=NEVER)

law = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


async def with_redis(url: str, steps: Sequence[Step], *, look: bool) -> tuple[Player, list[int]]:
    """Play in Redis, and look after each step whether it holds together."""
    async with connect_async(url) as client:
        await client.flushdb()
        player = Player(redis_post(client, settling=SETTLING))
        for number, step in enumerate(steps):
            await player.play(number, *step)
            if look:
                await see_that_it_holds_together(client)
        return player, await player.end()


async def see_that_it_holds_together(client: Redis) -> None:
    keys = await filled(client)
    assert await places(client) == keys
    assert set(await filled(client, "back")) <= set(keys)
    assert await parked(client) == await parking(client)


async def seen(post: Post, steps: Sequence[Step]) -> list[object]:
    """What is seen of all steps, and of the end."""
    player = Player(post)
    observed = [await player.play(number, *step) for number, step in enumerate(steps)]
    return [*observed, await player.end()]


async def seen_in_redis(url: str, steps: Sequence[Step]) -> list[object]:
    async with connect_async(url) as client:
        await client.flushdb()
        return await seen(redis_post(client, settling=SETTLING), steps)


async def seen_in_memory(steps: Sequence[Step]) -> list[object]:
    return await seen(memory_post(settling=SETTLING), steps)


@law
@given(steps=steps(3))
def test_a_key_stands_in_one_place_exactly_as_long_as_its_mailbox_holds_letters(
    redis_url: str, steps: list[Step]
) -> None:
    asyncio.run(with_redis(redis_url, steps, look=True))


@law
@given(steps=steps(3))
def test_no_letter_is_lost_or_doubled_and_each_customers_come_in_their_order(
    redis_url: str, steps: list[Step]
) -> None:
    player, handled = asyncio.run(with_redis(redis_url, steps, look=False))

    by_customer = sorted(handled, key=lambda number: player.accepted[number])
    in_order = [
        sorted(numbers)
        for _, numbers in groupby(by_customer, key=lambda number: player.accepted[number])
    ]
    assert by_customer == [number for numbers in in_order for number in numbers]
    assert sorted(handled) == sorted(player.accepted.keys() - player.gone)


@law
@given(steps=steps(1))
def test_mailboxes_in_memory_do_the_same_as_those_in_redis(
    redis_url: str, steps: list[Step]
) -> None:
    in_redis = asyncio.run(seen_in_redis(redis_url, steps))

    assert asyncio.run(seen_in_memory(steps)) == in_redis
