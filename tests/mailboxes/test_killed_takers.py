import asyncio
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from typing import cast

from redis.asyncio import Redis

from tests.mailboxes.crashing_taker import work_side_by_side
from tests.mailboxes.letters import message
from tests.mailboxes.post import NEVER, Post, redis_post

CUSTOMERS = 12
LETTERS = 60
KILLS = 6


async def fill(post: Post) -> None:
    for n in range(LETTERS):
        await post.inbox.accept(
            [message(f"{customer} {n}", of=f"phone-{customer}") for customer in range(CUSTOMERS)]
        )


async def kill_a_taker_at_work(client: Redis, url: str) -> None:
    taker = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.mailboxes.crashing_taker", url),
        stderr=subprocess.DEVNULL,
    )
    await client.delete("progress")
    for _ in range(40):
        await client.blpop(["progress"], timeout=3)
    taker.kill()
    await taker.wait()


async def logs(client: Redis) -> list[list[bytes]]:
    names = [f"log:{customer}" for customer in range(CUSTOMERS)]
    return [cast("list[bytes]", await client.lrange(name, 0, -1)) for name in names]


async def raw(client: Redis) -> Sequence[bytes]:
    return cast("list[bytes]", await client.lrange("raw", 0, -1))


async def test_nothing_is_lost_or_out_of_order_when_takers_are_killed(
    client: Redis, redis_url: str
) -> None:
    await fill(redis_post(client))
    for _ in range(KILLS):
        await kill_a_taker_at_work(client, redis_url)

    await work_side_by_side(client)

    whole = [str(n).encode() for n in range(LETTERS)]
    assert await logs(client) == [whole] * CUSTOMERS
    handled = Counter(await raw(client))
    again = handled.total() - CUSTOMERS * LETTERS
    lapsed = int(await client.get("too slow") or 0)  # leases of those who live, on a busy machine
    assert again <= (KILLS * 4 + lapsed) * 2


async def test_nothing_is_handled_twice_when_nobody_is_killed(client: Redis) -> None:
    await fill(redis_post(client))

    await work_side_by_side(client, lease=NEVER)

    handled = await raw(client)
    assert len(handled) == len(set(handled)) == CUSTOMERS * LETTERS
